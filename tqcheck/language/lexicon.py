"""What is known of each distinct word of a language, worked out once: a text is read word by word one time only."""

from __future__ import annotations

from functools import cache

from tqcheck.language.numbers import sign_of
from tqcheck.language.stems import stem_of
from tqcheck.language.tags import primary


class Lexicon(dict[str, tuple[str, int]]):
    """The stem of a word, and what it shows of numbers: `lexicon[word]`."""

    MOST = 400_000
    """Words remembered; more than any text has, so that memory stays flat on endless nonsense."""

    def __init__(self, language: str) -> None:
        self.language, self.code = language, primary(language)

    def __missing__(self, word: str) -> tuple[str, int]:
        if len(self) >= self.MOST:
            self.clear()
        self[word] = made = stem_of(word, self.code), sign_of(word, self.language)
        return made


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language (BCP-47)."""
    return Lexicon(language)
