"""Texts as the bank's patterns see them: stems without articles, possessives and particles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tqcheck.language.tags import primary
from tqcheck.language.words import Word

SKIPPED = {
    "en": frozenset("a an the my your his her its our their one's".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer eines".split()),
    "fr": frozenset(
        "le la les l un une des du de mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs".split()
    ),
    "es": frozenset("el la los las un una unos unas su sus mi mis".split()),
    "it": frozenset("il lo la i gli le l un uno una".split()),
    "pt": frozenset("o a os as um uma uns umas seu sua seus suas meu minha".split()),
    "nl": frozenset("de het een".split()),
    "ru": frozenset(
        "свой своя своё свое свои своего своей своему своих своим своими свою мой моя моё мои моего моей моих твой твоя "
        "твои твоего твоей его её ее их наш наша наши нашего нашей ваш ваша ваши вашего вашей этот эта это эти".split()
    ),
    "uk": frozenset(
        "свій своя своє свої свого своєї своєму своїх своїм своїми свою мій моя моє мої мого моєї моїх твій твоя твої "
        "його її їх їхній наш наша наші ваш ваша ваші цей ця це ці".split()
    ),
    "pl": frozenset(
        "swój swoja swoje swojego swojej swoim swoich swoją mój moja moje mojego mojej twój twoja twoje jego jej ich nasz "
        "nasza nasze wasz ten ta to te".split()
    ),
    "zh": frozenset("的了着個个一這这那"),
    "ja": frozenset("のはがをもに"),
    "ko": frozenset("은는이가을를의도"),
}
"""Words that neither help nor hinder a match: articles, possessives, particles. In scripts without spaces, and in
Korean, where a word is a chain of particles, a pattern's words are single characters."""

SYLLABIC = frozenset({"ko"})
"""Languages with spaces whose words are matched character by character."""

FILLERS = {
    "en": frozenset(
        "this that these those some any all very just really also even only so too already again still now own such quite "
        "simply literally always never have has had".split()
    ),
    "de": frozenset("dieser diese dieses diesen diesem auch nur noch schon so sehr ja doch mal immer wieder".split()),
    "ru": frozenset("же ведь уже ещё еще бы ли и тоже только просто всё все так очень опять снова".split()),
    "fr": frozenset("ce cette ces tout tous toute toutes très bien encore toujours aussi même".split()),
    "es": frozenset("este esta estos estas todo todos toda todas muy ya también siempre".split()),
    "it": frozenset("questo questa questi queste tutto tutti molto già anche sempre".split()),
}
"""Words that a pattern passes over where it does not ask for them."""

SENTENCE_BREAK = re.compile(r"[.!?;:…。！？；：\n](?![\w.])")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text as patterns see it."""

    word: Word
    stem: str
    breaks: bool
    """Whether a sentence ends before it."""
    skip: bool
    """Whether a pattern may pass over it unasked."""


def tokens(found: Sequence[Word], stems: Sequence[str], plain: str, language: str) -> list[Token]:
    """The words of a text (with their stems) without articles and possessives."""
    made, before, broken = [], 0, False
    if primary(language) in SYLLABIC:
        found = syllables(found)
        stems = [folded(word.text) for word in found]
    roles = _roles(primary(language))
    for word, root in zip(found, stems, strict=True):
        start, end, text = word
        if start - before > 1 or before == 0:
            gap = plain[before:start]
            broken = broken or (
                bool(gap.strip()) and bool(SENTENCE_BREAK.search(gap + " ")) and not _is_abbreviation(plain, before)
            )
        before = end
        role = roles[text]
        if role is not PASSED:
            made.append(Token(word, root, broken, role is FILLER))
            broken = False
    return made


PLAIN, FILLER, PASSED = "plain", "filler", "passed"


class _Roles(dict[str, str]):
    """What patterns make of each word of a language, worked out once."""

    MOST = 400_000
    """Words remembered, as for stems."""

    def __init__(self, code: str) -> None:
        self.passed, self.fillers = skipped(code), FILLERS.get(code, frozenset())

    def __missing__(self, word: str) -> str:
        if len(self) >= self.MOST:
            self.clear()
        form = folded(word)
        role = PASSED if form in self.passed else FILLER if form in self.fillers or form.endswith("'s") else PLAIN
        self[word] = role
        return role


@cache
def _roles(code: str) -> _Roles:
    return _Roles(code)


def syllables(found: Sequence[Word]) -> list[Word]:
    """Each character of the words as a word of its own."""
    return [Word(word.start + at, word.start + at + 1, char) for word in found for at, char in enumerate(word.text)]


def folded(word: str) -> str:
    """As words are compared where the exact form counts."""
    return word.casefold().replace("’", "'")


def _is_abbreviation(plain: str, end: int) -> bool:
    """A stop after a single letter, or one followed by a small letter, ends no sentence."""
    if plain[end : end + 1] != ".":
        return False
    rest = plain[end + 1 : end + 4].lstrip()
    return (end > 1 and not plain[end - 2].isalnum()) or rest[:1].islower()


def skipped(language: str) -> frozenset[str]:
    """The words of a language that neither help nor hinder a match."""
    return SKIPPED.get(primary(language), frozenset())


def keys_of(stems: Sequence[str], strings: Sequence[str], language: str) -> Sequence[str]:
    """The keys of the tokens of a text, articles too, without the cost of placing them."""
    return folded("".join(strings)) if primary(language) in SYLLABIC else stems
