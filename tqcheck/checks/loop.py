"""The system repeated itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.base import Context, SegmentCheck
from tqcheck.language.scripts import SPACELESS
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

LONGEST = 12
"""Words of a repeated phrase."""
MOST_DIFFERENT = 0.8
"""The share of different words above which a text is no loop; prose of a line or two has more than that."""
SPOKEN = frozenset(
    "ha hee ho no yes bye la na go knock tick blah ja nein oui non да нет ха хи да-да 哈 呵 嘻 啊 哦 嗯 好 不 是 对 对不起 はい ".split()
)
"""What people do say many times over."""


@dataclass(frozen=True, slots=True)
class Options:
    least: int = 3
    """How many times in a row a phrase must stand; single words and characters need two more."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    strings = context.strings(segment.target)
    # A loop repeats most of its words: without that there is nothing to look for.
    if len(strings) < 2 * options.least - 1 or len(set(strings)) > len(strings) * MOST_DIFFERENT:
        return
    found = context.words(segment.target)
    folded = context.folded(segment.target)
    times_of = Counter(folded)
    if max(times_of.values()) < options.least:
        yield from _sentences(segment, context)
        return
    at = 0
    while at < len(found):
        often = times_of[folded[at]] >= options.least
        length, times = _cycle(folded, at, options.least, context.target in SPACELESS) if often else (0, 0)
        if not times:
            at += 1
            continue
        start, at = at, at + length * times
        if _is_said(folded[start : start + length]):
            continue
        span = Span(found[start].start, found[at - 1].end)
        phrase = segment.target.plain[found[start].start : found[start + length - 1].end]
        yield Issue("cycle", span, {"phrase": phrase[:60], "times": str(times)}, suggestions=(phrase,))


def _cycle(folded: Sequence[str], at: int, least: int, spaceless: bool) -> tuple[int, int]:
    """Length in words and number of times of the phrase that repeats from `at`; (0, 0) if none."""
    for length in range(1, LONGEST * (3 if spaceless else 1) + 1):
        end = at + length
        if end + length > len(folded):
            break
        if folded[at] != folded[end]:
            continue
        unit, times = folded[at:end], 1
        while folded[end : end + length] == unit:
            times += 1
            end += length
        if times >= (least + 2 if length == 1 else least):
            return length, times
    return 0, 0


def _is_said(unit: Sequence[str]) -> bool:
    """Whether people do say it many times over, or it is a row of numbers."""
    return SPOKEN.issuperset(unit) or all(word[0].isdigit() for word in unit)


def _sentences(segment: Segment, context: Context) -> Iterator[Issue]:
    """The same sentence of four words or more twice in a row."""
    plain = segment.target.plain
    before = ""
    for sentence in context.sentences(segment.target):
        text = plain[sentence.start : sentence.end].casefold()
        if text == before and len(text.split()) >= 4:
            yield Issue("sentence", sentence, confidence=0.85)
        before = text


CHECK = SegmentCheck(
    id="loop",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    confidence=0.95,
    messages={
        "cycle": "The system repeated itself: “{phrase}” stands {times} times in a row.",
        "sentence": "This sentence repeats the one before it.",
    },
    options=Options,
    run=run,
)
