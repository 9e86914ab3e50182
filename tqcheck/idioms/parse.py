"""From the written form of a pattern to its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.idioms.parts import AnyOrder, Choice, Gap, Literal, Part, PatternError, Sequence_
from tqcheck.idioms.tokens import SYLLABIC, folded, skipped, syllables
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import Word, words

TOKEN = re.compile(r"\.\.\.|…|[()\[\]{}|,]|=?[^\s()\[\]{}|,]+")
MOST_UNORDERED = 5
"""Parts of `{…}`: every order of them is tried."""


def parsed(source: str, language: str) -> Sequence_:
    """Raises PatternError for what is no pattern."""
    return _Parser(TOKEN.findall(source), language).whole()


class _Parser:
    def __init__(self, given: list[str], language: str) -> None:
        self.given, self.at, self.language = given, 0, language
        self.skipped = skipped(language)

    def whole(self) -> Sequence_:
        parts = self.sequence("")
        if self.at < len(self.given):
            raise PatternError(f"unexpected {self.given[self.at]!r}")
        return parts

    def sequence(self, stops: str) -> Sequence_:
        parts: list[Part] = []
        while self.at < len(self.given) and self.given[self.at] not in (*stops, ")", "]", "}"):
            token = self.given[self.at]
            self.at += 1
            if token in "([":
                parts += self.choice(token)
            elif token == "{":
                unordered = tuple(part for part in self.several(",", "}") if part)
                if len(unordered) > MOST_UNORDERED:
                    raise PatternError(f"more than {MOST_UNORDERED} parts in any order")
                parts.append(AnyOrder(unordered))
            elif token in ("...", "…"):
                parts.append(Gap())
            elif token in ("|", ","):
                if token == "|":
                    raise PatternError("a bare | inside a pattern")
            else:
                parts += self.hyphened(token) if "-" in token[1:-1] else self.word(token)
        return tuple(parts)

    def choice(self, opening: str) -> Iterator[Choice]:
        """Alternatives; a group of nothing but articles and possessives asks for nothing."""
        options = tuple(self.several("|", ")" if opening == "(" else "]"))
        if not all(options) and any(options):  # it would match anything
            raise PatternError("an alternative of nothing but articles, possessives or punctuation")
        if any(options):
            yield Choice(options, opening == "[")

    def several(self, separator: str, end: str) -> Iterator[Sequence_]:
        while True:
            yield self.sequence(separator)
            if self.at >= len(self.given):
                raise PatternError(f"{end!r} is missing")
            token = self.given[self.at]
            self.at += 1
            if token == end:
                return
            if token != separator:
                raise PatternError(f"{token!r} where {end!r} was expected")

    def hyphened(self, token: str) -> Iterator[Part]:
        """A compound may be written with hyphens or spaces (words part there), or as one word."""
        joined = ("=" if token.startswith("=") else "") + token.replace("-", "").lstrip("=")
        yield Choice((tuple(self.word(token)), tuple(self.word(joined))))

    def word(self, token: str) -> Iterator[Part]:
        exact = token.startswith("=")
        parts: Sequence[Word] = words(token.lstrip("="))
        if primary(self.language) in SYLLABIC:
            parts = syllables(parts)
        for word in parts:
            form = folded(word.text)
            if form not in self.skipped or (exact and len(parts) == 1):
                yield Literal(stem(word.text, self.language), form if exact else "")
