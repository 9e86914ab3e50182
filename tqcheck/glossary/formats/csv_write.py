"""Concepts as a table: a column per language, a row per concept, and one more for each status that is not allowed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from tqcheck.glossary.concept import Concept, Status, Term

OTHERS = ("status", "domain", "subject", "definition", "note")
FORMULA = re.compile(r"'*[=+\-@]")
"""How a cell begins that a spreadsheet runs as a formula, or that looks as if it had been kept from that."""


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what would be one."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def table(concepts: Sequence[Concept], tags: Sequence[str], delimiter: str = ",") -> bytes:
    """A row per concept and status, with a column for each of the languages; the status is that of the last one."""
    rows = [row for concept in concepts for row in _rows(concept, tags)]
    kept = [name for name in OTHERS if any(row.get(name) for row in rows)]
    stream = io.StringIO()
    made = csv.DictWriter(stream, ["id", *tags, *kept], delimiter=delimiter, lineterminator="\n", extrasaction="ignore")
    made.writeheader()
    made.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return stream.getvalue().encode()


def _rows(concept: Concept, tags: Sequence[str]) -> Iterator[dict[str, str]]:
    last = tags[-1]
    common = {
        "id": concept.id, "domain": "|".join(concept.domain), "subject": concept.subject,
        "definition": concept.definition, "note": concept.note,
    }  # fmt: skip
    allowed = {tag: _cell([t for t in concept.terms if t.language == tag and t.status.allowed]) for tag in tags}
    if any(allowed[tag] for tag in tags[:-1]) or allowed[last]:
        yield {**common, **allowed}
    for status in (Status.DEPRECATED, Status.SUPERSEDED):
        if cell := _cell([t for t in concept.terms if t.language == last and t.status is status]):
            yield {**common, **allowed, last: cell, "status": status.value}


def _cell(terms: list[Term]) -> str:
    return "|".join(t.text for t in sorted(terms, key=lambda t: t.status is not Status.PREFERRED) if "|" not in t.text)
