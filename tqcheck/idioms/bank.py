"""The bank in play for one language pair, indexed so that its size does not matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tqcheck.idioms import cache
from tqcheck.idioms.index import Index, compiled, index, together
from tqcheck.idioms.pattern import Pattern
from tqcheck.idioms.rows import BankError, Row, places, read, row_at
from tqcheck.idioms.tokens import Token
from tqcheck.language.tags import fallbacks, primary

KINDS = {"idioms": "idiom", "calques": "calque"}
"""Beginning of a file's name to kind: `glossaries/banks/ru/idioms.en.txt`, `idioms-animals.en.txt`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern of a row found in a text, and the tokens it covers."""

    row: Row
    start: int
    end: int
    loose: bool = False
    """Found in part, with a word between its own, or with its words in another order."""


class Candidate(NamedTuple):
    """A pattern of a row that may stand in a text."""

    row: Row
    pattern: Pattern
    whole: bool
    """Whether the text has every word that the pattern requires."""


class Shelf:
    """The rows of one source language for one target language."""

    def __init__(self, rows: Sequence[Row], literal: Index, source: Index) -> None:
        self.rows, self.literal, self.source = rows, literal, source

    @classmethod
    def of(cls, rows: Sequence[Row], target_language: str) -> Shelf:
        source_language = rows[0].language if rows else ""
        return cls(rows, index(rows, "literal", target_language), index(rows, "source", source_language))

    def candidates(self, key: str, language: str, vocabulary: frozenset[str]) -> Iterator[Candidate]:
        """The patterns of `literal` or `source` whose rarest word stands in a text of this vocabulary."""
        found = self.literal if key == "literal" else self.source
        for anchor in found.keys() & vocabulary:
            for number, nth in found[anchor]:
                row = self.rows[number]
                try:
                    pattern = compiled(row.all(key)[nth], language)
                except ValueError as error:
                    raise BankError(f"{error} (in {row.all(key)[nth]!r})", row.path, row.line) from error
                yield Candidate(row, pattern, not any(vocabulary.isdisjoint(keys) for keys in pattern.required))


class Bank:
    """Shelves for one target language, one a source language."""

    def __init__(
        self, shelves: Sequence[Shelf], target_language: str, digest: str = "", own: Sequence[Shelf] = ()
    ) -> None:
        self.shelves, self.target_language, self.digest = (*shelves, *own), target_language, digest
        self.replaced = frozenset(_phrase(row) for shelf in own for row in shelf.rows)
        """What rows of the user's own say; the rows that ship are silent about it."""
        self.own = frozenset(row.path for shelf in own for row in shelf.rows)

    @classmethod
    def of(cls, rows: Iterable[Row], target_language: str) -> Bank:
        by_language: dict[str, list[Row]] = {}
        for row in rows:
            by_language.setdefault(row.language, []).append(row)
        return cls([Shelf.of(some, target_language) for some in by_language.values()], target_language)

    def __len__(self) -> int:
        return sum(len(shelf.rows) for shelf in self.shelves)

    def _counts(self, row: Row) -> bool:
        return not self.replaced or row.path in self.own or _phrase(row) not in self.replaced

    def renderings(self, vocabulary: frozenset[str]) -> list[Candidate]:
        """The literal renderings that may stand in a target text of this vocabulary."""
        return [
            candidate
            for shelf in self.shelves
            for candidate in shelf.candidates("literal", self.target_language, vocabulary)
            if candidate.whole and self._counts(candidate.row)
        ]

    def phrases(self, language: str, vocabulary: frozenset[str]) -> list[Candidate]:
        """The source phrases that may stand in a source text of this vocabulary, whole or in part."""
        return [
            candidate
            for shelf in self.shelves
            if shelf.rows and shelf.rows[0].language == language
            for candidate in shelf.candidates("source", language, vocabulary)
            if self._counts(candidate.row)
        ]


def _phrase(row: Row) -> tuple[str, str]:
    return row.language, row.phrase.casefold()


def find(candidates: Iterable[Candidate], text: Sequence[Token], loosely: bool = False) -> list[Hit]:
    """Each row of the candidates that stands in the text, at its first place, in the order of the text.

    `loosely` also takes a match with one word between its own, and one with all telling words in another order.
    """
    hits: dict[tuple[str, int], Hit] = {}
    for row, pattern, whole in candidates:
        place, loose = pattern.find(text) if whole else pattern.find_partly(text, alike=True), not whole
        if place is None and whole and loosely and row.kind == "idiom":  # the words of a calque are everyday words
            place, loose = pattern.find(text, loosely=True), True
        if place is None:
            continue
        hit, before = Hit(row, *place, loose), hits.get((row.path, row.line))
        if before is None or _order(hit) < _order(before):
            hits[row.path, row.line] = hit
    return sorted(hits.values(), key=_order)


