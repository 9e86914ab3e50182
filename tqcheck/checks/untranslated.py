"""Words of another language were left in the target."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tqcheck.checks.base import SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.language.alien import TWO_SCRIPTS, alien_runs
from tqcheck.language.cited import citations, is_cited
from tqcheck.language.function_words import PARTICLES, are_close, foreign, function_words
from tqcheck.language.lazy import lazy
from tqcheck.language.lemmas import SERVED
from tqcheck.language.scripts import SPACELESS, WESTERN, written_in
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import MASK, Span

AUTONYMS = frozenset(
    "Русский Українська Беларуская Български Српски Македонски 中文 简体中文 繁體中文 日本語 한국어 "
    "العربية עברית Ελληνικά हिन्दी ไทย ქართული Հայերեն فارسی اردو বাংলা தமிழ் తెలుగు".split()
)
"""Names that languages have for themselves: they stand in language menus as they are."""
# Words that say that a foreign word follows.
INTRODUCES = lazy(
    r"(?:\b(?:words?|terms?|called|names?|named|characters?|letters?|written|spelled|spelt|means?|meaning|reads?|phrase"
    r"|slogan|titled|entitled|known as|pronounced|hashtag|symbols?|inscription|verb|noun|suffix|prefix|expression|lit|literally|Wort"
    r"|Zeichen|genannt|mot|слов[оаму]|термин\w*|Chinese|Japanese|Russian|Ukrainian|Greek|Arabic|Hebrew|Korean|Hindi|Persian"
    r"|Georgian|Armenian|simplified|traditional|romanized|Cyrillic|Kanji|Pinyin)\b[\s:,]*|#|@)$",
    re.I,
)
SMALL = r"[a-z\u00df-\u00ff]+(?:['’-][a-z\u00df-\u00ff]+)*"
LATIN_RUN = lazy(rf"(?<![a-z\u00df-\u00ff]){SMALL}(?:[ ,]+{SMALL}){{2,}}")
ALIEN_LETTERS = {"ru": lazy("[іїєґ]"), "uk": lazy("[ыэъё]"), "bg": lazy("[ыэёіїє]")}
"""Letters of a neighbour's alphabet that the target's has not."""


@dataclass(frozen=True, slots=True)
class Options:
    allow: tuple[str, ...] = ()
    """Words that may stay as they are, whatever their language."""


def run(segment: Segment, options: Options, context: Context) -> Iterator[Issue]:
    if not context.target:
        return
    prose = context.prose(segment.target)
    allowed = {word.casefold() for word in options.allow}
    if segment.source is not None and context.source != context.target:
        whole = _whole(segment, prose, context)
        if whole is not None:
            yield Issue("equal", whole, {"text": _short(prose[whole.start : whole.end])})
            return
    found = False
    for issue in _runs(segment, prose, context, allowed):
        found = True
        yield issue
    if found:
        return
    for issue in _prose(segment, prose, context):
        found = True
        yield issue
    if found:
        return
    if segment.source is not None:
        for issue in _copied(segment, prose, context, allowed):
            found = True
            yield issue
    if not found:
        yield from _single(segment, prose, context, allowed)


def _runs(segment: Segment, prose: str, context: Context, allowed: set[str]) -> Iterator[Issue]:
    """Letters of a script that the target language is not written in; Latin in another script where it is prose."""
    kept: list[Span] | None = None
    western = context.rare(segment.target) <= WESTERN
    for span in () if western else alien_runs(prose, context.target_language):
        kept = citations(prose) if kept is None else kept
        text = prose[span.start : span.end]
        menu = AUTONYMS.issuperset(re.findall(r"[^\W_]+", text)) or text == "丨"  # the bar that parts headlines
        introduced = INTRODUCES.search(prose, max(span.start - 30, 0), span.start)
        if not (menu or introduced or text.casefold() in allowed or is_cited(span, kept, prose)):
            yield Issue("script", span, {"text": _short(text)})
    if written_in(context.target_language) == "Latn" or context.target in TWO_SCRIPTS:
        return
    for match in LATIN_RUN.finditer(prose):
        words = [word for word in re.split("[ ,]+", match.group()) if word]
        languages = [
            language
            for language in ("en", "de", "fr", "es", "it", "pt")
            if len(function_words(language).intersection(words)) >= 2
        ]
        kept = citations(prose) if kept is None else kept
        span = Span(*match.span())
        if languages and not is_cited(span, kept, prose):
            yield Issue("words", span, {"text": _short(match.group())}, confidence=0.8)


def _prose(segment: Segment, prose: str, context: Context) -> Iterator[Issue]:
    """Runs of words with function words of another language in the same script and none of the target's."""
    strange, own = foreign(context.target), function_words(context.target)
    if not own:
        return
    strings = context.strings(segment.target)
    if strange.keys().isdisjoint(strings) or len(strange.keys() & set(map(str.casefold, strings))) < 2:
        return
    found = context.words(segment.target)
    folded = [word.text.casefold() for word in found]
    hits = [
        at
        for at, word in enumerate(folded)
        if word in strange and found[at].text[0].islower() and word not in PARTICLES
    ]
    if len(hits) < 2:
        return
    kept = citations(prose)
    group: list[int] = []
    for at in [*hits, -1]:
        if at >= 0 and (not group or (at - group[-1] <= 6 and not own.intersection(folded[group[-1] + 1 : at]))):
            group.append(at)
            continue
        yield from _group(group, found, folded, prose, context, kept)
        group = [at]


