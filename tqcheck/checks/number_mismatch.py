"""Numbers of the source that the target lacks or changes, and numbers the target adds; compared by value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.checks.base import Needs, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.language.lazy import lazy
from tqcheck.language.number_words import served
from tqcheck.language.numbers import (
    ALONE,
    COUNTS,
    DIGIT,
    MONTHS,
    ODD,
    ROMAN,
    SAYS,
    SCALE,
    Kind,
    Number,
    Value,
    numbers,
    plain_figure,
)
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span

HAS_DIGIT = lazy(r"\d")
NUMERALS = COUNTS | ALONE
FIGURES = lazy(r"\+?\d+(?:[.,:/'’·\s–-]{1,2}\d+)*")
"""Figures with all that may make them a date, a decimal fraction, a list or a telephone number."""

# Units by system; a number beside a unit of another system than the source's may be converted.
METRIC = lazy(
    r"[ \u00a0-]?(?:(?:square|cubic|кв\.|куб\.|квадратн\w+|平方|立方)[ ]?)?(?:[kcmд]?m[²³23]?\b|km/h|kg|°C|"
    r"celsius|kil[oó]m|centim|millim|"
    r"met(?:er|re)|metr|hect|litre|liter|gramm?|kilogr|tonn|км|см|мм|кг|м\b|метр|километр|кілометр|сантим|градус|°|"
    r"公里|千米|米|厘米|公斤|千克|克|摄氏|公顷|キロ|メートル|センチ|トン|グラム|度)",
    re.I,
)
IMPERIAL = lazy(
    r"[ \u00a0-]?(?:(?:square|cubic)[ ])?(?:miles?\b|mph|mi\b|f(?:ee|oo)?t\b|ft\b|inch|in\b|yards?\b|"
    r"pounds?\b|lbs?\b|ounces?\b|oz\b|°F|"
    r"degrees f|fahrenheit|acres?\b|gallons?\b|stone\b|миль|мили|милях|миля|фут|дюйм|фунт|акр|унци|英里|英尺|英寸|磅|"
    r"码|华氏|盎司|英亩|"
    r"マイル|フィート|インチ|ポンド|meilen?\b|fuß\b|zoll\b|palce|palců|mil\b|stop\b|liber\b|millas?\b|pies\b|pulgadas?\b|"
    r"libras?\b|pieds?\b|"
    r"pouces?\b|miglia\b|piedi\b|pollici\b|mijl)",
    re.I,
)
LOCAL = lazy(r" ?(?:[亩畝斤里尺寸坪畳升]|公亩|market|mu\b|jin\b|tsubo|верст|пуд)")
PREFIXES = (
    ("kilo", ("k", "chilo", "кил", "кіл", "км", "кг", "公里", "千", "公斤", "キロ")),
    ("centi", ("c", "z", "сан", "см", "厘", "センチ")),
    ("milli", ("mm", "mill", "ml", "mg", "мм", "мил", "міл", "мл", "毫", "ミリ")),
)
SYSTEMS = (("metric", METRIC), ("imperial", IMPERIAL), ("local", LOCAL))

HALF = Fraction(1, 2)
BARE_SCALE = frozenset({100, 1000, 10**5, 10**6, 10**9, 10**12, 100_000})
"""A hundred thousand, a million without a multiplier: several hundred thousand is said in many ways."""

MOST_WORDS = 40_000
"""A segment of more words is data, not prose: its numbers are not compared."""
LEAST_OMITTED = 4
"""A digit of the source below this is often a word the target leaves to grammar (1 person: somebody)."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    if segment.source is None:
        return
    source, target = context.prose(segment.source), context.prose(segment.target)
    shown, meant = context.signs(segment.target), context.signs(segment.source, Side.SOURCE)
    longest = max(len(context.strings(segment.target)), len(context.strings(segment.source)))
    if longest > MOST_WORDS or _agree(meant, shown, source, target, context):
        return
    digits = HAS_DIGIT.search(source) or HAS_DIGIT.search(target)
    if not digits and not options.words:
        return
    made = numbers(target, context.target_language, shown, context.words(segment.target) if shown & SAYS else ())
    if not digits and not any(number.kind in (Kind.WORD, Kind.MONTH, Kind.ROMAN) for number in made):
        return
    given = numbers(source, context.source_language, meant, context.words(segment.source) if meant & SAYS else ())
    missing = _without_partner(given, made, source, target)
    added = [number for number in _without_partner(made, given, target, source) if number.values != {1}]
    if not (any(map(_is_code, missing)) and any(map(_is_code, added))):
        # A name may be written out or left to the context: COVID-19, 新冠.
        missing = [number for number in missing if not _is_code(number)]
        added = [number for number in added if not _is_code(number)]
    missing, added = _without_conversions(missing, added, given, source, target, made)
    wrong_month = _month(given, made)
    if wrong_month is not None:
        yield _changed(wrong_month[0], wrong_month[1], source, target, 0.8)
    if missing and len(added) == 1:
        yield _changed(missing[0], added[0], source, target, 0.9 if len(missing) == 1 else 0.75)
    elif missing and added:
        for number in missing:
            yield _missing(number, source, 0.75)
    elif added:
        if served(context.source_language):
            for number in added:
                values = {"target": target[number.start : number.end]}
                yield Issue("added", Span(number.start, number.end), values, confidence=0.65)
    elif missing:
        if served(context.target_language):
            for number in missing:
                if _worth(number):
                    yield _missing(number, source, 0.65)
    elif options.words and wrong_month is None:
        yield from _words(given, made, source, target)
        yield from _roman(given, made, source, target)


