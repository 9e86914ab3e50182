"""A CSV glossary as rows, edited one concept at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tqcheck.glossary.change import Change, ChangeError, apply
from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import csv_form, csv_write, yaml_form
from tqcheck.glossary.join import joined
from tqcheck.glossary.raw import Raw, raw_of


@dataclass(slots=True)
class _Row:
    """One record and the lines of the file it takes."""

    cells: list[str]
    lines: str
    concept: str = ""
    """The id of the concept it belongs to; empty for the header and for blank rows."""


class CsvSheet:
    """The text of a glossary; `text` gives it back, changed only where it was edited. Raises GlossaryError."""

    def __init__(self, content: str, path: str) -> None:
        self.path = path
        self.mark = "\ufeff" if content.startswith("\ufeff") else ""
        content = content.removeprefix("\ufeff")
        self.delimiter = csv_form.delimiter_of(content, path)
        self.newline = "\r\n" if "\r\n" in content else "\n"
        self.rows = list(_rows(content, self.delimiter, path))
        self.concepts = {concept.id: concept for concept in csv_form.read(content, path)}
        self.columns = csv_form.languages_of([cell.strip() for cell in self.rows[0].cells], path)
        self.names = [cell.strip().lower() for cell in self.rows[0].cells]
        self.quoted = bool(self.rows[0].lines) and self.rows[0].lines.startswith('"')
        line = 0
        owner = {term.line: concept.id for concept in self.concepts.values() for term in concept.terms}
        for row in self.rows:
            line += row.lines.count("\n") or 1
            row.concept = owner.get(line, "")

    @property
    def text(self) -> str:
        return self.mark + "".join(row.lines for row in self.rows)

    def read(self) -> list[Concept]:
        """The concepts as they are now."""
        return list(self.concepts.values())

    def ids(self) -> list[str]:
        return list(self.concepts)

    def concept(self, id: str) -> Concept:
        if id not in self.concepts:
            raise ChangeError(f"there is no concept {id!r} in {self.path}")
        return self.concepts[id]

    def holding(self, text: str) -> list[str]:
        """The ids of the concepts that have a term with this text in it."""
        return [c.id for c in self.concepts.values() if any(text in term.text for term in c.terms)]

    def add(self, concept: Concept, after: str = "") -> None:
        """Add a concept at the end, or after another. Raises ChangeError."""
        if concept.id in self.concepts:
            raise ChangeError(f"the concept id {concept.id!r} is taken")
        made = self._made(concept)
        at = len(self.rows)
        if after:
            self.concept(after)
            at = max(n for n, row in enumerate(self.rows) if row.concept == after) + 1
        elif self.rows and not self.rows[-1].lines.endswith("\n"):
            self.rows[-1].lines += self.newline
        self.rows[at:at] = made
        self.concepts[concept.id] = concept

    def change(self, id: str, change: Change) -> None:
        """Change a concept in its place. Raises ChangeError."""
        self.alter({id: lambda raw: apply(raw, change)})

    def alter(self, changes: Mapping[str, Callable[[Raw], None]]) -> None:
        """Change many concepts in their places, each by a function of its own. Raises ChangeError."""
        for id, alter in changes.items():
            self._alter(id, alter)

    def _alter(self, id: str, alter: Callable[[Raw], None]) -> None:
        raw = raw_of(self.concept(id))
        alter(raw)
        self.replace(id, yaml_form.concept_of(raw, self.path))

    def replace(self, id: str, concept: Concept) -> None:
        """Put another concept in the place of one."""
        if concept.id != id and concept.id in self.concepts:
            raise ChangeError(f"the concept id {concept.id!r} is taken")
        own = [n for n, row in enumerate(self.rows) if row.concept == id]
        made = self._made(concept)
        if own[-1] == len(self.rows) - 1 and not self.rows[-1].lines.endswith("\n"):
            made[-1].lines = made[-1].lines.removesuffix(self.newline)
        rest = [row for row in self.rows[own[0] :] if row.concept != id]
        self.rows[own[0] :] = made + rest
        self.concepts = {
            (concept.id if key == id else key): (concept if key == id else c) for key, c in self.concepts.items()
        }

    def merge(self, id: str, others: Sequence[str]) -> None:
        """Make others part of a concept. Raises ChangeError."""
        made = joined(self.concept(id), [self.concept(other) for other in others])
        for other in others:
            self.remove(other)
        self.replace(id, made)

    def remove(self, id: str) -> None:
        self.concept(id)
        self.rows = [row for row in self.rows if row.concept != id]
        del self.concepts[id]

    def _made(self, concept: Concept) -> list[_Row]:
        """The rows of a concept. Raises ChangeError for what this table has no place for."""
        self._fits(concept)
        last = self.columns[max(self.columns)]
        allowed = {
            language: sorted((t for t in concept.terms if t.language == language and t.status.allowed), key=_place)
            for language in self.columns.values()
        }
        rows = []
        if allowed[last] or not any(t.language == last for t in concept.terms):
            rows.append(self._row(concept, allowed, Status.PREFERRED))
        for status in (Status.DEPRECATED, Status.SUPERSEDED):
            if found := [t for t in concept.terms if t.language == last and t.status is status]:
                rows.append(self._row(concept, {**allowed, last: found}, status))
        return rows

    def _row(self, concept: Concept, terms: dict[str, list[Term]], status: Status) -> _Row:
        values = {
            "id": "" if concept.id.startswith(f"{self.path}:") else concept.id,
            "status": status.value, "definition": concept.definition, "subject": concept.subject,
            "note": concept.note, "domain": "|".join(concept.domain),
        }  # fmt: skip
        cells = [
            csv_write.guarded(
                "|".join(t.text for t in terms[self.columns[n]]) if n in self.columns else values.get(name, "")
            )
            for n, name in enumerate(self.names)
        ]
        stream = io.StringIO()
        csv.writer(
            stream,
            delimiter=self.delimiter,
            lineterminator=self.newline,
            quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL,
        ).writerow(cells)
        return _Row(cells, stream.getvalue(), concept.id)

    def _fits(self, concept: Concept) -> None:
        last = self.columns[max(self.columns)]
        what = ""
        for term in concept.terms:
            if term.language not in self.columns.values():
                what = what or f"the language {term.language}"
            elif not term.status.allowed and term.language != last:
                what = what or f"a {term.status} term of {term.language}, only of its last language, {last}"
            elif not term.status.allowed and "status" not in self.names:
                what = what or "a status: it has no column `status`"
            elif term.type or term.forms or term.case or term.do_not_translate or term.rest:
                what = what or f"more about {term.text!r} than its text and status"
            elif "|" in term.text:
                what = what or f"the term {term.text!r}, for `|` parts terms"
        for key, value in raw_of(concept).items():
            known = key == "terms" or key in self.names or (key == "id" and value.startswith(f"{self.path}:"))
            if value and not known:
                what = what or f"`{key}`: it has no such column"
        if what:
            raise ChangeError(f"{self.path} has no place for {what}; use a YAML glossary (tqcheck glossary import)")


def _place(term: Term) -> bool:
    return term.status is not Status.PREFERRED


def _rows(content: str, delimiter: str, path: str) -> Iterator[_Row]:
    """The records of a table with the lines they take, as the reader of the format sees them."""
    lines = io.StringIO(content, newline="").readlines()
    taken = 0
    reader = csv.reader(iter(lines), delimiter=delimiter)
    try:
        for cells in reader:
            yield _Row(cells, "".join(lines[taken : reader.line_num]))
            taken = reader.line_num
    except csv.Error as error:
        raise GlossaryError(f"is not valid CSV: {error}", path, reader.line_num) from error
