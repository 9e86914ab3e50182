"""Source and target as columns parted by TAB. No quoting: `"` is a character, line N of the file is row N."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from tqcheck.language.tags import canonical, is_known
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Document, LineIndex, Segment
from tqcheck.readers.base import SAMPLE, Input, Reader, ReadOptions
from tqcheck.readers.text import whole_line

NAMES = ("source", "target", "id", "note")
MOST_NOTICES = 20
"""Rows without a target that are named one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what, 0-based; languages as the header declares them."""

    source: int = 0
    target: int = 1
    id: int | None = None
    header: bool = False
    source_language: str = ""
    target_language: str = ""

    @property
    def last(self) -> int:
        """The last column that a row must have."""
        return max(self.source, self.target)


def columns(first: str) -> Columns:
    """The columns that a first row announces: all cells column names or language tags, else it is no header."""
    cells = [cell.strip() for cell in first.rstrip("\r\n").split("\t")]
    names = [cell.lower() if cell.lower() in NAMES else "" for cell in cells]
    tags = [at for at, cell in enumerate(cells) if not names[at] and is_known(cell) and cell[:2].islower()]
    if len(cells) < 2 or any(not name and at not in tags for at, name in enumerate(names)):
        return Columns()
    rest = iter(tags)
    source = names.index("source") if "source" in names else next(rest, None)
    target = names.index("target") if "target" in names else next(rest, None)
    if source is None or target is None:
        return Columns()
    return Columns(
        source, target, names.index("id") if "id" in names else None, True,
        canonical(cells[source]) if source in tags else "", canonical(cells[target]) if target in tags else "",
    )  # fmt: skip


def read(given: Input, options: ReadOptions) -> Document:
    first = list(islice(given.lines(), 100))
    shape = columns(first[0]) if first else Columns()
    document = Document(
        given.path, "tsv", (), LineIndex(), source_language=shape.source_language, target_language=shape.target_language
    )
    rows = [row for line in first[shape.header :] if len(row := line.rstrip("\r\n").split("\t")) > shape.last]
    document.sample = "\n".join(row[shape.target] for row in rows)[:SAMPLE]
    document.source_sample = "\n".join(row[shape.source] for row in rows)[:SAMPLE]
    document.segments = _rows(given, document, shape)
    return document


def _rows(given: Input, document: Document, shape: Columns) -> Iterator[Segment]:
    lines, offset, index, missing = document.lines, 0, 0, 0
    assert lines is not None
    for number, raw in enumerate(given.lines(), 1):
        row = raw.rstrip("\r\n")
        start, offset = offset, offset + len(raw)
        lines.add(offset)
        if (number == 1 and shape.header) or not row.strip():
            continue
        cells = row.split("\t")
        if len(cells) <= shape.last or not cells[shape.target].strip():
            missing += 1
            if missing <= MOST_NOTICES:
                what = "a TAB" if len(cells) == 1 else "a target"
                message = f"Row {number} is without {what}; skipped."
                document.notices.append(Notice("no-target", message, given.path, number))
            continue
        places = list(accumulate((len(cell) + 1 for cell in cells), initial=start))
        name = cells[shape.id].strip() if shape.id is not None and len(cells) > shape.id else ""
        target = whole_line(cells[shape.target], places[shape.target])
        source = whole_line(cells[shape.source], places[shape.source]) if cells[shape.source].strip() else None
        yield Segment(name or f"r{number}", index, target, source)
        index += 1
    if missing > MOST_NOTICES:
        document.notices.append(
            Notice("no-target", f"{missing - MOST_NOTICES} more rows are without a target; skipped.", given.path)
        )


READER = Reader("tsv", (".tsv", ".tab"), read)
