"""One institution, treaty or title named or capitalised in two ways within a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.checks.base import DocumentCheck, NoOptions
from tqcheck.checks.context import Context
from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import SPACELESS
from tqcheck.language.stems import stem, stems_of
from tqcheck.language.titles import (
    BODIES,
    CONNECTORS,
    FIRST_STEMS,
    HEAD_CLASS,
    HEADS,
    LEAD_WORDS,
    MINISTRY_STEM,
    NOUN_STEMS,
    TITLE_STEMS,
    concept,
    head_class,
)
from tqcheck.language.words import Word, words
from tqcheck.model.finding import Category, Location, Severity
from tqcheck.model.issue import Conclusion, Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

GAP = lazy(r"[ \u00a0]|-|, ")
"""What may stand between two words of one title."""
OPENERS = frozenset("the a an this that these those our his her its their each every any".split())
SMALL = CONNECTORS | OPENERS
MOST_WORDS = 14
MOST_CONTENT = 4
"""How many words after a head noun name a treaty or commission where only the head has a capital."""
PREPOSITIONS = frozenset("of on for".split())
ENGLISH = stems_of("en")


@dataclass(slots=True)
class Mention:
    """One way to write one title."""

    text: str
    count: int = 0
    places: list[Location] = field(default_factory=list)


def observe(segment: Segment, options: NoOptions, context: Context) -> Iterator[Observation]:
    language = context.target
    if segment.kind == "heading" or language in SPACELESS:
        return
    vocabulary = context.vocabulary(segment.target)
    if language and TITLE_STEMS.get(language, frozenset()).isdisjoint(vocabulary):
        return  # nothing that heads or ends a title
    strings = context.strings(segment.target)
    capitals = [at for at, text in enumerate(strings) if text[0].isupper()]
    if not capitals or (language == "en" and len(capitals) < 2):
        return
    prose = context.prose(segment.target)
    if prose.rstrip()[-1:] not in ".!?" and _all_title_case(strings):
        return
    found = context.words(segment.target)
    starts = {span.start for span in context.sentences(segment.target)}
    if language == "" or (language == "en" and not NOUN_STEMS.isdisjoint(vocabulary)):
        yield from _titles(found, capitals, prose, starts)
    if language in HEADS and not HEAD_CLASS[language].keys().isdisjoint(vocabulary):
        yield from _anchors(found, capitals, prose, language)
    if language in FIRST_STEMS:
        yield from _phrases(found, prose, starts, language)


def conclude(facts: Sequence[Fact], options: NoOptions, context: Context) -> Iterator[Conclusion]:
    language = context.target or "en"
    seen: set[str] = set()
    for fact_key, group_of in (
        ("title", _title_group),
        ("anchor", _anchor_group),
        ("pair", _pair_group),
        ("phrase", _phrase_group),
    ):
        groups: dict[tuple[str, ...], dict[str, Mention]] = defaultdict(dict)
        for fact in facts:
            if fact.key == fact_key and (key := group_of(fact.value, language)):
                mention = groups[key].setdefault(_surface(fact.value, fact_key, language), Mention(fact.value))
                mention.count += fact.count
                mention.places += fact.places
        for mentions in groups.values():
            if len(mentions) > 1:
                yield from _conclusions(list(mentions.values()), fact_key == "phrase", seen, language)


def _conclusions(mentions: list[Mention], phrases: bool, seen: set[str], language: str) -> Iterator[Conclusion]:
    for mention in mentions:
        mention.places.sort(key=lambda place: (place.index, place.start))
    capitals = phrases or len({mention.text.casefold() for mention in mentions}) == 1
    even = capitals and not phrases
    ranked = sorted(
        mentions,
        # However often it stands there, an unevenly capitalised title (prime Minister) is not the one to keep.
        key=lambda m: (-_capitals(m.text) if even else 0, -m.count, m.places[0].index, m.places[0].start),
    )
    main = ranked[0]
    for mention in ranked[1:]:
        if mention.text in seen or main.text in seen:
            continue
        seen |= {mention.text, main.text}
        yield Conclusion(
            "capitals" if capitals else "name",
            mention.places[0],
            {"form": mention.text, "other": main.text, "count": str(mention.count), "most": str(main.count)},
            suggestions=(main.text,) if capitals and language == "en" else (),
            evidence={"forms": {main.text: main.count, mention.text: mention.count}},
            related=(*mention.places[1:], main.places[0]),
        )


def _titles(found: Sequence[Word], capitals: Sequence[int], prose: str, starts: set[int]) -> Iterator[Observation]:
    """English: runs of capitalised words with the small words between them; and pairs such as `prime Minister`."""
    end = -1
    for at in capitals:
        word = found[at]
        if at <= end or word.text.casefold() in SMALL or (word.start in starts and _only_begins(found, at)):
            continue
        end = _end_of_title(found, at, prose)
        if end == at:
            continue
        run = found[at : end + 1]
        if sum(part.text.casefold() not in CONNECTORS for part in run) > 1 and any(
            ENGLISH[part.text] in NOUN_STEMS for part in run
        ):
            yield Observation("title", prose[word.start : run[-1].end], Span(word.start, run[-1].end))
    for at in sorted({near for capital in capitals for near in (capital - 1, capital) if 0 <= near < len(found) - 1}):
        one, other = found[at], found[at + 1]
        if ENGLISH[other.text] not in NOUN_STEMS or one.text.casefold() not in LEAD_WORDS or other.text.isupper():
            continue
        if prose[one.end : other.start] != " ":
            continue
        if other.text[0].isupper() or (one.text[0].isupper() and one.start not in starts):
            yield Observation("pair", prose[one.start : other.end], Span(one.start, other.end))


def _only_begins(found: Sequence[Word], at: int) -> bool:
    """Whether the capital is the sentence's, not a title's: “Observers of the Joint Commission”."""
    text = found[at].text
    if at + 1 == len(found) or found[at + 1].text[0].isupper():
        return False
    return ENGLISH[text] not in NOUN_STEMS or (text.endswith("s") and not head_class(text, "en"))


def _end_of_title(found: Sequence[Word], at: int, prose: str) -> int:
    """The index of the title's last word: capitals, small words and, after a treaty's name, a few small ones."""
    headed = bool(head_class(found[at].text, "en"))
    end, small = at, 0
    for next_at in range(at + 1, min(at + MOST_WORDS, len(found))):
        gap = prose[found[next_at - 1].end : found[next_at].start]
        text = found[next_at].text
        if gap != " " and (not GAP.fullmatch(gap) or (gap == ", " and not headed)):
            break
        if gap == ", " and text.casefold() in OPENERS:
            break  # “the Treaty on Trade and Transit, the Federation …”: the sentence goes on
        if text[0].isupper():
            end, small = next_at, 0
        elif text.casefold() in CONNECTORS:
            # “Andrei Ivanov and Prime Minister”: names are joined too, so `and` goes on only inside a longer title.
            if (
                text == "and"
                and not any(word.text in PREPOSITIONS for word in found[at:next_at])
                and not _title_follows(found, next_at)
            ):
                break
        else:
            small += 1
            if not headed or small > 1:
                break
    return end


def _title_follows(found: Sequence[Word], at: int) -> bool:
    """Whether a title's noun comes within two words: Trade and Transit Agreement."""
    return any(ENGLISH[word.text] in NOUN_STEMS and word.text[0].isupper() for word in found[at + 1 : at + 4])


