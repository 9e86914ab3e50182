"""A set phrase or false friend was carried over part by part."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.bank_rows import Options, literal_renderings
from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    return literal_renderings("calque", segment, options, context)


CHECK = SegmentCheck(
    id="calque",
    category=Category.UNIDIOMATIC,
    severity=Severity.MINOR,
    confidence=0.8,
    messages={
        "found": "Carried over from {language} “{phrase}”, which means: {means}.",
        "beside": "Carried over from “{phrase}” of the source, which means: {means}.",
    },
    options=Options,
    needs=Needs(bank=True),
    run=run,
)
