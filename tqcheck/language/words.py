"""Words of a text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from tqcheck.language.scripts import UNSPACED
# A word: letters and digits with inner apostrophes; hyphens part words. Characters of spaceless scripts stand alone.
UNSPACED_CHAR = UNSPACED.pattern
WORD = re.compile(rf"{UNSPACED_CHAR}|(?:(?!{UNSPACED_CHAR})[^\W_]|[\u0300-\u036f])+(?:['’ʼ](?:(?!{UNSPACED_CHAR})[^\W_])+)*")
PLAIN_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f'’ʼ]+[^\W_]+)*")
HAS_UNSPACED = re.compile(UNSPACED_CHAR)


class Word(NamedTuple):
    """A word and its half-open range in the text's code points."""

    start: int
    end: int
    text: str


def words(prose: str) -> list[Word]:
    """Words of a text; masked characters belong to none."""
    pattern = PLAIN_WORD if prose.isascii() or not HAS_UNSPACED.search(prose) else WORD
    return [Word(match.start(), match.end(), match.group()) for match in pattern.finditer(prose)]


def count(prose: str) -> int:
    """How many words, as `words` counts them."""
    if prose.isascii():
        return len(PLAIN_WORD.findall(prose))
    return len((WORD if HAS_UNSPACED.search(prose) else PLAIN_WORD).findall(prose))


