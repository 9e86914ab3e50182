"""The bank in play for one language pair, indexed so that its size does not matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from tqcheck.idioms.pattern import COMMON, Pattern, PatternError, Root, Token, compile_pattern, skipped
from tqcheck.idioms.rows import BankError, Row, read
from tqcheck.language.stems import stem
from tqcheck.language.tags import fallbacks, primary

BRACKETED = re.compile(r"[(\[{][^(\[{)\]}]*[)\]}]")

KINDS = {"idioms": "idiom", "calques": "calque"}
"""Beginning of a file's name to kind: `glossaries/banks/ru/idioms.en.txt`, `idioms-animals.en.txt`."""


def home() -> Path:
    """Where the banks lie: in the wheel beside the code, in a checkout at its top."""
    packaged = Path(__file__).parent.parent / "data" / "glossaries" / "banks"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "glossaries" / "banks"


@dataclass(frozen=True, slots=True)
class Hit:
    """A literal rendering found in a text: the row, and the tokens it covers."""

    row: Row
    start: int
    end: int


class Bank:
    """Rows for one target language, of one source language or, where that is unknown, of all."""

    def __init__(self, rows: Iterable[Row], target_language: str, digest: str = "") -> None:
        self.target_language, self.digest = target_language, digest
        self.rows = list(rows)
        self.index: dict[str, list[_Entry]] = {}
        """By the stem of a word that the pattern cannot do without."""
        for row in self.rows:
            for text in row.all("literal"):
                entry = _Entry(text, row, target_language)
                for key in _anchor(text, target_language) or _best(entry.pattern.required):
                    self.index.setdefault(key, []).append(entry)

    def candidates(self, vocabulary: frozenset[str]) -> list[tuple[Pattern, Row]]:
        """The patterns whose required words all stand in a text of this vocabulary (its stems)."""
        return [
            (entry.pattern, entry.row)
            for key in vocabulary
            if key in self.index
            for entry in self.index[key]
            if not any(vocabulary.isdisjoint(keys) for keys in entry.pattern.required)
        ]

    def find(self, candidates: Iterable[tuple[Pattern, Row]], text: Sequence[Token]) -> Iterator[Hit]:
        """Every row whose literal rendering stands in the text, at its first place, in the order of the text."""
        hits: dict[int, Hit] = {}
        for pattern, row in candidates:
            if (place := pattern.find(text)) and (
                id(row) not in hits or place < (hits[id(row)].start, hits[id(row)].end)
            ):
                hits[id(row)] = Hit(row, *place)
        yield from sorted(hits.values(), key=lambda hit: (hit.start, -hit.end, hit.row.path, hit.row.line))


class _Entry:
    """A pattern of a row, compiled when a text first has its leading word: most never are."""

    def __init__(self, text: str, row: Row, language: str) -> None:
        self.text, self.row, self.language = text, row, language

    @cached_property
    def pattern(self) -> Pattern:
        try:
            return compile_pattern(self.text, self.language)
        except PatternError as error:
            raise BankError(f"{error} (in {self.text!r})", self.row.path, self.row.line) from error


def _anchor(text: str, language: str) -> tuple[str, ...]:
    """The stem of the longest uncommon word that stands outside all brackets; empty if there is none."""
    before = ""
    while before != text:
        before, text = text, BRACKETED.sub(" ", text)
    words = (token.lstrip("=") for token in text.split() if "-" not in token)
    stems = {stem(word, language) for word in words if word.isalpha()} - COMMON - skipped(language)
    return (max(stems, key=lambda key: (len(key), key)),) if stems else ()


def _best(required: Iterable[frozenset[str]]) -> list[str]:
    """The alternatives that lead to a pattern all of whose words stand in brackets: uncommon ones, few, and long."""
    keys = min(required, key=lambda keys: (sum(k in COMMON for k in keys), -min(map(len, keys)), sorted(keys)))
    return sorted(keys)


@lru_cache(maxsize=8192)
def patterns(row_values: tuple[str, ...], language: str, root: Root = stem) -> tuple[Pattern, ...]:
    """The compiled patterns of a row's `good`, `unless` or `source`."""
    return tuple(compile_pattern(value, language, root) for value in row_values)


def kind_of(file: Path) -> str:
    """`idiom` or `calque`, by the file's name."""
    return KINDS[re.split(r"[-.]", file.name, maxsplit=1)[0]]


def files_of(folder: Path, target_language: str) -> Iterator[Path]:
    """A source language's files for a target: those of the nearest tag (pt-BR before pt), in a stable order."""
    for name in KINDS:
        for tag in fallbacks(target_language):
            if found := sorted(folder.glob(f"{name}.{tag}.txt")) + sorted(folder.glob(f"{name}-*.{tag}.txt")):
                yield from found
                break


@lru_cache(maxsize=8)
def load(source_language: str, target_language: str) -> Bank:
    """The bank for a pair; an empty source language puts every source language's rows in play."""
    folder, digest = home(), sha256()
    rows: list[Row] = []
    wanted = [primary(source_language)] if source_language else sorted(p.name for p in folder.glob("*") if p.is_dir())
    for language in wanted:
        if language == primary(target_language):
            continue
        for file in files_of(folder / language, target_language):
            content = file.read_text(encoding="utf-8")
            digest.update(content.encode())
            rows += read(content, kind_of(file), language, f"{language}/{file.name}")
    return Bank(rows, target_language, digest.hexdigest()[:12] if rows else "")
