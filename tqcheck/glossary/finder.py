"""Finding terms in text: one pass over stems, the longest declared span wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise

from tqcheck.glossary.concept import SOURCE, TARGET, Concept, Status, Term, Termbase
from tqcheck.language.lemmas import lemma
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import Word, words
from tqcheck.model.segment import Side
from tqcheck.model.text import Span, Text

COMPOUNDING = frozenset("de nl sv da nb nn no fi et hu is".split())
"""Languages that write compounds as one word: a term may stand inside a longer word."""

ELIDING = frozenset("fr it ca".split())
ELISION = re.compile(r"(?:[cdjlmnst]|(?:jus|lors|puis)?qu|(?:de|ne|su|da)?ll|un)['’](?=\w)", re.I)
"""Words that lose their vowel before another and are written with it as one: French l', d', qu', Italian dell'."""

BETWEEN = re.compile(r"[\s\u00a0\-‐‑'’\".·/&,]{0,3}")
"""What may stand between two words of any term."""
WIDEST = 8
"""Characters that a term may have between two words of its own: `Medvedev – Sarkozy`, `5+2`, `form «A»`."""
ALIKE = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("«»„“”‘’'", '"') | dict.fromkeys(" \t\n\u00a0\u202f")
)
"""Dashes and quotes are written in several ways, with and without spaces."""


class Level(StrEnum):
    """How surely a stretch of text is the term."""

    EXACT = "exact"
    DECLARED = "declared form"
    LEMMA = "lemma"
    STEM = "stem"


class Against(StrEnum):
    """Why words with the stems of a term are not the term all the same."""

    BETWEEN = "more stands between its words than may stand there"
    DECLARED = "a declared form stands as it is given, or is not it"
    ABBREVIATION = "an abbreviation stands as it is given, or is not it"
    CASE = "its letters must have the case that is given"
    SMALL = "it is a name: in small letters, and inflected besides, it is another word"
    WORD = "stems as short as these say too little, and the dictionary has another word here"


SUREST = tuple(Level)
"""The levels, the surest first."""


@dataclass(frozen=True, slots=True)
class Match:
    concept: Concept
    term: Term
    span: Span
    level: Level

    def surer_than(self, other: Match) -> bool:
        return SUREST.index(self.level) < SUREST.index(other.level)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a term: its words, and what they stem to."""

    concept: Concept
    term: Term
    declared: bool
    words: tuple[str, ...]
    stems: tuple[str, ...]
    gaps: tuple[str, ...]
    """What stands between its words."""
    second: list[str]
    """The second stem, if any, as a slice of a text's stems would hold it."""


