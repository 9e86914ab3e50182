"""Glossaries as Excel workbooks: a header of language tags (`ru`, `en`) or `source`, `target`, then a concept a row.

Terms of one cell are parted by `|` or stand on lines of their own: the first is preferred, others are admitted. Beside
them: `id`, `domain`, `subject`, `definition`, `note`, `reference` (the source of the concept) and `status`, which is that
of the last language, as in CSV. Of one language: `en status` (one for all of its terms, or as many as there are, parted
alike), `en note`, and terms of one status: `en deprecated`, `en superseded`, `en forbidden`. A `yes` or `x` under
`en forbidden` speaks of the terms under `en`. Every sheet with such a header is read; cells without a head are not. Rows
of one `id`, or without one of one first term and domain, are one concept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tqcheck.glossary.concept import SOURCE, STATUS_WORDS, TARGET, Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import xlsx_write
from tqcheck.glossary.formats.base import Format
from tqcheck.glossary.formats.csv_form import key_of
from tqcheck.glossary.formats.xlsx_cells import Line, sheets
from tqcheck.language.tags import canonical, is_known, is_tag

OTHERS = ("id", "status", "domain", "subject", "definition", "note", "reference")
OF_LANGUAGE = re.compile(r"(\S+?)[\s:]+\(?([\w-]+)\)?")
TERMS, STATUS, NOTE = "terms", "status", "note"
FORBIDDEN = "forbidden"
YES = ("x", "yes", "y", "true", "1", "✓", "✔")
NO = ("no", "n", "false", "0", "-")


class Column(NamedTuple):
    role: str
    """`terms`, `status`, `note` or a status of a language; one of OTHERS of the concept; empty for none."""
    language: str = ""


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of a workbook. Raises GlossaryError with the row of what is wrong; the message names the cell's sheet."""
    merged: dict[object, Concept] = {}
    why: GlossaryError | None = None
    for title, lines in sheets(data, path):
        header = next(lines, None)
        if header is None:
            continue
        try:
            columns = _columns(header, title, path)
        except GlossaryError as error:
            if any(is_known(cell) or cell.lower() in ("source", "target") for cell in header.cells):
                raise
            why = why or error
            continue
        for line in lines:
            concept = _concept(columns, line, f"{path}:{len(merged) + 1}", title, path)
            key = key_of(concept)
            merged[key] = _joined(merged[key], concept) if key in merged else concept
    if not merged:
        raise why or GlossaryError("has no sheet with terms under a header of language tags, such as `ru`, `en`", path)
    yield from merged.values()


def _columns(header: Line, title: str, path: str) -> list[Column]:
    found = [_column(cell, title, path, header.number) for cell in header.cells]
    languages = [column.language for column in found if column.role == TERMS]
    if len(set(languages)) < (1 if any(map(is_known, languages)) or SOURCE in languages else 2):
        raise GlossaryError(f"needs a header of language tags in {title}, such as `ru`, `en`, or `source`, `target`", path, header.number)  # fmt: skip
    for column in found:
        if column.role not in ("", TERMS) and found.count(column) > 1:
            name = f"{column.language} {column.role}".strip()
            raise GlossaryError(f"has two columns `{name}` in {title}", path, header.number)
        if column.language not in ("", *languages):
            raise GlossaryError(f"has `{column.language} {column.role}` in {title}, but no column `{column.language}`", path, header.number)  # fmt: skip
    return found


def _column(name: str, title: str, path: str, row: int) -> Column:
    lower = name.lower()
    if lower in OTHERS:
        return Column(lower)
    if (language := _language(name)) or not name:
        return Column(TERMS if name else "", language)
    pair = OF_LANGUAGE.fullmatch(name)
    if pair and (language := _language(pair[1])) and pair[2].lower() in (STATUS, NOTE, *STATUS_WORDS):
        return Column(pair[2].lower(), language)
    raise GlossaryError(
        f"{name!r} in the header of {title} is neither a language tag, nor one with `status`, `note` or a status "
        f"(`en deprecated`), nor {', '.join(OTHERS)}", path, row,
    )  # fmt: skip


