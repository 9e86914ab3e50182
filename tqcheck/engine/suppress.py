"""Suppression comments at work: what they silence, and which of them silence nothing or give no reason."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from tqcheck.engine.plan import SUPPRESSION
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
            entry = _Entry(given, Location(self.path, segment.unit, Side.TARGET, 0, 0, given.raw, region, segment.index))
            if given.whole_file:
                self.whole_file.append(entry)
            else:
                self.by_segment.setdefault(segment.index, []).append(entry)

    def apply(self, findings: list[Finding], ran: set[str]) -> list[Finding]:
        """The findings that no comment silences, and one finding per comment that is unused or gives no reason.

        A comment for a check that did not run is not called unused.
        """
        kept = []
        for finding in findings:
            near = (*self.by_segment.get(finding.location.index, ()), *self.whole_file)
            entries = [entry for entry in near if entry.names(finding)]
            for entry in entries:
                entry.used = True
            if not entries:
                kept.append(finding)
        names = all_names()
        for entry in (*(e for listed in self.by_segment.values() for e in listed), *self.whole_file):
            unknown = [name for name in entry.given.checks if name not in names and name != "*"]
            if unknown:
                kept.append(_finding(entry, f"This suppression names no check or category: {', '.join(unknown)}."))
            elif not entry.used and any(name in ran or name in names - all_checks().keys() for name in entry.given.checks):
                kept.append(_finding(entry, "This suppression silences nothing; delete it."))
            elif entry.used and not entry.given.reason:
                kept.append(_finding(entry, "This suppression gives no reason; add one after a colon."))
        return kept


def _finding(entry: _Entry, message: str) -> Finding:
    mark = sha256(f"{SUPPRESSION}\0{message}\0{entry.given.raw}\0{entry.place.unit}".encode()).hexdigest()[:16]
    return Finding(SUPPRESSION, Category.CUSTOM, Severity.MINOR, 1.0, message, entry.place, mark)
