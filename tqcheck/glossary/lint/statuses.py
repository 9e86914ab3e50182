"""Terms of one concept: how often they stand there, and with what status."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.glossary.concept import Status, Term
from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted

TABLES = (".csv", ".tsv")
"""Files that have no place for a term's type."""
SHORT = frozenset({"abbreviation", "acronym", "initialism", "symbol"})
"""TBX term types that stand for a longer term."""


def _two_preferred(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        first: dict[tuple[str, str], Term] = {}
        for term in concept.terms:
            if term.status is not Status.PREFERRED:
                continue
            other = first.setdefault((term.language, term.type), term)
            if other is not term and other.text != term.text:
                yield Found(
                    concept,
                    term,
                    f"{quoted(term)} is preferred beside “{other.text}”",
                    "say that one of them is admitted",
                )


def _nothing_allowed(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for language, terms in concept.by_language().items():
            if not any(term.status.allowed for term in terms):
                yield Found(
                    concept, terms[0], f"{quoted(terms[0])} is {terms[0].status}, and {language} has nothing to use instead",
                    f"add a preferred term in {language}",
                )  # fmt: skip


def _duplicates(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        first: dict[tuple[str, str], Term] = {}
        for term in concept.terms:
            other = first.setdefault((term.language, term.text), term)
            if other is not term and other.status.allowed == term.status.allowed:
                yield Found(concept, term, f"{quoted(term)} stands twice in {concept.id}", "take one of them out")


def _duplicate_forms(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        seen = {term.text}
        for form in term.forms:
            if form in seen:
                what = "is the term itself" if form == term.text else "stands twice"
                yield Found(concept, term, f"the form “{form}” of {quoted(term)} {what}", "take it out")
            seen.add(form)


def _short_alone(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for language, terms in concept.by_language().items():
            if all(term.type in SHORT for term in terms):
                yield Found(
                    concept, terms[0], f"{quoted(terms[0])} is a short form, and no term says what it stands for",
                    f"add the full form in {language}",
                )  # fmt: skip


def _capitals(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        letters = [char for char in term.text if char.isalpha()]
        if len(letters) < 2 or not term.text.isupper() or term.type or concept.glossary.lower().endswith(TABLES):
            continue
        yield Found(
            concept, term, f"{quoted(term)} is all capitals without a type",
            "say `type: abbreviation`, or write it in small letters",
        )  # fmt: skip


RULES = (
    Rule(
        "two-preferred", Level.WARNING, "Two preferred terms of one type in a language",
        "Reports suggest the first and translators see two rules.", "Make all but one admitted.", _two_preferred,
    ),
    Rule(
        "nothing-allowed", Level.WARNING, "A language with deprecated terms and none to use instead",
        "Whoever uses the deprecated term is told so and offered nothing.", "Add a preferred term.", _nothing_allowed,
    ),
    Rule(
        "duplicate-term", Level.WARNING, "A term that stands twice in its concept",
        "What is changed in one place stays in the other.", "Take one out.", _duplicates, mends=True,
    ),
    Rule(
        "duplicate-form", Level.WARNING, "A form that stands twice, or is the term itself",
        "It adds nothing.", "Take it out.", _duplicate_forms, mends=True,
    ),
    Rule(
        "short-form-alone", Level.INFO, "A language with an abbreviation and no full form",
        "Readers look for what it stands for, and texts use both.", "Add the full form.", _short_alone,
    ),
    Rule(
        "untyped-capitals", Level.INFO, "A term in all capitals without a type",
        "An abbreviation takes no other endings than its declared forms; of another term they are found.",
        "Say `type: abbreviation`, or write the term in small letters.", _capitals,
    ),
)  # fmt: skip
