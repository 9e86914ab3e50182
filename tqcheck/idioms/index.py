"""Which rows can stand in a text: by two words that each of their patterns cannot do without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations_with_replacement

from tqcheck.idioms.parts import PatternError
from tqcheck.idioms.pattern import Pattern, Places, common, compile_pattern
from tqcheck.idioms.rows import BankError, Row
from tqcheck.idioms.tokens import SYLLABIC
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import strings

SLOT = re.compile(r"\(([^(){}\[\],.]+)\)")

Index = dict[str, dict[str, list[int]]]
"""By one key and another, the numbers of a row and of one of its patterns, flat: row, pattern, row, pattern.

The second key is empty where a pattern has but one."""

MEMORY = 16_384
"""Patterns kept compiled."""


def index(rows: Sequence[Row], key: str, language: str, source_language: str = "") -> Index:
    """The patterns of a field of the rows (of one source language, or of all), each under the two rarest words that it cannot do without.

    With one word alone, the patterns to try for a text would grow with the bank. Raises BankError for a pattern that
    cannot be compiled.
    """
    found: list[tuple[int, int, tuple[frozenset[str], ...]]] = []
    for number, row in enumerate(rows):
        for nth, text in enumerate(row.all(key) if source_language in ("", row.language) else ()):
            try:
                found.append((number, nth, compile_pattern(text, language).required))
            except PatternError as error:
                raise BankError(f"{error} (in {text!r})", row.path, row.line) from error
    often = (
        _frequency(rows, language) if key == "literal" else Counter(k for *_, r in found for keys in r for k in keys)
    )
    scarce = common(language)
    made: Index = {}
    for number, nth, required in found:
        # Alternatives cost an entry each, frequent ones the more: the text will often have them.
        ranked = sorted(
            set(required), key=lambda keys: (sum(often[k] + 1 + 1000 * (k in scarce) for k in keys), sorted(keys))
        )
        paired = len(ranked) > 1 and len(ranked[0]) * len(ranked[1]) <= MOST_ENTRIES
        for first in ranked[0]:
            for second in ranked[1] if paired else ("",):
                made.setdefault(first, {}).setdefault(second, []).extend((number, nth))
    return made


MOST_ENTRIES = 64
"""Combinations of alternatives that a pattern is entered under; beyond them one word must do."""


def candidates(found: Index, places: Places) -> Iterator[tuple[int, int]]:
    """Row and pattern of all whose two keys stand in a text."""
    here = places.keys()
    for first in found.keys() & here:
        under = found[first]
        for second in under.keys() & here if len(under) > 1 or "" not in under else ():
            numbers = under[second]
            yield from zip(numbers[::2], numbers[1::2], strict=True)
        if numbers := under.get("", []):
            yield from zip(numbers[::2], numbers[1::2], strict=True)


def _frequency(rows: Iterable[Row], language: str) -> Counter[str]:
    """In how many of the rows' own sentences a key stands: the nearest there is to ordinary text."""
    count: Counter[str] = Counter()
    syllabic = primary(language) in SYLLABIC
    for row in rows:
        for field in ("flag", "pass"):
            for sentence in row.fields.get(field, ()):
                found = strings(sentence)
                count.update(set("".join(found)) if syllabic else {stem(word, language) for word in found})
    return count


@lru_cache(maxsize=MEMORY)
def compiled(text: str, language: str) -> Pattern:
    """A pattern, compiled when a text first needs it: most never are."""
    return compile_pattern(text, language)


ALIKE = 0.1
"""Two words translate the same words where they stand as alternatives this often: Dice's coefficient over rows."""


def alike(rows: Iterable[Row], language: str) -> dict[str, list[str]]:
    """Per stem those that stand as alternatives for it in literal renderings, often enough not to be chance."""
    count: Counter[tuple[str, str]] = Counter()
    for row in rows:
        seen: set[tuple[str, str]] = set()
        for options in _slots(row):
            stems = sorted({stem(option, language) for option in options} - common(language))
            seen.update(combinations_with_replacement(stems, 2))
        count.update(seen)
    made: dict[str, list[str]] = {}
    for (one, other), together in count.items():
        if one != other and 2 * together >= ALIKE * (count[one, one] + count[other, other]):
            made.setdefault(one, []).append(other)
            made.setdefault(other, []).append(one)
    return made


def ordinary(rows: Iterable[Row], language: str) -> dict[str, int]:
    """How many of the rows' sentences have a stem that is no part of their own idiom; under the empty key, how many there are.

    The nearest there is to how frequent a word is where nobody speaks in images.
    """
    count: Counter[str] = Counter()
    for row in rows:
        image = {
            stem(word, language)
            for key in ("gloss", "literal")
            for value in row.fields.get(key, ())
            for word in strings(value)
        }
        for key in ("flag", "pass"):
            for sentence in row.fields.get(key, ()):
                count.update({stem(word, language) for word in strings(sentence)} - image)
                count[""] += 1
    return dict(count)


def _slots(row: Row) -> Iterator[list[str]]:
    for value in row.fields.get("literal", ()):
        for inner in SLOT.findall(value):
            options = [option.strip().lstrip("=") for option in inner.split("|")]
            yield [option for option in options if option.isalpha()]
