"""Abbreviations that are never explained, or never tied to the long form that stands elsewhere in the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.base import DocumentCheck
from tqcheck.checks.context import Context
from tqcheck.language.abbreviations import DIGRAPHS, TRANSLITERATED, initials, is_known, stands_for
from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import SPACELESS, script, written_in
from tqcheck.language.titles import CONNECTORS
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Conclusion, Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

SHOUT = lazy(r"[^\W\d_a-zа-яёіїєґ]{2}")
TITLE = lazy(r"[A-ZÀ-ÞА-ЯІЇЄҐ][^\W\d_]+\s(?:\w{1,4}\s){0,2}[A-ZÀ-ÞА-ЯІЇЄҐ]")
"""Two capitalised words with at most two small ones between: perhaps a long form."""
GAP = lazy(r"[ \u00a0]|-|, ")
"""What may stand between two words of one long form."""
NEAR, LONGEST = 26, 200
"""How far from its abbreviation a long form may stand to be tied to it, and how long one is."""
SIDE = lazy(r"[\-‐/.&@#_$\d+:=*°]")
"""A neighbour that makes letters part of a code: F-16, A/RES, GOST-R, NYSE:."""
BRACKET = lazy(r"[(\[（][^()\[\]（）]{0,60}$")
AFTER = lazy(r"[\"”»]?\s?[(\[（,–—-]\s?[^()\[\]]{6,160}")
APPOSITION = lazy(
    r"\s?[,–—]\s?(?:(?:the|an?)(?= [a-z])|as|or|short for|which|that is|i\.e\.|stand(?:s|ing) for"
    r"|die|der|das|le|la|el|il|lo|czyli|то есть|тобто)\b"
)
"""The SKR, the country's investigative committee: a description explains too, a further name in a list does not."""
NAMING = lazy(
    r"(?:\bor(?: the)?|\bknown as(?: the)?|\bcalled(?: the)?|\babbreviated(?: as| to)?"
    r"|\bhereinafter\W*(?:referred to as )?(?:the)?"
    r"|\bили|\bдалее\W*|\bдалі\W*|\bkurz|\bsiglas?|\bsigle|\bczyli|\bдалей|\bneboli|\boder)\W{0,3}$",
    re.I,
)


ARTICLES = {
    language: frozenset(text.split())
    for language, text in {
        "en": "the",
        "de": "der die das den dem des",
        "fr": "le la les du des au aux",
        "es": "el la los las del al",
        "it": "il lo la i gli le del dello della dei degli delle al alla dal dalla nel nella",
        "pt": "o a os as do da dos das ao à no na pelo pela",
        "nl": "de het",
    }.items()
}
VERBAL = frozenset(
    """
    is are was were has have had will would can could may might must shall should does did do says said told and
    or but of in on at for to by with from as that which who when where while if than also not itself only still
    """.split()
)
"""What may follow an abbreviation that stands for a body and not before a noun."""


@dataclass(frozen=True, slots=True)
class Options:
    undefined: bool = True
    """Flag also abbreviations of which the document shows no long form at all."""
    least_uses: int = 2
    """How often such an abbreviation must stand in the document if it has two or three letters; longer ones once."""
    known: tuple[str, ...] = ()
    """Further abbreviations that the readers know."""


