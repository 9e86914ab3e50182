"""Abbreviations and the long forms that a text gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tqcheck.language.abbreviations import ROMAN
from tqcheck.language.lazy import lazy
from tqcheck.terminology.passages import Passage

BRACKET = lazy(r"[(（]([^()（）]{2,80})[)）]")
SHORT = lazy(r"[^\W\d_a-z][\w.-]{1,9}")
"""An abbreviation: a capital and up to nine letters and figures."""
MOST_CAPITALS = 8
ARTICLES = frozenset("the a an der die das le la les el los las il lo i gli o os as de het".split())


@dataclass(slots=True)
class ShortForm:
    """An abbreviation with its long form, and where the two are tied: passage and offset of the long form."""

    short: str
    long: str
    segments: dict[int, None] = field(default_factory=dict)
    spots: list[tuple[Passage, int]] = field(default_factory=list)


def short_forms(passages: Iterable[Passage]) -> dict[str, ShortForm]:
    """By abbreviation; of several long forms the most frequent, then the first.

    `Long Form (LF)` and `LF (Long Form)`, told apart and measured by the method of A. Schwartz and M. Hearst: A simple
    algorithm for identifying abbreviation definitions in biomedical text (PSB 8, 2003).
    """
    found: dict[tuple[str, str], ShortForm] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        for short, long, at in _tied(passage.text):
            form = found.setdefault((short, long), ShortForm(short, long))
            form.segments[passage.segment] = None
            form.spots.append((passage, at))
            counts[short, long] += 1
    made: dict[str, ShortForm] = {}
    for (short, _), form in sorted(found.items(), key=lambda item: -counts[item[0]]):
        made.setdefault(short, form)
    return made


def is_short(text: str) -> bool:
    """Whether it looks like an abbreviation: mostly capitals, no number, no Roman numeral."""
    capitals = sum(char.isupper() for char in text)
    return (
        bool(SHORT.fullmatch(text))
        and 2 <= capitals <= MOST_CAPITALS
        and 2 * capitals >= len(text)
        and not ROMAN.fullmatch(text)
    )


def _tied(text: str) -> Iterator[tuple[str, str, int]]:
    """Short form, long form, and where the long form begins."""
    for match in BRACKET.finditer(text):
        inner, before = match[1].strip(), text[: match.start()].rstrip()
        if is_short(inner):
            start = _long_form(inner, before)
            if start is not None:
                yield inner, before[start:].strip("\"“”„«»' "), start
        elif " " in inner:
            short = before.rpartition(" ")[2].strip('"“”„«»(')
            start = _long_form(short, inner) if is_short(short) else None
            if start is not None and inner[:start].strip().casefold() in ("", *ARTICLES):
                yield short, inner[start:], match.start(1) + start


def _long_form(short: str, before: str) -> int | None:
    """Where the long form begins that ends a text: the shortest string of whole words that holds the short form's
    letters in their order, the first of them at the beginning of a word; at most min(|A| + 5, 2|A|) words."""
    letters = [char.casefold() for char in short if char.isalnum()]
    at = len(before)
    for number, letter in enumerate(reversed(letters), 1):
        at -= 1
        first = number == len(letters)
        while at >= 0 and (before[at].casefold() != letter or (first and at > 0 and before[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    count = len(before[at:].split())
    if before[at:].split()[0].casefold() in ARTICLES:
        return None  # a description
    return at if 1 < count <= min(len(letters) + 5, 2 * len(letters)) else None
