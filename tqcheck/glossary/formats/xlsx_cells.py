"""The cells of a workbook as text, from a file that is not trusted."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from tqcheck.glossary.concept import GlossaryError
from tqcheck.glossary.formats.base import library

LARGEST = 256 << 20
"""Bytes of all parts of a workbook, unpacked."""
MOST_PARTS = 5000
WIDEST = 256
"""Columns that are looked at."""
LONGEST = 1 << 20
"""Characters of a cell."""
DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")


class Line(NamedTuple):
    number: int
    """Of the row, from 1."""
    cells: list[str]


def sheets(data: bytes, path: str) -> Iterator[tuple[str, Iterator[Line]]]:
    """The sheets by name with those of their rows that hold anything; no more columns than the first of them has.

    Merged cells all have the text of their first. Hidden rows and sheets are read like others: a filter must not take
    concepts away. Numbers and dates are their values as text. A formula counts for the value that was stored with it.
    Raises GlossaryError for what is no workbook, is too large, or has a cell without a value that can be told.
    """
    openpyxl = library("openpyxl", "xlsx", path)
    archive = _opened(data, path)
    with _guarded(path):
        values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        for value, formula in zip(values.worksheets, formulas.worksheets, strict=True):
            yield value.title, _lines(value, formula, _merges(archive, value), path)


@contextmanager
def _guarded(path: str) -> Iterator[None]:
    """A broken workbook makes zipfile, zlib and openpyxl raise nearly anything."""
    try:
        yield
    except GlossaryError:
        raise
    except Exception as error:
        why = str(error).split("\n")[0] or type(error).__name__
        raise GlossaryError(f"is not a workbook that can be read: {why}", path) from error


def _opened(data: bytes, path: str) -> zipfile.ZipFile:
    """The archive, once nothing in it is too large or declares entities: sizes are as declared, and no more is unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise GlossaryError("is an old Excel file or has a password; save it as .xlsx without one", path)
    if not data.startswith(b"PK"):
        raise GlossaryError("is not an .xlsx workbook", path)
    with _guarded(path):
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
            raise GlossaryError(f"is larger than {LARGEST >> 20} MiB when unpacked", path)
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                content = archive.read(part)
                if content.startswith((b"\xff\xfe", b"\xfe\xff")) or any(each in content for each in DECLARED):
                    raise GlossaryError(
                        f"has a document type or entities in {part.filename}, which no workbook needs", path
                    )
    return archive


def _merges(archive: zipfile.ZipFile, sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """First row and column of merged cells to their last."""
    made = {}
    for first, top, last, bottom in MERGED.findall(archive.read(sheet._worksheet_path)):
        made[int(top), _column(first)] = (int(bottom), _column(last))
    return made


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _lines(value: Any, formula: Any, merges: dict[tuple[int, int], tuple[int, int]], path: str) -> Iterator[Line]:
    with _guarded(path):
        for sheet in (value, formula):
            sheet.reset_dimensions()  # what a file says of its size need not be true
        first = next(_plain(value, formula, WIDEST, path), None)
        if first is None:
            return
        width = max(at for at, cell in enumerate(first.cells, 1) if cell)
        reaching: dict[int, tuple[int, str]] = {}  # column to the last row of its merged cells and their text
        for number, cells in _plain(value, formula, width, path):
            for at, cell in enumerate(cells, 1):
                if (number, at) in merges:
                    bottom, last = merges[number, at]
                    reaching |= dict.fromkeys(range(at, min(last, width) + 1), (bottom, cell))
                bottom, text = reaching.get(at, (0, ""))
                if not cell and bottom >= number:
                    cells[at - 1] = text
            yield Line(number, cells)


def _plain(value: Any, formula: Any, width: int, path: str) -> Iterator[Line]:
    """The rows that hold anything, as they stand in the file."""
    for number, row in enumerate(zip(value.iter_rows(max_col=width), formula.iter_rows(max_col=width), strict=True), 1):
        cells = [
            _text(*pair, f"{value.title}!{_name(at)}{number}", path, number) for at, pair in enumerate(zip(*row, strict=True), 1)
        ]  # fmt: skip
        if any(cells):
            yield Line(number, cells)


def _name(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _text(cell: Any, formula: Any, name: str, path: str, row: int) -> str:
    value = cell.value
    if value is None:
        if formula.value is not None:
            raise GlossaryError(
                f"has a formula without a value in {name}; open it in a spreadsheet and save it again", path, row
            )
        return ""
    if cell.data_type == "e":
        raise GlossaryError(f"has the error {value} in {name}", path, row)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    text = str(value).strip()
    if len(text) > LONGEST:
        raise GlossaryError(f"has more than {LONGEST} characters in {name}", path, row)
    return text
