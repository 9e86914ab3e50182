"""Editing a glossary file: locked, atomic, and nothing but its own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tqcheck.glossary.change import ChangeError
from tqcheck.glossary.concept import GlossaryError
from tqcheck.glossary.formats.base import decoded
from tqcheck.glossary.formats.yaml_form import EMPTY
from tqcheck.glossary.load import bytes_of
from tqcheck.glossary.sheets.csv_sheet import CsvSheet
from tqcheck.glossary.sheets.yaml_sheet import YamlSheet
from tqcheck.storage.files import write_atomically
from tqcheck.storage.lock import locked

Sheet = YamlSheet | CsvSheet
SHEETS: dict[str, type[YamlSheet] | type[CsvSheet]] = {
    ".yaml": YamlSheet, ".yml": YamlSheet, ".csv": CsvSheet, ".tsv": CsvSheet,
}  # fmt: skip


ALIAS = re.compile(r"(?:^|[\s\[{,:-])\*\w", re.MULTILINE)
"""What may be an alias of YAML."""


@dataclass(slots=True)
class Edit:
    """What became of an edit."""

    sheet: Sheet
    before: str
    written: bool = False


def opened(path: str) -> tuple[Sheet, str]:
    """A file as a sheet, and its text. Raises GlossaryError."""
    kind = SHEETS.get(Path(path).suffix.lower())
    if kind is None:
        raise GlossaryError(
            f"is not edited in its place; known are {', '.join(SHEETS)} (see tqcheck glossary import)", path
        )
    data = bytes_of(path)
    text = ("\ufeff" if data.startswith(b"\xef\xbb\xbf") else "") + decoded(data, path)
    return kind(text, path), text


def _still_read(sheet: Sheet) -> None:
    """Raises ChangeError where an edit took away what other concepts name."""
    try:
        sheet.read()
    except GlossaryError as error:
        raise ChangeError(
            f"{sheet.path} could not be read any more (line {error.line}: {error}): another concept names what this one "
            "holds (& and *); write it out there first"
        ) from error


@contextmanager
def begun(path: str, dry: bool = False) -> Iterator[bool]:
    """Make an empty glossary where there is none yet; gives whether it was made. If the block raises it goes again.

    Raises GlossaryError, OSError.
    """
    place = Path(path)
    if dry or place.exists():
        yield False
        return
    if SHEETS.get(place.suffix.lower()) is not YamlSheet:
        raise GlossaryError("does not exist; a new glossary is a YAML file (.yaml)", path)
    if not place.parent.is_dir():
        raise GlossaryError(f"cannot be made: there is no folder {place.parent}", path)
    with locked(place):
        if new := not place.exists():  # another writer may have begun it meanwhile
            write_atomically(place, EMPTY)
    try:
        yield new
    except BaseException:
        with locked(place):
            if new and place.exists() and place.read_bytes() == EMPTY.encode():
                place.unlink()
        raise


@contextmanager
def editing(path: str, dry: bool = False, may_begin: bool = False) -> Iterator[Edit]:
    """Edit the sheet in the block; it is written at its end, unless the block raises or `dry` is asked.

    What `may_begin` and is only tried (`dry`) is an empty glossary where there is none yet.
    The file is read again under its lock, so two writers at once lose nothing. Raises GlossaryError, ChangeError, OSError.
    """
    place = Path(path)
    if dry and may_begin and not place.exists() and SHEETS.get(place.suffix.lower()) is YamlSheet:
        yield Edit(YamlSheet(EMPTY, path), "")
        return
    if not place.is_file():
        raise GlossaryError("cannot be read: no such file", path)
    with locked(place):
        sheet, before = opened(path)
        edit = Edit(sheet, before)
        yield edit
        if ALIAS.search(before):  # the one thing by which a concept depends on the lines of another
            _still_read(sheet)
        if not dry and sheet.text != before:
            write_atomically(place, sheet.text)
            edit.written = True
