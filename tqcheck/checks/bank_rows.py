"""What `idiom-literal` and `calque` share: literal renderings of the bank's rows, and what silences them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.context import Context
from tqcheck.idioms.bank import Hit
from tqcheck.idioms.gloss import Rendered, image, word_for_word
from tqcheck.idioms.index import compiled
from tqcheck.idioms.rows import Row, is_plain
from tqcheck.idioms.tokens import Token
from tqcheck.model.finding import Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span

UNKNOWN_SOURCE = 0.85
"""How much surer a row is where its source language is declared than where any language may be the source."""
UNKNOWN_CALQUE = 0.7
"""The same for calques, which are made of everyday words."""
KINDRED = 0.75
"""The same where another language is the source."""
ABSENT = 0.5
"""What is left of the confidence where a source stands beside and does not hold the phrase."""
BESIDE = 0.95
"""The least confidence where the source holds the phrase."""

LOOSELY = 0.85
"""How much surer a row is where its words stand together in their order than where they are scattered."""
UNLISTED = 0.8
"""The confidence where the source holds the phrase and the target its words, one by one, in no rendering that is listed."""
IMAGE = 0.6
"""The confidence where a rare word of its image alone stands in the target."""

LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

# A phrase in quotation marks that the text itself explains is quoted on purpose: “…” (that is, …), as the saying goes.
EXPLAINED = re.compile(
    r"\b(?:literally|lit\.|i\.e\.|that is|meaning|means|in other words|(?:russian|chinese|german|french|local|old) "
    r"(?:saying|proverb|idiom|expression|phrase)|word for word)\b",
    re.I,
)
QUOTES = "\"“”„«»‹›「」『』'‘’"
BESIDE_WORDS = 8
"""A good rendering so near, in the same sentence, speaks of the same thing."""
MOST_SUGGESTIONS = 4
NEAR = 60
"""How many characters around a quoted phrase are searched for its explanation."""


@dataclass(frozen=True, slots=True)
class Options:
    least_confidence: float = 0.5
    """Rows less sure than this are not shown."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of one row for one segment."""

    row: Row
    span: Span | None
    """Where its rendering stands in the target; None if the source has the phrase and the target renders it freely."""
    original: Span | None
    """Where the phrase stands in the source."""
    confidence: float
    by: str
    """`listed`, `loose` (listed, but scattered), `gloss` (its words one by one) or `image` (a rare one of them)."""
    silenced: str = ""
    """What speaks against it, in words; empty if nothing does."""


