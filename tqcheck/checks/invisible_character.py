"""Characters that cannot be seen and should not be there."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.invisible import HIDDEN, NAMES, belongs
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    plain = segment.target.plain
    if plain.isprintable():
        return
    for match in HIDDEN.finditer(plain):
        if all(belongs(plain, at) for at in range(*match.span())):
            continue
        names = ", ".join(
            dict.fromkeys(NAMES.get(char, f"control character U+{ord(char):04X}") for char in match.group())
        )
        yield Issue(
            "hidden", Span(*match.span()), {"names": names},
            severity=Severity.MAJOR if set(match.group()) & set("\u202d\u202e") else None,
        )  # fmt: skip


CHECK = SegmentCheck(
    id="invisible-character",
    category=Category.ENCODING,
    severity=Severity.MINOR,
    confidence=0.95,
    messages={"hidden": "Invisible here: {names}."},
    options=NoOptions,
    run=run,
)