def observe(segment: Segment, options: Options, context: Context) -> Iterator[Observation]:
    if context.target in SPACELESS:
        return
    strings = context.strings(segment.target)
    capitals = [at for at, text in enumerate(strings) if text[0].isupper()]
    shouts = [at for at in capitals if not strings[at].istitle()]
    names = [at for at in capitals if not strings[at].isupper()] if len(capitals) > 2 else []
    prose = context.prose(segment.target)
    if len(names) < 3 or not (SHOUT.search(prose) or TITLE.search(prose)):
        names = []
    if not names and not shouts:
        return
    found = context.words(segment.target)
    runs = list(_runs(found, names, prose))
    for start, end in runs:
        yield Observation("long", prose[start:end], Span(start, end))
    if not shouts or prose.isupper():
        return
    for at in shouts:
        word = found[at]
        text = word.text
        for mark in ("'", "’"):
            text = text.partition(mark)[0]
        bare = text[:-1] if text.endswith("s") and len(text) > 3 else text
        digraph = bare.isascii() and bool(DIGRAPHS.fullmatch(text))
        if digraph:
            bare = text
        elif not 2 <= len(bare) <= 7 or not bare.isalpha() or not bare.isupper() or is_known(bare, context.target):
            continue
        if bare in options.known or _in_code(prose, word) or _shouted(found, at):
            continue
        tied = _tied(prose, word, bare, runs)
        body = (
            ""
            if tied
            else "foreign"
            if digraph or bare in TRANSLITERATED
            else _is_body(found, at, prose, context.target)
        )
        yield Observation(
            "tied" if tied else "abbreviation", f"{bare}\t{body}".rstrip("\t"), Span(word.start, word.start + len(bare))
        )


def conclude(facts: Sequence[Fact], options: Options, context: Context) -> Iterator[Conclusion]:
    kinds: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        kinds[fact.key][fact.value] = fact
    listed = _listed(context)
    longs = [(initials(text), fact) for text, fact in kinds["long"].items()]
    uses: dict[str, list[Fact]] = defaultdict(list)
    for value, fact in kinds["abbreviation"].items():
        uses[value.partition("\t")[0]].append(fact)
    for abbreviation, seen in uses.items():
        if abbreviation in kinds["tied"] or abbreviation in listed:
            continue
        count = sum(fact.count for fact in seen)
        places = sorted((place for fact in seen for place in fact.places), key=lambda place: (place.index, place.start))
        letters = abbreviation.casefold()
        matching = [
            other for at_start, other in longs if len(letters) > 2 and any(letters in part for part in at_start)
        ]
        # The shortest holds nothing but the name; a hyphened pair (the Anglo-Ruritan …) is seldom a name at all.
        long = min(matching, key=lambda fact: ("-" in fact.value, len(fact.value)), default=None)
        values = {"abbreviation": abbreviation, "count": str(count)}
        if long:
            yield Conclusion(
                "untied",
                places[0],
                values | {"long": long.value},
                evidence={"long": long.value, "uses": count},
                related=(*places[1:], long.places[0]),
            )
            continue
        signs = {fact.value.partition("\t")[2] for fact in seen}
        # Longer abbreviations are seldom common knowledge; of the short ones a single use may be a brand or a model.
        body = "body" in signs and (len(abbreviation) > 3 or count >= options.least_uses)
        if options.undefined and ("foreign" in signs or (body and not _is_word(abbreviation, context.target))):
            yield Conclusion(
                "undefined", places[0], values, confidence=0.6, evidence={"uses": count}, related=tuple(places[1:])
            )


def _is_word(text: str, language: str) -> bool:
    """Whether it is a word in capitals for emphasis (NEVER)."""
    from simplemma import is_known as in_dictionary

    try:
        return len(text) > 2 and bool(in_dictionary(text.lower(), lang=language))
    except ValueError:
        return False


def _is_body(found: Sequence[Word], at: int, prose: str, language: str) -> str:
    """`body` where the abbreviation itself is who or what acts, as bodies are named: `the ABC said`, `by the ABC.`

    Brands, models and standards mostly stand before a noun, a name or a number that tells what they are.
    """
    word = found[at]
    after = found[at + 1] if at + 1 < len(found) else None
    if (
        after
        and (after.text[0].isupper() or after.text[0].isdigit())
        and prose[word.end : after.start] in (" ", "\u00a0", "-")
    ):
        return ""
    if language in ARTICLES:
        if (
            not at
            or found[at - 1].text.casefold() not in ARTICLES[language]
            or prose[found[at - 1].end : word.start] != " "
        ):
            return ""
    elif written_in(language) != "Latn" and any(script(char) == "LATIN" for char in word.text):
        return ""  # a foreign code in Cyrillic text
    if language == "en" and after and prose[word.end : after.start] == " ":
        return "body" if after.text.casefold() in VERBAL or after.text.endswith("ed") else ""
    return "body"


