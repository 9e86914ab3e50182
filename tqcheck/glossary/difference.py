"""What two versions of a glossary differ in: concepts and terms, not lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.raw import about, about_term

ALIKE = 0.6
"""From this share of like letters on, a term that is not preferred may have replaced one of its own status."""
COMMON = 50
"""A term of more concepts than this tells none of them apart."""
MOST, LONGEST = 100, 200
"""Terms of a concept that are compared by their letters, and letters of each: more is no termbase."""


@dataclass(frozen=True, slots=True)
class Key:
    """A value that changed; the names are those that files use."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class TermDifference:
    before: Term | None
    """None for a term that is new."""
    after: Term | None
    """None for a term that is gone."""
    keys: tuple[Key, ...] = ()
    """The status among them; the wording is not."""

    @property
    def replaced(self) -> bool:
        """Whether one wording took the place of another."""
        return self.before is not None and self.after is not None and self.before.text != self.after.text


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one concept."""

    before: Concept | None
    """None for a concept that is new."""
    after: Concept | None
    """None for a concept that is gone."""
    keys: tuple[Key, ...] = ()
    terms: tuple[TermDifference, ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether it has another id. An id that only says where a concept stands in its file is none."""
        a, b = self.before, self.after
        return a is not None and b is not None and a.id != b.id and a.has_own_id and b.has_own_id

    @property
    def kind(self) -> str:
        """`added`, `removed`, `renamed` (with the id or more changed) or `changed`."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "renamed" if self.renamed else "changed"


def differences(old: Sequence[Concept], new: Sequence[Concept]) -> list[Difference]:
    """What differs, in the order of the new concepts; those that are gone come last, in their own order.

    Concepts pair by id; the others, and those whose id is but their place, by terms.
    """
    pairs = _pairs(old, new)
    partner = {id(after): before for before, after in pairs}
    kept = {id(before) for before, _ in pairs}
    made = [_changed(partner[id(c)], c) if id(c) in partner else Difference(None, c) for c in new]
    gone = [Difference(c, None) for c in old if id(c) not in kept]
    return [each for each in made if each.kind != "changed" or each.keys or each.terms] + gone


def _pairs(old: Sequence[Concept], new: Sequence[Concept]) -> list[tuple[Concept, Concept]]:
    by_id = {concept.id: concept for concept in old if concept.has_own_id}
    pairs = [(by_id[concept.id], concept) for concept in new if concept.has_own_id and concept.id in by_id]
    taken = {id(concept) for pair in pairs for concept in pair}
    pairs += _by_terms([c for c in old if id(c) not in taken], [c for c in new if id(c) not in taken])
    return pairs


def _by_terms(old: Sequence[Concept], new: Sequence[Concept]) -> Iterator[tuple[Concept, Concept]]:
    """Concepts that share terms, those that share most first."""
    carriers: dict[tuple[str, str], list[int]] = {}
    for at, concept in enumerate(new):
        for key in _texts(concept):
            carriers.setdefault(key, []).append(at)
    shared = Counter(
        (before, after)
        for before, concept in enumerate(old)
        for key in _texts(concept)
        if len(carriers.get(key, ())) <= COMMON
        for after in carriers.get(key, ())
    )
    free_old, free_new = set(range(len(old))), set(range(len(new)))
    for (before, after), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if before in free_old and after in free_new and _same_thing(old[before], new[after], count):
            free_old.remove(before)
            free_new.remove(after)
            yield old[before], new[after]


def _texts(concept: Concept) -> set[tuple[str, str]]:
    return {(term.language, term.text) for term in concept.terms}


def _same_thing(old: Concept, new: Concept, shared: int) -> bool:
    """With ids of their own, two concepts need all terms of one in common; without, terms in half their languages."""
    if old.has_own_id and new.has_own_id:
        return shared == min(len(_texts(old)), len(_texts(new)))
    languages = {language for language, _ in _texts(old) & _texts(new)}
    return 2 * len(languages) >= min(len({t.language for t in old.terms}), len({t.language for t in new.terms}))


def _changed(before: Concept, after: Concept) -> Difference:
    return Difference(before, after, tuple(_keys(about(before), about(after))), tuple(_terms(before, after)))


def _keys(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Key]:
    """The values that differ; nothing, an empty text and an empty list are one."""
    for name in dict.fromkeys((*before, *after)):
        a, b = before.get(name), after.get(name)
        if a != b and (a or b):
            yield Key(name, a or None, b or None)


def _terms(before: Concept, after: Concept) -> Iterator[TermDifference]:
    """Terms in the order of the new concept; those that are gone come last."""
    old, new = _once(before.terms), _once(after.terms)
    removed = [term for key, term in old.items() if key not in new]
    replaced = dict(_replaced(removed, [term for key, term in new.items() if key not in old]))
    for key, term in new.items():
        earlier = old.get(key) or replaced.get(key)
        if earlier is None:
            yield TermDifference(None, term)
        else:
            made = TermDifference(earlier, term, tuple(_keys(about_term(earlier), about_term(term))))
            if made.replaced or made.keys:
                yield made
    gone = {id(term) for term in replaced.values()}
    yield from (TermDifference(term, None) for term in removed if id(term) not in gone)


def _once(terms: Iterable[Term]) -> dict[tuple[str, str], Term]:
    made: dict[tuple[str, str], Term] = {}
    for term in terms:
        made.setdefault((term.language, term.text), term)
    return made


def _replaced(removed: Sequence[Term], added: Sequence[Term]) -> Iterator[tuple[tuple[str, str], Term]]:
    """For terms that are new, the ones they took the place of: same language and status.

    A language has one preferred term, so a new one replaces it whatever it looks like; others must look alike.
    """
    ranked = sorted(
        (-_likeness(old, new), at, to)
        for at, old in enumerate(removed[:MOST])
        for to, new in enumerate(added[:MOST])
        if old.language == new.language and old.status is new.status
    )
    taken_old, taken_new = set[int](), set[int]()
    for likeness, at, to in ranked:
        if at not in taken_old and to not in taken_new and -likeness >= ALIKE:
            taken_old.add(at)
            taken_new.add(to)
            yield (added[to].language, added[to].text), removed[at]


def _likeness(old: Term, new: Term) -> float:
    if old.status is Status.PREFERRED:
        return 1.0
    a, b = old.text[:LONGEST].casefold(), new.text[:LONGEST].casefold()
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
