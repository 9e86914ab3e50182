"""An English date stands after a place or a verb, or opens a sentence, without its “on”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.dates import month_pattern
from tqcheck.language.english_verbs import is_participle, is_past
from tqcheck.language.lazy import lazy
from tqcheck.language.places import PLACES
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

PLACE = "|".join(re.escape(name) for name in PLACES)
MONTH = rf"(?:{month_pattern('en')})\b\.?"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)\d\d"
DATE = rf"(?:{MONTH}\s{DAY}(?:,?\s{YEAR})?|{DAY}\s{MONTH}(?:,?\s{YEAR})?)(?![\w-])"
# What may follow a date that stands for itself: the end of the clause, or a word that begins another phrase.
# A noun would make the date its modifier (“the May 5 meeting”), a dash a range, a verb its subject.
CLOSED = (
    rf"(?=\s(?:{PLACE}|(?<=\d\d\d\d\s)[A-Z][a-z]+)(?:[.;!?]|\s(?:and|by|between|after|with|during)\s)"
    # … or a sentence that begins with the stop before it lost
    r"|(?<=\d\d\d\d)\s(?:The|This|These|It|In|On|At|Among|There|He|She|They|We|But|And|After|According|As|For|From|With|Now|Today)\s[a-z]"
    r"|[.;!?](?:\s|[\"”’)]|$)|,(?!\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))|$"
    r"|\s(?:in|at|by|with|as|from|a|an|the|he|she|they|it|we|his|her|their|its|after|before|during|under|near|for|when|where"
    r"|because|but|of\s(?:this|last|the\ssame)\syear|this\syear|last\syear|(?:and|or|to)\s(?!on\b|the\b|\d|[A-Z])\w+)\b)"
)
DATED = lazy(rf"(?<![\w.,/-])({DATE}){CLOSED}")
"""The date alone; what stands before it is judged afterwards."""

PLACED = lazy(
    r"(?<![\w-])(?:[Ii]n|[Aa]t|[Nn]ear|to|from)\s(?:the\s(?:capital|city(?:\scentre|\scenter)?|town|village|region|republic|Kremlin|White\sHouse|parliament|capital\scity)"
    r"|(?:the\s)?[A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)?(?:\s[A-Z][^\W\d_]+){0,2})$"
)
"""“in Geneva”, “at the Kremlin”: the place just before the date."""
GATHERED = lazy(
    r"(?<![\w-])(?:[Ii]n|[Aa]t|[Dd]uring|to|for)\s(?:a|an|the|their|its|his|her|our)\s(?:[a-z]+\s)?(?:meeting|summit|conference|session|speech"
    r"|interview|ceremony|briefing|congress|forum|referendum|elections?|hearing|talks|rally|visit)$"
)
LAST_WORDS = lazy(r"([^\W\d_][\w'’-]*)\s+(?:([^\W\d_][\w'’-]*)\s+)?$")
HAPPENED = frozenset(
    "took takes take taking happened happens occurred occurs began begins begin started starts opened opens arrived arrives died dies "
    "ended ends closed closes resigned expired expires departed departs convened convenes assembled gathered landed returned "
    "met meets emerged".split()
)
"""Verbs that need no object: what follows says where or when."""
NAMING = frozenset(
    "called named considered declared proclaimed dated designated titled entitled marked supposed deemed made set chosen celebrated "
    "based numbered left scheduled tentatively remembered aired slated due".split()
)
"""After these the date may be what is named, not when it happens; “scheduled May 5” is usage in the American press."""
PASSIVE = frozenset("was were been be being is are got".split())
OBJECTS = frozenset(
    "production work operations negotiations talks service services construction office power parliament hostilities fire operation "
    "sales exports imports independence independence agreement school prison hospital home".split()
)
"""Objects that need no article; a date after them is no modifier of theirs."""
ADVERBS = frozenset(
    "also already first finally officially formally again only even still initially originally not never".split()
)
YEARED = lazy(
    rf"(?<![\w-])(?:was|were|been)\s(?:founded|established|created|built|born|opened|published|adopted|signed|launched|introduced"
    rf"|completed|released|discovered|elected|appointed|arrested|held)\s({YEAR})(?=[.;](?:\s|[\"”’)]|$)|,\s[a-z]|\s(?:in|by|at|and|when)\s|$)"
)
OPENING = lazy(r"\s(?:the|a|an|he|she|they|we|it|his|her|their|its|our)\b")
AFTER_DATE = lazy(
    rf"\s((?:{PLACE}|(?<=\d\d\d\d\s)[A-Z][a-z]+)(?=[.;!?](?:\s|$)|\s(?:and|by|between|after|with|during)\s|$))"
)
BARE_PLACE = lazy(
    rf"(?<![\w-])(?:(?:lives|lived|resides|resided|arrived|arrives|returned|returns|gathered|(?:travelled|traveled|flew|moved)(?=\s\w+\s(?!to))"
    rf"|t(?:ake|ook|akes)\splace|meet\sagain|met\sagain|(?:was|were|be|been)\sheld|since\sthe\s(?:talks|meeting|summit|conference))"
    rf"\s((?:{PLACE}))(?=[.,;](?:\s(?![A-Z])|$)|\s(?:in|on|at|for|after|with|by|and|from|during|late|early|yesterday|today|last|this)\s|$))"
)
"""“lives Warsaw”, “take place Vienna in June”: verbs after which a place needs its preposition."""
FORCE = lazy(r"(?:entered|enters|came|comes|come|enter|entering)\sin(?:to)?\s(?:force|effect|power|office)$")
MOVED = lazy(
    rf"(?<!\w)(\w+)\s(?:in)?to\s(?:the\s)?([a-z]+)\s({YEAR})(?=[.;](?:\s|[\"”’)]|$)|,\s[a-z]|\s(?:and|when|by|in|at|as|but)\s[a-z])"
)
BEGAN = lazy(
    rf"(?<![\w-])(?:[a-z]+\s)(?:began|started|ended|opened|died|closed)\s({YEAR})(?=[.;](?:\s|[\"”’)]|$)|,\s[a-z]|\s(?:and|when|in|at|but|with)\s[a-z])"
)
OF_YEAR = lazy(rf"\sof\sthe\s([a-z]+)\s({YEAR})(?=\s(?:was|were|had|amounted|reached|stood)\s)")
PERIODS = frozenset(
    "year years spring summer autumn fall winter season month end beginning period model class version election elections edition "
    "championship tournament championships euro mid late early decade fiscal standard series budget level levels value number age price sum total".split()
)
"""Nouns that a year may follow by itself: “in summer 2015”, “since the elections 2010”."""
RANGE = lazy(rf"(?<![\w-])from\s{DATE}\s({DATE})")
GATE = lazy(rf"\d\s(?:{month_pattern('en')})\b|\b(?:{month_pattern('en')})\b\.?\s\d|[a-z]\s(?:1\d|20)\d\d\b")
SENTENCE = lazy(r"[.!?…:][\"”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Options:
    allow_after_verbs: bool = False
    """Accept “was signed May 5”, as several American style guides do, and judge only places and openings."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    # Headlines, captions and tables leave out prepositions on purpose.
    if segment.kind != "prose" or not SENTENCE.search(prose):
        return
    for match in BARE_PLACE.finditer(prose):
        yield Issue("place", Span(*match.span(1)), {"place": match.group(1)})
    if not GATE.search(prose):
        return
    for match in DATED.finditer(prose):
        before = prose[max(match.start() - 80, 0) : match.start()]
        message = _opening(prose, match) if _begins(before) else _after(before, options)
        if not message:
            continue
        date = match.group(1)
        span = Span(*match.span(1))
        yield Issue(message, span, {"date": date}, suggestions=(f"{'On' if message == 'opening' else 'on'} {date}",))
        if place := AFTER_DATE.match(prose, match.end(1)):
            yield Issue("place", Span(*place.span(1)), {"place": place.group(1)}, suggestions=(f"in {place.group(1)}",))
    for match in RANGE.finditer(prose):
        yield Issue("range", Span(*match.span(1)), {"date": match.group(1)}, suggestions=(f"to {match.group(1)}",))
    yield from _years(prose)