def _runs(found: Sequence[Word], names: Sequence[int], prose: str) -> Iterator[tuple[int, int]]:
    """Stretches of at least three capitalised words, small words between them: what an abbreviation may stand for."""
    run: list[int] = []
    for at in names:
        if run and not _joined(found, run[-1], at, prose):
            if len(run) > 2:
                yield found[run[0]].start, found[run[-1]].end
            run = []
        run.append(at)
    if len(run) > 2:
        yield found[run[0]].start, found[run[-1]].end


def _joined(found: Sequence[Word], before: int, at: int, prose: str) -> bool:
    """Whether only small words stand between two capitalised ones."""
    for between in range(before + 1, at + 1):
        if between < at and found[between].text.casefold() not in CONNECTORS:
            return False
        gap = prose[found[between - 1].end : found[between].start]
        if gap != " " and not GAP.fullmatch(gap):
            return False
    return True


def _in_code(prose: str, word: Word) -> bool:
    before, after = prose[max(word.start - 1, 0) : word.start], prose[word.end : word.end + 2]
    if SIDE.match(before):
        return not (before == "-" and prose[max(word.start - 2, 0)].islower())
    return bool(SIDE.match(after)) and not (
        (after[:1] in ".:" and (len(after) < 2 or not after[1].isalnum())) or (after[:1] == "-" and after[1:].islower())
    )


def _shouted(found: Sequence[Word], at: int) -> bool:
    """Whether a neighbour is in capitals too: a headline, a code or a name in capitals."""
    return any(
        0 <= beside < len(found)
        and len(found[beside].text) > 1
        and found[beside].text.isupper()
        and found[beside].text.isalpha()
        for beside in (at - 1, at + 1)
    )


def _tied(prose: str, word: Word, bare: str, runs: Sequence[tuple[int, int]]) -> bool:
    """Whether brackets, a naming word or its long form beside it explain the abbreviation here."""
    before = prose[max(word.start - 80, 0) : word.start]
    if (bracket := BRACKET.search(before)) and not any(char.isupper() for char in bracket.group()):
        return True
    if NAMING.search(before):
        return True
    after = AFTER.match(prose, word.end)
    if (
        after
        and prose[word.end : word.end + 3].lstrip('"”»').startswith((" (", " [", "（"))
        and after.group().count(" ") > 1
    ):
        return True
    if APPOSITION.match(prose, word.end):
        return True
    first = bisect_left(runs, (word.start - NEAR - LONGEST,))
    last = bisect_left(runs, (word.end + NEAR,))
    return any(
        min(abs(start - word.end), abs(word.start - end)) < NEAR and stands_for(prose[start:end], bare)
        for start, end in runs[first:last]
    )


def _listed(context: Context) -> frozenset[str]:
    """Abbreviations that the glossary knows: whoever keeps the glossary has decided on them."""
    if context.terms is None:
        return frozenset()
    return frozenset(
        word for forms in context.terms.target.forms.values() for form in forms for word in form.words if word.isupper()
    )


CHECK = DocumentCheck(
    id="abbreviation",
    category=Category.TEXTUAL,
    severity=Severity.MINOR,
    confidence=0.7,
    messages={
        "untied": "“{abbreviation}” ({count}) and “{long}” are both used, but nothing says that they are the same.",
        "undefined": "“{abbreviation}” ({count}) is used and never explained.",
    },
    options=Options,
    preview=True,
    observe=observe,
    conclude=conclude,
)
