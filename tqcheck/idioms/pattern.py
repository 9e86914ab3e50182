"""Patterns over words: any inflected form, alternatives, optional words, gaps, any order.

    on the (anger|malice) of the day     alternatives, of one or several words
    [very] long drawer                   an optional word
    put ... in the long box              a gap of up to four words
    {hang, noodles, ears}                the parts in any order, up to three words between them
    =spirit                              exactly this form

Articles and possessives are ignored in pattern and text alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from tqcheck.idioms.tokens import SYLLABIC, Token, folded, skipped, syllables
from tqcheck.language.function_words import FUNCTION_WORDS
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import Word, words

GAP = 4
"""Words that `...` may stand for."""
LOOSE = 3
"""Words between the parts of `{…}`."""

MOST_UNORDERED = 5
"""Parts of `{…}`: every order of them is tried."""

COMMON = frozenset(
    "and have time that it work take this more say he see first call give so state go person make who tell use which be of in to for "
    "on with at by from not as or but will do all one up out if what when there can no year new also into just good know about two us "
    "she they we you i me him them like come get want need keep put set way day man other part question order report step dure "
    "under after through".split()
)
"""Stems of frequent English words."""

SLACK = 1
"""Words that a loose match may pass over unasked."""
PASSED = 2
"""How many words of a text one word of a pattern may take up, with the articles and fillers beside it."""
TELLING = 3
"""Telling words that a pattern must have to be matched loosely."""
SCATTER = 1
"""Other words among those of a pattern that come in another order."""

TOKEN = re.compile(r"\.\.\.|…|[()\[\]{}|,]|=?[^\s()\[\]{}|,]+")


Places = Mapping[str, Sequence[int]]
"""By key, where it stands in a text: numbers of words, articles counted."""


# The parts of a compiled pattern.
@dataclass(frozen=True, slots=True)
class Literal:
    key: str
    """The stem."""
    exact: str = ""
    """The folded form itself, where only that will do."""

    def fits(self, token: Token) -> bool:
        return token.stem == self.key and (not self.exact or folded(token.word.text).removesuffix("'s") == self.exact)


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Sequence_, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    most: int = GAP


@dataclass(frozen=True, slots=True)
class AnyOrder:
    parts: tuple[Sequence_, ...]


Part = Literal | Choice | Gap | AnyOrder
Sequence_ = tuple[Part, ...]


class PatternError(ValueError):
    pass


@dataclass(frozen=True, slots=True)
class Pattern:
    parts: Sequence_
    required: tuple[frozenset[str], ...]
    """Sets of stems: the text needs one of each set."""
    firsts: frozenset[str]
    """The stems a match may begin with; empty if any."""
    content: tuple[tuple[Literal, ...], ...]
    """What it needs besides common words: per part the words any of which will do."""
    scatters: bool
    """Whether its words may come in another order: not where an alternative is a phrase of its own (a negation, say)."""
    reach: int
    """No match has its required words further apart, articles and fillers counted."""

    @property
    def tells(self) -> bool:
        """Whether it needs a word that says something by itself: “on” and “this” stand everywhere."""
        return bool(self.content)

    def may_stand(self, places: Places) -> bool:
        """Whether the words that it requires stand in the text, and close enough together."""
        found = []
        for keys in self.required:
            here = [at for key in keys if key in places for at in places[key]]
            if not here:
                return False
            found.append(here)
        if len(found) == 1:
            return True
        first, *others = sorted(found, key=len)
        return any(all(any(abs(at - other) <= self.reach for other in here) for here in others) for at in first)

    def find(self, text: Sequence[Token], loosely: bool = False) -> tuple[int, int] | None:
        """The first match as a half-open range of tokens.

        `loosely` allows a pattern of several telling words one word of the text between its own, or another order.
        """
        if loosely and (len(self.content) < TELLING or any(isinstance(part, Gap) for part in self.parts)):
            return None  # a pattern with gaps of its own says how loose it is
        firsts = self.firsts
        for start, token in enumerate(text):
            if firsts and token.stem not in firsts:
                continue
            for end in _ends(self.parts, text, start, True, SLACK if loosely else 0):
                if end > start:
                    return start, end
        return self._scattered(text) if loosely and self.scatters else None

    def find_partly(self, text: Sequence[Token]) -> tuple[int, int] | None:
        """The first place where at least half of its telling words stand close together."""
        need = (len(self.content) + 1) // 2
        most = len(self.required) + SCATTER
        for start, first in enumerate(text):
            if not self.content or not any(word.fits(first) for words_ in self.content for word in words_):
                continue
            left, end = list(self.content), start
            for at in range(start, min(start + most, len(text))):
                if at > start and text[at].breaks:
                    break
                after = [words_ for words_ in left if not any(word.fits(text[at]) for word in words_)]
                if len(after) < len(left):
                    left, end = after, at + 1
            if len(self.content) - len(left) >= need:
                return start, end
        return None

    def _scattered(self, text: Sequence[Token]) -> tuple[int, int] | None:
        """The first place where all that the pattern requires stands close together in one sentence, in any order."""
        most = len(self.required) + SCATTER
        for start, first in enumerate(text):
            if not any(word.fits(first) for words_ in self.content for word in words_):
                continue
            left, keys = list(self.content), list(self.required)
            for at in range(start, min(start + most, len(text))):
                if at > start and text[at].breaks:
                    break
                left = [words_ for words_ in left if not any(word.fits(text[at]) for word in words_)]
                keys = [some for some in keys if text[at].stem not in some]
                if not left and not keys:
                    return start, at + 1
        return None


def compile_pattern(source: str, language: str) -> Pattern:
    """Raises PatternError for unbalanced brackets or a pattern without a required word."""
    parsed = _Parser(TOKEN.findall(source), language).whole()
    scarce = common(language)
    required = tuple(_required(parsed, scarce))
    if not required:
        raise PatternError(f"no word of {source!r} is required")
    content = tuple(_content(parsed, scarce))
    reach = PASSED * (_longest(parsed) + SCATTER)
    return Pattern(parsed, required, _firsts(parsed) or frozenset(), content, _single(parsed), reach)


@cache
def common(language: str) -> frozenset[str]:
    """The stems of words that say nothing by themselves."""
    code = primary(language)
    function = frozenset(stem(word, code) for word in FUNCTION_WORDS.get(code, "").split())
    return COMMON | function if code == "en" else function


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


def _required(parts: Sequence_, passed: frozenset[str]) -> Iterator[frozenset[str]]:
    """One set of stems per part that every match needs; of an alternative of several words the most telling one."""
    for part in parts:
        if isinstance(part, Literal):
            yield frozenset({part.key})
        elif isinstance(part, AnyOrder):
            for inner in part.parts:
                yield from _required(inner, passed)
        elif isinstance(part, Choice) and not part.optional:
            needed = [list(_required(option, passed)) for option in part.options]
            if all(needed):
                yield frozenset().union(*(min(sets, key=lambda keys: _dullness(keys, passed)) for sets in needed))


def _dullness(keys: frozenset[str], passed: frozenset[str]) -> tuple[bool, int, list[str]]:
    return not passed.isdisjoint(keys), -min(map(len, keys)), sorted(keys)


def _content(parts: Sequence_, passed: frozenset[str]) -> Iterator[tuple[Literal, ...]]:
    """Per required part its telling words, any of which will do; parts that may be a common word are left out."""
    for part in parts:
        if isinstance(part, Literal):
            if part.key not in passed:
                yield (part,)
        elif isinstance(part, AnyOrder):
            for inner in part.parts:
                yield from _content(inner, passed)
        elif isinstance(part, Choice) and not part.optional:
            options = [list(_content(option, passed)) for option in part.options]
            if all(options):
                yield tuple(literal for option in options for literal in option[-1])


def _single(parts: Sequence_) -> bool:
    """Whether every alternative is one word."""
    return all(
        isinstance(part, Literal)
        or (isinstance(part, Choice) and all(len(o) == 1 and _single(o) for o in part.options))
        or (isinstance(part, AnyOrder) and all(map(_single, part.parts)))
        for part in parts
    )


def _longest(parts: Sequence_) -> int:
    """The most tokens that the parts can cover, words passed over not counted."""
    total = 0
    for part in parts:
        if isinstance(part, Literal):
            total += 1
        elif isinstance(part, Choice):
            total += max(map(_longest, part.options))
        elif isinstance(part, Gap):
            total += part.most
        else:
            total += sum(map(_longest, part.parts)) + LOOSE * (len(part.parts) - 1)
    return total


def _firsts(parts: Sequence_) -> frozenset[str] | None:
    """The stems that a match of these parts may begin with; None where nothing tells."""
    if not parts or isinstance(parts[0], Gap):
        return None
    if isinstance(parts[0], Literal):
        return frozenset({parts[0].key})
    inner = parts[0].options if isinstance(parts[0], Choice) else parts[0].parts
    sets = [_firsts(option) for option in inner]
    if isinstance(parts[0], Choice) and parts[0].optional:
        sets.append(_firsts(parts[1:]))
    return None if any(found is None for found in sets) else frozenset().union(*(found for found in sets if found))


def _ends(parts: Sequence_, text: Sequence[Token], at: int, fresh: bool, slack: int) -> Iterator[int]:
    """Every token at which the parts, begun at `at`, may end. `fresh`: nothing is matched yet, so nothing may be skipped."""
    if not parts:
        yield at
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, Literal):
        if at < len(text) and (fresh or not text[at].breaks):
            if part.fits(text[at]):
                yield from _ends(rest, text, at + 1, False, slack)
            if not fresh and text[at].skip:
                yield from _ends(parts, text, at + 1, False, slack)
            elif not fresh and slack:
                yield from _ends(parts, text, at + 1, False, slack - 1)
    elif isinstance(part, Choice):
        for option in part.options:
            for end in _ends(option, text, at, fresh, slack):
                yield from _ends(rest, text, end, fresh and end == at, slack)
        if part.optional:
            yield from _ends(rest, text, at, fresh, slack)
    elif isinstance(part, Gap):
        for end in range(at, min(at + part.most, len(text)) + 1):
            if end > at and text[end - 1].breaks:
                return
            yield from _ends(rest, text, end, False, slack)
    else:
        for order in permutations(part.parts):
            loose: list[Part] = []
            for number, inner in enumerate(order):
                loose += [Gap(LOOSE)] * (number > 0) + list(inner)
            yield from _ends((*loose, *rest), text, at, fresh, slack)
