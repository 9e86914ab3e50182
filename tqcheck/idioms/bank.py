"""The bank in play for one language pair, indexed so that its size does not matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from tqcheck.idioms import cache
from tqcheck.idioms.index import Index, alike, candidates, compiled, index, ordinary
from tqcheck.idioms.parts import PatternError
from tqcheck.idioms.pattern import Pattern, Places
from tqcheck.idioms.rows import BankError, Row, places, read, row_at
from tqcheck.idioms.tokens import Token
from tqcheck.language.tags import fallbacks, primary

KINDS = {"idioms": "idiom", "calques": "calque"}
"""Beginning of a file's name to kind: `glossaries/banks/ru/idioms.en.txt`, `idioms-animals.en.txt`."""

Content = tuple[str, str, str, str]
"""Of a file: its text, the kind of its rows, their source language, its name in messages."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern of a row found in a text, and the tokens it covers."""

    row: Row
    start: int
    end: int
    loose: bool = False
    """Found with a word between its own, or with its words in another order."""


class Candidate(NamedTuple):
    """A pattern of a row whose required words all stand in a text, close together."""

    row: Row
    pattern: Pattern


class Shelf:
    """Rows for one target language, of any source language: those that ship, or those of a folder of the user's."""

    def __init__(self, rows: Sequence[Row], target_language: str, literal: Index, phrases: Mapping[str, Index]) -> None:
        self.rows, self.target_language, self.literal, self.phrases = rows, target_language, literal, phrases
        """`phrases`: the index of the source phrases by source language."""
        self.patterns: dict[tuple[str, int, int], Pattern] = {}
        """Those that texts have brought up, by field, row and place in the field."""

    @classmethod
    def of(cls, rows: Sequence[Row], target_language: str) -> Shelf:
        languages = sorted({row.language for row in rows})
        phrases = {language: index(rows, "source", language, language) for language in languages}
        return cls(rows, target_language, index(rows, "literal", target_language), phrases)

    def renderings(self, places: Places) -> Iterator[Candidate]:
        return self._candidates("literal", self.literal, self.target_language, places)

    def originals(self, language: str, places: Places) -> Iterator[Candidate]:
        return self._candidates("source", self.phrases.get(language, {}), language, places)

    def _candidates(self, key: str, found: Index, language: str, places: Places) -> Iterator[Candidate]:
        for number, nth in dict.fromkeys(candidates(found, places)):  # each once
            if (pattern := self.patterns.get((key, number, nth))) is None:
                pattern = self._pattern(key, number, nth, language)
            if pattern.may_stand(places):
                yield Candidate(self.rows[number], pattern)

    def _pattern(self, key: str, number: int, nth: int, language: str) -> Pattern:
        row = self.rows[number]
        text = row.all(key)[nth]
        try:
            made = self.patterns[key, number, nth] = compiled(text, language)
        except PatternError as error:
            raise BankError(f"{error} (in {text!r})", row.path, row.line) from error
        return made


class Bank:
    """The rows that ship and the user's own, for one target language."""

    def __init__(self, shelves: Sequence[Shelf], target_language: str, digest: str = "") -> None:
        self.shelves, self.target_language, self.digest = shelves, target_language, digest
        """The first shelf is the one that ships; rows of the others win over its rows for the same phrase."""
        self.replaced = frozenset(_phrase(row) for shelf in shelves[1:] for row in shelf.rows)

    @classmethod
    def of(cls, rows: Sequence[Row], target_language: str) -> Bank:
        return cls([Shelf.of(rows, target_language)], target_language)

    def __len__(self) -> int:
        return sum(len(shelf.rows) for shelf in self.shelves)

    def renderings(self, places: Places) -> list[Candidate]:
        """The literal renderings that may stand in a target text."""
        found = (self._valid(at, shelf.renderings(places)) for at, shelf in enumerate(self.shelves))
        return [candidate for some in found for candidate in some]

    def phrases(self, language: str, places: Places) -> list[Candidate]:
        """The source phrases that may stand in a source text."""
        found = (self._valid(at, shelf.originals(language, places)) for at, shelf in enumerate(self.shelves))
        return [candidate for some in found for candidate in some]

    def _valid(self, shelf: int, found: Iterator[Candidate]) -> Iterator[Candidate]:
        if shelf or not self.replaced:
            return found
        return (candidate for candidate in found if _phrase(candidate.row) not in self.replaced)


def _phrase(row: Row) -> tuple[str, str]:
    return row.language, row.phrase.casefold()


