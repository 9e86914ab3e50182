"""A word or short phrase stands twice in a row, or on both sides of “and” or “or”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import eq

from tqcheck.checks.base import Context, SegmentCheck
from tqcheck.language.scripts import SPACELESS
from tqcheck.language.stems import stem
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# Words that grammar or usage may double.
DOUBLED = {
    "en": "had that her so very no bye ha hey knock now well there yes blah tut chop pom hear please come",
    "de": "die der das sie sich ja nein so sehr na den dem des was wer denen deren ein ihr",
    "fr": "nous vous oui non très bla ha hi",
    "es": "no sí muy ya bla ja",
    "it": "no sì molto via piano così man pian a",
    "pt": "não sim muito que se",
    "ru": "да нет очень вот ну ещё еще чуть едва так тихо долго давно белый что как это мало много",
    "uk": "так ні дуже ось ну ще ледве що як це ген",
    "pl": "tak nie bardzo no to co już",
    "cs": "ano ne velmi to no tak už",
    "nl": "ja nee heel zo die dat had hij zij",
    "tr": "çok yavaş zaman ayrı tek uzun bir güzel sık ardı",
    "id": "",
    "ms": "",
    "vi": "",
    "tl": "",
}
DOUBLED_WORDS = {language: frozenset(text.split()) for language, text in DOUBLED.items()}
CLEFT = frozenset("is was do does did are were".split())
"""“What it is is …”, “whatever you do do”: a clause of its own ends before the second."""
CLEFT_HEADS = frozenset("what whatever who whoever where wherever all thing problem point question".split())
PARTICLES = frozenset("in on up out over by".split())
PHRASAL = frozenset("sign log check plug come move let step get turn tune move key hand give call go drop".split())
"""“signed in in the browser”: the verb keeps its particle, the preposition follows."""

REDUPLICATING = frozenset("id ms vi tl fil th zh ja ko tr hi bn ka hy sw".split())
"""Languages that double words as grammar; there only what stands around “and” is judged, where it is judged at all."""

AND = {
    "en": "and or", "de": "und oder", "fr": "et ou", "es": "y o e u", "it": "e o ed", "pt": "e ou", "ru": "и или",
    "uk": "і та й або чи", "pl": "i oraz lub", "cs": "a nebo", "nl": "en of",
}  # fmt: skip
AND_WORDS = {language: frozenset(text.split()) for language, text in AND.items()}

# “more and more”, “again and again”: comparatives, adverbs and measures that usage doubles around “and”.
INTENDED = {
    "en": "more less again over on through so up down by higher lower bigger smaller better worse faster slower deeper closer longer "
    "fewer further farther round around years days hours weeks months miles forever ever thousands millions hundreds dozens lots "
    "on such this that there here those who whatever two three one what men women people things questions out in off back",
    "de": "mehr weniger nach immer wieder wieder durch über für tag jahr",
    "fr": "plus moins encore tant", "es": "más menos otra uno", "it": "più meno ancora", "pt": "mais menos",
    "ru": "снова вновь больше меньше опять ещё еще только все всё", "uk": "знову більше менше ще",
    "pl": "znów znowu coraz więcej", "cs": "znovu více dál", "nl": "meer over weer",
}  # fmt: skip
INTENDED_WORDS = {language: frozenset(text.split()) for language, text in INTENDED.items()}

LEADS = frozenset("the a an at of in for on with its their his her our between both and".split())
ADJECTIVE_ENDINGS = (
    "est",
    "al",
    "ic",
    "ive",
    "ous",
    "ful",
    "less",
    "able",
    "ible",
    "ary",
    "ent",
    "ant",
    "ern",
    "ish",
    "ese",
    "ian",
)
ADJECTIVES = frozenset(
    "difficult easy small big large high low new old great good bad important main different various young free full open early late long short wide "
    "deep strong weak hard heavy light simple modern whole entire key major minor common special serious rich poor hot cold warm dry wet "
    "safe clear close near far fast quick slow dark bright soft rough quiet loud fair sharp senior junior civil rural urban".split()
)

LONGEST = 4
"""Words of a repeated phrase."""


@dataclass(frozen=True, slots=True)
class Options:
    allow: tuple[str, ...] = ()
    """Words that may be doubled, besides the usual ones."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    language = context.target
    if language in SPACELESS or not language:
        return
    folded = context.folded(segment.target)
    ands = AND_WORDS.get(language, frozenset())
    if not _may_repeat(folded, ands):
        return
    found = context.words(segment.target)
    prose = context.prose(segment.target)
    allowed = DOUBLED_WORDS.get(language, frozenset()) | {word.casefold() for word in options.allow}
    at = 0
    while at < len(found) - 1:
        length = 0 if language in REDUPLICATING else _doubled(found, folded, prose, at, ands)
        if length and not (
            length == 1 and (folded[at] in allowed or len(folded[at]) == 1 or _grammatical(folded, at, language))
        ):
            first = found[at : at + length]
            yield Issue(
                "twice", Span(first[0].start, found[at + 2 * length - 1].end), {"words": _said(prose, first)},
                suggestions=(_said(prose, first),),
            )  # fmt: skip
            at += 2 * length
            continue
        if folded[at] in ands and (joined := _joined(found, folded, prose, at, language)):
            span, words = joined
            yield Issue("joined", span, {"words": words}, confidence=0.9)
        at += 1


