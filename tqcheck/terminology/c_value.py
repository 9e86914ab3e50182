"""How much of a term a string of words is, reckoned from how often it stands in texts and inside longer ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import log2

Key = tuple[str, ...]
"""The stems of a string of words."""


def c_values(counts: Mapping[Key, int]) -> dict[Key, tuple[float, float]]:
    """The C-value of each string of words, and how often it stands on its own.

        C-value(a) = (1 + log2 |a|) · (f(a) - 1/P(Ta) · Σ f(b))    b in Ta, the P(Ta) longer strings that hold a

    |a| is the number of words, f(a) how often the string stands in the texts; for a string inside no longer one nothing
    is subtracted. K. Frantzi, S. Ananiadou, H. Mima: Automatic recognition of multi-word terms: the C-value/NC-value
    method (IJDL 3, 2000); with 1 + log2 |a| for log2 |a|, so that single words count too (A. Barrón-Cedeño et al.:
    An improved automatic term recognition method for Spanish, CICLing 2009).
    """
    holders: dict[Key, list[int]] = defaultdict(list)
    for key, count in counts.items():
        inside = {key[a:b] for a in range(len(key)) for b in range(a + 1, len(key) + 1) if b - a < len(key)}
        for part in inside & counts.keys():
            holders[part].append(count)
    made = {}
    for key, count in counts.items():
        longer = holders.get(key, ())
        alone = count - sum(longer) / len(longer) if longer else float(count)
        made[key] = ((1 + log2(len(key))) * alone, alone)
    return made
