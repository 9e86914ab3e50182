"""What a rule is, what it finds, and what it looks into."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.load import later_wins


class Level(StrEnum):
    """How bad a fault is, the worst first."""

    ERROR = "error"
    """The glossary does something else than it says."""
    WARNING = "warning"
    """It probably does."""
    INFO = "info"
    """Worth a look."""


class Found(NamedTuple):
    """A fault in the eyes of a rule: at a term, or at the concept itself."""

    concept: Concept
    term: Term | None
    message: str
    fix: str
    """What to do, in words."""


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    level: Level
    title: str
    why: str
    todo: str
    find: Callable[[Given], Iterator[Found]]
    mends: bool = False
    """Whether `tqcheck glossary lint --fix` repairs it."""


class Given:
    """The concepts of all files given together, and what rules look up in them."""

    def __init__(self, concepts: Sequence[Concept], today: date = date.min, required: Sequence[str] = ()) -> None:
        self.concepts = concepts
        self.today = today
        """What has expired by this day is reported."""
        self.required = required
        """Languages that every concept must have."""

    @cached_property
    def effective(self) -> Sequence[Concept]:
        """The concepts that a check uses: those that no later file decides anew."""
        by_id = {concept.id: concept for concept in self.concepts}
        several = len({concept.glossary for concept in self.concepts}) > 1
        return list(later_wins(list(by_id.values()))) if several else list(by_id.values())

    @cached_property
    def languages(self) -> Sequence[str]:
        """Every language, in the order they come up."""
        return list(dict.fromkeys(term.language for concept in self.concepts for term in concept.terms))

    @cached_property
    def by_file(self) -> dict[str, list[Concept]]:
        made: dict[str, list[Concept]] = {}
        for concept in self.concepts:
            made.setdefault(concept.glossary, []).append(concept)
        return made

    def terms(self) -> Iterator[tuple[Concept, Term]]:
        """Every term of every file."""
        return ((concept, term) for concept in self.concepts for term in concept.terms)


MOST_ALIKE = 20
"""Concepts with one wording that a further one is compared with: more would take time and tell nothing new."""


def sharing(concepts: Iterable[Concept]) -> Iterator[tuple[Concept, Concept, list[tuple[Term, Term]]]]:
    """Each concept with each earlier one that allows the same wordings, whatever their case, and these terms: (own, other)."""
    known: dict[tuple[str, str], list[tuple[Concept, Term]]] = {}
    for concept in concepts:
        pairs: dict[int, tuple[Concept, list[tuple[Term, Term]]]] = {}
        for term in concept.terms:
            if term.status.allowed:
                for other, theirs in known.get((term.language, term.text.casefold()), ()):
                    pairs.setdefault(id(other), (other, []))[1].append((term, theirs))
        for term in concept.terms:
            alike = known.setdefault((term.language, term.text.casefold()), []) if term.status.allowed else []
            if term.status.allowed and len(alike) < MOST_ALIKE:
                alike.append((concept, term))
        for other, shared in pairs.values():
            yield concept, other, shared


def apart(a: Concept, b: Concept) -> bool:
    """Whether conditions keep two concepts from applying to the same text, or tell them apart there.

    Other domains do; so do `beside` words of their own, and `beside` words of one that the other has as `not-beside`.
    """
    if a.domain and b.domain and not _folded(a.domain) & _folded(b.domain):
        return True
    if a.beside and b.beside and not _folded(a.beside) & _folded(b.beside):
        return True
    return any(bool(one.beside) and _folded(one.beside) <= _folded(other.not_beside) for one, other in ((a, b), (b, a)))


def _folded(words: Iterable[str]) -> set[str]:
    return {word.casefold() for word in words}


def place(concept: Concept, of: Concept) -> str:
    """A concept as a message about another names it."""
    if concept.glossary != of.glossary:
        return f"{concept.id} ({concept.glossary}:{concept.line})"
    return f"{concept.id} (line {concept.line})"


def quoted(term: Term) -> str:
    return f"“{term.text}” ({term.language})"