def _anchors(found: Sequence[Word], capitals: Sequence[int], prose: str, language: str) -> Iterator[Observation]:
    """A capitalised head noun with the words that tell which treaty or body it is."""
    for at in capitals:
        word = found[at]
        if word.text.isupper() or not head_class(word.text, language):
            continue
        end, content = at, 0
        for next_at in range(at + 1, min(at + MOST_WORDS, len(found))):
            if not GAP.fullmatch(prose[found[next_at - 1].end : found[next_at].start]) or content == MOST_CONTENT:
                break
            if found[next_at].text.casefold() not in CONNECTORS:
                content, end = content + 1, next_at
        if content > 1:
            yield Observation("anchor", prose[word.start : found[end].end], Span(word.start, found[end].end))


def _phrases(found: Sequence[Word], prose: str, starts: set[int], language: str) -> Iterator[Observation]:
    """An institution's noun and its next word, wherever one of the two has a capital: Conseil de Sécurité."""
    nouns, ministry = FIRST_STEMS[language], MINISTRY_STEM.get(language)
    for at, word in enumerate(found):
        upper = word.text[0].isupper()
        if not upper and (not ministry or word.text[0] != ministry[0]):
            continue
        root = stem(word.text, language)
        if (root not in nouns or not upper) and root != ministry:
            continue
        for next_at in range(at + 1, min(at + 4, len(found))):
            if prose[found[next_at - 1].end : found[next_at].start] != " ":
                break
            other = found[next_at]
            if other.text.casefold() in CONNECTORS:
                continue
            if (word.text[0].isupper() or other.text[0].isupper()) and not (root == ministry and word.start in starts):
                yield Observation("phrase", prose[word.start : other.end], Span(word.start, other.end))
            break


