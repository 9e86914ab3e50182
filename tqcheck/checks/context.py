"""What checks may ask for: languages, words, sentences, terms, the bank; each computed once per text."""

from __future__ import annotations

from tqcheck.glossary.finder import Match, Terms
from tqcheck.idioms.bank import Bank
from tqcheck.idioms.pattern import Token, tokens
from tqcheck.language import sentences, words
from tqcheck.language.tags import primary
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span, Text


class Context:
    """The services of one document. Results are kept for the segment at hand only."""

    def __init__(
        self, source_language: str = "", target_language: str = "", terms: Terms | None = None, bank: Bank | None = None
    ) -> None:
        self.source_language, self.target_language = source_language, target_language
        """BCP-47; empty where unknown."""
        self.source, self.target = primary(source_language), primary(target_language)
        """Their primary languages: `en` for en-GB."""
        self.terms, self.bank = terms, bank
        self.begin()

    def begin(self) -> None:
        """A new segment: forget the last one's texts."""
        self._words: dict[int, list[words.Word]] = {}
        self._sentences: dict[int, list[Span]] = {}
        self._tokens: dict[int, list[Token]] = {}
        self._prose: dict[int, str] = {}
        self._matches: dict[int, list[Match]] = {}

    def language(self, side: Side) -> str:
        return self.source_language if side is Side.SOURCE else self.target_language

    def prose(self, text: Text) -> str:
        """The text with protected stretches masked; offsets are the same."""
        key = id(text)
        if key not in self._prose:
            self._prose[key] = text.prose
        return self._prose[key]

    def words(self, text: Text) -> list[words.Word]:
        key = id(text)
        if key not in self._words:
            self._words[key] = words.words(self.prose(text))
        return self._words[key]

    def sentences(self, text: Text, side: Side = Side.TARGET) -> list[Span]:
        key = id(text)
        if key not in self._sentences:
            self._sentences[key] = sentences.spans(self.prose(text), self.language(side))
        return self._sentences[key]

    def tokens(self, text: Text, side: Side = Side.TARGET) -> list[Token]:
        """Stemmed words as the bank's patterns see them."""
        key = id(text)
        if key not in self._tokens:
            self._tokens[key] = tokens(self.words(text), self.prose(text), self.language(side))
        return self._tokens[key]

    def matches(self, segment: Segment, side: Side) -> list[Match]:
        """The glossary's terms in one side of a segment, those whose conditions hold."""
        text = segment.text(side)
        key = id(text)
        if self.terms is None:
            return []
        if key not in self._matches:
            finder = self.terms.source if side is Side.SOURCE else self.terms.target
            found = self.words(text)
            self._matches[key] = [
                match
                for match in finder.find(text, found)
                if self.terms.applies(match.concept, text, found, self.language(side))
            ]
        return self._matches[key]