def _group(
    group: Sequence[int],
    found: Sequence[Word],
    folded: Sequence[str],
    prose: str,
    context: Context,
    kept: Sequence[Span],
) -> Iterator[Issue]:
    strange, own = foreign(context.target), function_words(context.target)
    tally: dict[str, set[str]] = {}
    for at in group:
        for language in strange[folded[at]]:
            tally.setdefault(language, set()).add(folded[at])
    best = max(tally, key=lambda language: (len(tally[language]), language == context.source), default="")
    if len(tally.get(best, ())) < (3 if are_close(best, context.target) else 2):
        return
    first, last = group[0], group[-1]
    theirs = function_words(best)
    while last + 1 < len(found) and _goes_on(prose, found, last) and folded[last + 1] not in own:
        last += 1
    while (
        first > 0
        and _goes_on(prose, found, first - 1)
        and (folded[first - 1] in theirs or folded[first - 1] not in own)
        and (folded[first - 1] not in own or folded[first - 1] in PARTICLES)
    ):
        first -= 1
    span = Span(found[first].start, found[last].end)
    near = bisect_right(kept, span.end, key=lambda hold: hold.start)
    if last - first + 1 >= 3 and not any(hold.overlaps(span) for hold in kept[max(near - 2, 0) : near]):
        yield Issue("words", span, {"text": _short(prose[span.start : span.end])}, confidence=0.85)


def _goes_on(prose: str, found: Sequence[Word], at: int) -> bool:
    """Whether the next word follows in the same clause."""
    return not set(prose[found[at].end : found[at + 1].start]) & set('.!?;:()"“”«»\n' + MASK)


def _whole(segment: Segment, prose: str, context: Context) -> Span | None:
    """The target's span, where it says what the source says, letter by letter, and that is a sentence."""
    assert segment.source is not None
    plain = segment.target.plain.strip()
    if (
        len(context.strings(segment.target)) != len(context.strings(segment.source))
        or plain.casefold() != segment.source.plain.strip().casefold()
    ):
        return None
    found = context.words(segment.target)
    small = [word.text for word in found if word.text.islower() and len(word.text) > 1]
    shared = function_words(context.source) - function_words(context.target)
    if (
        len(found) < 3
        or len(small) < 2
        or "#" in plain
        or (shared and shared.isdisjoint(word.text.casefold() for word in found))
    ):
        return None
    start = prose.index(plain[0]) if plain[0] in prose else 0
    return Span(start, len(prose.rstrip()))


def _copied(segment: Segment, prose: str, context: Context, allowed: set[str]) -> Iterator[Issue]:
    """Single words of the source, or a few together, that stand in the target as they were."""
    assert segment.source is not None
    if not _comparable(context.source, context.target):
        return
    strings = context.strings(segment.target)
    if context.source == "en" and foreign(context.target).keys().isdisjoint(strings):
        return
    theirs = context.strings(segment.source)
    source = set(theirs)
    begins = theirs[0] if theirs else ""
    common = source.intersection(strings) - allowed
    if not common:
        return
    found = context.words(segment.target)
    over = {text for text in common if _left_over(text, context)}
    left = [word.text in over for word in found]
    if found and found[0].text == begins and _left_over_first(begins, context):
        left[0] = True
    if not any(left):
        return
    kept = citations(prose)
    at = 0
    while at < len(found):
        end = at + 1
        if left[at]:
            while end < len(found) and left[end] and prose[found[end - 1].end : found[end].start] == " ":
                end += 1
            span = Span(found[at].start, found[end - 1].end)
            if (
                not _in_name(found, at, end, source, prose, context.source)
                and not _inside(prose, span)
                and not is_cited(span, kept, prose)
            ):
                yield Issue("copied", span, {"text": _short(prose[span.start : span.end])}, confidence=0.75)
        at = end