def find(given: Iterable[Candidate], text: Sequence[Token], loosely: bool = False) -> list[Hit]:
    """Each row of the candidates that stands in the text, at its first place, in the order of the text.

    `loosely` also takes a match with one word between its own, and one with all telling words in another order.
    """
    hits: dict[tuple[str, int], Hit] = {}
    for row, pattern in given:
        place, loose = pattern.find(text), False
        if place is None and loosely and row.kind == "idiom":  # the words of a calque are everyday words
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

    def __init__(self, files: Sequence[Content], where: Sequence[Sequence[int]]) -> None:
        self.files, self.where = files, where
        self.read: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.where)

    def __getitem__(self, number: int) -> Row:  # type: ignore[override]  # never sliced
        if (row := self.read.get(number)) is None:
            file, offset, line = self.where[number]
            content, kind, language, path = self.files[file]
            row = self.read[number] = row_at(content, offset, line, kind, language, path)
        return row


class _Phrases(Mapping[str, Index]):
    """The indexes of the source phrases, each worked out or fetched when a text in its language comes."""

    def __init__(self, made: Callable[[str], Index], languages: Sequence[str]) -> None:
        self.made, self.languages = lru_cache(made), languages

    def __getitem__(self, language: str) -> Index:
        if language not in self.languages:
            raise KeyError(language)
        return self.made(language)

    def __iter__(self) -> Iterator[str]:
        return iter(self.languages)

    def __len__(self) -> int:
        return len(self.languages)


@lru_cache(maxsize=8)
def load(target_language: str, own: tuple[str, ...] = ()) -> Bank:
    """The bank for a target language, with the rows of every source language: idioms travel.

    `own` are folders of the user's, laid out as `home()` is. Raises BankError for what cannot be used.
    """
    made = [_shelf(home(), target_language, "bank")]
    for folder in own:
        if not any(Path(folder).glob("*/*.txt")):
            raise BankError(
                "has no bank; one is called LANGUAGE/idioms.LANGUAGE.txt, such as ru/idioms.en.txt", folder, 1
            )
        made.append(_shelf(Path(folder), target_language, f"own-{sha256(folder.encode()).hexdigest()[:8]}"))
    digest = sha256(" ".join(digest for _, digest in made).encode()).hexdigest()[:12]
    return Bank([shelf for shelf, _ in made], target_language, digest)


def index_all() -> None:
    """Work out, and so remember, every index of the rows that ship."""
    for target in sorted({file.name.split(".")[1] for file in home().glob("*/*.txt")}):
        for shelf in load(target).shelves:
            for language in shelf.phrases:
                shelf.phrases[language]
        alike_in(target)
        ordinary_in(target)


def _shelf(folder: Path, target_language: str, name: str) -> tuple[Shelf, str]:
    """The shelf of a folder and the digest of its files; its indexes are remembered between runs."""
    contents = list(_contents(folder, target_language))
    digest = sha256("\0".join("\0".join(content) for content in contents).encode()).hexdigest()
    name = f"{name}-{target_language}"
    where = cache.remembered(f"{name}-rows", digest, lambda: [
        (number, *place) for number, (content, *_) in enumerate(contents) for place in places(content)
    ])  # fmt: skip
    rows = _Rows(contents, where)
    literal = cache.remembered(name, digest, lambda: index(rows, "literal", target_language))

    def phrases(language: str) -> Index:
        made: Index = cache.remembered(f"{name}-{language}", digest, lambda: index(rows, "source", language, language))
        return made

    return Shelf(rows, target_language, literal, _Phrases(phrases, sorted({c[2] for c in contents}))), digest


def _contents(folder: Path, target_language: str) -> Iterator[Content]:
    shipped, target = folder == home(), primary(target_language)
    for place in sorted(folder.glob("*")):
        for file in files_of(place, target_language) if place.name != target else ():
            yield text_of(file), kind_of(file), place.name, f"{place.name}/{file.name}" if shipped else str(file)


@lru_cache(maxsize=8)
def alike_in(target_language: str) -> dict[str, list[str]]:
    """Stems that translate the same words: they are alternatives for each other in the idioms rendered in a language."""
    made: dict[str, list[str]] = _from_idioms("alike", target_language, alike)
    return made


@lru_cache(maxsize=8)
def ordinary_in(target_language: str) -> dict[str, int]:
    """How many ordinary sentences have a stem, by the idioms rendered in a language; under the empty key, of how many."""
    made: dict[str, int] = _from_idioms("ordinary", target_language, ordinary)
    return made


def _from_idioms(name: str, target_language: str, make: Callable[[Iterable[Row], str], Any]) -> Any:
    contents = [content for content in _contents(home(), target_language) if content[1] == "idiom"]
    digest = sha256("\0".join(content for content, *_ in contents).encode()).hexdigest()
    return cache.remembered(
        f"{name}-{target_language}", digest, lambda: make((row for c in contents for row in read(*c)), target_language)
    )