class Finder:
    """The terms of one language, ready to be found."""

    def __init__(self, concepts: Iterable[Concept], language: str, side: Side) -> None:
        self.language = language
        self.forms: dict[str, list[Form]] = {}
        """By first stem."""
        self.symbols: list[tuple[re.Pattern[str], Concept, Term]] = []
        """Terms that no words make, such as C++ and .NET."""
        self.terms: list[tuple[Concept, Term]] = []
        """All that is looked for."""
        for concept in concepts:
            for term in section(concept, language, side):
                self.terms.append((concept, term))
                self._add(concept, term)

    @property
    def size(self) -> int:
        return len(self.terms)

    def _add(self, concept: Concept, term: Term) -> None:
        for at, text in enumerate((term.text, *map(str.strip, term.forms))):
            if _bare(text):
                left, right = r"(?<!\w)" * text[0].isalnum(), r"(?!\w)" * text[-1].isalnum()
                flags = re.NOFLAG if term.case_sensitive else re.IGNORECASE
                first = f"(?i:{re.escape(text[0])})" if _may_begin(term, text) else re.escape(text[0])
                self.symbols.append((re.compile(left + first + re.escape(text[1:]) + right, flags), concept, term))
            elif found := words(text):
                stems = tuple(stem(word.text, self.language) for word in found)
                gaps = tuple(text[a.end : b.start].translate(ALIKE) for a, b in pairwise(found))
                parts = tuple(word.text for word in found)
                form = Form(concept, term, at > 0, parts, stems, gaps, list(stems[1:2]))
                self.forms.setdefault(stems[0], []).append(form)

    def may_find(self, vocabulary: frozenset[str]) -> bool:
        """Whether a text of this vocabulary (its stems) can hold a term at all."""
        return bool(self.symbols) or any(
            vocabulary.issuperset(form.stems) for key in self.forms.keys() & vocabulary for form in self.forms[key]
        )

    def find(self, text: Text, found: Sequence[Word], stems: Sequence[str]) -> list[Match]:
        """Every term of the text (its words and stems given), deprecated ones too; longer spans hide those inside them."""
        return longest(self.every(text, found, stems))

    def every(self, text: Text, found: Sequence[Word], stems: Sequence[str]) -> list[Match]:
        """Like `find`, with the hidden ones, in no order; a term whose forms are alike may match a stretch twice."""
        matches = [
            Match(concept, term, Span(*hit.span()), Level.EXACT)
            for pattern, concept, term in self.symbols
            for hit in pattern.finditer(text.prose)
        ]
        for at in [at for at, key in enumerate(stems) if key in self.forms]:
            for form in self.forms[stems[at]]:
                end = at + len(form.stems)
                if len(form.stems) > 1 and (
                    stems[at + 1 : at + 2] != form.second or tuple(stems[at:end]) != form.stems
                ):
                    continue
                level = self.judged(form, found[at:end], text.plain)
                if isinstance(level, Level):
                    start = found[at].start + _elided(found[at].text, form.words[0], self.language)
                    matches.append(Match(form.concept, form.term, Span(start, found[end - 1].end), level))
        return matches

    def judged(self, form: Form, found: Sequence[Word], plain: str) -> Level | Against:
        """How words with the form's stems match it, or what speaks against it: case, spacing or the dictionary."""
        for (a, b), gap in zip(pairwise(found), form.gaps, strict=True):
            if not BETWEEN.fullmatch(plain, a.end, b.start) and (
                b.start - a.end > WIDEST or plain[a.end : b.start].translate(ALIKE) != gap
            ):
                return Against.BETWEEN
        texts = [word.text for word in found]
        texts[0] = texts[0][_elided(texts[0], form.words[0], self.language) :]
        if _may_begin(form.term, form.words[0]):
            texts[0] = texts[0][0].lower() + texts[0][1:]
        same = all(_same(a, b, form.term.case_sensitive) for a, b in zip(texts, form.words, strict=True))
        if same:
            return Level.DECLARED if form.declared else Level.EXACT
        if form.declared:
            return Against.DECLARED
        if form.term.type == "abbreviation":
            return Against.ABBREVIATION
        if form.term.case_sensitive and not all(_same_case(a, b) for a, b in zip(texts, form.words, strict=True)):
            return Against.CASE
        if form.term.text[0].isupper() and not texts[0][0].isupper():
            return Against.SMALL
        if any(len(key) > 3 for key in form.stems):
            return Level.STEM
        if all(
            _same(a, b, False) or lemma(a, self.language) == lemma(b, self.language)
            for a, b in zip(texts, form.words, strict=True)
        ):
            return Level.LEMMA
        return Against.WORD


def section(concept: Concept, language: str, side: Side) -> tuple[Term, ...]:
    """The terms a concept offers for a language; a `source,target` table serves whatever pair is checked."""
    wanted = SOURCE if side is Side.SOURCE else TARGET
    if any(term.language == wanted for term in concept.terms):
        return tuple(term for term in concept.terms if term.language == wanted)
    return concept.in_language(language)


def _elided(text: str, wording: str, language: str) -> int:
    """How many characters of a word are what lost its vowel before the term: 2 of l'Allemagne, 3 of qu'Israël."""
    if primary(language) not in ELIDING or "'" in wording or "’" in wording:
        return 0
    found = ELISION.match(text)
    return found.end() if found else 0


def _bare(text: str) -> bool:
    """Whether a wording begins or ends with what is part of no word."""
    return bool(text) and not (text[0].isalnum() and text[-1].isalnum())


def _may_begin(term: Term, text: str) -> bool:
    """Whether capitals further on make a term case-sensitive that may all the same begin a sentence: головной офис ООН."""
    return term.case_sensitive and not term.case and text[0].islower()


def _same(a: str, b: str, case_sensitive: bool) -> bool:
    if case_sensitive:
        return a == b
    return a.casefold().replace("’", "'") == b.casefold().replace("’", "'")