def _agree(meant: int, shown: int, source: str, target: str, context: Context) -> bool:
    """Whether the words of both sides alone show that no number can differ; most segments end here.

    The same plain figures on both sides have their partners whatever stands around them, unless a scale follows;
    numerals in words are compared only where both sides have some.
    """
    either = meant | shown
    if either & ODD or meant & shown & ROMAN:
        return False
    if meant & MONTHS and shown & MONTHS and (meant ^ shown) & MONTHS:
        return False
    if shown & NUMERALS and (either & COUNTS or shown & ~meant & ALONE) and (either & DIGIT or meant & NUMERALS):
        return False
    if not either & DIGIT:
        return True
    if either & SCALE:
        return False
    given = {plain_figure(figure, context.source_language) for figure in FIGURES.findall(source)}
    made = {plain_figure(figure, context.target_language) for figure in FIGURES.findall(target)}
    return given == made and None not in given


def _without_partner(mine: Sequence[Number], others: Sequence[Number], here: str, there: str) -> list[Number]:
    """The figures of one side that nothing on the other side accounts for."""
    wanted = [number for number in mine if number.kind in (Kind.DIGITS, Kind.CODE)]
    if not wanted:
        return []
    months = {value for number in mine if number.kind is Kind.MONTH for value in number.values}
    known: set[Value] = set()
    for other in others:
        # A month with its like on this side accounts for no figure besides.
        if other.kind is not Kind.MONTH or months.isdisjoint(other.values):
            known |= other.all_values
    left = [number for number in wanted if known.isdisjoint(number.values) and not _in_parts(number, known)]
    if not left:
        return left
    # 26,750 copied with foreign marks is the business of number-format.
    copies = {there[other.start : other.end] for other in others if other.kind is Kind.DIGITS}
    return [number for number in left if here[number.start : number.end] not in copies]


def _in_parts(number: Number, known: set[Value]) -> bool:
    return bool(number.parts) and all(not known.isdisjoint(part) for part in number.parts)


def _without_conversions(
    missing: list[Number], added: list[Number], given: list[Number], source: str, target: str, made: list[Number]
) -> tuple[list[Number], list[Number]]:
    if added:
        systems = {system for number in given if (system := _system(number, source))}
        converted = [
            n for n in added if (own := _system(n, target)) and systems and systems - {own} and own not in systems
        ]
        if converted:
            return [n for n in missing if not _system(n, source)], [n for n in added if n not in converted]
    if added and missing and _system(added[0], target) == "metric" == _system(missing[0], source):
        same_unit = _prefix(added[0], target) == _prefix(missing[0], source)
        powers = {_ratio(one, other) for one in missing[0].values for other in added[0].values}
        if not same_unit and not powers.isdisjoint((10, 100, 1000, 10**6)):
            return missing[1:], added[1:]  # 3000 m, 3 km
    if missing:
        systems = {system for number in made if (system := _system(number, target))}
        missing = [n for n in missing if not ((own := _system(n, source)) and systems and own not in systems)]
    return missing, added


def _ratio(one: Value, other: Value) -> Fraction:
    if isinstance(one, str) or isinstance(other, str) or not one or not other:
        return Fraction(0)
    return Fraction(max(one, other)) / Fraction(min(one, other))


def _prefix(number: Number, text: str) -> str:
    follow = text[number.end : number.end + 8].lstrip(" \u00a0-").casefold()
    return next((name for name, starts in PREFIXES if follow.startswith(starts)), "")


