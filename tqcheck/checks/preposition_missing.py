"""An English date stands after a place or a verb, or opens a sentence, without its “on”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.checks.base import Context, Needs, SegmentCheck
from tqcheck.language.dates import month_pattern
from tqcheck.language.english_verbs import is_participle
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

PLACES = (
    "Moscow|Minsk|Kyiv|Kiev|London|Paris|Berlin|Geneva|Vienna|Brussels|Tbilisi|Yerevan|Baku|Warsaw|Prague|Washington|New York|Beijing"
    "|Tokyo|Ankara|Istanbul|Rome|Madrid|Strasbourg|The Hague|Athens|Sochi|Astana|Riga|Vilnius|Tallinn|Helsinki|Stockholm|Oslo"
    "|Budapest|Bucharest|Sofia|Belgrade|Chisinau|Tehran|Cairo|Delhi|Seoul|Russia|Ukraine|Georgia|Armenia|Germany|France|Italy|Spain"
    "|Poland|Turkey|China|Japan|Switzerland|Austria|Belgium|Sukhum|Sukhumi|Tskhinval|Tskhinvali"
)
MONTH = rf"(?:{month_pattern('en')})\b\.?"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)\d\d"
DATE = rf"(?:{MONTH}\s{DAY}(?:,?\s{YEAR})?|{DAY}\s{MONTH}(?:,?\s{YEAR})?)(?![\w-])"
# What may follow a date that stands for itself: the end of the clause, or a word that begins another phrase.
# A noun would make the date its modifier (“the May 5 meeting”), a dash a range, a verb its subject.
CLOSED = (
    rf"(?=\s(?:{PLACES})(?:[.;!?]|\s(?:and|by|between|after|with|during)\s)"
    r"|[.;!?](?:\s|[\"”’)]|$)|,(?!\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))|$"
    r"|\s(?:in|at|by|with|a|an|the|he|she|they|it|we|his|her|their|its|after|before|during|under|near|for|when|where"
    r"|because|but|of\s(?:this|last|the\ssame)\syear|this\syear|last\syear|(?:and|or)\s(?!(?:on|the|\d|[A-Z]))\w)\b)"
)
DATED = re.compile(rf"(?<![\w.,/-])({DATE}){CLOSED}")
"""The date alone; what stands before it is judged afterwards."""

PLACED = re.compile(
    r"(?<![\w-])(?:[Ii]n|[Aa]t|[Nn]ear|to|from)\s(?:the\s(?:capital|city|town|village|region|republic|Kremlin|White\sHouse|parliament|capital\scity)"
    r"|(?:the\s)?[A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)?(?:\s[A-Z][^\W\d_]+){0,2})$"
)
"""“in Geneva”, “at the Kremlin”: the place just before the date."""
GATHERED = re.compile(
    r"(?<![\w-])(?:[Ii]n|[Aa]t|[Dd]uring|to|for)\s(?:a|an|the|their|its|his|her|our)\s(?:[a-z]+\s)?(?:meeting|summit|conference|session|speech"
    r"|interview|ceremony|briefing|congress|forum|referendum|elections?|hearing|talks|rally|visit)$"
)
LAST_WORDS = re.compile(r"([^\W\d_][\w'’-]*)\s+(?:([^\W\d_][\w'’-]*)\s+)?$")
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
ADVERBS = frozenset("also already first finally officially formally again only even still initially originally not never".split())
YEARED = re.compile(
    rf"(?<![\w-])(?:was|were|been)\s(?:founded|established|created|built|born|opened|published|adopted|signed|launched|introduced"
    rf"|completed|released|discovered|elected|appointed|arrested|held)\s({YEAR})(?=[.;](?:\s|[\"”’)]|$)|,\s[a-z]|\s(?:in|by|at|and|when)\s|$)"
)
OPENING = re.compile(r"\s(?:the|a|an|he|she|they|we|it|his|her|their|its|our)\b")
PLACE = re.compile(rf"\s((?:{PLACES})(?=[.;!?](?:\s|$)|\s(?:and|by|between|after|with|during)\s|$))")
GATE = re.compile(rf"\d\s(?:{month_pattern('en')})\b|\b(?:{month_pattern('en')})\b\.?\s\d|(?:was|were|been)\s\w+\s\d{{4}}\b")
SENTENCE = re.compile(r"[.!?…:][\"”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Options:
    allow_after_verbs: bool = False
    """Accept “was signed May 5”, as several American style guides do, and judge only places and openings."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    # Headlines, captions and tables leave out prepositions on purpose.
    if segment.kind != "prose" or not GATE.search(prose) or not SENTENCE.search(prose):
        return
    for match in DATED.finditer(prose):
        before = prose[max(match.start() - 80, 0) : match.start()]
        message = _opening(prose, match) if _begins(before) else _after(before, options)
        if not message:
            continue
        date = match.group(1)
        span = Span(*match.span(1))
        yield Issue(message, span, {"date": date}, suggestions=(f"{'On' if message == 'opening' else 'on'} {date}",))
        if place := PLACE.match(prose, match.end(1)):
            yield Issue("place", Span(*place.span(1)), {"place": place.group(1)}, suggestions=(f"in {place.group(1)}",))
    for match in YEARED.finditer(prose):
        yield Issue("year", Span(*match.span(1)), {"year": match.group(1)}, suggestions=(f"in {match.group(1)}",))


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
    if last == "place" and rest and rest[-1] in HAPPENED:
        return "after-verb"
    while rest and (rest[-1] in ADVERBS or rest[-1].endswith("ly")):
        rest = rest[:-1]
    if is_participle(last) and last not in NAMING and rest and rest[-1] in PASSIVE:
        return "after-verb"
    # “the opened May 5 exhibition” is no English, but “a closed May 5 session” might be: no determiner before.
    if last in HAPPENED and last != "taking" and rest and rest[-1] not in {"the", "a", "an", "take", "to"}:
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
        "year": "After the verb, the year {year} needs the preposition “in”.",
        "place": "“{place}” needs a preposition: the source language may have had a case ending instead.",
    },
    options=Options,
    needs=Needs(languages=("en",)),
    preview=True,
    run=run,
)
