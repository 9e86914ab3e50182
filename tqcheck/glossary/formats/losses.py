"""What a written file no longer says: found by reading it again, so that nothing is lost in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tqcheck.glossary.concept import Concept, GlossaryError, Term
from tqcheck.glossary.formats.base import Lost, Written
from tqcheck.glossary.raw import about_term, raw_of
from tqcheck.glossary.select import by_term


def checked(
    data: bytes, concepts: Sequence[Concept], languages: Sequence[str], read: Callable[[bytes], Sequence[Concept]], form: str
) -> Written:  # fmt: skip
    """The file with all that was lost. Raises GlossaryError where nothing of the concepts can be written in this format."""
    try:
        again = read(data)
    except GlossaryError as error:
        raise GlossaryError(f"nothing of this can be written as {form}: the file {error}", "") from error
    return Written(data, tuple(losses(concepts, again, languages)))


def losses(concepts: Sequence[Concept], again: Sequence[Concept], languages: Sequence[str]) -> Iterator[Lost]:
    """What the concepts say and the same ones, read again, do not; of the languages written, all others being lost."""
    by_id = {concept.id: concept for concept in again}
    holders = by_term(again)
    claimed: dict[str, str] = {}
    for concept in concepts:
        mate = by_id.get(concept.id) or _nearest(concept, holders)
        if mate is None:
            yield Lost(concept.id, f"the whole concept: {_named(concept)}")
            continue
        yield from (Lost(concept.id, what) for what in _less(concept, mate, languages, holders))
        if claimed.setdefault(mate.id, concept.id) != concept.id:
            yield Lost(concept.id, f"that it is another concept than {claimed[mate.id]}")


def _named(concept: Concept) -> str:
    return ", ".join(f"{_shown(term)}" for term in concept.terms)


def _shown(term: Term) -> str:
    return f"“{term.text}” ({term.language}" + (")" if term.status.allowed else f", {term.status})")


def _nearest(concept: Concept, holders: dict[tuple[str, str], list[Concept]]) -> Concept | None:
    """The one that shares most terms, the first of equals."""
    shared: dict[str, int] = {}
    found: dict[str, Concept] = {}
    for term in concept.terms:
        for other in holders.get((term.language, term.text), ()):
            shared[other.id] = shared.get(other.id, 0) + 1
            found[other.id] = other
    best = max(shared, key=lambda id: shared[id], default=None)
    return found[best] if best is not None else None


def _less(
    concept: Concept, mate: Concept, languages: Sequence[str], holders: dict[tuple[str, str], list[Concept]]
) -> Iterator[str]:
    said, left = raw_of(concept), raw_of(mate)
    for key, value in said.items():
        if key != "terms" and value != left.get(key) and not (key == "id" and not concept.has_own_id):
            yield f"`{key}`"
    for term in concept.terms:
        if term.language not in languages:
            yield f"{_shown(term)}: of the languages only {' and '.join(languages)} are written"
            continue
        same = [other for other in mate.terms if (other.language, other.text) == (term.language, term.text)]
        if not same:
            apart = (term.language, term.text) in holders
            yield _shown(term) + ": it becomes a concept of its own" * apart
            continue
        other = next((other for other in same if other.status is term.status), same[0])
        if other.status is not term.status:
            yield f"that {_shown(term)} is {term.status}: it is written as {other.status}"
        yield from (f"`{key}` of {_shown(term)}" for key in _lesser_keys(term, other))


def _lesser_keys(term: Term, other: Term) -> Iterator[str]:
    said, left = about_term(term), about_term(other)
    yield from (key for key, value in said.items() if key != "status" and value and value != left.get(key))
