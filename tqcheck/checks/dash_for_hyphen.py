"""A dash stands inside a compound word where a hyphen belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import SPACELESS
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

DASHED = lazy(r"(?<![\w–—])([^\W\d_]+)([–—])([^\W\d_]+)((?:[–—][^\W\d_]+)*)(?![\w–—])")

JOINS = lazy(r"[–—](?<=[^\W\d_].)(?=[^\W\d_])")
"""Quick to find, for few dashes stand between letters."""

# First parts of compounds that take a hyphen or nothing, never a dash.
PREFIXES = frozenset(
    "anti auto bi bio co cyber de eco electro ex geo hyper inter intra macro mega meta micro mid mini multi neo "
    "non omni para pan poly post pre pro proto pseudo quasi re self semi socio sub super techno tele trans tri ultra un "
    "vice north south east west agro ethno euro afro indo anglo franco russo sino greco turco psycho "
    "austro serbo italo judeo hispano radio audio video photo thermo hydro nano ober nord süd ost квази псевдо анти контр пан "
    "экс вице социально политически военно научно северо южно юго западно восточно русско англо франко немецко по кое"
    .split()
)  # fmt: skip
# Last parts that make an English compound with whatever stands before them.
TAILS = frozenset(
    "term speaking old year time based free like made class level scale owned led resistant related friendly proof wide called known "
    "being hand minded sized born built backed funded run style type fold law eyed haired armed handed headed hearted looking rate "
    "sounding winning ranking going thinking saving consuming breaking".split()
)
NAME = lazy(r"\b(?!The|An?\b|This|That|Our|My|His|Her|Its|Their)[A-Z][a-z]+ [A-Z][a-z]+$")
TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
WHOLE = frozenset("e peut celui celle ceux quelques guarda porte sous rez grand".split())
"""First parts that no dash ever follows: E-Mail, peut-être, guarda-chuva."""
LINKS = frozenset("in of the to by and or up de du la le à en à".split())
"""What stands between dashes of a compound of three or more: mother-in-law, state-of-the-art."""
DIRECTIONS = frozenset("north south east west".split())
RUSSIAN_TAILS = frozenset("то либо нибудь таки ка".split())


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    prose = context.prose(segment.target)
    if ("—" not in prose and "–" not in prose) or context.target in SPACELESS or not JOINS.search(prose):
        return
    for match in DASHED.finditer(prose):
        left, dash, right, more = match.groups()
        inner = [right, *re.split("[–—]", more)[1:]][:-1] if more else []
        whole = bool(inner) and all(part.casefold() in LINKS for part in inner)
        if whole or (
            not more and _is_compound(left, dash, right, context.target, bool(NAME.search(prose[: match.start(2)])))
        ):
            hyphened = match.group().replace("—", "-").replace("–", "-")
            yield Issue("dash", Span(*match.span()), {"word": match.group()}, suggestions=(hyphened,))


def _is_compound(left: str, dash: str, right: str, language: str, named: bool) -> bool:
    """English sets em dashes without spaces between clauses, and en dashes between equals (London–Paris).

    `named`: the first part belongs to a name of several words.
    """
    first, second = left.casefold(), right.casefold()
    if dash == "–" and ((right[0].isupper() and left[0].islower()) or (first in DIRECTIONS and second in DIRECTIONS)):
        return False  # post–Cold War, a north–south axis: en dashes of careful typography
    if dash == "–" and second in TAILS and named:
        return False  # Nobel Prize–winning: so careful typography joins a word to two
    if (
        first in PREFIXES
        or first in WHOLE
        or (first in TENS and len(second) > 2)
        or (language == "en" and second in TAILS)
    ):
        return True
    if language in ("ru", "uk", "be") and second in RUSSIAN_TAILS:
        return True
    # “Politico—Military” and its like: a first part in -o that is no word by itself.
    return (
        dash == "—"
        and language in ("en", "de", "fr", "es", "it", "pt", "nl")
        and first.endswith(("cio", "ico", "tro", "cro", "ano", "eno", "ino"))
        and len(first) < 9
        and left[0].isupper() == right[0].isupper()
    )


CHECK = SegmentCheck(
    id="dash-for-hyphen",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=0.95,
    messages={"dash": "A dash joins the parts of “{word}”; a compound takes a hyphen."},
    options=NoOptions,
    run=run,
)
