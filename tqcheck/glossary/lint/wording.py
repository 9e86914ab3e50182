"""How terms and forms are written: spaces, characters, letters of one script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted
from tqcheck.glossary.lint.clean import no_break_spaces, spaced, unhidden
from tqcheck.language.lookalikes import LOOKALIKES, in_one_script
from tqcheck.language.scripts import script, written_in
from tqcheck.language.words import words

MOST_WORDS = 25
"""A term has fewer words than this; texts have more."""
WRONG_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[`´‘′‛](?=[^\W\d_])")
APOSTROPHES = re.compile(r"(?<=[^\W\d_])['’ʼ](?=[^\W\d_])")
RUN = re.compile(r"[^\W\d_]{2,}")


def _each_wording(given: Given) -> Iterator[tuple[Concept, Term, str, str]]:
    """Every term and every form: its text, and what to call it."""
    for concept, term in given.terms():
        yield concept, term, term.text, quoted(term)
        for form in term.forms:
            yield concept, term, form, f"the form “{form}” of {quoted(term)}"


def _cleaned(clean: Callable[[str, str], str], what: str) -> Callable[[Given], Iterator[Found]]:
    """Finds the wordings that a way of cleaning would change."""

    def find(given: Given) -> Iterator[Found]:
        for concept, term, text, name in _each_wording(given):
            if clean(text, term.language) != text:
                yield Found(concept, term, f"{name} holds {what}", f"write “{clean(text, term.language)}”")

    return find


def _empty(given: Given) -> Iterator[Found]:
    for concept, term, text, name in _each_wording(given):
        if not any(char.isalnum() or _symbol(char) for char in text):
            yield Found(concept, term, f"{name} has neither letter nor digit", "write the term or take it out")


def _symbol(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char) in ("Sc", "Sm", "So")


def _long(given: Given) -> Iterator[Found]:
    for concept, term, text, _ in _each_wording(given):
        if len(text) > 100 and (count := len(words(text))) >= MOST_WORDS:
            start = text[:40].rsplit(" ", 1)[0]
            yield Found(
                concept, term, f"“{start} …” ({term.language}) has {count} words", "keep the words that make the term"
            )


def _trailing(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        text = term.text
        if text[-1] in ",;:–—" or (text.endswith(".") and not _abbreviated(term)):
            yield Found(
                concept, term, f"{quoted(term)} ends with “{text[-1]}” and is found only with it",
                f"write “{text[:-1].rstrip()}”",
            )  # fmt: skip


def _abbreviated(term: Term) -> bool:
    """Whether a full stop belongs to the term: Inc., т. е., U.S., et al."""
    last = words(term.text)[-1:]
    return term.type == "abbreviation" or "." in term.text[:-1] or not last or len(last[0].text) < 5


def _apostrophe(given: Given) -> Iterator[Found]:
    for concept, term, text, name in _each_wording(given):
        if WRONG_APOSTROPHE.search(text):
            better = WRONG_APOSTROPHE.sub("'", text)
            yield Found(concept, term, f"{name} has a mark that is no apostrophe", f"write “{better}”")


def _apostrophes(given: Given) -> Iterator[Found]:
    """One fault for each file and language: the first term of the rarer kind."""
    for concepts in given.by_file.values():
        seen: dict[str, Counter[str]] = {}
        first: dict[tuple[str, str], tuple[Concept, Term]] = {}
        for concept in concepts:
            for term in concept.terms:
                for mark in APOSTROPHES.findall(term.text):
                    seen.setdefault(term.language, Counter())[mark] += 1
                    first.setdefault((term.language, mark), (concept, term))
        for language, counts in seen.items():
            (main, _), *others = counts.most_common()
            for mark, count in others:
                concept, term = first[language, mark]
                yield Found(
                    concept, term, f"{quoted(term)} has the apostrophe {mark} ({count} in {language}), others have {main}",
                    f"write {main} throughout",
                )  # fmt: skip


def _mixed(given: Given) -> Iterator[Found]:
    for concept, term, text, name in _each_wording(given):
        if text.isascii():
            continue
        for word in RUN.findall(text):
            if better := _unmixed(word):
                yield Found(
                    concept, term, f"{name} mixes look-alike letters of two scripts in “{word}”",
                    f"write “{text.replace(word, better)}” in one script",
                )  # fmt: skip


@lru_cache(maxsize=4096)
def _unmixed(word: str) -> str | None:
    scripts = [script(char) for char in word]
    return in_one_script(word, scripts) if len(set(scripts) & LOOKALIKES) > 1 else None


def _wrong_script(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        if term.text.isascii() or term.do_not_translate or term.language.startswith("x-"):
            continue
        scripts = {script(char) for char in term.text} - {""}
        if written_in(term.language) == "Latn" and scripts and "LATIN" not in scripts:
            kind = min(scripts).title()
            yield Found(
                concept, term, f"{quoted(term)} is written in {kind} letters only",
                "put it under its own language, or say do-not-translate",
            )  # fmt: skip


RULES = (
    Rule(
        "empty-term", Level.ERROR, "A term or form without letter, digit or symbol",
        "Nothing in a text is such a term.", "Write the term, or take it out.", _empty,
    ),
    Rule(
        "mixed-script", Level.ERROR, "Look-alike letters of two scripts in one word",
        "Such a word looks right and equals no word of any text.", "Type it again in one script.", _mixed,
    ),
    Rule(
        "apostrophe", Level.WARNING, "A grave, prime or opening quote for an apostrophe",
        "It parts the word in two, and the term is not found.", "Write ' or ’.", _apostrophe,
    ),
    Rule(
        "invisible-character", Level.WARNING, "Invisible characters in a term or form",
        "What cannot be seen keeps the term from being found.", "Take them out.",
        _cleaned(unhidden, "characters that cannot be seen"), mends=True,
    ),
    Rule(
        "whitespace", Level.WARNING, "Stray, doubled or odd spaces in a term or form",
        "Suggestions carry them into texts.", "Write one plain space.",
        _cleaned(spaced, "stray or doubled space"), mends=True,
    ),
    Rule(
        "trailing-punctuation", Level.WARNING, "A comma, colon or full stop at the end of a term",
        "It is taken for a part of the term, which is then found only with it.", "Take it away.", _trailing,
    ),
    Rule(
        "wrong-script", Level.WARNING, "A term of a language written in Latin letters that has none",
        "The columns or languages were likely mixed up.",
        "Put it under its own language, or say `do-not-translate: true`.", _wrong_script,
    ),
    Rule(
        "long-term", Level.WARNING, f"A term of {MOST_WORDS} words or more",
        "That is a text; it hardly ever stands elsewhere word for word.", "Keep the words that make the term.", _long,
    ),
    Rule(
        "no-break-space", Level.INFO, "A no-break space in a term or form",
        "It is found all the same, but suggestions carry it into texts.",
        "Write a plain space, unless it is meant.", _cleaned(no_break_spaces, "a no-break space"), mends=True,
    ),
    Rule(
        "mixed-apostrophes", Level.INFO, "Two kinds of apostrophe in the terms of a language",
        "The suggestions of one glossary should be written in one way.", "Choose ' or ’.", _apostrophes,
    ),
)  # fmt: skip
