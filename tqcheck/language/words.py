"""Words of a text with their places."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import UNSPACED

# A word: letters and digits with inner apostrophes; hyphens part words. Characters of spaceless scripts stand alone.
UNSPACED_CHAR = UNSPACED.pattern
WORD = lazy(
    rf"({UNSPACED_CHAR}|(?:(?!{UNSPACED_CHAR})[^\W_]|[\u0300-\u036f])+(?:['’ʼ](?:(?!{UNSPACED_CHAR})[^\W_])+)*)"
)
PLAIN_WORD = re.compile(r"([^\W_]+(?:[\u0300-\u036f'’ʼ]+[^\W_]+)*)")


class Word(NamedTuple):
    """A word and its half-open range in the text's code points."""

    start: int
    end: int
    text: str


def words(prose: str) -> list[Word]:
    """Words of a text; masked characters belong to none."""
    return placed(parts(prose))


def placed(given: list[str]) -> list[Word]:
    """The words of a text that is already parted."""
    places = list(accumulate(map(len, given)))
    # tuple.__new__: half the time of Word(), for the many words of a file.
    return [tuple.__new__(Word, found) for found in zip(places[::2], places[1::2], given[1::2], strict=False)]


def strings(prose: str) -> list[str]:
    """The same words without their places."""
    return parts(prose)[1::2]


def parts(prose: str) -> list[str]:
    """What stands before the first word, the first word, what stands between it and the next, and so on to the end."""
    spaced = prose.isascii() or not UNSPACED.search(prose)
    return (PLAIN_WORD if spaced else WORD).split(prose)
