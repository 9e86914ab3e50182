"""What patterns are made of, and what can be told of a match from the parts alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.idioms.tokens import Token, folded

GAP = 4
"""Words that `...` may stand for."""
LOOSE = 3
"""Words between the parts of `{…}`."""


@dataclass(frozen=True, slots=True)
class Literal:
    key: str
    """The stem."""
    exact: str = ""
    """The folded form itself, where only that will do."""

    def fits(self, token: Token) -> bool:
        return token.stem == self.key and (not self.exact or folded(token.word.text).removesuffix("'s") == self.exact)


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Sequence_, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    most: int = GAP


@dataclass(frozen=True, slots=True)
class AnyOrder:
    parts: tuple[Sequence_, ...]


Part = Literal | Choice | Gap | AnyOrder
Sequence_ = tuple[Part, ...]


class PatternError(ValueError):
    pass


def required(parts: Sequence_, passed: frozenset[str]) -> Iterator[frozenset[str]]:
    """One set of stems per part that every match needs; of an alternative of several words the most telling one."""
    for part in parts:
        if isinstance(part, Literal):
            yield frozenset({part.key})
        elif isinstance(part, AnyOrder):
            for inner in part.parts:
                yield from required(inner, passed)
        elif isinstance(part, Choice) and not part.optional:
            needed = [list(required(option, passed)) for option in part.options]
            if all(needed):
                yield frozenset().union(*(min(sets, key=lambda keys: _dullness(keys, passed)) for sets in needed))


def _dullness(keys: frozenset[str], passed: frozenset[str]) -> tuple[bool, int, list[str]]:
    return not passed.isdisjoint(keys), -min(map(len, keys)), sorted(keys)


def content(parts: Sequence_, passed: frozenset[str]) -> Iterator[tuple[Literal, ...]]:
    """Per required part its telling words, any of which will do; parts that may be a common word are left out."""
    for part in parts:
        if isinstance(part, Literal):
            if part.key not in passed:
                yield (part,)
        elif isinstance(part, AnyOrder):
            for inner in part.parts:
                yield from content(inner, passed)
        elif isinstance(part, Choice) and not part.optional:
            options = [list(content(option, passed)) for option in part.options]
            if all(options):
                yield tuple(literal for option in options for literal in option[-1])


def single(parts: Sequence_) -> bool:
    """Whether every alternative is one word."""
    return all(
        isinstance(part, Literal)
        or (isinstance(part, Choice) and all(len(o) == 1 and single(o) for o in part.options))
        or (isinstance(part, AnyOrder) and all(map(single, part.parts)))
        for part in parts
    )


def longest(parts: Sequence_) -> int:
    """The most tokens that the parts can cover, words passed over not counted."""
    total = 0
    for part in parts:
        if isinstance(part, Literal):
            total += 1
        elif isinstance(part, Choice):
            total += max(map(longest, part.options))
        elif isinstance(part, Gap):
            total += part.most
        else:
            total += sum(map(longest, part.parts)) + LOOSE * (len(part.parts) - 1)
    return total


def firsts(parts: Sequence_) -> frozenset[str] | None:
    """The stems that a match of these parts may begin with; None where nothing tells."""
    if not parts or isinstance(parts[0], Gap):
        return None
    if isinstance(parts[0], Literal):
        return frozenset({parts[0].key})
    inner = parts[0].options if isinstance(parts[0], Choice) else parts[0].parts
    sets = [firsts(option) for option in inner]
    if isinstance(parts[0], Choice) and parts[0].optional:
        sets.append(firsts(parts[1:]))
    return None if any(found is None for found in sets) else frozenset().union(*(found for found in sets if found))
