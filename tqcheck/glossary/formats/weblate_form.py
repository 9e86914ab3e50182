"""Glossaries of Weblate as it exports them in CSV, a unit a row.

Known, from its exports: the columns `location`, `source`, `target`, `id`, `fuzzy`, `context`, `translator_comments` and
`developer_comments`; a unit is found by source and context; a cell that a spreadsheet would take for a formula stands
between apostrophes, its `|` after a backslash. The export has no column for flags. Assumed: where there is a column
`flags`, or a line `flags: …` in a comment, `forbidden` and `read-only` mean what they mean in Weblate. Taken for a
concept's: `context` as subject, comments of developers as definition, those of translators as note. Units that are fuzzy
or have no target are left out. Terms that are not allowed are not written, for without flags Weblate would offer them;
its TBX keeps the status.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tqcheck.glossary.concept import Concept, GlossaryError, Status
from tqcheck.glossary.formats.base import Format, Written, decoded
from tqcheck.glossary.formats.bilingual import (
    Row,
    gathered,
    in_words,
    pair_in_name,
    pair_to_write,
    units_of,
    written,
)

COLUMNS = ("location", "source", "target", "id", "fuzzy", "context", "translator_comments", "developer_comments")
FLAGS = "flags"
FORMULA = ("=", "+", "-", "@", "|", "%")
"""With what a spreadsheet's formula begins, as Weblate has it."""
YES = ("true", "yes", "1")


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of an export. Raises GlossaryError with the line of what is wrong."""
    passed: Counter[str] = Counter()
    rows = list(_rows(decoded(data, path), path, passed))
    if passed and not rows:
        raise GlossaryError(f"has no unit that is translated and approved: {in_words(passed)}", path)
    yield from gathered(rows, pair_in_name(path, alone=True), path)


def left_out(data: bytes, path: str) -> str:
    """In words; empty for nothing. Raises GlossaryError."""
    passed: Counter[str] = Counter()
    for _ in _rows(decoded(data, path), path, passed):
        pass
    return in_words(passed)


def _rows(content: str, path: str, passed: Counter[str]) -> Iterator[Row]:
    csv.field_size_limit(1 << 20)
    table = csv.reader(io.StringIO(content, newline=""))
    try:
        names = [name.strip().lower() for name in next(table, [])]
        unknown = [name for name in names if name not in (*COLUMNS, FLAGS)]
        if unknown or "source" not in names or "target" not in names:
            why = f"has the unknown column {unknown[0]!r}" if unknown else "has no columns `source` and `target`"
            raise GlossaryError(f"{why}; Weblate exports {', '.join(COLUMNS)}", path, 1)
        for cells in table:
            if any(cells):
                found = {name: _plain(cell).strip() for name, cell in zip(names, cells, strict=False)}
                flags = _flags(found)
                if "read-only" in flags:
                    found["target"] = found.get("target") or found.get("source", "")
                if found.get("fuzzy", "").lower() in YES:
                    passed["fuzzy"] += 1
                elif not found.get("target"):
                    passed["untranslated"] += 1
                else:
                    yield _row(found, flags, table.line_num)
    except csv.Error as error:
        raise GlossaryError(f"is not valid CSV: {error}", path, table.line_num) from error


def _row(found: dict[str, str], flags: Sequence[str], line: int) -> Row:
    others = [flag for flag in flags if flag not in ("forbidden", "read-only")]
    about: dict[str, Any] = {
        "id": found.get("id", ""), "subject": found.get("context", ""), "note": found.get("translator_comments", ""),
        "definition": found.get("developer_comments", ""), FLAGS: ", ".join(others),
    }  # fmt: skip
    as_it_is = {"do-not-translate": "read-only" in flags}
    status = Status.DEPRECATED if "forbidden" in flags else None
    key = about["id"] or (found["source"], about["subject"])
    return Row(found["source"], found["target"], line, key, status, about, as_it_is, as_it_is)


def _flags(found: dict[str, str]) -> list[str]:
    """The flags of a unit; lines of comments that name them are taken out."""
    words = found.pop(FLAGS, "")
    for name in ("translator_comments", "developer_comments"):
        lines = found.get(name, "").split("\n")
        words += "".join(f",{line.split(':', 1)[1]}" for line in lines if line.lower().startswith(f"{FLAGS}:"))
        found[name] = "\n".join(line for line in lines if not line.lower().startswith(f"{FLAGS}:")).strip()
    return list(dict.fromkeys(flag.strip() for flag in words.split(",") if flag.strip()))


def _plain(cell: str) -> str:
    if len(cell) > 2 and cell[0] == cell[-1] == "'" and cell[1] in FORMULA:
        return cell[1:-1].replace("\\|", "|")
    return cell


def _guarded(cell: str) -> str:
    return "'{}'".format(cell.replace("|", "\\|")) if cell.startswith(FORMULA) else cell


def write(concepts: Sequence[Concept], languages: Sequence[str]) -> Written:
    """The table that Weblate's upload takes: a unit for each source term, with its preferred target."""
    pair = pair_to_write(concepts, languages, "Weblate's CSV")
    stream = io.StringIO()
    table = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for concept, source, target in units_of(concepts, pair):
        cells = {
            "source": source.text, "target": target.text, "context": concept.subject, "translator_comments": concept.note,
            "developer_comments": concept.definition,
        }  # fmt: skip
        table.writerow({"fuzzy": "False", **{name: _guarded(cell) for name, cell in cells.items()}})
    return written(stream.getvalue().encode(), concepts, pair, read, "Weblate's CSV")


def recognises(data: bytes) -> bool:
    names = data[:1024].removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].lower().replace(b'"', b"").strip().split(b",")
    return {b"source", b"target", b"translator_comments", b"developer_comments"} <= set(names)


FORMATS = (
    Format(
        "weblate", "Glossary of Weblate in CSV", (".csv",), read=read, write=write, recognises=recognises,
        left_out=left_out,
    ),
)  # fmt: skip
