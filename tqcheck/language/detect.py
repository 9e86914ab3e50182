"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

ENOUGH = 40
"""Fewer letters than this say too little; nothing is detected then."""


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
