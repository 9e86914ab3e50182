"""Rows of the bank: blank-line parted records of `key: value` lines that a linguist edits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

KEYS = (
    "source", "source-unless", "means", "gloss", "literal", "good", "unless", "severity", "confidence", "flag", "pass",
)  # fmt: skip
NEEDED = ("source", "means")
NEEDED_WITH_LITERAL = ("flag",)
NEEDED_WITHOUT_LITERAL = ("gloss", "good")
"""A row without literal renderings serves texts with a source: the gloss says what a word-for-word rendering is made of."""

BLOCK = re.compile(r"(?:[^\n]+(?:\n|\Z))+")
"""Lines without an empty one among them."""
RECORD = re.compile(r"^(?!#)[^\n]*\S", re.M)


class BankError(Exception):
    """A bank file that cannot be used; says where and what to do."""

    def __init__(self, message: str, path: str, line: int) -> None:
        super().__init__(message)
        self.path, self.line = path, line


@dataclass(frozen=True, slots=True)
class Row:
    kind: str
    """`idiom` or `calque`."""
    language: str
    """Of the source phrase."""
    fields: dict[str, tuple[str, ...]]
    """By key, one entry per line of the file; alternatives still joined."""
    path: str
    line: int

    def all(self, key: str) -> tuple[str, ...]:
        """The alternatives of a field, parted by ` | ` outside parentheses."""
        return tuple(part for value in self.fields.get(key, ()) for part in alternatives(value))

    def one(self, key: str, default: str = "") -> str:
        return next(iter(self.fields.get(key, ())), default)

    @property
    def phrase(self) -> str:
        return next(iter(self.all("source")), "")

    @property
    def confidence(self) -> float:
        """How sure the literal wording alone makes; 0 to 1."""
        return float(self.one("confidence", "0.8"))

    @property
    def severity(self) -> str:
        return self.one("severity", "major")


def is_plain(rendering: str) -> bool:
    """Whether a rendering is a phrase by itself, without alternatives and gaps."""
    return not set(rendering) & set("()[]{}|=…") and "..." not in rendering


@lru_cache(maxsize=65_536)
def alternatives(value: str) -> tuple[str, ...]:
    """`a | (b|c) d` to `a`, `(b|c) d`."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(value):
        depth += (char in "([{") - (char in ")]}")
        if char == "|" and depth == 0:
            parts.append(value[start:at])
            start = at + 1
    parts.append(value[start:])
    return tuple(stripped for part in parts if (stripped := part.strip()))


def read(content: str, kind: str, language: str, path: str) -> Iterator[Row]:
    """The rows of one file. Raises BankError for a line that is no `key: value` of a known key."""
    for offset, line in places(content):
        yield row_at(content, offset, line, kind, language, path)


def places(content: str) -> Iterator[tuple[int, int]]:
    """Where each row begins: its offset and its line (1-based)."""
    line, counted = 1, 0
    for block in BLOCK.finditer(content):
        if begin := RECORD.search(content, block.start(), block.end()):
            line += content.count("\n", counted, begin.start())
            counted = begin.start()
            yield counted, line


def row_at(content: str, offset: int, line: int, kind: str, language: str, path: str) -> Row:
    """The row that begins at an offset."""
    fields: dict[str, tuple[str, ...]] = {}
    end = content.find("\n\n", offset)
    for number, raw in enumerate(content[offset : end if end >= 0 else None].split("\n"), line):
        text = raw.rstrip()
        if not text or text.startswith("#"):
            continue
        key, colon, value = text.partition(":")
        if not colon or key not in KEYS:
            raise BankError(f"{key!r} is none of {', '.join(KEYS)}", path, number)
        fields[key] = (*fields.get(key, ()), value.strip())
    return _row(fields, kind, language, path, line)


def _row(fields: dict[str, tuple[str, ...]], kind: str, language: str, path: str, line: int) -> Row:
    literal = any(fields.get("literal", ()))
    for key in (*NEEDED, *(NEEDED_WITH_LITERAL if literal else NEEDED_WITHOUT_LITERAL)):
        if not any(fields.get(key, ())):
            raise BankError(f"the row lacks `{key}:`", path, line)
    severity = fields.get("severity", ("major",))[0]
    if severity not in ("minor", "major", "critical"):
        raise BankError(f"severity is minor, major or critical, not {severity!r}", path, line)
    try:
        sure = 0 <= float(fields.get("confidence", ("0.8",))[0]) <= 1
    except ValueError:
        sure = False
    if not sure:
        raise BankError("confidence is a number from 0 to 1", path, line)
    return Row(kind, language, fields, path, line)
