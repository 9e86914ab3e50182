"""Glossaries as UTX (Universal Terminology eXchange of the AAMT, 1.11 and 1.20): lines of columns parted by tabs.

The first line is `#UTX 1.20; en/de; …`, with the pair of languages; the last of the lines that begin with `#` before the
first entry names the columns, `#src`, `tgt`, `src:pos` and others. `-` or nothing is an empty cell; later lines with `#`
are comments. Columns that begin with `src:` or `tgt:` are of the term, others of the concept; `x-` marks one's own. Rows
of one `concept ID` are one concept, else rows of one source term. A list marked bidirectional reads the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats.base import Format, Written, decoded
from tqcheck.glossary.formats.bilingual import Pair, Row, gathered, one_line, pair_to_write, pairs_of
from tqcheck.glossary.formats.losses import checked
from tqcheck.language.tags import canonical, is_tag

STATUSES = {
    "approved": Status.PREFERRED,
    "provisional": Status.ADMITTED,
    "forbidden": Status.DEPRECATED,
    "non-standard": Status.SUPERSEDED,
    "rejected": Status.DEPRECATED,
    "obsolete": Status.SUPERSEDED,
}
"""The words of UTX for the status of a target term; the first of each of ours is the one that is written."""
STATUS_COLUMNS = ("term status", "tgt term status", "tgt:term status", "tgt:status", "status")
ID = "concept id"
CONCEPT = ("domain", "subject", "definition", "comment", "source")
"""Columns of the concept that tqcheck writes; all but `comment` are marked as one's own."""
OWN = "x-"
TERM = ("pos", "comment")
"""What UTX itself has of a term; the rest is written as one's own."""


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of a list. Raises GlossaryError with the line of what is wrong."""
    lines = decoded(data, path).replace("\r\n", "\n").split("\n")
    pair = _pair(lines[0], path)
    columns: list[str] = []
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], 2):
        if line.startswith("#"):
            if not rows and line[1:].split("\t")[0].strip().lower() == "src":
                columns = _columns(line, path, number)
        elif line.strip():
            if not columns:
                raise GlossaryError(
                    "has no line `#src`, `tgt` … that names the columns before this entry", path, number
                )
            rows.append(_row(columns, line, path, number))
    yield from gathered(rows, pair, path)


def _pair(line: str, path: str) -> Pair:
    if not line.upper().startswith("#UTX"):
        raise GlossaryError("is no UTX: it must begin with a line such as `#UTX 1.20; en/de`", path, 1)
    for part in line.split(";")[1:]:
        tags = [tag.strip() for tag in part.split("/")]
        if len(tags) == 2 and all(map(is_tag, tags)):
            return Pair(canonical(tags[0]), canonical(tags[1]))
    raise GlossaryError("does not name its two languages in its first line, such as `#UTX 1.20; en/de`", path, 1)


def _columns(line: str, path: str, number: int) -> list[str]:
    names = [name.strip().lower() for name in line[1:].split("\t")]
    if "tgt" not in names:
        raise GlossaryError("names no column `tgt`", path, number)
    if twice := next((name for name in names if name and names.count(name) > 1), None):
        raise GlossaryError(f"names the column `{twice}` twice", path, number)
    return names


def _row(columns: Sequence[str], line: str, path: str, number: int) -> Row:
    cells = [cell.strip() for cell in line.split("\t")]
    if any(cells[len(columns) :]):
        raise GlossaryError(f"has {len(cells)} cells, but {len(columns)} columns are named", path, number)
    found = dict(zip(columns, cells, strict=False))
    source, target = found.pop("src", ""), found.pop("tgt", "")
    about: dict[str, Any] = {}
    of: dict[str, dict[str, Any]] = {"src": {}, "tgt": {}}
    status = None
    for name, value in found.items():
        if value in ("", "-"):
            continue
        if name in STATUS_COLUMNS:
            if value.lower() not in STATUSES:
                raise GlossaryError(f"{value!r} is no term status; UTX knows {', '.join(STATUSES)}", path, number)
            status = STATUSES[value.lower()]
        elif name[:4] in ("src:", "tgt:"):
            key = name[4:].removeprefix(OWN)
            of[name[:3]]["note" if key == "comment" else key] = value
        elif name == ID:
            about["id"] = value
        else:
            key = name.removeprefix(OWN)
            parts = [part.strip() for part in value.split("|") if part.strip()]
            about["note" if key == "comment" else key] = parts if key == "domain" else value
    return Row(source, target, number, about.get("id") or ("", source), status, about, of["src"], of["tgt"])


def write(concepts: Sequence[Concept], languages: Sequence[str]) -> Written:
    """The list in UTX 1.20: UTF-8 with its mark, lines ended by CR LF, no date, so that the same glossary is the same file."""
    pair = pair_to_write(concepts, languages, "UTX")
    rows = [
        _cells(concept, source, target)
        for concept in concepts
        for source, target in pairs_of(concept, pair)
        if not source.text.startswith("#")
    ]
    extra = sorted({name for row in rows for name in row} - {"src", "tgt", "src:pos"}, key=_place)
    names = ["src", "tgt", "src:pos", *extra]
    lines = [f"#UTX 1.20; {pair.source}/{pair.target};", "#" + "\t".join(names)]
    lines += ["\t".join(row.get(name, "") for name in names) for row in rows]
    data = ("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode()
    return checked(data, concepts, pair, lambda made: list(read(made, "")), "UTX")


def _place(name: str) -> tuple[int, str]:
    order = ("tgt:pos", "term status", "src:comment", "tgt:comment", "comment", "concept ID")
    return (order.index(name) if name in order else len(order), name)


def _cells(concept: Concept, source: Term, target: Term | None) -> dict[str, str]:
    about: dict[str, Any] = {
        "subject": concept.subject, "domain": "|".join(concept.domain), "definition": concept.definition,
        "comment": concept.note, "source": concept.source, **concept.rest,
    }  # fmt: skip
    found: dict[str, Any] = {"src": source.text, "tgt": target.text if target else ""}
    found |= {key if key == "comment" else OWN + key: value for key, value in about.items()}
    for side, term in (("src", source), ("tgt", target)):
        for key, value in {"type": term.type, **term.rest}.items() if term else ():
            name = "comment" if key == "note" else key
            found[f"{side}:{name if name in TERM else OWN + name}"] = value
    if target:
        found["term status"] = next(word for word, status in STATUSES.items() if status is target.status)
    if concept.has_own_id:
        found["concept ID"] = concept.id
    return {
        one_line(name): one_line(value) for name, value in found.items() if isinstance(value, str) and value.strip()
    }


FORMATS = (
    Format(
        "utx", "UTX 1.20 of the AAMT", (".utx", ".txt"), read=read, write=write,
        recognises=lambda data: data.removeprefix(b"\xef\xbb\xbf")[:4].upper() == b"#UTX",
    ),
)  # fmt: skip
