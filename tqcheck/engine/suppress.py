"""Suppression comments at work: what they silence, and which of them silence nothing or give no reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from tqcheck.checks.registry import all_checks
from tqcheck.config.settings import Settings
from tqcheck.engine.plan import SUPPRESSION, all_names, judges_suppressions
from tqcheck.model.finding import Category, Finding, Location, Severity
from tqcheck.model.segment import Document, Segment, Side, Suppression


@dataclass(slots=True)
class _Entry:
    given: Suppression
    place: Location
    used: bool = False

    def names(self, finding: Finding) -> bool:
        return any(
            name in ("*", finding.check, finding.category, finding.category.split("/")[0]) for name in self.given.checks
        )


class Suppressor:
    """The suppressions of one document, gathered while it is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.by_segment: dict[int, list[_Entry]] = {}
        self.whole_file: list[_Entry] = []

    def add(self, segment: Segment, document: Document) -> None:
        for given in segment.suppressions:
            region = document.lines.region(given.at) if document.lines is not None else None
            place = Location(self.path, segment.unit, Side.TARGET, 0, 0, given.raw, region, segment.index)
            entry = _Entry(given, place)
            if given.whole_file:
                self.whole_file.append(entry)
            else:
                self.by_segment.setdefault(segment.index, []).append(entry)

    def apply(self, findings: list[Finding], settings: Settings, ran: set[str]) -> list[Finding]:
        """The findings that no comment silences, and one finding per comment that has something wrong with it."""
        kept = []
        for finding in findings:
            near = (*self.by_segment.get(finding.location.index, ()), *self.whole_file)
            entries = [entry for entry in near if entry.names(finding)]
            for entry in entries:
                entry.used = True
            if not entries:
                kept.append(finding)
        return kept + list(self._faults(settings, ran)) if judges_suppressions(settings) else kept

    def _faults(self, settings: Settings, ran: set[str]) -> Iterator[Finding]:
        severity = Severity.of(settings.severities.get(SUPPRESSION, "minor"))
        seen: Counter[str] = Counter()
        for entry in (*(e for listed in self.by_segment.values() for e in listed), *self.whole_file):
            if message := _fault(entry, ran):
                mark = sha256(f"{SUPPRESSION}\0{message}\0{entry.given.raw}".encode()).hexdigest()[:16]
                seen[mark] += 1
                mark += f"-{seen[mark]}" if seen[mark] > 1 else ""
                yield Finding(SUPPRESSION, Category.CUSTOM, severity, 1.0, message, entry.place, mark)


def _fault(entry: _Entry, ran: set[str]) -> str:
    """What is wrong with a comment; one for a check that did not run is not called unused."""
    names = all_names() | {"*"}
    if unknown := [name for name in entry.given.checks if name not in names]:
        return f"This suppression names no check or category: {', '.join(unknown)}; see `tqcheck checks`."
    if not entry.used and any(name in ran or name not in all_checks() for name in entry.given.checks):
        return "This suppression silences nothing; delete it."
    if entry.used and not entry.given.reason:
        return "This suppression gives no reason; add one after a colon."
    return ""