def _same_case(a: str, b: str) -> bool:
    """Whether the letters two words share at their beginning agree in case (IPRM, IPRMs; not Iprm)."""
    shared = 0
    while shared < min(len(a), len(b)) and a[shared].casefold() == b[shared].casefold():
        shared += 1
    return a[:shared] == b[:shared]


def longest(matches: Sequence[Match]) -> list[Match]:
    """The matches that stand, by place. Longer spans first; a match inside or across a longer one goes; equal spans stay side by side."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if all(match.span == other.span or not match.span.overlaps(other.span) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.span)


class Terms:
    """A termbase compiled for one language pair."""

    def __init__(self, base: Termbase, source_language: str, target_language: str, domain: str = "") -> None:
        concepts = [
            c for c in base if not c.domain or not domain or domain.casefold() in {d.casefold() for d in c.domain}
        ]
        self.base, self.domain = base, domain
        self.source_language, self.target_language = source_language, target_language
        self.source = Finder(concepts, source_language, Side.SOURCE)
        self.target = Finder(concepts, target_language, Side.TARGET)

    @cached_property
    def with_source(self) -> frozenset[str]:
        """The concepts that have a term in the source language."""
        return frozenset(concept.id for concept in self.base if concept.in_language(self.source_language))

    @cached_property
    def kindred(self) -> dict[str, set[str]]:
        """The concepts that a concept names under `see`, or that name it: the state for its people, the people for it."""
        made: dict[str, set[str]] = {}
        for concept in self.base:
            named = concept.rest.get("see", ())
            for other in named if isinstance(named, list) else [named]:
                made.setdefault(concept.id, set()).add(str(other))
                made.setdefault(str(other), set()).add(concept.id)
        return made

    def permitted(self, concept: Concept) -> tuple[Term, ...]:
        """The target terms a concept allows, preferred first."""
        terms = [t for t in section(concept, self.target_language, Side.TARGET) if t.status.allowed]
        return tuple(sorted(terms, key=lambda term: term.status is not Status.PREFERRED))

    def present(self, term: Term, text: Text, found: Sequence[Word]) -> bool:
        """Whether the target has the term in any form, more generously than `find`: this silences a finding.

        Every word of the term must begin (in compounding languages: stand inside) some word of the text.
        """
        folded = [word.text.casefold() for word in found]
        inside = primary(self.target_language) in COMPOUNDING
        for text_form in (term.text, *map(str.strip, term.forms)):
            if _bare(text_form):
                if text_form.casefold() in text.plain.casefold():
                    return True
                continue
            parts = [word.text.casefold() for word in words(text_form)]
            if parts and all(any(akin(part, word, inside) for word in folded) for part in parts):
                return True
        return False

    def applies(self, concept: Concept, stems: Sequence[str], language: str) -> bool:
        """Whether the concept's `beside` and `not-beside` words let it apply in a text of these stems."""
        return not self.unmet(concept, stems, language)

    def unmet(self, concept: Concept, stems: Sequence[str], language: str) -> str:
        """Why the concept does not apply in a text of these stems, in words; empty where it does."""
        if not concept.beside and not concept.not_beside:
            return ""
        here = set(stems)

        def stands(phrase: str) -> bool:
            return all(stem(word.text, language) in here for word in words(phrase))

        if (found := next(filter(stands, concept.not_beside), None)) is not None:
            return f"“{found}” is there, which it must not stand beside"
        if concept.beside and not any(map(stands, concept.beside)):
            return f"nothing is there of what it must stand beside: {', '.join(concept.beside)}"
        return ""


def akin(part: str, word: str, inside: bool) -> bool:
    """Whether a word may be an inflected form of a term's word: they share two thirds of it, and three letters at least."""
    least = max(min(3, len(part)), round(len(part) * 0.65))
    return word.startswith(part[:least]) or (inside and len(part) > 3 and part[: max(least, 4)] in word)


@lru_cache(maxsize=16)
def compiled(base: Termbase, source_language: str, target_language: str, domain: str) -> Terms:
    """Terms for a pair, made once per run. Termbases compare by identity."""
    return Terms(base, source_language, target_language, domain)