def literal_renderings(kind: str, segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    """One issue per row of the kind whose literal rendering stands in the target and nothing silences."""
    issues = [
        _issue(verdict, verdict.span, context)
        for verdict in verdicts(kind, segment, context, options.least_confidence)
        if verdict.span is not None and not verdict.silenced
    ]
    yield from _apart(issues)


def verdicts(kind: str, segment: Segment, context: Context, least: float = 0.0) -> Iterator[Verdict]:
    """What is thought of every row of the kind that the texts bring up.

    With the source, the phrase is sought there first; where it stands, a rendering that the row does not list is judged
    by the words of its gloss.
    """
    hits = [hit for hit in context.hits(segment) if hit.row.kind == kind]
    phrases = [hit for hit in context.phrases(segment) if hit.row.kind == kind]
    if not hits and not phrases:
        return
    text = context.tokens(segment.target)
    for hit in hits:
        original = _original(hit.row, phrases, segment, context)
        confidence = _confidence(hit, original, segment, context)
        by = "loose" if hit.loose else "listed"
        weak = "" if confidence >= least else f"its confidence, {confidence:.2f}, is below {least:.2f}"
        silenced = weak or _silenced(hit, text, original is not None, segment, context, exact=not hit.loose)
        yield Verdict(hit.row, _span(hit, text), original, confidence, by, silenced)
    listed = {(hit.row.path, hit.row.line) for hit in hits}
    for phrase in phrases if least <= UNLISTED else ():
        if (phrase.row.path, phrase.row.line) in listed:
            continue
        original = _original(phrase.row, phrases, segment, context)
        if original is None:
            yield Verdict(phrase.row, None, None, UNLISTED, "gloss", "a literal use in the source")
            continue
        rendered, by, confidence = _unlisted(phrase, text, context)
        if rendered is None:
            yield Verdict(phrase.row, None, original, confidence, by, "the target does not render it word for word")
            continue
        hit = Hit(phrase.row, rendered.start, rendered.end)
        yield Verdict(hit.row, _span(hit, text), original, confidence, by, _silenced(hit, text, True, segment, context))


def _unlisted(phrase: Hit, text: Sequence[Token], context: Context) -> tuple[Rendered | None, str, float]:
    """Where the target renders a phrase of the source in a way that its row does not list, what shows it, and how sure."""
    if (found := word_for_word(phrase.row, text, context.target)) is not None:
        return found, "gloss", UNLISTED
    return image(phrase.row, text, context.target) if phrase.row.kind == "idiom" else None, "image", IMAGE


def _span(hit: Hit, text: Sequence[Token]) -> Span:
    return Span(text[hit.start].word.start, text[hit.end - 1].word.end)


def _apart(issues: list[Issue]) -> Iterator[Issue]:
    """The surest and then the tightest of those that overlap, in the order of the text."""
    kept: list[Issue] = []
    for issue in sorted(issues, key=lambda issue: (-(issue.confidence or 0), issue.span.end - issue.span.start)):
        if not any(issue.span.overlaps(other.span) for other in kept):
            kept.append(issue)
    yield from sorted(kept, key=lambda issue: issue.span)


def _issue(verdict: Verdict, span: Span, context: Context) -> Issue:
    row, original = verdict.row, verdict.original
    evidence = {
        "source_phrase": row.phrase,
        "source_language": row.language,
        "means": row.one("means"),
        "by": verdict.by,
    }
    if row.one("gloss"):
        evidence["gloss"] = row.one("gloss")
    if original is not None:
        evidence["source_span"] = f"{original.start}-{original.end}"
    kindred = context.source not in ("", row.language)
    return Issue(
        "beside" if original is not None else "kindred" if kindred else "found",
        span,
        {
            "phrase": row.phrase,
            "means": row.one("means").rstrip("."),
            "language": LANGUAGES.get(row.language, row.language),
        },
        suggestions=tuple(filter(is_plain, row.all("good")))[:MOST_SUGGESTIONS],
        severity=Severity.of(row.severity),
        confidence=verdict.confidence,
        evidence=evidence,
    )


def _original(row: Row, phrases: Sequence[Hit], segment: Segment, context: Context) -> Span | None:
    """Where the row's phrase stands in the source, whole or for the most part."""
    if segment.source is None or context.source != row.language:
        return None
    text = context.tokens(segment.source, Side.SOURCE)
    place = next(((hit.start, hit.end) for hit in phrases if hit.row == row), None) or _partly(row, text)
    if place is None or _any(row.all("source-unless"), text, row.language):
        return None
    return Span(text[place[0]].word.start, text[place[1] - 1].word.end)


def _partly(row: Row, text: Sequence[Token]) -> tuple[int, int] | None:
    """Where most telling words of a phrase stand whose other words have an irregular form: сел, not сесть, в лужу.

    Enough beside a literal rendering, which says the rest.
    """
    for value in row.all("source"):
        pattern = compiled(value, row.language)
        if place := pattern.find_partly(text):
            return place
    return None


def _any(values: Sequence[str], text: Sequence[Token], language: str) -> bool:
    return any(compiled(value, language).find(text) for value in values)


def _confidence(hit: Hit, original: Span | None, segment: Segment, context: Context) -> float:
    if original is not None:
        return max(hit.row.confidence, BESIDE)
    sure = hit.row.confidence * (LOOSELY if hit.loose else 1.0)
    if context.source == hit.row.language:
        return sure if segment.source is None else sure * ABSENT
    if not context.source:
        return sure * (UNKNOWN_SOURCE if hit.row.kind == "idiom" else UNKNOWN_CALQUE)
    # A neighbour's idiom may be the source's too; set phrases of press and law are a language's own.
    return sure * (KINDRED if hit.row.kind == "idiom" and segment.source is None else 0)


def _silenced(
    hit: Hit, text: Sequence[Token], beside: bool, segment: Segment, context: Context, exact: bool = False
) -> str:
    """A good rendering beside, a sign of literal use in the sentence, an explanation of a quoted phrase; empty if none.

    Where the source has the phrase (`beside`), a good rendering anywhere in the target is its own; `exact` says that the
    hit covers nothing but a listed rendering.
    """
    target, span, row = segment.target, _span(hit, text), hit.row
    sentence = next((s for s in context.sentences(target) if s.covers(span)), Span(0, len(target.plain)))
    before, after = text[max(hit.start - BESIDE_WORDS, 0) : hit.start], text[hit.end : hit.end + BESIDE_WORDS]
    if not beside:
        rest = [[t for t in part if sentence.start <= t.word.start < sentence.end] for part in (before, after)]
    elif exact:  # what stands within the literal rendering is a part of it
        rest = [list(text[: hit.start]), list(text[hit.end :])]
    else:
        rest = [list(text)]
    for value in row.all("good"):
        pattern = compiled(value, context.target)
        if pattern.tells and any(pattern.find(part) for part in rest):
            return f"a good rendering stands beside: {value}"
    whole = [t for t in text if sentence.start <= t.word.start < sentence.end]
    for value in row.all("unless"):
        if compiled(value, context.target).find(whole):
            return f"a sign of literal use: {value}"
    prose = context.prose(target)
    quoted = prose[max(span.start - 2, 0) : span.start].strip()[-1:] in QUOTES and bool(prose[: span.start].strip())
    explained = quoted and EXPLAINED.search(prose[max(span.start - NEAR, 0) : span.end + NEAR])
    return "quoted and explained" if explained else ""
