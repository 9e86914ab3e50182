"""Which rows can stand in a text: by a word that each of their patterns cannot do without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations_with_replacement

from tqcheck.idioms.pattern import Pattern, PatternError, common, compile_pattern
from tqcheck.idioms.rows import BankError, Row
from tqcheck.idioms.tokens import SYLLABIC, skipped
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import strings

BRACKETED = re.compile(r"[(\[{][^(\[{)\]}]*[)\]}]")
SLOT = re.compile(r"\(([^(){}\[\],.]+)\)")

Index = dict[str, list[list[int]]]
"""By key: the number of a row and of one of its patterns."""

MEMORY = 16_384
"""Patterns kept compiled."""


def index(rows: Sequence[Row], key: str, language: str) -> Index:
    """The patterns of a field of all rows, each under the rarest word that it cannot do without.

    Raises BankError for a pattern that cannot be compiled.
    """
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for number, row in enumerate(rows):
        for nth, text in enumerate(row.all(key)):
            try:
                found.append((number, nth, _anchors(text, language)))
            except PatternError as error:
                raise BankError(f"{error} (in {text!r})", row.path, row.line) from error
    frequency = Counter(anchor for *_, anchors in found for anchor in anchors)
    made: Index = {}
    for number, nth, anchors in found:
        if anchors[:1] == ("|",):  # alternatives: any of them may stand there
            for anchor in anchors[1:]:
                made.setdefault(anchor, []).append([number, nth])
        else:
            made.setdefault(min(anchors, key=lambda a: (frequency[a], -len(a), a)), []).append([number, nth])
    return made


def _anchors(text: str, language: str) -> tuple[str, ...]:
    """The uncommon words outside all brackets, any of which will do; else `|` and the alternatives that lead to a match."""
    before = ""
    bare = text
    while before != bare:
        before, bare = bare, BRACKETED.sub(" ", bare)
    passed = skipped(language)
    keys: set[str] = set()
    for token in bare.split():
        if "-" in token:
            continue
        for word in strings(token.lstrip("=")):
            if word.casefold() not in passed:
                keys.update(word if primary(language) in SYLLABIC else (stem(word, language),))
    if keys := keys - common(language):
        return tuple(sorted(keys))
    required = compiled(text, language).required
    scarce = common(language)
    best = min(required, key=lambda keys: (sum(k in scarce for k in keys), -min(map(len, keys)), sorted(keys)))
    return ("|", *sorted(best))


@lru_cache(maxsize=MEMORY)
def compiled(text: str, language: str) -> Pattern:
    """A pattern, compiled when a text first needs it: most never are."""
    return compile_pattern(text, language)


def together(rows: Iterable[Row], language: str) -> Counter[tuple[str, str]]:
    """In how many rows two stems stand as alternatives for each other in a literal rendering; a stem with itself: at all."""
    count: Counter[tuple[str, str]] = Counter()
    for row in rows:
        seen: set[tuple[str, str]] = set()
        for options in _slots(row):
            stems = sorted({stem(option, language) for option in options} - common(language))
            seen.update(combinations_with_replacement(stems, 2))
        count.update(seen)
    return count


def _slots(row: Row) -> Iterator[list[str]]:
    for value in row.fields.get("literal", ()):
        for inner in SLOT.findall(value):
            options = [option.strip().lstrip("=") for option in inner.split("|")]
            yield [option for option in options if option.isalpha()]
