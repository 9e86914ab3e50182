"""Words of a text with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from tqcheck.language.scripts import UNSPACED

# A word: letters and digits with inner apostrophes; hyphens part words. Characters of spaceless scripts stand alone.
UNSPACED_CHAR = UNSPACED.pattern
WORD = re.compile(
    rf"{UNSPACED_CHAR}|(?:(?!{UNSPACED_CHAR})[^\W_]|[\u0300-\u036f])+(?:['’ʼ](?:(?!{UNSPACED_CHAR})[^\W_])+)*"
)
PLAIN_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f'’ʼ]+[^\W_]+)*")
HAS_UNSPACED = re.compile(UNSPACED_CHAR)


class Word(NamedTuple):
    """A word and its half-open range in the text's code points."""

    start: int
    end: int
    text: str


def words(prose: str) -> list[Word]:
    """Words of a text; masked characters belong to none."""
    return [Word(*match.span(), match.group()) for match in _pattern(prose).finditer(prose)]


def placed(found: list[str], prose: str) -> list[Word]:
    """The words of a text whose strings are already known: cheaper than to look for them again.

    A word cannot begin in what lies between two words, so the next place of its string is its own.
    """
    made, end = [], 0
    for string in found:
        start = prose.find(string, end)
        end = start + len(string)
        made.append(Word(start, end, string))
    return made


def strings(prose: str) -> list[str]:
    """The same words without their places."""
    found: list[str] = _pattern(prose).findall(prose)
    return found


def _pattern(prose: str) -> re.Pattern[str]:
    return PLAIN_WORD if prose.isascii() or not HAS_UNSPACED.search(prose) else WORD