def _phrase_group(text: str, language: str) -> tuple[str, ...]:
    parts = text.split()
    joined = tuple(part for part in parts[1:-1])
    return (stem(parts[0], language), *joined, stem(parts[-1], language))


def _content(text: str, language: str) -> list[str]:
    return [concept(word.text, language) for word in words(text) if word.text.casefold() not in CONNECTORS]


def _title_group(text: str, language: str) -> tuple[str, ...]:
    """What two names of one title share, whatever their order; empty where too little is said to tell."""
    content = _content(text, language)
    parts = [word.text for word in words(text)]
    if not any(ENGLISH[part] in NOUN_STEMS for part in parts):
        return ()
    if len(content) > 2:
        # The Committee and the Commission on Human Rights are two bodies.
        return tuple(sorted(content)) if "right" not in content else tuple(sorted(_stems(parts)))
    if len(content) < 2:
        return ()
    return tuple(content) if content[-1] == "treaty" else ()


def _stems(parts: Sequence[str]) -> list[str]:
    return [ENGLISH[part] for part in parts if part.casefold() not in CONNECTORS]


def _anchor_group(text: str, language: str) -> tuple[str, ...]:
    content = _content(text, language)
    return (content[0], *sorted(content[1:3])) if len(content) > 2 and content[0] not in BODIES else ()


def _pair_group(text: str, language: str) -> tuple[str, ...]:
    return tuple(text.casefold().split())


def _surface(text: str, kind: str, language: str) -> str:
    """What makes two mentions one way of naming: plural and possessive aside."""
    if kind == "pair":
        return text
    if kind == "phrase":
        return "".join("A" if part[0].isupper() else "a" for part in (text.split()[0], text.split()[-1]))
    parts = [word.text for word in words(text)]
    if kind == "anchor":
        return _head(parts, language)
    kept = [stem(p, language) if p.casefold() not in CONNECTORS else p.casefold() for p in parts]
    shape = "".join("A" if p[0].isupper() else "a" for p in parts if p.casefold() not in CONNECTORS)
    return " ".join(p for p in kept if p not in ("the", "a", "an")) + " " + shape


def _head(parts: Sequence[str], language: str) -> str:
    """Only the head tells two anchored mentions apart: the rest may be cut anywhere."""
    return stem(parts[0], language)


def _all_title_case(strings: Sequence[str]) -> bool:
    """Whether the segment is a headline: nearly every longer word has a capital."""
    long = [text for text in strings if len(text) > 3]
    return len(long) > 4 and sum(text[0].isupper() for text in long) > 0.7 * len(long)


def _capitals(text: str) -> int:
    return sum(word.text[0].isupper() for word in words(text))


CHECK = DocumentCheck(
    id="term-variant",
    category=Category.TERMINOLOGY_INCONSISTENT,
    severity=Severity.MINOR,
    confidence=0.7,
    messages={
        "name": "“{form}” ({count}) and “{other}” ({most}) look like two names of one thing: keep to one.",
        "capitals": "“{form}” ({count}) has other capitals than “{other}” ({most}): a title should be written one way.",
    },
    options=NoOptions,
    preview=True,
    observe=observe,
    conclude=conclude,
)
