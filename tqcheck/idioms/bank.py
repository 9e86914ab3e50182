"""The bank in play for one target language, indexed so that its size does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tqcheck.idioms.index import Index, candidates, compiled, index
from tqcheck.idioms.parts import PatternError
from tqcheck.idioms.pattern import Pattern, Places
from tqcheck.idioms.rows import BankError, Row
from tqcheck.idioms.tokens import Token


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
