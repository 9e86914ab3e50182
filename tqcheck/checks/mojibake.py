"""The text was decoded with the wrong encoding."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import MASK, Span

# UTF-8 quotation marks and replacement characters read as GBK.
AS_GBK = lazy("锟斤拷|鈥[檚檛檓檝渁渂渃渆]?|銆[\u0080-\uffff]|鐨[\u0080-\uffff]")
USUAL = frozenset("‘’“”–—…«»\u00a0")
"""Without a character beyond ASCII and these nothing can have been decoded wrongly."""
TOKEN = lazy(r"\S+")
LOST = lazy("\ufffd+|(?<=[^\\W\\d_])\\?{2,}(?=[^\\W\\d_])")
"""Replacement characters, or question marks inside a word: the letters themselves are gone."""


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    rare = context.rare(segment.target)
    if "\ufffd" in rare or "??" in prose:
        for match in LOST.finditer(prose):
            yield Issue("lost", Span(*match.span()))
    if rare <= USUAL:
        return
    for match in AS_GBK.finditer(prose):
        yield Issue("wrong", Span(*match.span()), {"text": match.group()})
    yield from _wrongly_decoded(prose)


def _wrongly_decoded(prose: str) -> Iterator[Issue]:
    """What ftfy, whose heuristics were made on years of real web text, takes for wrongly decoded and can undo."""
    from ftfy import fix_encoding
    from ftfy.badness import BADNESS_RE

    if not BADNESS_RE.search(prose):
        return
    for token in TOKEN.finditer(prose):
        bad = list(BADNESS_RE.finditer(token.group()))
        if not bad or MASK in token.group():
            continue
        meant = fix_encoding(token.group())
        if meant == token.group():
            continue
        head = next(at for at, (a, b) in enumerate(zip(token.group(), meant, strict=False)) if a != b)
        tail = 0
        while tail < min(len(token.group()), len(meant)) - head and token.group()[-1 - tail] == meant[-1 - tail]:
            tail += 1
        span = Span(token.start() + head, token.end() - tail)
        text = prose[span.start : span.end]
        yield Issue("wrong", span, {"text": text}, suggestions=(meant[head : len(meant) - tail],))


CHECK = SegmentCheck(
    id="mojibake",
    category=Category.ENCODING,
    severity=Severity.MAJOR,
    confidence=0.97,
    messages={
        "wrong": "“{text}” is text decoded with the wrong encoding.",
        "lost": "Letters were lost in a change of encoding.",
    },
    options=NoOptions,
    run=run,
)
