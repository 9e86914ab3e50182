"""The target ends with another mark than the source."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, Needs, NoOptions, SegmentCheck
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import MASK, Span

# Marks of one meaning in all scripts; the Greek question mark looks like a semicolon and may be written as one.
KINDS = {
    "stop": ".。．｡।۔։။።᠃", "question": "?？؟⸮՞፧", "exclamation": "!！՜", "colon": ":：", "ellipsis": "…", "semicolon": ";；؛",
    "comma": ",，、،",
}  # fmt: skip
KIND_OF = {char: kind for kind, chars in KINDS.items() for char in chars}
CLOSERS = "\"'”’»›)）]】」』*_“‘„>‹ \u00a0\u202f\t\u200f\u200e"
NAMES = {
    "stop": "a full stop", "question": "a question mark", "exclamation": "an exclamation mark", "colon": "a colon",
    "ellipsis": "an ellipsis", "semicolon": "a semicolon", "comma": "a comma", "": "no mark",
}  # fmt: skip
USUAL = {
    "stop": ".",
    "question": "?",
    "exclamation": "!",
    "colon": ":",
    "ellipsis": "…",
    "semicolon": ";",
    "comma": ",",
}
WIDE = {
    "stop": "。",
    "question": "？",
    "exclamation": "！",
    "colon": "：",
    "ellipsis": "……",
    "semicolon": "；",
    "comma": "，",
}
FEW = 3
"""Sources of fewer words are labels: their stops are a matter of layout."""


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    assert segment.source is not None
    mine, theirs = context.prose(segment.target), context.prose(segment.source)
    stops = mine[-1:] == "." == theirs[-1:] and mine[-2:-1].isalnum() and theirs[-2:-1].isalnum()
    if stops and "hy" not in (context.source, context.target):
        return  # nearly every segment; Armenian marks its questions elsewhere
    source, _ = _ending(theirs, context.source)
    target, at = _ending(mine, context.target)
    if source == target or "masked" in (source, target):
        return
    if not _tells(source, target, len(context.words(segment.source))):
        return
    plain = segment.target.plain
    span = Span(at, at + 1) if target else Span(max(at, 0), max(at, 0) + 1)
    mark = (WIDE if context.target in ("zh", "ja") else USUAL).get(source, "")
    if context.target == "el" and source == "question":
        mark = ";"
    suggestion = mark if target else plain[span.start : span.end] + mark
    yield Issue(
        "differs" if source and target else "missing" if source else "added",
        span,
        {"source": NAMES[source], "target": NAMES[target]},
        suggestions=(suggestion,) if suggestion else (),
        confidence=0.9 if "question" in (source, target) else 0.7,
    )


def _ending(prose: str, language: str) -> tuple[str, int]:
    """What kind of mark ends the text (closing quotation marks and brackets aside), and where it stands."""
    at = len(prose) - 1
    while at >= 0 and (prose[at] in CLOSERS or prose[at].isspace()):
        at -= 1
    if at < 0 or prose[at] == MASK:
        return "masked", at
    char = prose[at]
    if char in ";\u037e" and language == "el":
        return "question", at
    if language == "hy" and "՞" in prose[-40:]:
        return "question", at  # Armenian marks the asked word, and ends with a stop all the same
    if language == "ja" and prose[max(at - 1, 0) : at] == "か" and char in "。．":
        return "question", at  # the particle asks; a question mark is informal
    kind = KIND_OF.get(char, "")
    inner = prose[:at].rstrip(CLOSERS)
    if kind == "stop" and len(inner) < at and KIND_OF.get(inner[-1:]) in ("question", "exclamation"):
        return KIND_OF[inner[-1]], len(inner) - 1  # Spanish and Russian put their stop after “…?”
    if kind == "stop" and prose[max(at - 2, 0) : at] == "..":
        return "ellipsis", at
    if kind == "stop" and at and prose[at - 1] == "。":
        return "ellipsis", at
    if kind in ("question", "exclamation"):
        run = prose[max(at - 2, 0) : at + 1]
        if any(KIND_OF.get(c) == "question" for c in run):
            return "question", at
    return kind, at


def _tells(source: str, target: str, words: int) -> bool:
    """Which differences a reviser would mark: languages differ in stops of labels, in exclamation marks and ellipses."""
    pair = {source, target}
    if pair <= {"exclamation", "stop", "ellipsis"} and "exclamation" in pair:
        return "ellipsis" not in pair and source == "stop"  # an exclamation that nobody made
    if pair <= {"semicolon", "stop", "comma", "colon"} and "colon" not in pair:
        return target == "comma"
    if "" in pair:
        if pair == {"", "stop"} or pair == {"", "ellipsis"}:
            return words > FEW and source != ""
        # A source without marks (chat, subtitles) is given them by good translators: questions above all.
        return source == "question" or (words > FEW and "comma" not in pair and "semicolon" not in pair)
    return "ellipsis" not in pair or "question" in pair


CHECK = SegmentCheck(
    id="end-punctuation",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=0.75,
    messages={
        "differs": "The source ends with {source}, the target with {target}.",
        "missing": "The source ends with {source}, the target with {target}.",
        "added": "The target ends with {target}; the source has no mark there.",
    },
    options=NoOptions,
    needs=Needs(source=True),
    run=run,
)