@cache
def _comparable(source: str, target: str) -> bool:
    """Whether a word of the source can be told from one of the target by its letters."""
    if not source or source == target or are_close(source, target) or {source, target} & SPACELESS:
        return False
    return written_in(source) == written_in(target)


def _in_name(found: Sequence[Word], start: int, end: int, source: set[str], prose: str, language: str) -> bool:
    """Whether a capitalised word stands beside the words, at once or across other words of the source."""
    after = end < len(found) and found[end].text[0].isupper() and prose[found[end - 1].end : found[end].start] == " "
    if after and found[end].text in source:
        return True
    if end - start == 1 and len(found[start].text) > 3 and not after and found[start].text in function_words(language):
        return False  # “in Haiti après the earthquake”: a name does not end with a function word
    at = start
    while at > 0 and prose[found[at - 1].end : found[at].start] == " ":
        at -= 1
        if found[at].text[0].isupper():
            return at > 0 or found[at].text in source
        if found[at].text not in source:
            return False
    return False


def _left_over(word: str, context: Context) -> bool:
    """A word of the source language that the target language has not."""
    if not word.islower() or len(word) < 3 or not word.isalpha():
        return False
    if context.source in foreign(context.target).get(word, ()) and word not in PARTICLES:
        return True
    if context.source == "en" or _known(word, context.target) or (context.target != "en" and _known(word, "en")):
        return False  # English words are at home in many languages
    return not word.isascii() or (len(word) > 3 and _known(word, context.source))


def _left_over_first(word: str, context: Context) -> bool:
    """The same for the word that begins both texts: function words, since any other may be a name."""
    small = word.lower()
    return word.istitle() and context.source in foreign(context.target).get(small, ()) and small not in PARTICLES


@cache
def _known(word: str, language: str) -> bool:
    if language not in SERVED:
        return False
    from simplemma import is_known

    return word in function_words(language) or bool(is_known(word, lang=language))


def _inside(prose: str, span: Span) -> bool:
    """Part of a compound, a path, a handle, a file name."""
    before, after, beyond = (
        prose[span.start - 1 : span.start],
        prose[span.end : span.end + 1],
        prose[span.end + 1 : span.end + 2],
    )
    joints = "-/_@#\\" + MASK
    return before in set(joints + ".") or after in set(joints) or (after == "." and beyond.isalnum())


def _single(segment: Segment, prose: str, context: Context, allowed: set[str]) -> Iterator[Issue]:
    """Single words that give themselves away without a source: by a letter or by being a function word elsewhere."""
    letters = ALIEN_LETTERS.get(context.target)
    strange = foreign(context.target) if context.target == "en" else {}
    if strange.keys().isdisjoint(context.strings(segment.target)) and not (letters and letters.search(prose)):
        return
    found = context.words(segment.target)
    kept: list[Span] | None = None
    for at, word in enumerate(found):
        text = word.text
        if not text.islower() or len(text) < 4 or text in allowed:
            continue
        by_letter = letters is not None and not text.isascii() and letters.search(text) is not None
        if not by_letter and (text not in strange or text in PARTICLES):
            continue
        around = [found[k].text for k in (at - 1, at + 1) if 0 <= k < len(found)]
        span = Span(word.start, word.end)
        kept = citations(prose) if kept is None else kept
        if (
            all(near.islower() or near is found[0].text for near in around) and around and not _inside(prose, span)
            and not is_cited(span, kept, prose) and not INTRODUCES.search(prose, max(span.start - 30, 0), span.start)
            and (by_letter or not _known(text, "en"))
        ):  # fmt: skip
            yield Issue("words", span, {"text": text}, confidence=0.7)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "…"


CHECK = SegmentCheck(
    id="untranslated",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=0.9,
    messages={
        "script": "“{text}” is in another script: it was left untranslated.",
        "words": "“{text}” is in another language: it was left untranslated.",
        "equal": "The target is its source: “{text}”.",
        "copied": "“{text}” stands in the source and was copied: the target language has no such word.",
    },
    options=Options,
    run=run,
)