def _years(prose: str) -> Iterator[Issue]:
    spans = {match.span(1) for pattern in (YEARED, BEGAN) for match in pattern.finditer(prose)}
    spans |= {
        match.span(3) for match in MOVED.finditer(prose) if match.group(2) not in PERIODS and is_past(match.group(1))
    }
    spans |= {match.span(2) for match in OF_YEAR.finditer(prose) if match.group(1) not in PERIODS}
    for start, end in sorted(spans):
        year = prose[start:end]
        yield Issue("year", Span(start, end), {"year": year}, suggestions=(f"in {year}",))


def _begins(before: str) -> bool:
    trimmed = before.rstrip()
    return not trimmed or (trimmed[-1] in ".!?" and before != trimmed and not re.search(r"\b[A-Z]\w{0,3}\.$", trimmed))


def _opening(prose: str, match: re.Match[str]) -> str:
    """“May 5, 2001 the parties signed …”: a new subject follows the date at once."""
    follow = OPENING.match(prose, match.end(1))
    return "opening" if follow else ""


def _after(before: str, options: Options) -> str:
    if not before.endswith((" ", "\u00a0")):
        return ""
    trimmed = before.rstrip()
    if PLACED.search(trimmed) or GATHERED.search(trimmed):
        return "after-place"
    if options.allow_after_verbs:
        return ""
    words = trimmed.replace("\u00a0", " ").rsplit(" ", 4)[-4:]
    folded = [word.casefold() for word in words if word.replace("-", "").replace("’", "").isalpha()]
    if not folded or folded[-1] != words[-1].casefold():
        return ""
    last, rest = folded[-1], folded[:-1]
    if FORCE.search(trimmed):
        return "after-verb"
    if last == "place" and rest and rest[-1] in HAPPENED:
        return "after-verb"
    if last in {"down", "up", "out", "off", "back"} and rest and is_past(rest[-1]):
        return "after-verb"
    while rest and (rest[-1] in ADVERBS or rest[-1].endswith("ly")):
        rest = rest[:-1]
    if is_participle(last) and last not in NAMING and rest and rest[-1] in PASSIVE:
        return "after-verb"
    # “the opened May 5 exhibition” is no English, but “a closed May 5 session” might be: no determiner before.
    if last in HAPPENED and last != "taking" and rest and rest[-1] not in {"the", "a", "an", "take", "to"}:
        return "after-verb"
    # “stopped production 12 August”: a verb and its bare object.
    if (
        len(folded) > 1
        and last in OBJECTS
        and is_past(folded[-2])
        and (len(folded) < 3 or folded[-3] not in {"the", "a", "an"})
    ):
        return "after-verb"
    return ""


CHECK = SegmentCheck(
    id="preposition-missing",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=0.6,
    messages={
        "after-place": "Between the place and “{date}” the preposition “on” is missing.",
        "after-verb": "After the verb, “{date}” needs the preposition “on”.",
        "opening": "A sentence that begins with “{date}” and goes on with its subject needs “on” before the date.",
        "range": "“from” opens a range that “{date}” should end: “to” is missing.",
        "year": "The year {year} needs the preposition “in”.",
        "place": "“{place}” needs a preposition: the source language may have had a case ending instead.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    preview=True,
    run=run,
)
