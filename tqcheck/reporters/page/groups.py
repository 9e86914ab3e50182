"""Equal findings as one note with many places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tqcheck.model.finding import Finding, Location, Severity
from tqcheck.model.run import DocumentSummary, Paragraph, Run

CONTEXT = 48
"""Characters of the paragraph shown on either side of an excerpt."""
MOST_RELATED = 20
LABELS = {
    "source_phrase": "Likely original phrase",
    "means": "What it means",
    "gloss": "Word for word",
    "source_term": "Term in the source",
    "target_terms": "Terms to use",
    "target_term": "Term to use",
    "matched": "Found as",
    "level": "Level",
    "concept": "Concept",
    "glossary": "Glossary",
    "good": "Usual rendering",
    "bank": "Idiom bank",
    "counts": "How often",
    "count": "How often",
    "expected": "Expected",
    "found": "Found",
    "forms": "Forms",
    "variants": "Variants",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place one can jump to: `paragraph` is the page's own number of it, None where the text is not shown."""

    location: Location
    where: str
    document: int | None
    paragraph: int | None
    finding: int | None = None


@dataclass(slots=True)
class Group:
    """One note of the list."""

    number: int
    first: Finding
    severity: Severity
    confidence: float
    certainty: str
    before: str = ""
    after: str = ""
    places: list[Spot] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    evidence: dict[str, list[str]] = field(default_factory=dict)
    related: list[Spot] = field(default_factory=list)


class Places:
    """Where the findings of a run stand in its page."""

    def __init__(self, documents: Sequence[DocumentSummary]) -> None:
        self.documents = documents
        self.by_path: dict[str, int] = {}
        self.first_paragraph: list[int] = []
        total = 0
        for number, document in enumerate(documents):
            self.first_paragraph.append(total)
            total += len(document.paragraphs)
            self.by_path.setdefault(document.path, number)
        for number, document in enumerate(documents):
            if document.source_path:
                self.by_path.setdefault(document.source_path, number)

    def spot(self, location: Location, finding: int | None = None) -> Spot:
        document = self.by_path.get(location.path)
        paragraph = None
        if document is not None and 0 <= location.index < len(self.documents[document].paragraphs):
            paragraph = self.first_paragraph[document] + location.index
        where = (
            f"line {location.region.line}" if location.region else location.unit or f"paragraph {location.index + 1}"
        )
        if len(self.documents) > 1 or document is None:
            where = f"{location.path}, {where}"
        if location.side == "source":
            where += " (source)"
        return Spot(location, where, document, paragraph, finding)

    def paragraph(self, spot: Spot) -> Paragraph | None:
        if spot.paragraph is None or spot.document is None:
            return None
        return self.documents[spot.document].paragraphs[spot.location.index]


def shown_side(paragraph: Paragraph, side: str) -> str:
    """A finding about a source that is not there can only stand in the target."""
    return "source" if side == "source" and paragraph.source is not None else "target"


def groups_of(run: Run, places: Places) -> tuple[list[Group], list[int]]:
    """The notes in reading order, and the note's number for each finding."""
    groups: dict[tuple[str, str, str], Group] = {}
    numbers: list[int] = []
    for index, finding in enumerate(run.findings):
        key = (finding.check, finding.message, finding.location.excerpt)
        group = groups.get(key)
        if group is None:
            group = Group(len(groups) + 1, finding, finding.severity, finding.confidence, finding.certainty)
            groups[key] = group
        if finding.confidence > group.confidence:
            group.confidence, group.certainty = finding.confidence, finding.certainty
        group.severity = max(group.severity, finding.severity)
        group.places.append(places.spot(finding.location, index))
        _add(group.suggestions, finding.suggestions)
        for label, values in _rows(finding.evidence):
            _add(group.evidence.setdefault(label, []), values)
        numbers.append(group.number)
    for group in groups.values():
        _context(group, places)
    _relate(run, places, list(groups.values()), numbers)
    return list(groups.values()), numbers


def worst(groups: Iterable[Group], count: int) -> list[Group]:
    return sorted(groups, key=lambda group: (-group.severity, -group.confidence, group.number))[:count]


def _context(group: Group, places: Places) -> None:
    paragraph = places.paragraph(group.places[0])
    if paragraph is None:
        return
    at = group.first.location
    text = (paragraph.source or "") if shown_side(paragraph, at.side) == "source" else paragraph.target
    before, after = text[: at.start], text[at.end :]
    if text[at.start : at.end] != at.excerpt:  # an excerpt which was shortened or cleaned stands alone
        return
    group.before = before if len(before) <= CONTEXT else "…" + before[-CONTEXT:].partition(" ")[2]
    group.after = after if len(after) <= CONTEXT else after[:CONTEXT].rpartition(" ")[0] + "…"


def _relate(run: Run, places: Places, groups: list[Group], numbers: list[int]) -> None:
    seen: dict[int, set[tuple[str, int, str, int]]] = {
        group.number: {_address(spot.location) for spot in group.places} for group in groups
    }
    for index, finding in enumerate(run.findings):
        group = groups[numbers[index] - 1]
        for location in finding.related:
            if len(group.related) < MOST_RELATED and _address(location) not in seen[group.number]:
                seen[group.number].add(_address(location))
                group.related.append(places.spot(location))


def _address(location: Location) -> tuple[str, int, str, int]:
    return location.path, location.index, location.side, location.start


def _rows(evidence: Mapping[str, object]) -> Iterable[tuple[str, list[str]]]:
    for key, value in evidence.items():
        words = _words(value)
        if words:
            yield LABELS.get(str(key)) or str(key).replace("_", " ").strip().capitalize(), words


def _words(value: object) -> list[str]:
    """Any JSON-able value as short texts."""
    if value is None or value == "":
        return []
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, float):
        return [f"{value:g}"]
    if isinstance(value, Mapping):
        return [f"{key}: {', '.join(_words(inner)) or '–'}" for key, inner in value.items()]
    if isinstance(value, (list, tuple, set, frozenset)):
        inner = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return [word for item in inner for word in _words(item)]
    return [str(value)]


def _add(known: list[str], new: Iterable[str]) -> None:
    known.extend(item for item in dict.fromkeys(new) if item not in known)
