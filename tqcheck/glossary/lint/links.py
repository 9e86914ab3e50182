"""What concepts say of other concepts, and until when they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted

SEE = ("see", "see-also", "cross-reference", "crossReference")
REPLACED = ("replaced-by", "superseded-by")
EXPIRES = "expires"


def _named(value: Any) -> Iterator[str]:
    """The ids in a value: a text, a list of them, or a mapping with a target."""
    if isinstance(value, str):
        yield value.strip().removeprefix("#")
    elif isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, Mapping):
        yield from _named(value.get("target", value.get("id")))


def _references(concept: Concept, keys: tuple[str, ...]) -> Iterator[tuple[Term | None, str, str]]:
    """Who refers (None for the concept itself), by which key, to what id."""
    for term, rest in ((None, concept.rest), *((term, term.rest) for term in concept.terms)):
        for key in keys:
            for id in _named(rest.get(key)):
                yield term, key, id


def referred(concepts: Iterable[Concept]) -> set[str]:
    """The ids that others refer to."""
    return {id for concept in concepts for _, _, id in _references(concept, SEE + REPLACED)}


def _dead(given: Given) -> Iterator[Found]:
    known = {concept.id for concept in given.concepts} | {term.text for _, term in given.terms()}
    for concept in given.concepts:
        for term, key, id in _references(concept, SEE + REPLACED):
            if id == concept.id and term is None:
                yield Found(concept, term, f"`{key}` of {concept.id} names {concept.id} itself", "take it out")
            elif id not in known and "://" not in id:
                yield Found(
                    concept, term, f"`{key}` names “{id}”, which is neither a concept nor a term of these files",
                    "name a concept's id, or give the file that has it too",
                )  # fmt: skip


def _cycles(given: Given) -> Iterator[Found]:
    """Concepts that replace each other in a ring; each ring once, at its first concept in the files."""
    by_id = {concept.id: concept for concept in given.concepts}
    then = {
        concept.id: [
            id for term, _, id in _references(concept, REPLACED) if not term and id in by_id and id != concept.id
        ]
        for concept in given.concepts
    }
    done: set[str] = set()
    for start in then:
        path: list[str] = []
        waiting = [(start, 0)]
        while waiting:
            id, depth = waiting.pop()
            del path[depth:]
            if id in path:
                ring = path[path.index(id) :]
                at = min(ring, key=lambda each: (by_id[each].glossary, by_id[each].line))
                turned = ring[ring.index(at) :] + ring[: ring.index(at)]
                yield Found(
                    by_id[at], None, f"{' → '.join([*turned, at])}: each is said to be replaced by the next",
                    "let the last of them stand",
                )  # fmt: skip
            elif id not in done:
                done.add(id)
                path.append(id)
                waiting += [(each, len(path)) for each in then[id]]


def _expired(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for term, rest in ((None, concept.rest), *((term, term.rest) for term in concept.terms)):
            if EXPIRES not in rest:
                continue
            name = quoted(term) if term else concept.id
            try:
                day = date.fromisoformat(str(rest[EXPIRES]).strip())
            except ValueError:
                said = f"`expires` of {name} is no date: {str(rest[EXPIRES])[:40]!r}"
                yield Found(concept, term, said, "write it as 2030-12-31")
                continue
            if day <= given.today:
                yield Found(concept, term, f"{name} expired on {day}", "renew its date, deprecate it or take it out")


RULES = (
    Rule(
        "replaced-in-a-ring", Level.ERROR, "Concepts that replace each other in a ring",
        "None of them is the one to use. Keys: `replaced-by`, `superseded-by`.",
        "Let the last of them stand. (Two concepts may well name each other with `see`.)", _cycles,
    ),
    Rule(
        "dead-reference", Level.WARNING, "A reference to what is not there, or to itself",
        "Readers are sent nowhere. Keys: `see`, `see-also`, `cross-reference`, `replaced-by`, `superseded-by`.",
        "Name the id of a concept, or lint the file that has it too.", _dead,
    ),
    Rule(
        "expired", Level.WARNING, "A concept or term whose `expires` date has come",
        "It was meant to be looked at again by then.", "Renew the date (2030-12-31), deprecate the term or take it out.",
        _expired,
    ),
)  # fmt: skip