def _language(name: str) -> str:
    placeholder = {"source": SOURCE, "target": TARGET}.get(name.lower(), "")
    return placeholder or (canonical(name) if is_tag(name) else "")


def _concept(columns: Sequence[Column], line: Line, id: str, title: str, path: str) -> Concept:
    cells = {column: cell for column, cell in zip(columns, line.cells, strict=True) if column.role != TERMS}
    last = max(at for at, column in enumerate(columns) if column.role == TERMS)
    terms: list[Term] = []
    for at, (column, cell) in enumerate(zip(columns, line.cells, strict=True)):
        language = column.language
        if column.role == TERMS:
            flag = cells.get(Column(FORBIDDEN, language), "").casefold() in YES
            given = cells.get(Column(STATUS, language), "") or cells.get(Column("status"), "") * (at == last)
            texts = _parts(cell)
            statuses = _statuses(texts, FORBIDDEN if flag else given, f"{title}, row {line.number}", path, line.number)
            note = cells.get(Column(NOTE, language), "")
            for text, status in zip(texts, statuses, strict=True):
                terms.append(Term(text, language, status, rest={NOTE: note} if note else {}, line=line.number))
                note = ""
        elif column.role in STATUS_WORDS and not (column.role == FORBIDDEN and cell.casefold() in (*YES, *NO)):
            terms += [Term(text, language, STATUS_WORDS[column.role], line=line.number) for text in _parts(cell)]
    if not terms:
        raise GlossaryError(f"has a row without a term in {title}", path, line.number)
    order = list(dict.fromkeys(column.language for column in columns))
    own = {name: cells.get(Column(name), "") for name in OTHERS}
    return Concept(
        id=own["id"] or id,
        terms=tuple(sorted(terms, key=lambda term: order.index(term.language))),
        domain=tuple(_parts(own["domain"])),
        subject=own["subject"],
        definition=own["definition"],
        note=own["note"],
        source=own["reference"],
        glossary=path,
        line=line.number,
    )


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[|\n]", cell) if part.strip()]


def _statuses(texts: Sequence[str], given: str, place: str, path: str, row: int) -> list[Status]:
    """The status of each of the terms of a cell: as said of it, else the one due to its place."""
    words = [word.casefold() for word in _parts(given)]
    if wrong := next((word for word in words if word not in STATUS_WORDS), ""):
        raise GlossaryError(f"{wrong!r} is no status ({place}); use {', '.join(Status)}", path, row)
    if len(words) > 1:
        if len(words) != len(texts):
            raise GlossaryError(f"has {len(words)} statuses for {len(texts)} terms ({place})", path, row)
        return [STATUS_WORDS[word] for word in words]
    status = STATUS_WORDS[words[0]] if words else Status.PREFERRED
    return [Status.ADMITTED if at and status.allowed else status for at in range(len(texts))]


def _joined(first: Concept, second: Concept) -> Concept:
    """Rows of one concept: each term once; the first that says anything of the concept has the word."""
    known = {(term.language, term.text) for term in first.terms}
    terms = first.terms + tuple(t for t in second.terms if (t.language, t.text) not in known)
    order = list(dict.fromkeys(term.language for term in terms))
    return replace(
        first,
        terms=tuple(sorted(terms, key=lambda term: order.index(term.language))),
        subject=first.subject or second.subject,
        definition=first.definition or second.definition,
        note=first.note or second.note,
        source=first.source or second.source,
    )


FORMATS = (
    Format(
        "xlsx", "Excel workbook, a column per language", (".xlsx", ".xlsm"), read=read,
        write=lambda concepts, languages: xlsx_write.write(concepts, languages, lambda data: list(read(data, ""))),
    ),
)  # fmt: skip
