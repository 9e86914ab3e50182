"""The target is far too long or too short for its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# Characters that say what 100 characters of English say, rounded from parallel news and subtitles known to us.
PER_HUNDRED = {
    "ar": 88, "bg": 102, "cs": 95, "da": 102, "de": 112, "el": 113, "en": 100, "es": 110, "et": 97, "fa": 92, "fi": 104, "fr": 113,
    "he": 80, "hi": 100, "hr": 98, "hu": 105, "id": 108, "it": 110, "ja": 45, "ka": 102, "ko": 52, "lt": 98, "lv": 100, "nl": 108,
    "no": 100, "nb": 100, "pl": 105, "pt": 106, "ro": 108, "ru": 105, "sk": 97, "sl": 98, "sr": 98, "sv": 101, "th": 88, "tr": 100,
    "uk": 102, "vi": 106, "zh": 33,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    most: float = 2.4
    """How many times longer than expected a target may be; and shorter."""
    least_characters: int = 24
    """The longer side must have so many more characters than expected: short texts vary freely."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    assert segment.source is not None
    source, target = segment.source.plain.strip(), segment.target.plain.strip()
    expected = len(source) * PER_HUNDRED.get(context.target, 100) / PER_HUNDRED.get(context.source, 100)
    actual = len(target)
    if expected < actual * options.most and actual < expected * options.most:
        return  # within what is allowed to the longest texts
    if not expected or not actual or (source.isupper() and len(source) < 8):
        return  # nothing to compare, or an abbreviation written out
    # Short texts vary more: the allowance falls towards `most` as they grow.
    most = options.most * (1 + 12 / (min(expected, actual) + 12))
    start = len(segment.target.plain) - len(segment.target.plain.lstrip())
    span = Span(start, start + actual)
    if actual > expected * most and actual - expected >= options.least_characters:
        yield Issue(
            "long", span, {"times": f"{actual / expected:.1f}"}, confidence=_confidence(actual / expected, most)
        )
    elif expected > actual * most and expected - actual >= options.least_characters:
        yield Issue(
            "short", span, {"times": f"{expected / actual:.1f}"}, confidence=_confidence(expected / actual, most)
        )


def _confidence(ratio: float, most: float) -> float:
    return min(0.95, 0.65 + 0.15 * (ratio / most - 1))


CHECK = SegmentCheck(
    id="length-ratio",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=0.75,
    messages={
        "long": "The target is {times} times as long as its source would lead one to expect: something may have been added.",
        "short": "The source is {times} times as long as its target would lead one to expect: something may be missing.",
    },
    options=Options,
    needs=Needs(source=True),
    run=run,
)
