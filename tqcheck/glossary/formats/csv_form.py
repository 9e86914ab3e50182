"""Glossaries as CSV or TSV: a header of language tags (`ru,en`) or `source,target`; terms of one cell parted by `|`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from tqcheck.glossary.concept import SOURCE, STATUS_WORDS, TARGET, Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import csv_write
from tqcheck.glossary.formats.base import Format, Written, decoded, languages_in
from tqcheck.language.tags import canonical, is_tag

OTHERS = ("id", *csv_write.OTHERS)


def read(content: str, path: str, broken: list[GlossaryError] | None = None) -> Iterator[Concept]:
    """The concepts of a table, one a row. Raises GlossaryError with the line of what is wrong.

    Given a list for `broken`, what is wrong with a single row goes there, and the others are read.
    """
    csv.field_size_limit(1 << 20)
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter_of(content, path), strict=True)
    begin = 1
    try:
        header = [cell.strip() for cell in next(rows, [])]
        columns = languages_of(header, path)
        merged: dict[object, Concept] = {}
        for number, row in enumerate(rows, 1):
            begin = rows.line_num + 1
            if any(cell.strip() for cell in row):
                try:
                    concept = _concept(header, columns, row, number, path, rows.line_num)
                except GlossaryError as error:
                    if broken is None:
                        raise
                    broken.append(error)
                    continue
                key = key_of(concept)
                if concept.has_own_id and key in merged and not _continues(merged[key], concept):
                    key = (key, number)  # an id that stands twice: lint says so
                merged[key] = _joined(merged[key], concept) if key in merged else concept
        yield from merged.values()
    except csv.Error as error:
        open_quote = 'a cell begins with a quote that never ends; write a quote of the text itself as """"'
        unclosed = "unexpected end of data" in str(error)
        message = f"is not valid CSV: {open_quote if unclosed else error}"
        raise GlossaryError(message, path, begin if unclosed else rows.line_num) from error


def key_of(concept: Concept) -> object:
    """What the rows of one concept have in common: its id, or else its first term and domain."""
    first = concept.terms[0]
    return concept.id if concept.has_own_id else (first.language, first.text, concept.domain)


def _continues(first: Concept, second: Concept) -> bool:
    """Whether a row of the same id says more of the same concept: it shares the source term, or holds what not to use."""
    term = second.terms[0]
    return (term.language, term.text) == (first.terms[0].language, first.terms[0].text) or not term.status.allowed


def _joined(first: Concept, second: Concept) -> Concept:
    """The terms of both rows: alternatives, not terms that are all required."""
    known = {(term.language, term.text) for term in first.terms}
    return replace(first, terms=first.terms + tuple(t for t in second.terms if (t.language, t.text) not in known))


def delimiter_of(content: str, path: str) -> str:
    """What parts the cells: a tab in .tsv, else what the header has most of."""
    if path.lower().endswith(".tsv"):
        return "\t"
    first = content.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def languages_of(header: list[str], path: str) -> dict[int, str]:
    """The languages of the columns that hold terms. Raises GlossaryError."""
    columns = {}
    for at, name in enumerate(header):
        lower = name.lower()
        if lower in OTHERS:
            continue
        if lower in ("source", "target"):
            columns[at] = SOURCE if lower == "source" else TARGET
        elif is_tag(name):
            columns[at] = canonical(name)
        elif name:
            raise GlossaryError(f"{name!r} in the header is neither a language tag nor {', '.join(OTHERS)}", path, 1)
    if not columns:
        raise GlossaryError("needs a header of language tags, such as `ru,en`, or `source,target`", path, 1)
    return columns


def _concept(header: list[str], columns: dict[int, str], row: list[str], number: int, path: str, line: int) -> Concept:
    row = [csv_write.unguarded(cell.strip()) for cell in row]
    if any(row[len(header) :]):
        raise GlossaryError(
            f"has {len(row)} cells, but its header {len(header)}; quote the cell that holds a delimiter", path, line
        )
    cells = {name.lower(): row[at] for at, name in enumerate(header) if at < len(row) and at not in columns}
    word = cells.get("status", "").casefold()
    if word and word not in STATUS_WORDS:
        raise GlossaryError(f"{word!r} is no status; use {', '.join(Status)}", path, line)
    given = STATUS_WORDS.get(word, Status.PREFERRED)
    last = max(columns)
    terms = []
    for at, language in columns.items():
        # The status of a row is that of its last language, the target: a forbidden translation has a blameless source.
        status = given if at == last else Status.PREFERRED
        for place, text in enumerate(part.strip() for part in (row[at] if at < len(row) else "").split("|")):
            if text:
                terms.append(Term(text, language, Status.ADMITTED if place and status.allowed else status, line=line))
    if not terms:
        raise GlossaryError("has a row without a term", path, line)
    return Concept(
        id=cells.get("id") or f"{path}:{number}",
        terms=tuple(terms),
        domain=tuple(part.strip() for part in cells.get("domain", "").split("|") if part.strip()),
        definition=cells.get("definition", ""),
        subject=cells.get("subject", ""),
        note=cells.get("note", ""),
        glossary=path,
        line=line,
    )


def _write(concepts: Sequence[Concept], languages: Sequence[str], suffix: str) -> Written:
    """The table, and what it no longer says."""
    from tqcheck.glossary.formats.losses import checked

    tags = languages_in(concepts, languages)
    data = csv_write.table(concepts, tags, "\t" if suffix == ".tsv" else ",")
    return checked(data, concepts, tags, lambda data: list(read(decoded(data, suffix), suffix)), suffix[1:])


FORMATS = tuple(
    Format(
        suffix[1:], title, (suffix,),
        read=lambda data, path: read(decoded(data, path), path),
        write=partial(_write, suffix=suffix),
    )
    for suffix, title in ((".csv", "Table, a column per language"), (".tsv", "Table, parted by tabs"))
)  # fmt: skip
