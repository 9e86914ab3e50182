"""Placeholders, tags or addresses of the source are missing from the target, changed or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Mark, MarkKind, Span, Text

BROKEN = lazy(r"%\s+(?:\d\s*\$\s*)?[sd]\b|\{\s+\w+\s*\}|\{\w+\s+\}|\$\s+\{|<\s+/?\s*\w+\s*>|%\d\s+\$\s*[sd]")
"""Placeholders that a system tore apart with spaces."""
PERCENT = lazy(r"%(?:%|\Z)")


@dataclass(frozen=True, slots=True)
class Options:
    links: bool = True
    """Whether web and e-mail addresses must be kept too."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    assert segment.source is not None
    if not segment.source.marks and not segment.target.marks:
        return
    wanted, given = _inventory(segment.source, options), _inventory(segment.target, options)
    missing, added = Counter(wanted) - Counter(given), Counter(given) - Counter(wanted)
    if not missing and not added:
        return
    torn = [Span(*match.span()) for match in BROKEN.finditer(segment.target.plain)]
    for key in missing:
        mark = next(m for m in segment.source.marks if _key(m) == key)
        if torn:
            span = torn.pop(0)
            said = segment.target.plain[span.start : span.end]
            yield Issue("changed", span, {"mark": mark.raw, "instead": said}, suggestions=(mark.raw,))
        elif (
            rival := next((m for m in segment.target.marks if _key(m) in added and m.kind is mark.kind), None)
        ) is not None:
            added[_key(rival)] -= 1
            added = +added
            yield Issue("changed", rival.span, {"mark": mark.raw, "instead": rival.raw}, suggestions=(mark.raw,))
        else:
            yield Issue("missing", mark.span, {"mark": mark.raw}, side=Side.SOURCE)
    for mark in segment.target.marks:
        if added.get(key := _key(mark), 0) > 0 and not (mark.kind is MarkKind.TAG and not wanted):
            added[key] -= 1
            yield Issue("added", mark.span, {"mark": mark.raw}, confidence=0.8)


def _inventory(text: Text, options: Options) -> list[str]:
    return [
        _key(mark)
        for mark in text.marks
        if mark.kind is not MarkKind.CODE and (options.links or mark.kind is not MarkKind.LINK) and not _is_text(mark)
    ]


def _is_text(mark: Mark) -> bool:
    """A character written as an entity, or a percent sign, is text: the target may write it otherwise."""
    return mark.raw.startswith("&") or bool(PERCENT.fullmatch(mark.raw))


def _key(mark: Mark) -> str:
    """What must be equal: tags without their (translatable) attribute values, addresses without case of the host."""
    if mark.kind is MarkKind.TAG:
        return re.sub(r"=\s*(\"[^\"]*\"|'[^']*')", "=", re.sub(r"\s+", " ", mark.raw)).replace(" />", "/>")
    return mark.raw.rstrip("/") if mark.kind is MarkKind.LINK else mark.raw


CHECK = SegmentCheck(
    id="placeholder",
    category=Category.MARKUP,
    severity=Severity.MAJOR,
    confidence=0.95,
    messages={
        "missing": "“{mark}” of the source is missing from the target.",
        "changed": "The source has “{mark}”; the target has “{instead}”.",
        "added": "“{mark}” stands in the target alone.",
    },
    options=Options,
    needs=Needs(source=True),
    run=run,
)