def _system(number: Number, text: str) -> str:
    for name, pattern in SYSTEMS:
        if pattern.match(text, number.end):
            return name
    return ""


def _is_code(number: Number) -> bool:
    return number.kind is Kind.CODE


def _worth(number: Number) -> bool:
    return all(isinstance(value, str) or value >= LEAST_OMITTED for value in number.values)


def _month(given: list[Number], made: list[Number]) -> tuple[Number, Number] | None:
    """The one month of the source and the one of the target that have no partner."""
    mine = [number for number in given if number.kind is Kind.MONTH]
    yours = [number for number in made if number.kind is Kind.MONTH]
    if not mine or not yours:
        return None
    theirs, ours = _months(made), _months(given)
    lost = [number for number in mine if theirs.isdisjoint(number.values)]
    new = [number for number in yours if ours.isdisjoint(number.values)]
    if len({number.values for number in lost}) == 1 and len({number.values for number in new}) == 1:
        return lost[0], new[0]
    return None


def _months(found: list[Number]) -> set[Value]:
    """Months named, and what may be a month in a date in figures."""
    months: set[Value] = set()
    for number in found:
        if number.kind is Kind.MONTH:
            months |= number.values
        elif number.is_date:
            months = months.union(*number.parts)
    return months


def _known(found: list[Number]) -> set[Value]:
    known: set[Value] = set()
    for number in found:
        known |= number.all_values
    return known


def _words(given: list[Number], made: list[Number], source: str, target: str) -> Iterator[Issue]:
    """Where every digit has its partner: the one numeral in words that has none, on both sides."""
    mine = [number for number in given if number.kind in (Kind.DIGITS, Kind.WORD)]
    yours = [number for number in made if number.kind is Kind.WORD]
    if not mine or not yours:
        return
    known = _known(given)
    new = [number for number in yours if known.isdisjoint(number.values) and number.values != {1}]
    if len(new) != 1:
        return
    known = _known(made)
    lost = [number for number in mine if known.isdisjoint(number.values) and number.values != {1}]
    if len(lost) != 1 or BARE_SCALE.issuperset(lost[0].values) or BARE_SCALE.issuperset(new[0].values):
        return
    if (own := _system(new[0], target)) and (theirs := _system(lost[0], source)) and own != theirs:
        return
    hour = all(isinstance(value, str) or value <= 12 for value in new[0].values)
    if not hour or not any(n.kind is Kind.LOOSE and HALF in n.values for n in (*given, *made)):
        # Half past six is half of the seventh hour elsewhere.
        yield _changed(lost[0], new[0], source, target, 0.65)


def _roman(given: list[Number], made: list[Number], source: str, target: str) -> Iterator[Issue]:
    """The one Roman numeral on each side that has no partner; a lone letter may be an initial."""
    ours, theirs = _known(given), _known(made)
    lost = [number for number in given if number.kind is Kind.ROMAN and theirs.isdisjoint(number.values)]
    new = [number for number in made if number.kind is Kind.ROMAN and ours.isdisjoint(number.values)]
    if len(lost) == 1 == len(new) and max(lost[0].end - lost[0].start, new[0].end - new[0].start) > 1:
        yield _changed(lost[0], new[0], source, target, 0.7)


def _changed(lost: Number, new: Number, source: str, target: str, confidence: float) -> Issue:
    span = Span(new.start, new.end)
    written, meant = target[new.start : new.end], source[lost.start : lost.end]
    follow = target[new.end : new.end + 1]
    plain = meant.isascii() and meant.isdigit() and written.isdigit() and (len(meant) < 4 or len(meant) == len(written))
    return Issue(
        "changed",
        span,
        {"source": meant, "target": written},
        suggestions=(meant,) if plain and not follow.isalpha() else (),
        confidence=confidence,
        evidence={"source": meant, "target": written},
    )


def _missing(number: Number, source: str, confidence: float) -> Issue:
    written = source[number.start : number.end]
    return Issue("missing", Span(number.start, number.end), {"source": written}, Side.SOURCE, confidence=confidence)


@dataclass(frozen=True, slots=True)
class Options:
    """What the check may compare."""

    words: bool = True
    """Compare numbers written as words too (six / four)."""


CHECK = SegmentCheck(
    id="number-mismatch",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=0.8,
    messages={
        "changed": "The source has “{source}”, the target “{target}”: the number has another value.",
        "missing": "The number “{source}” of the source is missing from the target.",
        "added": "The number “{target}” has no counterpart in the source.",
    },
    options=Options,
    needs=Needs(source=True),
    run=run,
)
