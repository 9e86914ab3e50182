"""Concepts as an Excel workbook: a concept a row, terms of each status in columns of their own, every cell a text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from tqcheck.glossary.concept import SOURCE, TARGET, Concept, Status, Term
from tqcheck.glossary.formats.base import Written, languages_in, library
from tqcheck.glossary.formats.losses import checked

ABOUT = ("domain", "subject", "definition", "note", "reference")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a text begins that a spreadsheet takes for a formula when the cell is edited."""
MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the same glossary makes the same file."""
CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write(concepts: Sequence[Concept], languages: Sequence[str], read: Callable[[bytes], Sequence[Concept]]) -> Written:
    """The workbook. Raises GlossaryError where openpyxl is missing."""
    tags = languages_in(concepts, languages)
    rows = [_cells(concept, tags) for concept in concepts if any(term.language in tags for term in concept.terms)]
    columns = [name for tag in tags for name in _columns(tag)] + list(ABOUT)
    kept = ["id", *(name for name in columns if name in map(_head, tags) or any(row.get(name) for row in rows))]
    return checked(_workbook(kept, rows), concepts, tags, read, "an Excel workbook")


def _head(tag: str) -> str:
    return {SOURCE: "source", TARGET: "target"}.get(tag, tag)


def _columns(tag: str) -> list[str]:
    return [_head(tag), *(f"{_head(tag)} {status}" for status in Status), f"{_head(tag)} note"]


def _cells(concept: Concept, tags: Sequence[str]) -> dict[str, str]:
    made = {
        "id": concept.id if concept.has_own_id else "",
        "domain": "|".join(concept.domain), "subject": concept.subject, "definition": concept.definition,
        "note": concept.note, "reference": concept.source,
    }  # fmt: skip
    for tag in tags:
        terms = [t for t in concept.terms if t.language == tag and not set("|\n\r") & set(t.text)]
        by_status = {status: [term for term in terms if term.status is status] for status in Status}
        main: list[Term] = []
        if by_status[Status.PREFERRED]:  # else no term may stand where the first is preferred
            main = [by_status[Status.PREFERRED].pop(0), *by_status.pop(Status.ADMITTED)]
            note = main[0].rest.get("note")
            made[f"{_head(tag)} note"] = note if isinstance(note, str) else ""
        made[_head(tag)] = "|".join(term.text for term in main)
        for status, found in by_status.items():
            made[f"{_head(tag)} {status}"] = "|".join(term.text for term in found)
    return made


def _workbook(columns: Sequence[str], rows: Sequence[dict[str, str]]) -> bytes:
    openpyxl = library("openpyxl", "xlsx", "")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for at, name in enumerate(columns, 1):
        longest = max([len(name), *(len(row.get(name, "")) for row in rows)])
        sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width = min(60, max(8, longest + 2))
    sheet.append([_cell(openpyxl, sheet, name) for name in columns])
    for row in rows:
        sheet.append([_cell(openpyxl, sheet, row.get(name, "")) for name in columns])
    stream = io.BytesIO()
    book.save(stream)
    return _timeless(stream.getvalue())


def _cell(openpyxl: Any, sheet: Any, text: str) -> Any:
    """A text cell, whatever the text looks like; None for nothing."""
    if not text:
        return None
    cell = openpyxl.cell.WriteOnlyCell(sheet, openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.sub("", text))
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA)
    return cell


def _timeless(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(part.filename, MOMENT), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
