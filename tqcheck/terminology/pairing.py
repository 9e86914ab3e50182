"""Which candidates of a source and its translation render each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from anyascii import anyascii

from tqcheck.language import names
from tqcheck.terminology.candidates import Candidate

SURE = 10.83
"""The log-likelihood ratio above which chance explains a pair once in a thousand (chi-square, one degree of freedom)."""
LEAST = 2
"""In how many segments a pair stands."""
OVERLAP = 0.3
"""Dice's coefficient: what share of the segments that hold either must hold both."""
LETTERS = 4
"""Of a name that is known by its letters."""


@dataclass(frozen=True, slots=True)
class Pair:
    source: Candidate
    target: Candidate
    together: int
    """The segments that hold both."""
    ratio: float
    """Log-likelihood; see `log_likelihood`."""
    alike: bool
    """The target is the source in other letters."""

    @property
    def overlap(self) -> float:
        """Dice's coefficient of their segments: 1 where they never stand apart."""
        return 2 * self.together / (len(self.source.segments) + len(self.target.segments))


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """How much likelier the counts are if two things depend on each other than if they do not: -2 log lambda.

    `both` of `total` segments hold the two, `one` and `other` hold the first and the second. T. Dunning: Accurate methods
    for the statistics of surprise and coincidence (Computational Linguistics 19, 1993). 0 where they meet no more often
    than by chance.
    """
    if both * total <= one * other:
        return 0.0
    cells = (both, one - both, other - both, total - one - other + both)
    expected = (
        one * other / total,
        one * (total - other) / total,
        (total - one) * other / total,
        (total - one) * (total - other) / total,
    )
    return 2 * sum(seen * log(seen / by_chance) for seen, by_chance in zip(cells, expected, strict=True) if seen)


def pairs(sources: Sequence[Candidate], targets: Sequence[Candidate], total: int) -> list[Pair]:
    """One partner at most for each candidate: names alike first, then by log-likelihood, best pair first.

    Competitive linking, one to one: I. D. Melamed: Models of translational equivalence among words (Computational
    Linguistics 26, 2000). `total` is the number of segments.
    """
    by_segment: dict[int, list[int]] = defaultdict(list)
    for at, target in enumerate(targets):
        for segment in target.segments:
            by_segment[segment].append(at)
    possible = []
    for source in sources:
        met: dict[int, int] = defaultdict(int)
        for segment in source.segments:
            for at in by_segment.get(segment, ()):
                met[at] += 1
        for at, both in met.items():
            target = targets[at]
            if both < LEAST or 2 * both / (len(source.segments) + len(target.segments)) < OVERLAP:
                continue
            ratio = log_likelihood(both, len(source.segments), len(target.segments), total)
            alike = are_alike(source, target)
            if alike or ratio >= SURE:
                possible.append(Pair(source, target, both, ratio, alike))
    possible.sort(key=_rank)
    taken: set[int] = set()
    made = []
    for pair in possible:
        if id(pair.source) not in taken and id(pair.target) not in taken:
            taken |= {id(pair.source), id(pair.target)}
            made.append(pair)
    return made


def _rank(pair: Pair) -> tuple[bool, float, bool, int, float, tuple[str, ...], tuple[str, ...]]:
    """Among equals: two names or no name, then like lengths, then the better candidates."""
    source, target = pair.source, pair.target
    return (
        not pair.alike,
        -round(pair.ratio, 6),
        (source.kind == "name") != (target.kind == "name"),
        abs(len(source.key) - len(target.key)),
        -source.score - target.score,
        source.key,
        target.key,
    )


def are_alike(source: Candidate, target: Candidate) -> bool:
    """Whether the target is the source transliterated, word for word."""
    if "name" not in (source.kind, target.kind) or len(source.key) != len(target.key):
        return False
    return any(
        all(map(_same_name, _words(a), _words(b)))
        for a in source.surfaces
        for b in target.surfaces
        if len(_words(a)) == len(_words(b))
    )


def _words(text: str) -> list[str]:
    return text.replace("-", " ").split()


@lru_cache(maxsize=100_000)
def _same_name(a: str, b: str) -> bool:
    one, other = (anyascii(word).replace("'", "") for word in (a, b))
    if one.casefold() == other.casefold():
        return True
    short = min(len(one), len(other))
    return short >= LETTERS and names.bond(one.capitalize(), other.capitalize(), "en") >= names.Bond.LOOSE
