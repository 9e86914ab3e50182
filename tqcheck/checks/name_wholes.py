"""Names of several parts as one spelling: Tel-Aviv, Tel Aviv and Telaviv; Tse-tung and Zedong; al-Assad and el-Assad."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tqcheck.checks.context import Context
from tqcheck.checks.name_forms import Form, compatible, is_common
from tqcheck.language import names
from tqcheck.language.names import INFLECTING, Bond
from tqcheck.language.romanization import bare_letters
from tqcheck.model.issue import Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

REST = r"[^\W\d_]*(?:['’ʼ][^\W\d_]+)*"
CAPITAL = rf"[^\W\d_a-z]{REST}"
ARTICLES = "al|el|ul|ad|ed|ar|er|as|es|at|et|az|ez|an|en|ash|esh|adh|edh|ath|eth"
"""The Arabic article, also with its l turned into the letter that follows."""
WHOLE = re.compile(
    rf"(?<![\w'’-])(?:(?:(?i:{ARTICLES})-|(?<=\w )(?:[Aa]l|[Ee]l|az|ez|ash|ul) ){CAPITAL}"
    rf"|{CAPITAL}(?:-[^\W\d_]{REST})+(?P<bound> {CAPITAL})?)(?![\w-])"
)
SIGNS = ("-", " al ", " el ", " Al ", " El ", " az ", " ez ", " ash ", " ul ")
"""One of them stands in every such name."""
EZAFE = re.compile("-(?:y?e|i)(?= )")
"""The Persian vowel that binds a name to what follows: Bandar-e Abbas."""
LEAST = 5
"""Letters of a name whose parts are written apart or together."""


def observe(segment: Segment, context: Context) -> Iterator[Observation]:
    """Names with a hyphen or an Arabic article, of which `name_variant.observe` sees the parts."""
    prose = context.prose(segment.target)
    if context.target in INFLECTING or not any(sign in prose for sign in SIGNS):
        return
    for match in WHOLE.finditer(prose):
        start, end = match.span()
        if match["bound"] and not EZAFE.search(match.group()):
            end = match.start("bound")
        left = re.search(r"(\w+) $", prose[max(0, start - 30) : start])
        before = left[1] if left and left[1][0].isupper() else ""
        yield Observation("whole", f"{prose[start:end]}\t{before}", Span(start, end))


def gather_wholes(facts: Iterable[Fact]) -> dict[str, Form]:
    """By spelling: the names with hyphens, and the pairs of capitalised words that stand side by side."""
    forms: dict[str, Form] = defaultdict(Form)
    inside: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    facts = list(facts)
    for fact in facts:
        if fact.key == "whole":
            text, left = fact.value.split("\t")
            _add(forms[text], text, left, fact)
            for place in fact.places:
                inside[place.path, place.index].append((place.start, place.end))
    if not forms:
        return _pairs(facts, inside)
    return dict(forms) | _pairs(facts, inside)


def _pairs(facts: list[Fact], inside: dict[tuple[str, int], list[tuple[int, int]]]) -> dict[str, Form]:
    forms: dict[str, Form] = defaultdict(Form)
    for fact in facts:
        if fact.key == "whole":
            continue
        token, left, right, *_ = fact.value.split("\t")
        for text in ([f"{token} {right}"] if right else []) + ([f"{left} {token}"] if 0 < len(left) < 3 else []):
            free = [
                place
                for place in fact.places
                if not any(start <= place.start < end for start, end in inside.get((place.path, place.index), ()))
            ]
            if free:
                _add(forms[text], text, left if right else "", fact)
                forms[text].places = [*forms[text].places[: -len(fact.places)], *free]
    return dict(forms)


def _add(form: Form, text: str, left: str, fact: Fact) -> None:
    form.tokens[text] += fact.count
    form.places += fact.places
    form.left |= {left} - {""}


def whole_ties(wholes: dict[str, Form], forms: dict[str, Form], language: str) -> Iterator[tuple[Form, Form]]:
    """Two spellings of one name, at least one of which has a hyphen, a space or an article."""
    blocks: dict[str, list[str]] = defaultdict(list)
    singles = {form.label: form for form in forms.values()}
    known = singles | wholes
    for text in wholes:
        blocks[_together(text)].append(text)
        if "-" in text and " " not in text:
            for key in names.block_keys(_without_article(text), language):
                blocks[key].append(text)
    hyphened = set(blocks)
    for text in singles:
        for key in {_together(text), *names.block_keys(text, language)} & hyphened:
            blocks[key].append(text)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for at, a in enumerate(block[: names.MOST_SPELLINGS]):
            for b in block[at + 1 : names.MOST_SPELLINGS]:
                if a != b and (a, b) not in seen and (a in wholes or b in wholes):
                    seen |= {(a, b), (b, a)}
                    if compatible(known[a].left, known[b].left, language) and _one(
                        a, b, bool(known[a].left and known[b].left), language
                    ):
                        yield known[a], known[b]


def _one(a: str, b: str, shared: bool, language: str) -> bool:
    if a.casefold() == b.casefold():
        return False  # North-East and north-east: another check's matter
    if _together(a) == _together(b):
        if re.sub("[^ -]", "", a) == re.sub("[^ -]", "", b):
            return False  # the parts stand the same way: what differs is a letter or an apostrophe in one of them
        parts = max(re.split("[- ]", a), re.split("[- ]", b), key=len)
        return len(bare_letters(a)) >= LEAST and not all(is_common(part, language) for part in parts)
    if any(len(part) > 4 and part.islower() and is_common(part, language) for part in re.split("[- ]", f"{a} {b}")):
        return False  # Russian-flagged: a word of the language made with a name
    articles = [bool(ARTICLE.match(text)) for text in (a, b)]
    if articles[0] != articles[1]:
        return False
    one, other = _without_article(a), _without_article(b)
    return (all(articles) and one == other) or names.bond(one, other, language) >= (
        Bond.LOOSE if shared else Bond.REGULAR
    )


ARTICLE = re.compile(rf"(?i:{ARTICLES})[- ](?=\w)")


def _without_article(text: str) -> str:
    return ARTICLE.sub("", text)


@lru_cache(maxsize=100_000)
def _together(text: str) -> str:
    return "together " + bare_letters(EZAFE.sub("", text))
