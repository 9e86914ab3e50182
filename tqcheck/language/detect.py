"""Which language a text is in."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from tqcheck.language.function_words import FUNCTION_WORDS, function_words
from tqcheck.language.words import strings

ENOUGH = 40
"""Fewer letters than this say too little; nothing is detected then."""


PLENTY, SHARE = 40, 0.2
"""So many function words of a language, and such a share of all words, leave no doubt unless another has half as many."""


def is_evident(sample: str, language: str, akin: frozenset[str] = frozenset()) -> bool:
    """Whether the function words of a sample alone show that it is in a language or one akin.

    Worth asking first, for the detector's tables are slow to load.
    """
    count = Counter(map(str.casefold, strings(sample)))
    found = {code: sum(map(count.__getitem__, function_words(code))) for code in FUNCTION_WORDS if code not in akin}
    own = found.pop(language, 0)
    return own >= PLENTY and own >= SHARE * count.total() and 2 * max(found.values()) < own


@cache
def _detector() -> Any:
    from eld import LanguageDetector

    return LanguageDetector()


def detect(sample: str) -> str:
    """The language of a sample as a two-letter code, or an empty string where the text is too short or unclear."""
    if sum(char.isalpha() for char in sample[:400]) < (ENOUGH if sample.isascii() else ENOUGH // 3):
        return ""
    found = _detector().detect(sample)
    return str(found.language or "")
