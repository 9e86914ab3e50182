"""Words of the translating assistant stand in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# An announcement of the translation at the start of a segment, in the languages assistants answer in.
PREAMBLE = lazy(
    r"\A\W*(?:[^\W\d_]+(?: [^\W\d_]+)?[!,.，！]\s*)?"
    r"(?:(?:here(?:['’]s| is| are| you go| you are)?\b[^.\n]{0,60}?(?:\btranslat\w+\b[^.\n:]{0,60}[:.]|\b(?:version|text|rendering|rewrite|revision|correct\w+)\b[^.\n:]{0,60}:))"
    r"|(?:below is|the following is|this is) (?:the|a|an|my) (?:\w+ ){0,3}translation\b[^.\n:]{0,60}:"
    r"|(?:the |my |final |\w+ )?translat(?:ion|ed text)(?: (?:into|to|in) \w+)?\s*:(?:\W*\s|\W*\Z)"
    r"|(?:hier ist|hier sind|nachfolgend)\b[^.\n]{0,40}\b(?:übersetzung|übersetzte\w*)\b[^.\n:]{0,40}:"
    r"|voici\b[^.\n]{0,40}\btraduction\b[^.\n:]{0,40}:"
    r"|(?:aquí (?:tienes|está)|esta es)\b[^.\n]{0,40}\btraducción\b[^.\n:]{0,40}:"
    r"|ecco\b[^.\n]{0,40}\btraduzione\b[^.\n:]{0,40}:"
    r"|aqui está\b[^.\n]{0,40}\btradução\b[^.\n:]{0,40}:"
    r"|(?:вот|ниже)\b[^.\n]{0,40}\bперевод\w*[^.\n:]{0,40}:|перевод(?: на \w+(?: язык)?)?\s*:\s"
    r"|(?:ось|нижче)\b[^.\n]{0,40}\bпереклад\w*[^.\n:]{0,40}:"
    r"|oto\b[^.\n]{0,40}\btłumaczenie\b[^.\n:]{0,40}:|zde je\b[^.\n]{0,40}\bpřeklad\b[^.\n:]{0,40}:"
    r"|(?:以下是|这是|好的，以下是|当然)[^。\n]{0,20}(?:翻译|译文)[^。\n]{0,20}：?|以下(?:が|は)[^。\n]{0,20}(?:翻訳|訳文)[^。\n]{0,10}[。：:]?)",
    re.I,
)
SURE = lazy(
    r"\A(?:sure thing|sure|certainly|of course|absolutely)[!,.]\s+(?=(?:here|i['’]ll|i can|below|let me)\b)", re.I
)
# The assistant speaks of itself, of its task or to the user.
SPEAKS = lazy(
    r"\b(?:as an ai(?: language model| assistant)?\b|as a (?:large )?language model\b|i(?:['’]m| am) (?:an ai|unable to translate|not able to translate|"
    r"sorry,? but i (?:can(?:not|['’]t)|am unable))|i can(?:not|['’]t) (?:translate|assist with|help with) (?:this|that|the)\b"
    r"|i hope this (?:translation )?helps(?=\W*(?:\Z|[!.]\s|let me|if you|feel))|(?:let me know if you(?:['’]d like| need| want| have)|please let me know if|feel free to)[^.\n]{0,60}"
    r"\b(?:translat\w+|changes?|adjust\w*|revis\w+|version|tone|wording|more text|clarif\w+|further assistance|anything else)\b[^.\n]{0,40}|please provide the (?:text|source)\b[^.\n]{0,60}"
    r"|(?:i have|i['’]ve) (?:translated|kept|preserved|left) [^.\n]{0,60}\b(?:text|original|formatting|tone|placeholders?|untranslated|as requested)\b"
    r"|as per your (?:request|instructions)|(?:\A|[.!?:]\s+)translate the following\b[^.\n]{0,60}|(?:would|do) you (?:like|want) me to (?:translate|revise|adjust|continue))",
    re.I,
)
NOTE = lazy(
    r"[(\[]?\s*\b(?:translator['’]s notes?|translation notes?|note from the translator|t\.?/?n\.?|note|nb)\s*[:–—-]\s*[^)\]\n]{0,200}?"
    r"\b(?:translat\w+|original|source (?:text|language)|literal(?:ly)?|idiom\w*|rendered|russian|chinese|german|french|spanish|japanese)\b[^)\]\n]{0,200}[)\]]?",
    re.I,
)
FENCE = lazy(r"```+\w*|\A\s*~~~+\w*\s*\Z")
PROMPT = lazy(
    r"</?(?:think|thinking|translation|target|source|output|result|answer|system|user|assistant|s|im_start|im_end)>|<\|[\w/]+\|>|\[/?INST\]|<<SYS>>"
    r"|\A\s*(?:assistant|user|system|human)\s*:\s|\A\s*#+\s*(?:translation|output|response|answer)\s*:?\s*\Z",
    re.I,
)
QUOTES = '"“”„«»‘’「『'
CLUES = (
    "translat", "language model", "hope this", "let me know", "feel free", "request", "as an ai", " an ai", "please provide", "original",
    "unable to", "literal", "idiom", "rendered", "source text", "would you like me", "do you want me", "assist with", "help with",
)  # fmt: skip
"""Without one of these in small letters, nobody speaks of translating."""


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    plain = segment.target.plain
    patterns = _worth_trying(plain)
    if not patterns:
        return
    taken: list[Span] = []
    original = segment.source.plain if segment.source is not None else ""
    for key, pattern in patterns:
        for match in pattern.finditer(plain):
            span = _trimmed(plain, *match.span())
            if (
                span.end <= span.start
                or any(span.overlaps(other) for other in taken)
                or match.group().strip() in original
            ):
                continue  # the source has the very mark: code fences and tags of the document itself
            if key in ("preamble", "speaks", "note") and _about_translation(original):
                continue
            if key == "speaks" and span.start and plain[span.start - 1] in QUOTES:
                continue  # somebody is quoted
            taken.append(span)
            yield Issue(key, span)


def _worth_trying(plain: str) -> list[tuple[str, re.Pattern[str]]]:
    """The patterns that a text might hold, told by what is cheap to look for."""
    patterns = []
    head = plain[:120]
    if (
        ":" in head
        or "!" in head
        or "：" in head
        or "，" in head
        or "翻訳" in head
        or head.lstrip()[:4].casefold() in ("here", "sure", "cert", "of c", "abso")
    ):
        patterns += [("preamble", PREAMBLE), ("preamble", SURE)]
    lower = plain.casefold()
    if any(map(lower.__contains__, CLUES)):
        patterns += [("speaks", SPEAKS), ("note", NOTE)]
    if "```" in plain or "~~~" in plain:
        patterns.append(("fence", FENCE))
    if "<" in plain or "[" in plain or "#" in plain or lower.startswith(("assistant", "user", "system", "human")):
        patterns.append(("prompt", PROMPT))
    return patterns


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _about_translation(source: str) -> bool:
    """A source that itself speaks of translating."""
    return bool(source) and bool(
        re.search(r"перевод|переклад|übersetz|traduc|traduz|tłumacz|překlad|翻译|译文|翻訳|translat", source, re.I)
    )


CHECK = SegmentCheck(
    id="llm-residue",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    confidence=0.93,
    messages={
        "preamble": "The assistant announces its translation; the announcement is not part of the text.",
        "speaks": "The assistant speaks of itself or to its user.",
        "note": "A note about the translation stands in the text.",
        "fence": "A code fence from the assistant's answer was left in.",
        "prompt": "A mark of the prompt or chat format was left in.",
    },
    options=NoOptions,
    run=run,
)
