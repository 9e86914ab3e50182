"""Renderings that no row lists: whether the words of the source phrase stand in the target one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tqcheck.idioms.load import alike_in, ordinary_in
from tqcheck.idioms.pattern import common
from tqcheck.idioms.rows import Row
from tqcheck.idioms.tokens import SYLLABIC, Token, folded, skipped
from tqcheck.language.scripts import UNSPACED
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import strings

SHARE = 0.7
"""The share of the gloss's content words that must stand in the target; all, where there are one or two."""
ROOM = 5
"""Other words that may stand among them."""

RARE = 0.0008
"""A word in so few of the ordinary sentences, and no more, is an image where it stands."""
RARE_ALONE = 0.002
"""The same for a gloss that has no second telling word."""
ENOUGH = 2000
"""Sentences needed to tell how rare a word is."""

BY_CHARACTER = SYLLABIC | {"zh", "ja", "yue", "th"}
"""Languages whose texts are matched character by character."""
CHARACTERS = 4
"""So many of them a gloss must have there."""

PLACEHOLDERS = frozenset(
    "oneself one's one somebody someone something somebody's someone's itself himself herself themselves lit literally".split()
)
"""Words of a gloss that stand for whatever the phrase is about."""


class Rendered(NamedTuple):
    """Where the words of a gloss stand in a text: a half-open range of tokens, and which share of them."""

    start: int
    end: int
    share: float


def word_for_word(row: Row, text: Sequence[Token], language: str) -> Rendered | None:
    """The densest place in one sentence where the row's gloss stands word by word, in any order; None if it does not."""
    best: Rendered | None = None
    least = 2 if row.kind == "calque" else 1  # one everyday word shows nothing
    if primary(language) in BY_CHARACTER:
        least = CHARACTERS
    for gloss in row.all("gloss"):
        wanted = content(gloss, language)
        if len(wanted) < least or (len(wanted) == 1 and not _is_rare(wanted[0], RARE_ALONE, language)):
            continue
        # What a calque consists of are everyday words: only the very words of the gloss tell.
        found = _place(wanted, text, language, others=row.kind == "idiom" and len(wanted) > 1)
        if found and (best is None or found.share > best.share):
            best = found
    return best


def image(row: Row, text: Sequence[Token], language: str) -> Rendered | None:
    """Where a rare word of the row's gloss stands: with the phrase in the source, a sign that its image was carried over."""
    if ordinary_in(language).get("", 0) < ENOUGH:
        return None
    for gloss in row.all("gloss"):
        wanted = content(gloss, language)
        for at, token in enumerate(text) if len(wanted) > 1 else ():
            if token.stem in wanted and len(token.stem) > 2 and _is_rare(token.stem, RARE, language):
                return Rendered(at, at + 1, 1 / len(wanted))
    return None


def _is_rare(key: str, share: float, language: str) -> bool:
    """Whether at most this share of the ordinary sentences has the stem; yes where there are too few to tell."""
    seen = ordinary_in(language)
    return seen.get("", 0) < ENOUGH or seen.get(key, 0) <= share * seen[""]


@lru_cache(maxsize=4096)
def content(gloss: str, language: str) -> tuple[str, ...]:
    """The stems of a gloss that say something by themselves."""
    passed, scarce = skipped(language), common(language)
    if primary(language) in SYLLABIC:
        return tuple(dict.fromkeys(char for word in strings(gloss) for char in folded(word) if char not in passed))
    words = [word for word in strings(gloss) if folded(word) not in passed and folded(word) not in PLACEHOLDERS]
    return tuple(dict.fromkeys(key for word in words if (key := stem(word, language)) not in scarce))


def _place(wanted: Sequence[str], text: Sequence[Token], language: str, others: bool) -> Rendered | None:
    """`others`: words that translate the same count as well."""
    need = len(wanted) if len(wanted) < 3 else SHARE * len(wanted)
    accepted = [frozenset({key}) | (_alike(key, language) if others else frozenset()) for key in wanted]
    best: Rendered | None = None
    for start, first in enumerate(text):
        if not any(first.stem in keys for keys in accepted):
            continue
        left, end = list(accepted), start
        for at in range(start, min(start + len(wanted) + ROOM, len(text))):
            if at > start and text[at].breaks:
                break
            if (found := next((keys for keys in left if text[at].stem in keys), None)) is not None:
                left.remove(found)
                end = at + 1
        share = (len(wanted) - len(left)) / len(wanted)
        if len(wanted) - len(left) >= need and (best is None or share > best.share):
            best = Rendered(start, end, share)
    return best


@lru_cache(maxsize=65_536)
def _alike(key: str, language: str) -> frozenset[str]:
    """Stems that translate the same words."""
    if UNSPACED.search(key):
        return frozenset()
    return frozenset(alike_in(language).get(key, ()))
