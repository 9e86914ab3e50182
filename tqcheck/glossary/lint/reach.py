"""What the finder makes of each term in a text that consists of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from tqcheck.glossary.concept import SOURCE, Concept, Term
from tqcheck.glossary.finder import BETWEEN, Finder, Match
from tqcheck.glossary.lint.base import MOST_ALIKE, Found, Given, Level, Rule, apart, place, quoted
from tqcheck.language.protected import protect
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.words import words
from tqcheck.model.segment import Side
from tqcheck.model.text import Text

LONGEST = 500
"""Characters of what is tried."""


class Reached(NamedTuple):
    """A wording as a text, and the terms found in it."""

    concept: Concept
    term: Term
    text: str
    matches: Sequence[Match]

    @property
    def own(self) -> Match | None:
        return next((m for m in self.matches if m.term is self.term), None)


class _Reach:
    """The terms of a language by their stems, so that each text is shown only to those that can stand in it."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self.language, self.side = language, Side.SOURCE if language == SOURCE else Side.TARGET
        whole = Finder(concepts, language, self.side)
        self.by_stems: dict[tuple[str, ...], list[Any]] = {}
        for forms in whole.forms.values():
            for form in forms:
                self.by_stems.setdefault(form.stems, []).append(form)
        self.symbols: dict[str, list[Any]] = {}
        """By the first word in it, case-folded; by nothing where there is none."""
        for symbol in whole.symbols:
            wordings = (symbol[2].text, *symbol[2].forms)
            for first in {word.text.casefold() for text in wordings for word in words(text)[:1]} or {""}:
                self.symbols.setdefault(first, []).append(symbol)

    def matches(self, wording: str, own: Term) -> Sequence[Match]:
        """What is found in the wording of a term."""
        text = Text(wording, protect(wording))
        found = words(text.prose)
        stems = [stem(word.text, self.language) for word in found]
        able = Finder((), self.language, self.side)
        for start in range(len(stems)):
            for end in range(start + 1, len(stems) + 1):
                alike = self.by_stems.get(tuple(stems[start:end]), [])
                if alike:
                    listed = alike[:MOST_ALIKE] + [form for form in alike[MOST_ALIKE:] if form.term is own]
                    able.forms.setdefault(stems[start], []).extend(listed)
        for first in {"", *(word.text.casefold() for word in found)}:
            able.symbols += self.symbols.get(first, [])
        return able.find(text, found, stems)


@lru_cache(maxsize=1)
def reached(given: Given) -> list[Reached]:
    """Every term and form of the concepts that a check uses; what other conditions keep apart is left out of its matches."""
    made = []
    for language in given.languages:
        code = primary(language)
        concepts = [c for c in given.effective if any(primary(term.language) in (code, "x") for term in c.terms)]
        reach = _Reach(concepts, language)
        for concept in concepts:
            for term in concept.terms:
                if term.language != language:
                    continue
                for text in (term.text, *term.forms):
                    if len(text) > LONGEST or not any(map(str.isalnum, text)):
                        continue  # `long-term` and `empty-term` say so
                    matches = [
                        m for m in reach.matches(text, term) if m.concept is concept or not apart(m.concept, concept)
                    ]
                    made.append(Reached(concept, term, text, matches))
    return made


def _unreachable(given: Given) -> Iterator[Found]:
    for each in reached(given):
        if each.own is None:
            name = (
                quoted(each.term) if each.text == each.term.text else f"the form “{each.text}” of {quoted(each.term)}"
            )
            yield Found(each.concept, each.term, f"{name} is never found: {_why(each)}", "write it as texts have it")


def _why(each: Reached) -> str:
    text = Text(each.text, protect(each.text))
    found = words(text.prose)
    if text.marks:
        return f"“{text.marks[0].raw}” in it is taken for a {text.marks[0].kind}"
    if not found:
        return "nothing in it is a word"
    for a, b in pairwise(found):
        if not BETWEEN.fullmatch(each.text, a.end, b.start):
            return f"too much stands between “{a.text}” and “{b.text}”"
    if each.matches:
        return f"{quoted(each.matches[0].term)} of {place(each.matches[0].concept, each.concept)} is found in its place"
    return "the finder does not take its own wording for it"


def _inside(given: Given) -> Iterator[Found]:
    """Deprecated terms that would be reported where an allowed one stands."""
    for each in reached(given):
        allowed = [match.span for match in each.matches if match.term.status.allowed]
        for match in each.matches if each.term.status.allowed else ():
            if not match.term.status.allowed and match.span not in allowed:
                yield Found(
                    each.concept, each.term,
                    f"in “{each.text}” ({each.term.language}) the {match.term.status} “{match.term.text}” of "
                    f"{place(match.concept, each.concept)} is reported",
                    "reword one of the two",
                )  # fmt: skip


def _silenced(each: Reached) -> Match | None:
    """The allowed term that is found wherever a deprecated one is, and keeps it from being reported."""
    own = each.own
    if own is None or each.term.status.allowed or each.text != each.term.text:
        return None
    return next(
        (m for m in each.matches if m.term.status.allowed and m.span == own.span and not own.surer_than(m)), None
    )


def _contradiction(given: Given) -> Iterator[Found]:
    for each in reached(given):
        if (by := _silenced(each)) and by.concept is each.concept:
            yield Found(
                each.concept, each.term, f"{quoted(each.term)} is {each.term.status} and never reported: {_how(each, by)}",
                "take one of them out, or say `case: sensitive` where capitals tell them apart",
            )  # fmt: skip


def _conflict(given: Given) -> Iterator[Found]:
    for each in reached(given):
        if (by := _silenced(each)) and by.concept is not each.concept:
            yield Found(
                each.concept, each.term,
                f"{quoted(each.term)} is {each.term.status} and never reported: {_how(each, by)} of "
                f"{place(by.concept, each.concept)}",
                "tell the concepts apart with domain, beside or not-beside, or take one of them out",
            )  # fmt: skip


def _how(each: Reached, by: Match) -> str:
    if by.term.text == each.term.text:
        return f"it is a term {by.term.status} too"
    return f"it is taken for the {by.term.status} “{by.term.text}” ({by.level})"


RULES = (
    Rule(
        "unreachable", Level.ERROR, "A term or form that is not found in a text that consists of it",
        "The words are parted where the finder bridges no gap, or are protected as a link, tag or placeholder.",
        "Write it as texts have it.", _unreachable,
    ),
    Rule(
        "contradiction", Level.ERROR, "A wording allowed and not allowed in one concept",
        "An allowed term in the same place keeps the deprecated one from being reported. Inflected forms count.",
        "Take one of them out, or say `case: sensitive`.", _contradiction,
    ),
    Rule(
        "deprecated-inside", Level.ERROR, "A deprecated term that is reported inside an allowed one",
        "The longest term hides those inside it, but only where it is found itself.", "Reword one of the two.", _inside,
    ),
    Rule(
        "conflict", Level.WARNING, "A wording deprecated in one concept and allowed in another",
        "Where both can apply the allowed one wins, and the deprecated one is never reported.",
        "Tell the concepts apart with `domain`, `beside` or `not-beside`.", _conflict,
    ),
)  # fmt: skip
