"""Quotation marks and brackets: which of them find no partner, by the habits of each language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.language.lazy import lazy

BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】", "「": "」", "『": "』", "《": "》", "〔": "〕"}
CLOSES = {closer: opener for opener, closer in BRACKETS.items()}
QUOTES = '"“”„«»'
PAIRED = lazy("[" + re.escape("".join(BRACKETS) + "".join(CLOSES) + QUOTES) + "]")
REVERSED = frozenset("de da nb no nn cs sk sl hr hu sr pl".split())
"""Languages that also quote »so«."""
SAME = frozenset("sv fi da nb no nn hu pl ro nl bs hr".split())
"""Languages that open, or close, with the mark that English closes with: ”so”, „so”."""
LOW_HIGH = frozenset("de cs sk sl bg lt et is hr sr mk ru uk".split())
"""Languages that quote „so“."""
SMILING = frozenset("ru uk be bg pl cs".split())
"""Languages whose readers write a lone bracket for a smile."""
KIND = dict(zip(BRACKETS, BRACKETS, strict=True)) | dict.fromkeys(QUOTES, '"')
KIND |= {closer: KIND[opener] for closer, opener in CLOSES.items()}
LIST_MARK = lazy(r"(?:^|[\s;,.:(\[])(?:[^\W\d_]{1,2}|\d{1,3}[^\W\d_]?|[ivxlcIVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*\.?|\*)$")
SMILEY_BEFORE = lazy(r"(?:[:;=8xX；：][-o'^]?|[\^ _]|[)(]|[\U0001f300-\U0001faff])$")
INTERVAL = lazy(r"[(\[]\s*[-−+]?[\d.,]+\s*[,;]\s*[-−+]?(?:[\d.,]+|∞|inf\w*)\s*[)\]]")
"""Half-open: [0, 1)"""


class Mark(NamedTuple):
    at: int
    char: str
    opens: bool
    twins: str
    """The characters that may be its partner."""


def lone_marks(prose: str, language: str) -> list[Mark]:
    """Marks that find no partner in their own segment."""
    waiting: list[Mark] = []
    lone: list[Mark] = []
    intervals = [match.span() for match in INTERVAL.finditer(prose)] if "(" in prose or "[" in prose else []
    even = prose.count('"') % 2 == 0
    found = list(PAIRED.finditer(prose))
    for match in found if len(found) <= MOST_MARKS else ():
        mark = _mark(prose, match.start(), match.group(), waiting, language, even)
        if mark is None or any(start <= mark.at < end for start, end in intervals):
            continue
        if mark.opens:
            waiting.append(mark)
            if len(waiting) > DEEPEST:
                lone.append(waiting.pop(0))
            continue
        partner = next((at for at in range(len(waiting) - 1, -1, -1) if waiting[at].char in mark.twins), -1)
        if partner < 0:
            lone.append(mark)
        else:
            lone += waiting[partner + 1 :]
            del waiting[partner:]
    lone += waiting
    return sorted(lone)


DEEPEST = 32
"""Marks open at a time."""
MOST_MARKS = 20_000
"""A segment with more of them is no prose."""


def _mark(prose: str, at: int, char: str, waiting: Sequence[Mark], language: str, even: bool) -> Mark | None:
    """What a mark is where it stands; `even` tells whether the straight marks of the text may be pairs."""
    before, after = prose[at - 1 : at], prose[at + 1 : at + 2]
    if char in BRACKETS:
        if before in (":", ";", "=", "-") and not (after.isalnum()):
            return None  # :(
        return Mark(at, char, True, BRACKETS[char])
    if char in CLOSES:
        if CLOSES[char] in [mark.char for mark in waiting]:
            return Mark(at, char, False, CLOSES[char])
        if char in ")）" and (
            LIST_MARK.search(prose[max(at - 12, 0) : at])
            or SMILEY_BEFORE.search(prose[max(at - 3, 0) : at])
            or after == char
        ):
            return None
        if char == ")" and language in SMILING:
            return None
        return Mark(at, char, False, CLOSES[char])
    open_quotes = [mark.char for mark in waiting]
    if char == '"':
        if before.isdigit() and '"' not in open_quotes and not (after == "" or after in ",."):
            return None  # inches
        if '"' in open_quotes:
            inner = (before == "" or before.isspace() or before in "([") and after.isalnum()
            if not inner or even:
                return Mark(at, char, False, '"')
            return Mark(at, char, True, '"')
        if before.isdigit():
            return None
        if set("“„«") & set(open_quotes) and not (before == "" or before.isspace()):
            return Mark(at, char, False, "“„«")
        opens = (
            before == "" or not (before.isalnum() or before in ".,!?…)%") or (after.isalnum() and not before.isalnum())
        )
        return Mark(at, char, opens, '"')
    if char == "„":
        return Mark(at, char, True, '“”"')
    if char == "“":
        ends = not (before == "" or before.isspace() or before in "(—–„«") and not after.isalnum()
        if ends and ("“" in open_quotes or (language in LOW_HIGH and "„" not in open_quotes)):
            return Mark(at, char, False, '„“"')
        if "„" in open_quotes and not after.isalnum():
            return Mark(at, char, False, "„")
        if "„" in open_quotes and not (before == "" or before.isspace() or before in "(—–"):
            return Mark(at, char, False, "„")
        return Mark(at, char, True, '”"“')
    if char == "”":
        if {"“", "„", "”", '"'} & set(open_quotes):
            return Mark(at, char, False, '“„”"')
        return Mark(at, char, language in SAME and (before == "" or before.isspace() or before in "(["), "“„”")
    if char == "«":
        if "»" in open_quotes:
            return Mark(at, char, False, "»")
        return Mark(at, char, True, "»")
    if "«" in open_quotes:
        return Mark(at, char, False, '«“„"')
    opens = language in REVERSED and (before == "" or before.isspace() or before in "([—–")
    return Mark(at, char, opens, "«")