def _order(hit: Hit) -> tuple[int, int, bool, str, int]:
    return hit.start, -hit.end, hit.loose, hit.row.path, hit.row.line


def home() -> Path:
    """Where the banks lie: in the wheel beside the code, in a checkout at its top."""
    packaged = Path(__file__).parent.parent / "data" / "glossaries" / "banks"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent.parent / "glossaries" / "banks"


def text_of(file: Path) -> str:
    """Raises BankError where the file cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"cannot be read: {getattr(error, 'strerror', None) or error}", str(file), 1) from error


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


class _Rows(Sequence[Row]):
    """The rows of some files, read one by one when they are asked for: a text meets few of them."""

    def __init__(self, files: Sequence[tuple[str, str, str, str]], where: Sequence[Sequence[int]]) -> None:
        self.files, self.where = files, where
        self.read: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.where)

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]  # never sliced
        if number not in self.read:
            file, offset, line = self.where[number]
            content, kind, language, path = self.files[file]
            self.read[number] = row_at(content, offset, line, kind, language, path)
        return self.read[number]


@lru_cache(maxsize=8)
def load(source_language: str, target_language: str, own: tuple[str, ...] = ()) -> Bank:
    """The bank for a pair: the rows of the source language first, then every other language's, for idioms travel.

    An empty source language puts all in play alike.

    `own` are folders of the user's, laid out as `home()` is. Raises BankError for what cannot be used.
    """
    shelves = list(_shelves(home(), source_language, target_language))
    extra: list[tuple[Shelf, str]] = []
    for folder in own:
        found = list(_shelves(Path(folder), source_language, target_language))
        if not found and not any(Path(folder).glob("*/*.txt")):
            raise BankError(
                "has no bank; one is called LANGUAGE/idioms.LANGUAGE.txt, such as ru/idioms.en.txt", folder, 1
            )
        extra += found
    digests = [digest for _, digest in (*shelves, *extra)]
    digest = sha256(" ".join(digests).encode()).hexdigest()[:12] if digests else ""
    return Bank([shelf for shelf, _ in shelves], target_language, digest, [shelf for shelf, _ in extra])


def _shelves(folder: Path, source_language: str, target_language: str) -> Iterator[tuple[Shelf, str]]:
    target = primary(target_language)
    languages = sorted(p.name for p in folder.glob("*") if p.is_dir())
    for language in sorted(languages, key=lambda language: language != primary(source_language)):
        if language != target and (files := list(files_of(folder / language, target_language))):
            yield _shelf(language, files, target_language)


def _shelf(language: str, files: Sequence[Path], target_language: str) -> tuple[Shelf, str]:
    shipped = files[0].is_relative_to(home())
    contents = [
        (text_of(file), kind_of(file), language, f"{language}/{file.name}" if shipped else str(file)) for file in files
    ]
    digest = sha256("\0".join("\0".join(content) for content in contents).encode()).hexdigest()
    name = f"bank-{language}-{target_language}" + ("" if shipped else f"-{digest[:8]}")
    made = cache.remembered(name, digest, lambda: _indexed(contents, target_language))
    return Shelf(_Rows(contents, made["rows"]), made["literal"], made["source"]), digest


def _indexed(contents: Sequence[tuple[str, str, str, str]], target_language: str) -> dict[str, object]:
    where = [(number, *place) for number, (content, *_) in enumerate(contents) for place in places(content)]
    shelf = Shelf.of(_Rows(contents, where), target_language)
    return {"rows": where, "literal": shelf.literal, "source": shelf.source}


@lru_cache(maxsize=8)
def alternatives_in(target_language: str) -> Counter[tuple[str, str]]:
    """In how many rows two stems are alternatives for each other, over all idioms rendered in a language."""
    contents = [
        (text_of(file), "idiom", folder.name, f"{folder.name}/{file.name}")
        for folder in sorted(home().glob("*"))
        for file in files_of(folder, target_language)
        if kind_of(file) == "idiom"
    ]
    digest = sha256("\0".join(content for content, *_ in contents).encode()).hexdigest()
    made = cache.remembered(
        f"words-{target_language}",
        digest,
        lambda: [[*pair, n] for pair, n in together((r for c in contents for r in read(*c)), target_language).items()],
    )
    return Counter({(one, other): n for one, other, n in made})
