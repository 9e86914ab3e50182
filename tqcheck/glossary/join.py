"""Joining concepts, and bringing the concepts of one glossary into another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tqcheck.glossary.change import ChangeError
from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.select import by_term


def joined(first: Concept, others: Sequence[Concept]) -> Concept:
    """One concept of several: all terms, each once; where they disagree the first has the word.

    A language keeps one preferred term; the others' preferred ones are admitted. Definitions and notes that differ follow
    each other. Raises ChangeError where a concept would be joined with itself.
    """
    if first.id in (other.id for other in others):
        raise ChangeError(f"{first.id!r} cannot be merged with itself")
    for other in others:
        first = _pair(first, other)
    return first


def _pair(a: Concept, b: Concept) -> Concept:
    terms = list(a.terms)
    known = {(term.language, term.text) for term in terms}
    preferred = {term.language for term in terms if term.status is Status.PREFERRED}
    for term in b.terms:
        if (term.language, term.text) not in known:
            second = term.status is Status.PREFERRED and term.language in preferred
            terms.append(replace(term, status=Status.ADMITTED) if second else term)
    return replace(
        a,
        terms=_by_language(terms),
        domain=_both(a.domain, b.domain) if a.domain and b.domain else (),
        beside=_both(a.beside, b.beside) if a.beside and b.beside else (),
        not_beside=_both(a.not_beside, b.not_beside),
        subject=a.subject or b.subject,
        definition=_text(a.definition, b.definition),
        note=_text(a.note, b.note),
        source=_text(a.source, b.source),
        rest=_rest(b.rest, a.rest),
    )


def _by_language(terms: Sequence[Term]) -> tuple[Term, ...]:
    order = list(dict.fromkeys(term.language for term in terms))
    return tuple(sorted(terms, key=lambda term: order.index(term.language)))


def _both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _text(a: str, b: str) -> str:
    return a if not b or b in a else b if not a else f"{a}\n\n{b}"


def _rest(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of both; mappings (what is said of each language, say) are joined in depth."""
    made = {**under, **over}
    for key in under.keys() & over.keys():
        if isinstance(under[key], Mapping) and isinstance(over[key], Mapping):
            made[key] = _rest(under[key], over[key])
    return made


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an imported concept is to the glossary it comes into."""

    concept: Concept
    fate: str
    """`new`, `same`, `joins` (shares terms and contradicts nothing) or `conflict`."""
    into: str = ""
    """The id of the concept it is the same as, joins or contradicts."""
    why: str = ""


def incoming(known: Sequence[Concept], concepts: Sequence[Concept]) -> list[Incoming]:
    """What each concept is to the known ones: by its id, else by two languages in which they share a term."""
    by_id = {concept.id: concept for concept in known}
    holders = by_term(known)
    return [_fate(concept, by_id.get(concept.id) or _twin(concept, holders)) for concept in concepts]


def _twin(concept: Concept, holders: Mapping[tuple[str, str], list[Concept]]) -> Concept | None:
    shared: dict[str, set[str]] = {}
    found: dict[str, Concept] = {}
    for term in concept.terms:
        for other in holders.get((term.language, term.text), ()):
            shared.setdefault(other.id, set()).add(term.language)
            found[other.id] = other
    best = max(shared, key=lambda id: len(shared[id]), default="")
    enough = min(2, len({term.language for term in concept.terms}))
    return found[best] if best and len(shared[best]) >= enough else None


def _fate(concept: Concept, other: Concept | None) -> Incoming:
    if other is None:
        return Incoming(concept, "new")
    theirs = {(t.language, t.text): t for t in other.terms}
    against = [
        t
        for t in concept.terms
        if (t.language, t.text) in theirs and theirs[t.language, t.text].status.allowed != t.status.allowed
    ]
    if against:
        term = against[0]
        status = theirs[term.language, term.text].status
        return Incoming(
            concept, "conflict", other.id, f"“{term.text}” ({term.language}) is {status} there and {term.status} here"
        )
    shared = {t.language for t in concept.terms if (t.language, t.text) in theirs}
    if not shared:
        return Incoming(concept, "conflict", other.id, "the same id, but no term in common")
    made = joined(other, [replace(concept, id="")])
    return Incoming(concept, "same" if made == other and dict(made.rest) == dict(other.rest) else "joins", other.id)
