"""What `idiom-literal` and `calque` share: literal renderings of the bank's rows, and what silences them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tqcheck.checks.context import Context
from tqcheck.idioms.bank import Hit, patterns
from tqcheck.idioms.pattern import Root, Token, lemma_stem
from tqcheck.idioms.rows import Row
from tqcheck.language.stems import stem
from tqcheck.model.finding import Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span, Text

UNKNOWN_SOURCE = 0.85
"""How much surer a row is where its source language is declared than where any language may be the source."""
ABSENT = 0.5
"""What is left of the confidence where a source stands beside and does not hold the phrase."""
BESIDE = 0.95
"""The least confidence where the source holds the phrase."""

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
NEAR = 60
"""How many characters around a quoted phrase are searched for its explanation."""


@dataclass(frozen=True, slots=True)
class Options:
    least_confidence: float = 0.5
    """Rows less sure than this are not shown."""


def literal_renderings(kind: str, segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    """One issue per row of the kind whose literal rendering stands in the target and nothing silences."""
    hits = context.hits(segment)
    if not hits:
        return
    text = context.tokens(segment.target)
    taken: list[Span] = []
    for hit in hits:
        row = hit.row
        span = Span(text[hit.start].word.start, text[hit.end - 1].word.end)
        if row.kind != kind or any(span.overlaps(other) for other in taken):
            continue
        original = _original(row, segment, context)
        confidence = _confidence(row, original, segment, context)
        if confidence < options.least_confidence or _silenced(hit, span, text, segment.target, context):
            continue
        taken.append(span)
        yield _issue(row, span, original, confidence)


def _issue(row: Row, span: Span, original: Span | None, confidence: float) -> Issue:
    evidence = {"source_phrase": row.phrase, "source_language": row.language, "means": row.one("means")}
    if row.one("gloss"):
        evidence["gloss"] = row.one("gloss")
    if original is not None:
        evidence["source_span"] = f"{original.start}-{original.end}"
    return Issue(
        "beside" if original is not None else "found",
        span,
        {
            "phrase": row.phrase,
            "means": row.one("means").rstrip("."),
            "language": LANGUAGES.get(row.language, row.language),
        },
        suggestions=tuple(good for good in row.all("good") if not set(good) & set("()[]{}|=…") and "..." not in good)[
            :4
        ],
        severity=Severity.of(row.severity),
        confidence=confidence,
        evidence=evidence,
    )


def _original(row: Row, segment: Segment, context: Context) -> Span | None:
    """Where the row's phrase stands in the source: by stems, and where they fail, by dictionary forms."""
    if segment.source is None or context.source != row.language:
        return None
    by_stems = context.tokens(segment.source, Side.SOURCE)
    if (found := _phrase(row, by_stems, stem)) is not None:
        return found
    return _phrase(
        row, [replace(token, stem=lemma_stem(token.word.text, row.language)) for token in by_stems], lemma_stem
    )


def _phrase(row: Row, text: Sequence[Token], root: Root) -> Span | None:
    for pattern in patterns(row.all("source"), row.language, root):
        if place := pattern.find(text):
            return Span(text[place[0]].word.start, text[place[1] - 1].word.end)
    return None


def _confidence(row: Row, original: Span | None, segment: Segment, context: Context) -> float:
    if original is not None:
        return max(row.confidence, BESIDE)
    if segment.source is not None and context.source == row.language:
        return row.confidence * ABSENT
    return row.confidence * (1.0 if context.source == row.language else UNKNOWN_SOURCE)


def _silenced(hit: Hit, span: Span, text: Sequence[Token], target: Text, context: Context) -> bool:
    """Whether a good rendering stands beside, the sentence has a sign of literal use, or the phrase is quoted and explained."""
    sentence = next((s for s in context.sentences(target) if s.covers(span)), Span(0, len(target.plain)))
    before, after = text[max(hit.start - BESIDE_WORDS, 0) : hit.start], text[hit.end : hit.end + BESIDE_WORDS]
    for beside in (before, after):
        near = [t for t in beside if sentence.start <= t.word.start < sentence.end]
        if any(p.tells and p.find(near) for p in patterns(hit.row.all("good"), context.target)):
            return True
    whole = [t for t in text if sentence.start <= t.word.start < sentence.end]
    if any(pattern.find(whole) for pattern in patterns(hit.row.all("unless"), context.target)):
        return True
    prose = context.prose(target)
    quoted = prose[max(span.start - 2, 0) : span.start].strip()[-1:] in QUOTES and bool(prose[: span.start].strip())
    return quoted and bool(EXPLAINED.search(prose[max(span.start - NEAR, 0) : span.end + NEAR]))
