"""Dates that the target's locale does not write so, and dates that do not exist."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tqcheck.checks.base import NoOptions, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.language.dates import exists, month, month_names, month_pattern
from tqcheck.language.lazy import lazy
from tqcheck.language.numbers import DIGIT
from tqcheck.language.tags import canonical
from tqcheck.language.words import strings as split
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

YEAR = r"(?:1[5-9]|20)\d\d"

NUMERIC = lazy(
    r"(?<![\w.,/-])(?:(?P<d>\d{1,2})(?P<s>[./-])(?P<m>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)"
    r"|(?P<y2>(?:19|20)\d\d)(?P<s2>[./-])(?P<m2>\d{1,2})(?P=s2)(?P<d2>\d{1,2}))(?![\w/-]|[.,]\d)"
)
NUMERIC_LIKE = lazy(r"\d[./-]\d\d?[./-]\d")
HAN_DATE = lazy(r"(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일](?!间|間)")
HAN_WRONG_ORDER = lazy(
    r"(?<!\d)(?:\d{1,2} ?[月월] ?\d{1,2} ?[日일][,，、]? ?(?:19|20)\d\d(?: ?[年년]|(?=[。.,，;；]|$))"
    r"|\d{1,2} ?[日일] ?\d{1,2} ?[月월](?! ?\d{1,2} ?[日일])(?: ?(?:19|20)\d\d ?[年년])?"
    r"|\d{1,2} ?[月월] ?(?:19|20)\d\d ?[年년])"
)
IN_RUNNING_TEXT = lazy(r"(?<![^\W_])[a-z]+ $")
"""As a label (title – 05.03.2024) dates with stops are common in English too."""

MOST_PLAUSIBLE = 39
"""Above this, three numbers with stops are a version or a reference, not a day that does not exist."""

MONTH_FIRST_REGIONS = frozenset({"en-US", "en-PH"})
DAY_FIRST_ENGLISH = frozenset({"en-GB", "en-IE", "en-AU", "en-NZ", "en-IN"})
DAY_FIRST_LANGUAGES = "de fr es it pt nl pl cs sk ru uk be bg ro tr da nb fi el hr sr sl"
DAY_FIRST = frozenset(DAY_FIRST_LANGUAGES.split())
YEAR_FIRST_AT_HOME_LANGUAGES = "zh ja ko hu lt sv mn"
YEAR_FIRST_AT_HOME = frozenset(YEAR_FIRST_AT_HOME_LANGUAGES.split())

# English nouns that make "2024 year" a part of something longer.
YEAR_COMPOUND = (
    "old|olds|in review|group|groups|end|ends|book|books|class|round|long|history|students?|average|high|low|term|terms"
)


class Rule(NamedTuple):
    """A way of writing dates that the language does not have. The group `x` is the span, else the whole match."""

    message: str
    pattern: re.Pattern[str]
    confidence: float
    right: Callable[[re.Match[str]], str] | None = None
    """The corrected text, where it is certain."""
    needs: frozenset[str] = frozenset()
    """Words of which the text must have one; where none are given, the name of a month."""


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    if not context.target or not context.signs(segment.target) & DIGIT:
        return
    prose = context.prose(segment.target)
    reach = 0
    for issue in sorted(_issues(prose, context.strings(segment.target), context), key=lambda issue: issue.span.start):
        if issue.span.start >= reach:
            reach = issue.span.end
            yield issue


def _issues(prose: str, strings: Sequence[str], context: Context) -> Iterator[Issue]:
    named = _names_month(prose, strings, context.target)
    if named:
        yield from _impossible(prose, context)
    if NUMERIC_LIKE.search(prose):
        yield from _numeric(prose, context)
    for rule in _rules(context.target):
        if rule.needs.isdisjoint(strings) if rule.needs else not named:
            continue
        for match in rule.pattern.finditer(prose):
            span = Span(*(match.span("x") if "x" in rule.pattern.groupindex else match.span()))
            right = (rule.right(match),) if rule.right is not None else ()
            yield Issue(
                rule.message,
                span,
                {"written": prose[span.start : span.end]},
                suggestions=right,
                confidence=rule.confidence,
            )


def _names_month(prose: str, strings: Sequence[str], language: str) -> bool:
    """Whether there may be the name of a month; only English splits off what follows an apostrophe as we do."""
    if language in ("zh", "ja", "ko"):
        return "月" in prose or "월" in prose
    return not _month_words(language).isdisjoint(strings) or (language != "en" and ("'" in prose or "’" in prose))


@cache
def _month_words(language: str) -> frozenset[str]:
    """The names of months as they may stand, and the first words of those that are several."""
    names = {part for name in month_names(language) for part in split(name)[:1]}
    forms = names | {name.lower() for name in names} | {name.capitalize() for name in names}
    forms |= {name.upper() for name in names}
    return frozenset(form + ending for form in forms for ending in ("", "'s", "’s"))


def _numeric(prose: str, context: Context) -> Iterator[Issue]:
    tag = canonical(context.target_language)
    for match in NUMERIC.finditer(prose):
        year_first = match["y2"] is not None
        day, number, year = (int(match[name]) for name in (("d2", "m2", "y2") if year_first else ("d", "m", "y")))
        separator = match["s2"] if year_first else match["s"]
        written = {"written": match.group()}
        span = Span(*match.span())
        if max(day, number) > MOST_PLAUSIBLE or min(day, number) < 1:
            continue
        ordered, turned = exists(day, number, year), exists(number, day, year)
        if not ordered and not turned:
            yield Issue("impossible", span, written, confidence=0.85)
        elif year_first:
            if separator == "." and context.target not in YEAR_FIRST_AT_HOME and ordered:
                yield Issue("foreign", span, written, confidence=0.65)
        elif not ordered and (context.target in DAY_FIRST or tag in DAY_FIRST_ENGLISH) and separator in "./":
            yield Issue(
                "foreign", span, written, suggestions=(f"{number}{separator}{day}{separator}{year}",), confidence=0.85
            )
        elif not turned and tag in MONTH_FIRST_REGIONS and separator == "/":
            yield Issue("foreign", span, written, suggestions=(f"{number}/{day}/{year}",), confidence=0.85)
        elif separator == "." and context.target == "en" and ordered and _in_running_text(prose, match.start()):
            yield Issue("foreign", span, written, confidence=0.6)


def _in_running_text(prose: str, start: int) -> bool:
    return IN_RUNNING_TEXT.search(prose, max(start - 20, 0), start) is not None


def _impossible(prose: str, context: Context) -> Iterator[Issue]:
    if context.target in ("zh", "ja", "ko"):
        for match in HAN_DATE.finditer(prose):
            year, number, day = (int(piece or 0) for piece in match.groups())
            if not exists(day, number, year) and 1 <= number <= MOST_PLAUSIBLE and day <= MOST_PLAUSIBLE:
                yield Issue("impossible", Span(*match.span()), {"written": match.group()}, confidence=0.85)
        return
    for pattern in _spelled_dates(context.target):
        for match in pattern.finditer(prose):
            day, year = int(match["day"]), int(match["year"] or 0)
            number = month(match["month"], context.target)
            if number and day and not exists(day, number, year) and (day <= 31 or year):
                yield Issue("impossible", Span(*match.span()), {"written": match.group()}, confidence=0.85)


@cache
def _spelled_dates(language: str) -> tuple[re.Pattern[str], ...]:
    """Day, month and perhaps year in words; for languages with month names known."""
    names = month_pattern(language)
    if not names:
        return ()
    flags = re.NOFLAG if language in ("en", "de", "tr") else re.I
    day_first = lazy(
        rf"(?<![\w.,:/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.|-?го|-е)?(?: of| de)? (?P<month>{names})\b(?!-)"
        rf"(?:,? (?:de )?(?P<year>{YEAR})\b)?",
        flags,
    )
    if language != "en":
        return (day_first,)
    # "In June 31 people": a number after a month is a day where a preposition, a year or the end says so.
    month_first = lazy(
        rf"\b(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>{YEAR})\b|(?=[,.;)]|$))"
    )
    after_on = lazy(rf"(?<=\b[Oo]n )(?P<month>{names})\.? (?P<day>\d{{1,2}})(?P<year>)\b")
    return (day_first, month_first, after_on)


@cache
def _rules(language: str) -> tuple[Rule, ...]:
    if language == "en":
        return _english()
    if language in ("zh", "ja", "ko"):
        return (Rule("order", HAN_WRONG_ORDER, 0.85),)
    names, after_day = month_pattern(language), month_pattern(language, 0)
    if not names:
        return ()
    full = "|".join(
        name for name in names.split("|") if len(name) > 3 or name in ("Mai", "mai", "mei", "мая", "май", "maj")
    )
    rules = [Rule("order", lazy(rf"\b(?:{full}) \d{{1,2}}, {YEAR}\b", re.I), 0.8)]
    if language in ("de", "cs"):
        dotless = full if language == "de" else after_day
        pattern = lazy(rf"(?<![\w.,:/–-])(?P<d>\d{{1,2}})[ \u00a0](?P<m>{dotless})\b(?![-\w])")
        rules.append(Rule("stop", pattern, 0.85, lambda match: f"{match['d']}. {match['m']}"))
    if language in ("fr", "es", "it", "pt", "nl", "ru", "uk"):
        pattern = lazy(rf"(?<=[^\W\d] )(?P<x>(?P<d>\d{{1,2}})\. (?P<m>(?:de )?(?:{after_day})))\b")
        rules.append(Rule("stop", pattern, 0.8, lambda match: f"{match['d']} {match['m']}"))
    if language in ("fr", "es", "it", "nl", "pl", "cs", "ru", "uk"):
        capital = "|".join(name.capitalize() for name in after_day.split("|"))
        pattern = lazy(rf"(?<=\d )(?:de )?(?P<x>{capital})(?= (?:de(?:l)? )?{YEAR}\b)")
        rules.append(Rule("capital", pattern, 0.75, lambda match: match["x"].lower()))
        pattern = lazy(rf"(?<=\d\. )(?P<x>{capital})(?= {YEAR}\b)")
        rules.append(Rule("capital", pattern, 0.75, lambda match: match["x"].lower()))
    if language == "fr":
        pattern = lazy(rf"(?<![\w.,:/–-])(?P<x>1(?=[ \u00a0](?:{after_day})\b))")
        rules.append(Rule("form", pattern, 0.8, lambda match: "1er"))
    endings = {"fr": "ème|eme|ième|e", "es": "º|o", "pt": "º|o", "it": "º|°", "de": "ter|te|ten|ster|er"}.get(language)
    if endings:
        # 1º de mayo is right, 5º de mayo is not.
        day = r"(?:[2-9]|[12]\d|3[01])" if language != "fr" else r"(?:[12]?\d|3[01])"
        pattern = lazy(rf"(?<![\w.,:/–-])(?P<x>{day}(?:{endings}))(?= (?:de )?(?:{full})\b)")
        rules.append(Rule("form", pattern, 0.8))
    if language in ("es", "pt"):
        pattern = lazy(rf"(?<![\w.,:/–-])(?P<d>\d{{1,2}}) (?P<m>{full}) (?:de )?(?P<y>{YEAR})\b")
        rules.append(Rule("form", pattern, 0.65, lambda match: f"{match['d']} de {match['m']} de {match['y']}"))
    if language in ("ru", "uk", "pl"):
        nominative = month_pattern(language, 1)
        pattern = lazy(rf"(?<![\w.,:/–-])\d{{1,2}}[ \u00a0](?P<x>{nominative})(?=[ .,;)]|$)")
        rules.append(Rule("form", pattern, 0.75))
    return tuple(rules)


def _english() -> tuple[Rule, ...]:
    names = month_pattern("en")
    lower = "|".join(
        name.lower() for name in month_pattern("en", 0).split("|") if name not in ("May", "March", "August")
    )
    return (
        Rule(
            "year-word",
            lazy(
                r"(?:^|[.!?] |\d |\b(?:[Ii]n|of|[Tt]he|[Ss]ince|[Ff]rom|until|by|for|and|to|before|after|during) )"
                rf"(?P<x>(?P<y>{YEAR}) year)(?![\w'’-]| (?:{YEAR_COMPOUND})\b)"
            ),
            0.85,
            lambda match: match["y"],
            frozenset({"year"}),
        ),
        Rule(
            "ordinal",
            lazy(r"(?<![\w.,-])(?P<n>\d{1,4})[-‐‑](?P<e>st|nd|rd|th)\b(?![-'’])"),
            0.85,
            lambda match: match["n"] + match["e"],
            frozenset("st nd rd th".split()),
        ),
        Rule(
            "ordinal",
            lazy(
                r"(?<![\w.,-])(?P<n>1\d\d0|20\d0|['’]?[2-9]0)[-‐‑](?:ies|es|th?s)\b|(?<![\w-])(?P<m>1\d\d0|"
                r"20\d0)[-‐‑]s\b"
            ),
            0.85,
            lambda match: (match["n"] or match["m"]) + "s",
            frozenset("ies es s th ths".split()),
        ),
        Rule(
            "ordinal",
            lazy(
                rf"(?<![\w.,-])(?P<x>(?:[023]?1(?:nd|rd|th)|[02]?2(?:st|rd|th)|[02]?3(?:st|nd|th)|1[123](?:st|"
                rf"nd|rd)|[012]?[04-9](?:st|nd|rd)))"
                rf"(?= (?:of )?(?:{names})\b| century)"
            ),
            0.85,
            needs=_month_words("en") | {"century", "century's", "century’s"},
        ),
        Rule(
            "of",
            lazy(
                rf"(?<![\w.,:/–-])(?<![Dd]ay )(?<![Pp]art )(?<![Pp]age )(?<!apter )"
                r"(?<!ection )(?<!ticle )(?<!ssue )(?<!eek )"
                rf"(?P<d>[12]?\d|3[01]) of (?P<m>{names})\b(?!['’-]| Madness)"
            ),
            0.85,
            lambda match: f"{match['d']} {match['m']}",
        ),
        Rule(
            "comma",
            lazy(rf"(?<=\b[Oo]n )(?P<m>{names}), (?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th)?)\b(?![,.]\d|%)"),
            0.85,
            lambda match: f"{match['m']} {match['d']}",
        ),
        Rule(
            "comma",
            lazy(rf"\b(?P<x>(?P<m>{names}), (?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th)?)),? {YEAR}\b"),
            0.85,
            lambda match: f"{match['m']} {match['d']}",
        ),
        Rule(
            "order",
            lazy(
                rf"(?<=\b[Oo]n ){YEAR},? (?:\d{{1,2}},? (?:{names})|(?:{names})\.? \d{{1,2}})\b"
                rf"|(?<!\b[Ii]n )\b{YEAR}, \d{{1,2}},? (?:{names})\b"
            ),
            0.8,
        ),
        Rule(
            "stop",
            lazy(rf"(?<=[a-z] )(?P<x>(?P<d>\d{{1,2}})\. (?P<m>{names}))(?= {YEAR}\b)"),
            0.8,
            lambda match: f"{match['d']} {match['m']}",
        ),
        Rule(
            "capital",
            lazy(rf"(?:(?<=\d )|(?<=\d(?:st|nd|rd|th) )|(?<=\d(?:st|nd|rd|th) of ))(?P<x>{lower})\b"),
            0.85,
            lambda match: match["x"].capitalize(),
        ),
    )


CHECK = SegmentCheck(
    id="date-format",
    category=Category.DATE_FORMAT,
    severity=Severity.MINOR,
    confidence=0.8,
    messages={
        "impossible": "There is no such day as “{written}”.",
        "foreign": "“{written}” is not how this locale writes a date in figures.",
        "order": "The parts of “{written}” stand in the order of another language.",
        "year-word": "English does not put “year” after the number of a year, as other languages do: “{written}”.",
        "ordinal": "“{written}” is not an English ordinal or decade.",
        "of": "In English “{written}” needs “the” and an ordinal, or neither “the” nor “of”.",
        "comma": "No comma parts the month and the day: “{written}”.",
        "stop": "The full stop after the day is missing or does not belong there: “{written}”.",
        "capital": "The month “{written}” has the wrong capital or small letter for this language.",
        "form": "“{written}” is not the form this language uses in a date.",
    },
    options=NoOptions,
    run=run,
)
