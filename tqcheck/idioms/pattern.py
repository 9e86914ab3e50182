"""Patterns over words: any inflected form, alternatives, optional words, gaps, any order.

    on the (anger|malice) of the day     alternatives, of one or several words
    [very] long drawer                   an optional word
    put ... in the long box              a gap of up to four words
    {hang, noodles, ears}                the parts in any order, up to three words between them
    =spirit                              exactly this form

Articles and possessives are ignored in pattern and text alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import permutations

from tqcheck.idioms.parse import parsed
from tqcheck.idioms.parts import LOOSE, Choice, Gap, Literal, Part, PatternError, Sequence_, longest, single
from tqcheck.idioms.parts import content as content_of
from tqcheck.idioms.parts import firsts as firsts_of
from tqcheck.idioms.parts import required as required_of
from tqcheck.idioms.tokens import Token
from tqcheck.language.function_words import FUNCTION_WORDS
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary

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


Places = Mapping[str, Sequence[int]]
"""By key, where it stands in a text: numbers of words, articles counted."""


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
    parts = parsed(source, language)
    scarce = common(language)
    required = tuple(required_of(parts, scarce))
    if not required:
        raise PatternError(f"no word of {source!r} is required")
    reach = PASSED * (longest(parts) + SCATTER)
    content = tuple(content_of(parts, scarce))
    return Pattern(parts, required, firsts_of(parts) or frozenset(), content, single(parts), reach)


@cache
def common(language: str) -> frozenset[str]:
    """The stems of words that say nothing by themselves."""
    code = primary(language)
    function = frozenset(stem(word, code) for word in FUNCTION_WORDS.get(code, "").split())
    return COMMON | function if code == "en" else function


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
