"""An idiom of the source language was rendered word for word."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.bank_rows import Options, literal_renderings
from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    return literal_renderings("idiom", segment, options, context)


CHECK = SegmentCheck(
    id="idiom-literal",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=0.9,
    messages={
        "found": "An idiom rendered word for word: {language} “{phrase}” means: {means}.",
        "kindred": "An idiom rendered word for word, as {language} “{phrase}” would be, which means: {means}.",
        "beside": "An idiom rendered word for word: the source has “{phrase}”, which means: {means}.",
    },
    options=Options,
    needs=Needs(bank=True),
    run=run,
)
