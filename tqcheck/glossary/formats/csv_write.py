"""Concepts as a table: a column per language, a row per concept, and one more for each status that is not allowed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.formats.base import Lost, Written, languages_in
from tqcheck.glossary.raw import about_term, raw_of

OTHERS = ("status", "domain", "subject", "definition", "note")
FORMULA = re.compile(r"'*[=+\-@]")
"""How a cell begins that a spreadsheet runs as a formula, or that looks as if it had been kept from that."""


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before what would be one."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def write(concepts: Sequence[Concept], languages: Sequence[str], delimiter: str = ",") -> Written:
    """The table; the status of a row is that of its last language."""
    tags = languages_in(concepts, languages)
    lost: list[Lost] = []
    rows = [row for concept in concepts for row in _rows(concept, tags, lost)]
    kept = [name for name in OTHERS if any(row.get(name) for row in rows)]
    stream = io.StringIO()
    table = csv.DictWriter(
        stream, ["id", *tags, *kept], delimiter=delimiter, lineterminator="\n", extrasaction="ignore"
    )
    table.writeheader()
    table.writerows({name: guarded(cell) for name, cell in row.items()} for row in rows)
    return Written(stream.getvalue().encode(), tuple(lost))


def _rows(concept: Concept, tags: list[str], lost: list[Lost]) -> Iterator[dict[str, str]]:
    last = tags[-1]
    common = {
        "id": concept.id, "domain": "|".join(concept.domain), "subject": concept.subject,
        "definition": concept.definition, "note": concept.note,
    }  # fmt: skip
    lost += [Lost(concept.id, what) for what in _beyond(concept, tags)]
    allowed = {tag: _cell([t for t in concept.terms if t.language == tag and t.status.allowed]) for tag in tags}
    if any(allowed[tag] for tag in tags[:-1]) or allowed[last]:
        yield {**common, **allowed}
    for status in (Status.DEPRECATED, Status.SUPERSEDED):
        if cell := _cell([t for t in concept.terms if t.language == last and t.status is status]):
            yield {**common, **allowed, last: cell, "status": status.value}


def _cell(terms: list[Term]) -> str:
    return "|".join(t.text for t in sorted(terms, key=lambda t: t.status is not Status.PREFERRED) if "|" not in t.text)


def _beyond(concept: Concept, tags: list[str]) -> Iterator[str]:
    """What a table has no place for."""
    for key in raw_of(concept):
        if key not in ("id", "terms", *OTHERS):
            yield f"`{key}`"
    for term in concept.terms:
        name = f"“{term.text}” ({term.language})"
        if term.language not in tags:
            yield f"{name}: its language is not among those asked for"
            continue
        if "|" in term.text:
            yield f"{name}: `|` parts terms"
        if not term.status.allowed and term.language != tags[-1]:
            yield f"{name}: a {term.status} term can stand only in the last column"
        for key, value in about_term(term).items():
            if key != "status" and (value or key in term.rest):
                yield f"`{key}` of {name}"
