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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from tqcheck.language.lemmas import lemma
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import Word, words

GAP = 4
"""Words that `...` may stand for."""
LOOSE = 3
"""Words between the parts of `{…}`."""

SKIPPED = {
    "en": frozenset("a an the my your his her its our their one's".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer eines".split()),
    "fr": frozenset("le la les l un une des du de mon ma mes son sa ses leur leurs".split()),
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

COMMON = frozenset(
    "and have time that it work take this more say he see first call give so state go person make who tell use which be of in to for "
    "on with at by from not as or but will do all one up out if what when there can no year new also into just good know about two us "
    "she they we you i me him them like come get want need keep put set way day man other part question order report step dure "
    "under after through".split()
)
"""Stems of frequent English words."""

SENTENCE_BREAK = re.compile(r"[.!?;:…。！？；：\n](?![\w.])")
TOKEN = re.compile(r"\.\.\.|…|[()\[\]{}|,]|=?[^\s()\[\]{}|,]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text as patterns see it."""

    word: Word
    stem: str
    breaks: bool
    """Whether a sentence ends before it."""
    skip: bool
    """Whether a pattern may pass over it unasked."""


Root = Callable[[str, str], str]
"""Word and language to the key that its inflected forms share: `stem`, or `lemma_stem`."""


def lemma_stem(word: str, language: str) -> str:
    """The stem of the dictionary form: joins what stems part (сел and сесть), at the price of loading a dictionary."""
    return stem(lemma(word, language), language)


def tokens(found: Sequence[Word], stems: Sequence[str], plain: str, language: str) -> list[Token]:
    """The words of a text (with their stems) without articles and possessives."""
    passed = skipped(language)
    made, before, broken = [], 0, False
    if primary(language) in SYLLABIC:
        found = syllables(found)
        stems = [word.text for word in found]
    for word, root in zip(found, stems, strict=True):
        gap = plain[before : word.start]
        broken = broken or (
            bool(gap.strip()) and bool(SENTENCE_BREAK.search(gap + " ")) and not _is_abbreviation(plain, before)
        )
        before = word.end
        text = _folded(word.text)
        if text in passed:
            continue
        made.append(Token(word, root, broken, text.endswith("'s")))
        broken = False
    return made


def syllables(found: Sequence[Word]) -> list[Word]:
    """Each character of the words as a word of its own."""
    return [Word(word.start + at, word.start + at + 1, char) for word in found for at, char in enumerate(word.text)]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'")


def _is_abbreviation(plain: str, end: int) -> bool:
    """A stop after a single letter, or one followed by a small letter, ends no sentence."""
    if plain[end : end + 1] != ".":
        return False
    rest = plain[end + 1 : end + 4].lstrip()
    return (end > 1 and not plain[end - 2].isalnum()) or rest[:1].islower()


# The parts of a compiled pattern.
@dataclass(frozen=True, slots=True)
class Literal:
    key: str
    """The stem."""
    exact: str = ""
    """The folded form itself, where only that will do."""

    def fits(self, token: Token) -> bool:
        return token.stem == self.key and (not self.exact or _folded(token.word.text).removesuffix("'s") == self.exact)


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

    @property
    def tells(self) -> bool:
        """Whether it needs a word that says something by itself: “on” and “this” stand everywhere."""
        return not all(keys <= COMMON for keys in self.required)

    def find(self, text: Sequence[Token]) -> tuple[int, int] | None:
        """The first match as a half-open range of tokens."""
        for start in range(len(text)):
            if self.firsts and text[start].stem not in self.firsts:
                continue
            for end in _ends(self.parts, text, start, True):
                if end > start:
                    return start, end
        return None


def compile_pattern(source: str, language: str, root: Root = stem) -> Pattern:
    """`root` must be that of the tokens it will meet. Raises PatternError for unbalanced brackets or a pattern without a required word."""
    parsed = _Parser(TOKEN.findall(source), language, root).whole()
    required = tuple(_required(parsed))
    if not required:
        raise PatternError(f"no word of {source!r} is required")
    return Pattern(parsed, required, _firsts(parsed) or frozenset())


def skipped(language: str) -> frozenset[str]:
    """The words of a language that neither help nor hinder a match."""
    return SKIPPED.get(language.split("-")[0], frozenset())


class _Parser:
    def __init__(self, given: list[str], language: str, root: Root) -> None:
        self.given, self.at, self.language, self.root = given, 0, language, root
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
                parts.append(Choice(tuple(self.several("|", ")" if token == "(" else "]")), token == "["))
            elif token == "{":
                parts.append(AnyOrder(tuple(self.several(",", "}"))))
            elif token in ("...", "…"):
                parts.append(Gap())
            elif token in ("|", ","):
                if token == "|":
                    raise PatternError("a bare | inside a pattern")
            else:
                parts += self.hyphened(token) if "-" in token[1:-1] else self.word(token)
        return tuple(parts)

    def several(self, separator: str, end: str) -> Iterator[Sequence_]:
        while True:
            option = self.sequence(separator)
            if not option:  # an article alone, say: it would match anything
                raise PatternError("an alternative of nothing but articles, possessives or punctuation")
            yield option
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
            folded = _folded(word.text)
            if folded not in self.skipped or (exact and len(parts) == 1):
                yield Literal(self.root(word.text, self.language), folded if exact else "")


def _required(parts: Sequence_) -> Iterator[frozenset[str]]:
    """One set of stems per part that every match needs."""
    for part in parts:
        if isinstance(part, Literal):
            yield frozenset({part.key})
        elif isinstance(part, AnyOrder):
            for inner in part.parts:
                yield from _required(inner)
        elif isinstance(part, Choice) and not part.optional:
            firsts = [next(_required(option), None) for option in part.options]
            if all(firsts):
                yield frozenset().union(*(first for first in firsts if first))


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


def _ends(parts: Sequence_, text: Sequence[Token], at: int, fresh: bool = False) -> Iterator[int]:
    """Every token at which the parts, begun at `at`, may end. `fresh`: nothing is matched yet, so nothing may be skipped."""
    if not parts:
        yield at
        return
    part, rest = parts[0], parts[1:]
    if isinstance(part, Literal):
        if at < len(text) and (fresh or not text[at].breaks):
            if part.fits(text[at]):
                yield from _ends(rest, text, at + 1)
            if text[at].skip and not fresh:
                yield from _ends(parts, text, at + 1)
    elif isinstance(part, Choice):
        for option in part.options:
            for end in _ends(option, text, at, fresh):
                yield from _ends(rest, text, end, fresh and end == at)
        if part.optional:
            yield from _ends(rest, text, at, fresh)
    elif isinstance(part, Gap):
        yield from _after_gap(rest, text, at, part.most)
    else:
        for order in permutations(part.parts):
            loose: list[Part] = []
            for number, inner in enumerate(order):
                loose += [Gap(LOOSE)] * (number > 0) + list(inner)
            yield from _ends((*loose, *rest), text, at, fresh)


def _after_gap(rest: Sequence_, text: Sequence[Token], at: int, most: int) -> Iterator[int]:
    for end in range(at, min(at + most, len(text)) + 1):
        if end > at and text[end - 1].breaks:
            return
        yield from _ends(rest, text, end)