def _may_repeat(folded: Sequence[str], ands: frozenset[str]) -> bool:
    """Whether anything can be found at all: cheap, for most texts repeat nothing.

    A phrase of n words said twice makes n neighbouring words equal those n further on; one said again after “and”
    makes n equal those n + 1 further on.
    """
    for step in range(1, LONGEST + 1):
        same = bytes(map(eq, folded, folded[step:]))
        if b"\1" * max(step - 1, 1) in same and (
            step != 2 or b"\1\1" in same or any(same[at] and folded[at + 1] in ands for at in range(len(same)))
        ):
            return True
    return False


def _doubled(found: Sequence[Word], folded: Sequence[str], prose: str, at: int, ands: frozenset[str]) -> int:
    """How many words from `at` are said again at once, with nothing but spaces between the two."""
    for length in range(1, LONGEST + 1):
        end = at + 2 * length
        if end > len(found):
            return 0
        if folded[at : at + length] == folded[at + length : end] and all(
            prose[found[k].end : found[k + 1].start].isspace() for k in range(at, end - 1)
        ):
            if length > 1 and folded[at] in ands:
                return 0  # “… and on and on”: usage, and the conjunction's own case
            # A name may double its words (Duran Duran), an acronym or a roman numeral too.
            capital = length == 1 and found[at].text[0].isupper() and found[at + 1].text[0].isupper()
            return 0 if capital and at > 0 else length
    return 0


def _grammatical(folded: Sequence[str], at: int, language: str) -> bool:
    """Whether English grammar itself puts the word twice, or it is a number."""
    if folded[at][0].isdigit():
        return True
    if language != "en":
        return False
    if folded[at] in CLEFT:
        return any(word in CLEFT_HEADS for word in folded[max(at - 6, 0) : at])
    before = folded[at - 1] if at else ""
    return folded[at] in PARTICLES and (before.endswith("ed") or stem(before, "en") in PHRASAL)


def _joined(
    found: Sequence[Word], folded: Sequence[str], prose: str, at: int, language: str
) -> tuple[Span, str] | None:
    """“fire safety and fire safety”: the same one to three words on both sides of “and”."""
    for length in range(3, 0, -1):
        start, end = at - length, at + 1 + length
        if start < 0 or end > len(found) or folded[start:at] != folded[at + 1 : end]:
            continue
        if any(not prose[found[k].end : found[k + 1].start].isspace() for k in range(start, end - 1)):
            return None
        words = folded[start:at]
        if words[0] == "there":
            return None  # “there are rules and there are rules”
        if length == 1 and (
            words[0] in INTENDED_WORDS.get(language, frozenset()) or len(words[0]) < 3 or words[0][0].isdigit()
            or _comparative(words[0], language) or _is_phrase(folded, start, end, language) or found[start].text[0].isupper()
        ):  # fmt: skip
            return None
        return Span(found[start].start, found[end - 1].end), _said(prose, found[start:at])
    return None


def _comparative(word: str, language: str) -> bool:
    """“faster and faster”, “schneller und schneller”, “быстрее и быстрее”."""
    endings = {
        "en": ("er",),
        "de": ("er",),
        "nl": ("er",),
        "ru": ("ее", "ей", "ше"),
        "uk": ("іше", "ше"),
        "pl": ("ej",),
    }
    return word.endswith(endings.get(language, ("\0",)))


def _is_phrase(folded: Sequence[str], start: int, end: int, language: str) -> bool:
    """Languages double verbs and nouns for duration or number (“ran and ran”, “cups and cups of tea”).

    Only an adjective pair in front of a noun (“small and small farms”) is then surely a slip: in English, a word
    between an article or preposition and a further word. Elsewhere single words are left alone.
    """
    if language != "en":
        return True
    before = folded[start - 1] if start else ""
    after = folded[end] if end < len(folded) else ""
    if before not in LEADS or not after or after in {"of", "until", "till", "and", "that", "for"}:
        return True
    word = folded[start]  # “oil and oil products” names two things; only of an adjective can one be too many
    return not (word.endswith(ADJECTIVE_ENDINGS) or word in ADJECTIVES)


def _said(prose: str, words: Sequence[Word]) -> str:
    return prose[words[0].start : words[-1].end]


CHECK = SegmentCheck(
    id="word-repeated",
    category=Category.ADDITION,
    severity=Severity.MINOR,
    confidence=0.95,
    messages={
        "twice": "“{words}” stands twice in a row.",
        "joined": "“{words}” stands on both sides of the conjunction: two different words of the source became one.",
    },
    options=Options,
    run=run,
)
