"""Conditions that never hold, or always."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted
from tqcheck.language.stems import stem
from tqcheck.language.words import words


def _phrases(phrases: tuple[str, ...], language: str) -> dict[str, frozenset[str]]:
    """The stems of each phrase: it stands where all of them do."""
    return {phrase: frozenset(stem(word.text, language) for word in words(phrase)) for phrase in phrases}


def _never(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        if not concept.not_beside:
            continue
        for language in dict.fromkeys(term.language for term in concept.terms):
            against = _phrases(concept.not_beside, language)
            with_ = _phrases(concept.beside, language)
            if with_ and all(any(no <= stems for no in against.values()) for stems in with_.values()):
                yield Found(
                    concept, None, f"{concept.id} applies beside {_listed(with_)} and not beside {_listed(against)}: never",
                    "take the word out of one of the two",
                )  # fmt: skip
                break
        for term in concept.terms:
            own = frozenset(stem(word.text, term.language) for word in words(term.text)[:100])
            inside = next((p for p, no in _phrases(concept.not_beside, term.language).items() if no <= own), None)
            if inside is not None:
                yield Found(
                    concept, term, f"{quoted(term)} never applies: “{inside}” of `not-beside` stands in the term itself",
                    "take it out of `not-beside`",
                )  # fmt: skip


def _always(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for phrase in concept.beside:
            if not words(phrase):
                yield Found(
                    concept,
                    None,
                    f"“{phrase}” of `beside` has no word, and so stands everywhere",
                    "take it out, or name a word",
                )
        for term in concept.terms if concept.beside else ():
            own = frozenset(stem(word.text, term.language) for word in words(term.text)[:100])
            inside = next(
                (p for p, stems in _phrases(concept.beside, term.language).items() if stems and stems <= own), None
            )
            if inside is not None:
                yield Found(
                    concept, term, f"{quoted(term)} always applies: “{inside}” of `beside` stands in the term itself",
                    "take it out of `beside`",
                )  # fmt: skip


def _spaces(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for domain in concept.domain:
            if domain != domain.strip() or not domain:
                yield Found(
                    concept,
                    None,
                    f"the domain {domain!r} is never that of a document",
                    "write it without spaces around it",
                )


def _listed(phrases: dict[str, frozenset[str]]) -> str:
    return ", ".join(f"“{phrase}”" for phrase in phrases)


def _all(given: Given) -> Iterator[Found]:
    yield from _never(given)
    yield from _spaces(given)


RULES = (
    Rule(
        "never-applies", Level.ERROR, "Conditions that cannot hold",
        "A word of `not-beside` in the term itself, or in every phrase of `beside`, keeps the concept from ever applying.",
        "Take the word out of one of the two.", _all,
    ),
    Rule(
        "always-applies", Level.WARNING, "A `beside` that always holds",
        "The condition tells nothing apart.", "Name a word that stands beside the term, not in it.", _always,
    ),
)  # fmt: skip
