"""Quotation marks and brackets without their partner, spaces at the wrong side of a mark, doubled marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from tqcheck.checks.base import DocumentCheck, NoOptions
from tqcheck.checks.context import Context
from tqcheck.language.lazy import lazy
from tqcheck.language.marks import CLOSES, KIND, PAIRED, lone_marks
from tqcheck.language.scripts import SPACELESS
from tqcheck.language.sentences import ABBREVIATION_SETS
from tqcheck.model.finding import Category, Location, Severity
from tqcheck.model.issue import Conclusion, Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

SPACED = lazy(
    r"(?<=[^\W_]|[)\]\"”’»%])[ \u00a0\u202f]+(?:([,.?!])(?=$|[\s\"”»)\]])|([;:])(?=$|[\s\"”»\]])|(,)(?=[^\W\d_]))"
)
BARE_COMMA = lazy(r"(?<![\w.@/\\-])([^\W\d_]{2,})([,;])([^\W\d_]{2,})(?![\w@/\\(=])")
BARE_STOP = lazy(r"(?<![\w.@/\\-])([^\W\d_]{3,})([.!?])([^\W\d_]{2,}|[AI](?=[ ']))(?![\w.@/\\(=])")
COMMA_LETTER, STOP_LETTER = lazy(r"[,;][^\W\d_]"), lazy(r"[.!?][^\W\d_]")
DOUBLED = lazy(
    r"(?<=[^\W_]|[)\]\"”’»])(?:,[ \u00a0]?,(?=$|\s)|,,(?=[^\W\d_])|;[ \u00a0]?;(?=$|\s)"
    r"|(?<!\.)\.[ \u00a0]?\.(?=$|[\s\"”»)])(?![ \u00a0]?\.)|[!?]\.(?=$|[\s\"”»)])|(?:,[.;:]|;[,.]|:[,.])(?=$|\s))"
    r"|(?<!。)。。(?!。)|，，|、、|，。|。，"
)
TWO_MARKS = lazy(r"[,;:.!?][ \u00a0]?[,;:.]|[。，、][。，、]")
UNSPACED_MARKS = frozenset("zh ja ko th".split())
STRAY = lazy(r"(?:[_^@](?=[ ,.])|~(?= [a-z]))(?<=[^\W\d_]{2}.)")
UNENDING = lazy(
    r"[;:!?](?= [a-z])(?:(?<=\bthe.)|(?<=\ban.)|(?<=\bour.)|(?<=\btheir.)|(?<=\bmy.)|(?<=\byour.)"
    r"|(?<=\bof[;!])|(?<=\band[;!])|(?<=\bor[;!]))"
)
"""A mark after a word that cannot end anything."""
CLITIC = lazy(r"[ ](?=(?:n['’]t|['’](?:s|re|ve|ll|m|d))(?![\w'’]))(?<=[A-Za-z] )")
OPEN_SPACED = lazy(r"(?<=[^:;=-]\()[ ]+(?=[^\s()][^()]*\))")
CLOSE_SPACED = lazy(r"(?<=[^\s(])[ ]+(?=\))")
FILE_ENDS = frozenset(
    "net com org js io de ru ua uk eu tv fm app ai py md txt pdf html xml json csv exe dll zip doc docx xls "
    "xlsx jpg png gif css php co info biz me gov edu".split()
)


BEGINNERS = frozenset(
    "The It He She They We You This That These Those There In On At By For From But And So If When While "
    "After Before However Then His Her Its Our Their As Is Are Was A I What Why How No Not Der Die Das Er Sie "
    "Es Wir Und Le La Les Il Elle El Los Las".split()
)
"""Words that begin sentences, hardly ever the second part of an identifier."""
SPACE_MARK = lazy(r" (?:[,.;:?!)'’]|n['’]t)")
HARD_SPACE_MARK = lazy(r"[\u00a0\u202f][,.;:?!)'’]")
"""Without one of these no space stands before a mark."""
MARKS = lazy(r"[,;:.!?](?:[^\W\d_]|[ \u00a0]?[,;:.])")
HAN_MARKS = lazy(r"[，。、][，。、]")
"""Without one of these no two marks meet, and none meets a letter."""


def observe(segment: Segment, options: NoOptions, context: Context) -> Iterator[Observation]:
    prose = context.prose(segment.target)
    source = segment.source.plain if segment.source is not None else ""
    for seen in _spaces(prose, segment.kind, context.target):
        if not source and seen.value.startswith("..\t"):
            continue  # two dots are an ellipsis of many informal writers: without the source nobody can tell
        # A writer's own habits (“..”) were rightly kept; French spaces are no such habit.
        if (
            not source
            or context.source == "fr"
            or seen.key == "bare"
            or prose[seen.span.start : seen.span.end] not in source
            or seen.span.end - seen.span.start < 2
        ):
            yield seen
    # Where words stand unspaced these are a wave dash, a handle.
    stray = context.target not in UNSPACED_MARKS and any(map(prose.__contains__, "_^@~"))
    for match in STRAY.finditer(prose) if stray else ():
        if prose.find(match.group()) == match.start() == prose.rfind(match.group()):
            yield Observation("stray", match.group(), Span(*match.span()))
    if context.target == "en":
        for match in UNENDING.finditer(prose):
            yield Observation("stray", match.group(), Span(*match.span()))
    if context.target != "" and PAIRED.search(prose):
        lone = lone_marks(prose, context.target)
        if lone and segment.source is not None:
            theirs = lone_marks(context.prose(segment.source), context.source)
            kinds = {KIND[mark.char] for mark in theirs}
            source = segment.source.plain
            if source.count("(") + source.count("（") != source.count(")") + source.count("）"):
                kinds |= {"(", "（"}  # a smile
            lone = [mark for mark in lone if KIND[mark.char] not in kinds]
        elif lone:
            lone = [mark for mark in lone if not (mark.char in "()" and prose[mark.at :].strip("().!?… \u00a0") == "")]
        # “(2013]” is one slip, not two: the bracket that closes is the wrong one.
        lone = [a for a, b in zip_longest(lone, lone[1:]) if not (b and a.opens and a.char in "([" and b.char in ")]")]
        for mark in lone:
            yield Observation("opener" if mark.opens else "closer", mark.char, Span(mark.at, mark.at + 1))
        # English opens every paragraph of a long quotation, and closes the last: a beginning is told by its place.
        start = len(prose) - len(prose.lstrip())
        if prose[start : start + 1] and prose[start] in '“„«"»':
            yield Observation("begins", f"{prose[start]} {segment.index // 100}", Span(start, start + 1))


def _spaces(prose: str, kind: str, language: str) -> Iterator[Observation]:
    hard = "\u00a0" in prose or "\u202f" in prose
    space = SPACE_MARK.search(prose) or (hard and HARD_SPACE_MARK.search(prose))
    marks = MARKS.search(prose) or (not prose.isascii() and HAN_MARKS.search(prose))
    for match in SPACED.finditer(prose) if space else ():
        mark = match.group(1) or match.group(2) or match.group(3) + " "
        if mark in ";:?!" and language == "fr":
            continue
        if (mark == ":" and kind != "prose") or (
            mark in ":.," and prose[match.end() :].lstrip()[:1].isdigit() and prose[match.start() - 1].isdigit()
        ):
            continue
        if mark in ".?!" and prose[match.end() :].lstrip().startswith((".", "?", "!")):
            continue  # . . .
        yield Observation("space", mark, Span(*match.span()))
    if marks and language not in SPACELESS:
        yield from _bare(prose, language)
    for match in DOUBLED.finditer(prose) if marks and TWO_MARKS.search(prose) else ():
        text = match.group()
        yield Observation("double", f"{text}\t{_single(text)}", Span(*match.span()))
    if space and language == "en" and ("'" in prose or "’" in prose):
        yield from (Observation("split", "", Span(*match.span())) for match in CLITIC.finditer(prose))
    if "( " in prose or " )" in prose:
        for pattern in (OPEN_SPACED, CLOSE_SPACED):
            for match in pattern.finditer(prose):
                if "(" in prose[: match.end()]:
                    yield Observation("inside", "", Span(*match.span()))


def _bare(prose: str, language: str) -> Iterator[Observation]:
    """A mark between two words without the space that follows it."""
    if COMMA_LETTER.search(prose):
        for match in BARE_COMMA.finditer(prose):
            left, mark, right = match.groups()
            if not (left.isupper() and right.isupper()) and right not in ("amp", "quot"):
                yield Observation("bare", mark, Span(match.start(2), match.end(2)))
    for match in BARE_STOP.finditer(prose) if STOP_LETTER.search(prose) else ():
        left, mark, right = match.groups()
        if not right[0].isupper() or not (right[1:].islower() or len(right) == 1) or right.casefold() in FILE_ENDS:
            continue
        if left in ABBREVIATION_SETS.get(language, ()) or (
            language not in ("en", "") and len(left) < 4 and mark == "."
        ):
            continue
        follows = prose[match.end() : match.end() + 2]  # an identifier (foo.Bar) seldom has a word after it
        if (left.islower() and (right in BEGINNERS or (follows[:1] == " " and follows[1:].isalpha()))) or (
            left[1:].islower() and right in BEGINNERS
        ):
            yield Observation("bare", mark, Span(match.start(2), match.end(2)))


def _single(text: str) -> str:
    marks = text.replace(" ", "").replace("\u00a0", "")
    strongest = next((mark for mark in "?!。.:;，、," if mark in marks), marks[0])
    return strongest


def conclude(facts: Sequence[Fact], options: NoOptions, context: Context) -> Iterator[Conclusion]:
    begins = {place.index: fact.value[0] for fact in facts if fact.key == "begins" for place in fact.places}
    lone: list[tuple[Location, str, bool]] = []
    for fact in facts:
        if fact.key in ("opener", "closer"):
            lone += [(place, fact.value, fact.key == "opener") for place in fact.places]
            continue
        for place in fact.places:
            made = _local(fact, place)
            if made is not None:
                yield made
    lone.sort(key=lambda entry: (entry[0].index, entry[0].start))
    for place, char, opens in _unpaired(lone, begins):
        yield Conclusion("unclosed" if opens else "unopened", place, {"mark": char})


def _local(fact: Fact, place: Location) -> Conclusion | None:
    if fact.key == "space":
        return Conclusion("space", place, {"mark": fact.value.strip()}, suggestions=(fact.value,))
    if fact.key == "double":
        text, single = fact.value.split("\t")
        return Conclusion("double", place, {"marks": text, "mark": single}, suggestions=(single,))
    if fact.key == "bare":
        return Conclusion("bare", place, {"mark": fact.value}, suggestions=(fact.value + " ",))
    if fact.key == "stray":
        return Conclusion("stray", place, {"mark": fact.value}, suggestions=("",))
    if fact.key in ("split", "inside"):
        return Conclusion(fact.key, place, suggestions=("",))
    return None


REACH = 40
"""Segments: a partner further away is none."""


def _unpaired(
    lone: Sequence[tuple[Location, str, bool]], begins: dict[int, str]
) -> Iterator[tuple[Location, str, bool]]:
    """Openers and closers left over when those of different segments have found each other."""
    waiting: list[tuple[Location, str, bool]] = []
    for entry in lone:
        place, char, opens = entry
        if char == '"' and any(other[1] == '"' for other in waiting):
            opens = False
        if opens:
            waiting.append(entry)
            continue
        fits = {"”": '“„”"', "“": "„“", "»": "«", "«": "»", '"': '"“„«'}.get(char) or CLOSES.get(char, "")
        partners = [
            at for at, other in enumerate(waiting) if other[1] in fits and place.index - other[0].index <= REACH
        ]
        if not partners:
            yield entry
            continue
        # Every paragraph of one long quotation has opened again.
        del waiting[
            partners[0]
            if all(waiting[at][1] == waiting[partners[-1]][1] for at in partners) and char not in CLOSES
            else partners[-1]
        ]
        waiting = [
            other
            for other in waiting
            if not (other[1] in fits and char not in CLOSES and place.index - other[0].index <= REACH)
        ]
    again: set[tuple[int, str]] = set()
    for number, entry in enumerate(waiting):
        place, char, _ = entry
        following = [at for at in (place.index + 1, place.index + 2) if begins.get(at) == char]
        still_open = {(other[0].index, other[1]) for other in waiting[number + 1 :]}
        goes_on = [at for at in following if (at, char) in still_open]
        if following and not goes_on:
            continue  # the next paragraph opens again, and closes
        if (place.index, char) not in again:
            yield entry
        again.update((at, char) for at in goes_on)


CHECK = DocumentCheck(
    id="punctuation",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=0.9,
    messages={
        "unclosed": "“{mark}” is opened and never closed.",
        "unopened": "“{mark}” closes what was never opened.",
        "space": "No space stands before “{mark}” in this language.",
        "bare": "A space is missing after “{mark}”.",
        "double": "Two marks, “{marks}”, stand where one belongs.",
        "stray": "“{mark}” stands where no mark can stand.",
        "split": "A space parts a short form from its word, as in text cut up for a machine.",
        "inside": "No space stands inside a bracket.",
    },
    options=NoOptions,
    observe=observe,
    conclude=conclude,
)
