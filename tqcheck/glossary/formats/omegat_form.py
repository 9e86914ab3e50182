"""Glossaries of OmegaT: a line holds source, target and comment, parted by tabs; lines with `#` are comments.

As OmegaT reads them (its GlossaryReaderTSV and GlossaryReaderCSV): no header and no quotes between tabs; in a `.csv` the
cells are parted by commas and may be quoted; lines of one source term are its alternatives, and the first is taken as
preferred. UTF-8, or UTF-16 with its mark. OmegaT has no status, so terms that are not allowed are not written: it would
offer them. It takes lines that are no pair of terms for nothing; here they are errors.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.formats.base import Format, Written, decoded
from tqcheck.glossary.formats.bilingual import (
    Row,
    gathered,
    one_line,
    pair_in_name,
    pair_to_write,
    pairs_of,
    written,
)

HEAD = "# Glossary in tab-separated format -*- coding: utf-8 -*-\n"
"""OmegaT reads files other than .utf8 in the system's encoding unless their first line says this."""
BEGINNING = 4096
"""Bytes by which a .txt is told to be a glossary."""


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of a list. Raises GlossaryError with the line of what is wrong."""
    lines = _text(data, path).replace("\r\n", "\n").split("\n")
    table = path.lower().endswith(".csv")
    yield from gathered(_rows(lines, table, path), pair_in_name(path), path)


def _rows(lines: Sequence[str], table: bool, path: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = [cell.strip() for cell in (next(csv.reader([line])) if table else line.split("\t"))]
        if len(cells) < 2:
            raise GlossaryError(
                f"needs a source and a target term parted by a {'comma' if table else 'tab'}", path, number
            )
        note = cells[2] if len(cells) > 2 else ""
        yield Row(cells[0], cells[1], number, cells[0], about={"note": note})


def _text(data: bytes, path: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as error:
            raise GlossaryError("is not UTF-16, as its first bytes say; save it as UTF-8", path, 1) from error
    return decoded(data, path)


def recognises(data: bytes) -> bool:
    """Whether every line of the beginning is a pair of terms or a comment, and one at least is a pair."""
    try:
        text = data[:BEGINNING].decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "ignore")
    except UnicodeError:
        return False
    lines = text.split("\n")[: -1 if len(data) > BEGINNING else None]
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return bool(told) and all("\t" in line for line in told) and not text.upper().startswith("#UTX")


def write(concepts: Sequence[Concept], languages: Sequence[str]) -> Written:
    """The list with tabs; the comment is the note of a concept, else its definition."""
    pair = pair_to_write(concepts, languages, "an OmegaT glossary")
    lines = [HEAD]
    for concept in concepts:
        for source, target in pairs_of(concept, pair):
            cells = [
                one_line(source.text),
                one_line(target.text if target else ""),
                one_line(concept.note or concept.definition),
            ]
            if (target is None or target.status.allowed) and not cells[0].startswith("#"):
                lines.append("\t".join(cells if cells[2] else cells[:2]) + "\n")
    return written("".join(lines).encode(), concepts, pair, read, "an OmegaT glossary")


FORMATS = (
    Format(
        "omegat", "Glossary of OmegaT", (".utf8", ".tab", ".txt"), read=read, write=write, recognises=recognises,
    ),
)  # fmt: skip
