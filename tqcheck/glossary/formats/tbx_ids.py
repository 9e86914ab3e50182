"""The ids of a TBX file: names without colons, each once; those of a glossary may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.glossary.concept import Concept, Term

START = "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0401\u0410-\u044f\u0451\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3"
"""What a name begins with. XML 1.0 allows more since its fifth edition, which not every tool follows."""
MORE = START + r"\-.0-9"
NAME = re.compile(f"[{START}][{MORE}]*")
ALIEN = re.compile(f"[^{MORE}]+")


class Ids:
    """Who has which id in the file."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = {concept.id: concept.id if concept.has_own_id else "" for concept in concepts}
        taken = {id for id in self.concepts.values() if NAME.fullmatch(id)}
        self.terms: dict[str, Term] = {}
        for id, term in (each for concept in concepts for each in _of_terms(concept)):
            if id not in taken:
                self.terms[id] = term
                taken.add(id)
        for given, id in self.concepts.items():
            if id and not NAME.fullmatch(id):
                self.concepts[given] = _name(id, taken)

    def of_concept(self, concept: Concept) -> str:
        """The id in the file; empty where the concept has none of its own."""
        return self.concepts[concept.id]

    def of_term(self, term: Term) -> str:
        """The id of a term in the file; empty where it has none, or one that cannot be its own there."""
        id = term.rest.get("id")
        return id if isinstance(id, str) and self.terms.get(id) is term else ""

    def target(self, id: str) -> str:
        """The id in the file of what a glossary refers to by its own; empty where it is not there."""
        return self.concepts.get(id) or (id if id in self.terms else "")


def _of_terms(concept: Concept) -> Iterator[tuple[str, Term]]:
    for term in concept.terms:
        id = term.rest.get("id")
        if isinstance(id, str) and NAME.fullmatch(id):
            yield id, term


def _name(id: str, taken: set[str]) -> str:
    """The nearest name to an id that no other has."""
    name = ALIEN.sub("_", id)
    name = name if NAME.fullmatch(name) else f"c{name}"
    number = 1
    made = name
    while made in taken:
        number += 1
        made = f"{name}-{number}"
    taken.add(made)
    return made
