"""What checks may ask for: languages, words, sentences, terms, the bank; each computed once per text."""

from __future__ import annotations

from collections.abc import Mapping

from tqcheck.glossary.finder import Match, Terms
from tqcheck.idioms.bank import Bank, Hit, find
from tqcheck.idioms.tokens import Token, keys_of, tokens
from tqcheck.language import sentences, words
from tqcheck.language.lexicon import lexicon
from tqcheck.language.scripts import beyond_ascii
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
        self._parts: dict[int, list[str]] = {}
        self._strings: dict[int, list[str]] = {}
        self._folded: dict[int, list[str]] = {}
        self._known: dict[int, list[tuple[str, int]]] = {}
        self._stems: dict[int, list[str]] = {}
        self._signs: dict[int, int] = {}
        self._vocabulary: dict[int, frozenset[str]] = {}
        self._words: dict[int, list[words.Word]] = {}
        self._sentences: dict[int, list[Span]] = {}
        self._tokens: dict[int, list[Token]] = {}
        self._rare: dict[int, frozenset[str]] = {}
        self._prose: dict[int, str] = {}
        self._matches: dict[int, list[Match]] = {}
        self._standing: dict[int, dict[str, list[int]]] = {}
        self._hits: list[Hit] | None = None
        self._phrases: list[Hit] | None = None

    def language(self, side: Side) -> str:
        return self.source_language if side is Side.SOURCE else self.target_language

    def prose(self, text: Text) -> str:
        """The text with protected stretches masked; offsets are the same."""
        key = id(text)
        if key not in self._prose:
            self._prose[key] = text.prose
        return self._prose[key]

    def rare(self, text: Text) -> frozenset[str]:
        """The characters of a text beyond ASCII: few, and enough to decide who need look."""
        key = id(text)
        if key not in self._rare:
            self._rare[key] = beyond_ascii(self.prose(text))
        return self._rare[key]

    def strings(self, text: Text) -> list[str]:
        """The words of a text without their places: a tenth of the cost of `words`, enough to decide who need look."""
        key = id(text)
        if key not in self._strings:
            self._strings[key] = self.parts(text)[1::2]
        return self._strings[key]

    def parts(self, text: Text) -> list[str]:
        """What stands before the first word, the first word, what stands between it and the next, and so on."""
        key = id(text)
        if key not in self._parts:
            self._parts[key] = words.parts(self.prose(text))
        return self._parts[key]

    def folded(self, text: Text) -> list[str]:
        """The words of a text, case-folded, without their places."""
        key = id(text)
        if key not in self._folded:
            self._folded[key] = "\n".join(self.strings(text)).casefold().split("\n") if self.strings(text) else []
        return self._folded[key]

    def stems(self, text: Text, side: Side = Side.TARGET) -> list[str]:
        """The stem of each word, in the order of `words`."""
        key = id(text)
        if key not in self._stems:
            self._stems[key] = [stem for stem, _ in self._looked_up(text, side)]
        return self._stems[key]

    def signs(self, text: Text, side: Side = Side.TARGET) -> int:
        """What the words of a text show of numbers, all together."""
        key = id(text)
        if key not in self._signs:
            together = 0
            for _, sign in self._looked_up(text, side):
                together |= sign
            self._signs[key] = together
        return self._signs[key]

    def _looked_up(self, text: Text, side: Side) -> list[tuple[str, int]]:
        key = id(text)
        if key not in self._known:
            self._known[key] = list(map(lexicon(self.language(side)).__getitem__, self.strings(text)))
        return self._known[key]

    def vocabulary(self, text: Text, side: Side = Side.TARGET) -> frozenset[str]:
        """The stems of a text, each once."""
        key = id(text)
        if key not in self._vocabulary:
            self._vocabulary[key] = frozenset(self.stems(text, side))
        return self._vocabulary[key]

    def words(self, text: Text) -> list[words.Word]:
        key = id(text)
        if key not in self._words:
            self._words[key] = words.placed(self.parts(text))
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
            self._tokens[key] = tokens(self.words(text), self.stems(text, side), self.prose(text), self.language(side))
        return self._tokens[key]

    def hits(self, segment: Segment) -> list[Hit]:
        """The bank's literal renderings in the target."""
        if self._hits is None:
            self._hits = []
            if self.bank is not None and (found := self.bank.renderings(self._places(segment.target, Side.TARGET))):
                self._hits = find(found, self.tokens(segment.target), loosely=True)
        return self._hits

    def phrases(self, segment: Segment) -> list[Hit]:
        """The bank's phrases in the source."""
        if self._phrases is None:
            self._phrases = []
            if self.bank is not None and segment.source is not None:
                places = self._places(segment.source, Side.SOURCE)
                if found := self.bank.phrases(self.source, places):
                    self._phrases = find(found, self.tokens(segment.source, Side.SOURCE))
        return self._phrases

    def _places(self, text: Text, side: Side) -> Mapping[str, list[int]]:
        """Where each key of the bank's patterns stands."""
        key = id(text)
        if key not in self._standing:
            made: dict[str, list[int]] = {}
            for at, word in enumerate(keys_of(self.stems(text, side), self.strings(text), self.language(side))):
                made.setdefault(word, []).append(at)
            self._standing[key] = made
        return self._standing[key]

    def matches(self, segment: Segment, side: Side) -> list[Match]:
        """The glossary's terms in one side of a segment, those whose conditions hold."""
        text = segment.text(side)
        key = id(text)
        if self.terms is None:
            return []
        if key not in self._matches:
            finder = self.terms.source if side is Side.SOURCE else self.terms.target
            found: list[Match] = []
            if finder.may_find(self.vocabulary(text, side)):
                stems = self.stems(text, side)
                found = [
                    m
                    for m in finder.find(text, self.words(text), stems)
                    if self.terms.applies(m.concept, stems, finder.language)
                ]
            self._matches[key] = found
        return self._matches[key]
