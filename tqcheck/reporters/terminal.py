"""Findings for a person at a terminal: grouped by file, the excerpt underlined, readable without colour."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator

from tqcheck.model.finding import Finding, Notice, Severity
from tqcheck.model.run import Run
from tqcheck.reporters.visible import visible, width

COLOUR = {Severity.CRITICAL: "1;31", Severity.MAJOR: "31", Severity.MINOR: "33", Severity.NEUTRAL: "36"}
INDENT = "    "
COMMAND = re.compile(r"^(\s*)::")
"""GitHub's runner obeys `::command::` at the beginning of a line; a look-alike colon keeps the underlining in place."""


def render(run: Run, columns: int = 80, colour: bool = False) -> str:
    """Excerpts are underlined in their text where the run kept it."""
    texts = _texts(run)
    paint = _paint if colour else _plain
    lines: list[str] = []
    before = None
    for finding in run.findings:
        if finding.location.path != before:
            before = finding.location.path
            lines += ([""] if lines else []) + [paint(visible(before), "1")]
        lines += _finding(finding, texts, columns, paint)
    for notice in run.notices:
        if not notice.trouble:  # trouble goes to stderr, where it is seen even when the output is redirected
            lines += _wrap(f"note: {_where(notice)}{notice.message}", columns, "")
    lines += ([""] if lines else []) + _wrap(_total(run), columns, "")
    return "\n".join(COMMAND.sub("\\1\u2236:", line) for line in lines) + "\n"


def _texts(run: Run) -> dict[tuple[str, int, str], str]:
    """The text of each segment by path, index and side."""
    texts = {}
    for document in run.documents:
        for index, paragraph in enumerate(document.paragraphs):
            texts[document.path, index, "target"] = paragraph.target
            texts[document.source_path or document.path, index, "source"] = paragraph.source or ""
    return texts


def trouble(notice: Notice) -> str:
    """One line for stderr: `error: NAME: reason (line N)`."""
    place = f" (line {notice.line})" if notice.line else ""
    return f"error: {visible(notice.path) + ': ' if notice.path else ''}{visible(notice.message)}{place}"


def _finding(
    finding: Finding, texts: dict[tuple[str, int, str], str], columns: int, paint: Callable[[str, str], str]
) -> Iterator[str]:
    place = finding.location
    where = f"{place.region.line}:{place.region.column}" if place.region else visible(place.unit)
    side = " (source)" if place.side == "source" else ""
    label = paint(finding.severity.label, COLOUR[finding.severity])
    yield f"  {where}{side}  {label}  {paint(finding.check, '1')}  ({finding.certainty})"
    text = texts.get((place.path, place.index, place.side))
    if text is not None and place.end > place.start:
        yield from _underlined(text, place.start, place.end, columns)
    yield from _wrap(finding.message, columns, INDENT)
    if finding.suggestions:
        yield from _wrap("perhaps: " + " / ".join(finding.suggestions[:3]), columns, INDENT)
    if finding.related:
        spots = [f"{r.region.line}:{r.region.column}" if r.region else r.unit for r in finding.related]
        more = f" and {len(spots) - 6} more" if len(spots) > 6 else ""
        yield from _wrap(f"also at {', '.join(spots[:6])}{more}", columns, INDENT)


def _underlined(text: str, start: int, end: int, columns: int) -> Iterator[str]:
    """The text around the span on one line, and carets below the span."""
    room = max(columns - len(INDENT) - 2, 20)
    excerpt = visible(text[start:end])
    if sum(map(width, excerpt)) > room:
        cut = visible(text[start : start + room // 2]).rstrip() + " … "
        excerpt = cut + visible(text[max(end - room // 3, start) : end]).lstrip()
    free = room - sum(map(width, excerpt))
    left = visible(text[max(start - free, 0) : start])
    right = visible(text[end : end + free])
    left, cut_left = _fit(
        left, free // 2 if sum(map(width, right)) > free // 2 else free - sum(map(width, right)), True
    )
    right, cut_right = _fit(right, free - sum(map(width, left)), False)
    left = "…" + left[1:] if left and (cut_left or start - free > 0) else left
    right = right[:-1] + "…" if right and (cut_right or end + free < len(text)) else right
    yield INDENT + left + excerpt + right
    yield INDENT + " " * sum(map(width, left)) + "^" * max(sum(map(width, excerpt)), 1)


def _fit(text: str, room: int, keep_end: bool) -> tuple[str, bool]:
    """As much of the text as fits, and whether something was cut."""
    taken, used = 0, 0
    for char in reversed(text) if keep_end else text:
        if used + width(char) > room:
            break
        used += width(char)
        taken += 1
    if keep_end:
        return text[len(text) - taken :], taken < len(text)
    return text[:taken], taken < len(text)


def _wrap(text: str, columns: int, indent: str) -> list[str]:
    return textwrap.wrap(
        visible(text), max(columns, 40), initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    ) or [""]


def _where(notice: Notice) -> str:
    if not notice.path:
        return ""
    return f"{notice.path}:{notice.line}: " if notice.line else f"{notice.path}: "


def _total(run: Run) -> str:
    words = sum(document.words for document in run.documents)
    counts = ", ".join(f"{count} {name}" for name, count in run.by_severity().items() if count)
    found = f"{len(run.findings)} finding{'s' * (len(run.findings) != 1)} ({counts})" if run.findings else "No findings"
    gate = "" if run.gate.passed else f" The gate fails: at least one is {run.gate.fail_on} or worse."
    files = len(run.documents)
    return f"{found} in {files} file{'s' * (files != 1)}, {words:,} words.{gate}"


def _plain(text: str, code: str) -> str:
    return text


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
