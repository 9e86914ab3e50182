"""Choosing concepts: by text, language, status, domain; by id or term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tqcheck.glossary.concept import Concept, Status
from tqcheck.language.tags import canonical, lookup


@dataclass(frozen=True, slots=True)
class Wanted:
    """What concepts are asked for; an empty value asks for nothing."""

    text: str = ""
    languages: tuple[str, ...] = ()
    status: Status | None = None
    domain: str = ""


def selected(concepts: Iterable[Concept], wanted: Wanted) -> Iterator[Concept]:
    """The concepts that fit, with those of their terms that do."""
    tags = {canonical(tag) for tag in wanted.languages}
    text, domain = wanted.text.casefold(), wanted.domain.casefold()
    for concept in concepts:
        told = (concept.id, concept.definition, *(term.text for term in concept.terms))
        if text and not any(text in each.casefold() for each in told):
            continue
        if domain and domain not in {each.casefold() for each in (*concept.domain, concept.subject)}:
            continue
        terms = tuple(
            term
            for term in concept.terms
            if (not tags or lookup(term.language, tags) or any(lookup(tag, {term.language}) for tag in tags))
            and (wanted.status is None or term.status is wanted.status)
        )
        if terms:
            yield replace(concept, terms=terms)


def by_term(concepts: Iterable[Concept]) -> dict[tuple[str, str], list[Concept]]:
    """The concepts that have each term, by its language and wording."""
    made: dict[tuple[str, str], list[Concept]] = {}
    for concept in concepts:
        for term in concept.terms:
            made.setdefault((term.language, term.text), []).append(concept)
    return made


def called(concepts: Iterable[Concept], name: str) -> list[Concept]:
    """The concept with this id; else those with a term of this wording, whatever its case."""
    listed = list(concepts)
    by_id = [concept for concept in listed if concept.id == name]
    folded = name.casefold()
    return by_id or [c for c in listed if any(term.text.casefold() == folded for term in c.terms)]
