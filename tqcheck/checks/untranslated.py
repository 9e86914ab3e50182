"""Words of another language were left in the target."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tqcheck.checks.base import Context, SegmentCheck
from tqcheck.language.function_words import PARTICLES, are_close, foreign, function_words
from tqcheck.language.lemmas import SERVED
from tqcheck.language.scripts import SPACELESS, script, written_in
from tqcheck.language.words import Word
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import MASK, Span

# Scripts, as Unicode names them, that texts of a language use by rights; Latin is judged by its words, not here.
OWN = {
    "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW", "Armn": "ARMENIAN", "Geor": "GEORGIAN",
    "Deva": "DEVANAGARI", "Beng": "BENGALI", "Thai": "THAI", "Hang": "HANGUL CJK", "Jpan": "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA",
    "Hani": "CJK BOPOMOFO", "Latn": "", "Hans": "CJK BOPOMOFO", "Hant": "CJK BOPOMOFO",
}  # fmt: skip
TWO_SCRIPTS = frozenset("sr uz kk az tg mn bs sh pa ky tk ku ms".split())
"""Languages written in two scripts today: nothing to be concluded from letters."""
FOREIGN_RUN = re.compile(r"[^\W\d_a-zA-Z\u00aa-\u024f\u1e00-\u1eff\ufffc][^a-zA-Z\u00aa-\u024f\u1e00-\u1eff\ufffc\n]*")
AUTONYMS = frozenset(
    "Русский Українська Беларуская Български Српски Македонски 中文 简体中文 繁體中文 日本語 한국어 العربية עברית Ελληνικά हिन्दी ไทย ქართული Հայերեն "
    "فارسی اردو বাংলা தமிழ் తెలుగు".split()
)
"""Names that languages have for themselves: they stand in language menus as they are."""
GREEK_LEAST = 4
"""Letters: shorter Greek words are symbols (αβ, Δx, μm)."""
# Words that say that a foreign word follows.
INTRODUCES = re.compile(
    r"(?:\b(?:words?|terms?|called|names?|named|characters?|letters?|written|spelled|spelt|means?|meaning|reads?|phrase|slogan|titled|entitled|"
    r"known as|pronounced|hashtag|symbols?|inscription|verb|noun|suffix|prefix|expression|Wort|Zeichen|genannt|mot|слов[ооаму]|термин\w*|lit|literally|"
    r"Chinese|Japanese|Russian|Ukrainian|Greek|Arabic|Hebrew|Korean|Hindi|Persian|Georgian|Armenian|simplified|traditional|romanized|Cyrillic|"
    r"Kanji|Pinyin)\b[\s:,]*|#|@)$",
    re.I,
)
QUOTES = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|‘[^’\n]*’(?!\w)|「[^」\n]*」|『[^』\n]*』|《[^》\n]*》|\([^()\n]*\)|（[^（）\n]*）|\[[^\[\]\n]*\]|\*[^*\n]+\*|_[^_\n]+_|<[^<>\n]*>")
LATIN_RUN = re.compile(r"[a-z\u00df-\u00ff]+(?:['’-][a-z\u00df-\u00ff]+)*(?:[ ,]+[a-z\u00df-\u00ff]+(?:['’-][a-z\u00df-\u00ff]+)*){2,}")


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
    if not found and segment.source is not None:
        yield from _copied(segment, prose, context, allowed)


def _runs(segment: Segment, prose: str, context: Context, allowed: set[str]) -> Iterator[Issue]:
    """Letters of a script that the target language is not written in; Latin in another script where it is prose."""
    if prose.isascii() and written_in(context.target_language) == "Latn":
        return
    if context.target in TWO_SCRIPTS:
        return
    native = written_in(context.target_language)
    own = frozenset(OWN.get(native, "").split())
    kept: list[Span] | None = None
    if not prose.isascii():
        for match in FOREIGN_RUN.finditer(prose):
            for span in _alien(prose, match, own, context.target):
                kept = _kept(prose) if kept is None else kept
                text = prose[span.start : span.end]
                if (
                    any(hold.covers(span) for hold in kept) or text in AUTONYMS or text.casefold() in allowed
                    or INTRODUCES.search(prose, max(span.start - 30, 0), span.start)
                ):  # fmt: skip
                    continue
                yield Issue("script", span, {"text": _short(text)})
    if native == "Latn" or context.target in SPACELESS and len(prose) < 4:
        return
    for match in LATIN_RUN.finditer(prose):
        words = [word for word in re.split("[ ,]+", match.group()) if word]
        languages = [language for language in ("en", "de", "fr", "es", "it", "pt") if len(function_words(language).intersection(words)) >= 2]
        kept = _kept(prose) if kept is None else kept
        span = Span(*match.span())
        if languages and not any(hold.covers(span) for hold in kept):
            yield Issue("words", span, {"text": _short(match.group())}, confidence=0.8)


def _alien(prose: str, match: re.Match[str], own: frozenset[str], language: str) -> Iterator[Span]:
    """Stretches of one match that are letters of scripts not the language's own, with what stands between them."""
    start = end = -1
    letters = 0
    greek = False
    for at in range(match.start(), match.end() + 1):
        kind = script(prose[at]) if at < match.end() else ""
        strange = bool(kind) and kind not in own and kind != "LATIN" and kind not in ("COMMON", "MATHEMATICAL", "ROMAN", "DOUBLE-STRUCK")
        if strange:
            if start < 0:
                start, letters = at, 0
            end, letters = at + 1, letters + 1
            greek = kind == "GREEK"
        elif start >= 0 and (at == match.end() or (kind and not strange)):
            least = GREEK_LEAST if greek else 1 if script(prose[start]) == "CJK" and "CJK" not in own else 2
            if language == "ko" or (greek and end - start < GREEK_LEAST):
                least = max(least, 3)
            if letters >= least:
                # Vowel signs (Devanagari, Thai) are marks, not letters: they belong to the word.
                while end < match.end() and unicodedata.category(prose[end]) in ("Mn", "Mc"):
                    end += 1
                yield Span(start, end)
            start = -1


def _kept(prose: str) -> list[Span]:
    """What stands in quotation marks, brackets or italics: cited, or glossed."""
    return [Span(*match.span()) for match in QUOTES.finditer(prose)]


def _prose(segment: Segment, prose: str, context: Context) -> Iterator[Issue]:
    """Runs of words with function words of another language in the same script and none of the target's."""
    strange, own = foreign(context.target), function_words(context.target)
    if not own:
        return
    found = context.words(segment.target)
    folded = [word.text.casefold() for word in found]
    hits = [at for at, word in enumerate(folded) if word in strange and found[at].text[0].islower() and word not in PARTICLES]
    if len(hits) < 2:
        return
    kept = _kept(prose)
    group: list[int] = []
    for at in [*hits, -1]:
        if at >= 0 and (not group or (at - group[-1] <= 6 and not own.intersection(folded[group[-1] + 1 : at]))):
            group.append(at)
            continue
        yield from _group(group, found, folded, prose, context, kept)
        group = [at]


def _group(
    group: Sequence[int], found: Sequence[Word], folded: Sequence[str], prose: str, context: Context, kept: Sequence[Span]
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
    while first > 0 and _goes_on(prose, found, first - 1) and (folded[first - 1] in theirs or folded[first - 1] not in own) and (
        folded[first - 1] not in own or folded[first - 1] in PARTICLES
    ):
        first -= 1
    span = Span(found[first].start, found[last].end)
    if last - first + 1 >= 3 and not any(hold.overlaps(span) for hold in kept):
        yield Issue("words", span, {"text": _short(prose[span.start : span.end])}, confidence=0.85)


def _goes_on(prose: str, found: Sequence[Word], at: int) -> bool:
    """Whether the next word follows in the same clause."""
    return not set(prose[found[at].end : found[at + 1].start]) & set(".!?;:()\"“”«»\n" + MASK)


def _whole(segment: Segment, prose: str, context: Context) -> Span | None:
    """The target's span, where it says what the source says, letter by letter, and that is a sentence."""
    assert segment.source is not None
    plain = segment.target.plain.strip()
    if plain.casefold() != segment.source.plain.strip().casefold():
        return None
    found = context.words(segment.target)
    small = [word.text for word in found if word.text.islower() and len(word.text) > 1]
    shared = function_words(context.source) - function_words(context.target)
    enough = len(found) >= 3 and (len(small) >= 4 or (len(small) >= 2 and bool(shared.intersection(small))))
    if not enough:
        return None
    start = prose.index(plain[0]) if plain[0] in prose else 0
    return Span(start, len(prose.rstrip()))


def _copied(segment: Segment, prose: str, context: Context, allowed: set[str]) -> Iterator[Issue]:
    """Words of the source that stand in the target as they were, in small letters."""
    assert segment.source is not None
    if context.target in SPACELESS or context.source in SPACELESS or not context.source or context.source == context.target:
        return
    source = {word.text for word in context.words(segment.source)}
    found = context.words(segment.target)
    same = [word.text in source for word in found]
    if not any(same):
        return
    kept: list[Span] | None = None
    at = 0
    while at < len(found):
        if not same[at]:
            at += 1
            continue
        end = at
        while end < len(found) and same[end] and (end == at or prose[found[end - 1].end : found[end].start] == " "):
            end += 1
        words = [word.text for word in found[at:end]]
        span = Span(found[at].start, found[end - 1].end)
        if _left_over(words, context, allowed) and span.end < len(prose) + 1:
            kept = _kept(prose) if kept is None else kept
            if not any(hold.covers(span) for hold in kept) and not _joined(prose, span):
                for part in _minimal(found[at:end], context, allowed):
                    yield Issue("copied", part, {"text": _short(prose[part.start : part.end])}, confidence=0.75)
        at = end


def _left_over(words: Sequence[str], context: Context, allowed: set[str]) -> bool:
    return any(_is_left_over(word, context, allowed) for word in words)


def _minimal(found: Sequence[Word], context: Context, allowed: set[str]) -> Iterator[Span]:
    """From the first to the last word of a run that no dictionary of the target has."""
    marked = [word for word in found if _is_left_over(word.text, context, allowed)]
    yield Span(marked[0].start, marked[-1].end)


def _is_left_over(word: str, context: Context, allowed: set[str]) -> bool:
    """A small word that is known in the source language and unknown in the target language."""
    if len(word) < 4 or not word.islower() or not word.isalpha() or word in allowed or are_close(context.source, context.target):
        return False
    return _known(word, context.source) and not _known(word, context.target)


@cache
def _known(word: str, language: str) -> bool:
    if language not in SERVED:
        return False
    if word in function_words(language):
        return True
    from simplemma import is_known

    return bool(is_known(word, lang=language))


def _joined(prose: str, span: Span) -> bool:
    """Part of a compound, a path, a handle, a file name."""
    around = prose[max(span.start - 1, 0) : span.start] + prose[span.end : span.end + 1]
    return any(char in "-/_@#.\\" + MASK for char in around.rstrip(".")) or prose[span.end : span.end + 2].strip(". ") not in ("", *",;:!?)”\"»'’…") and (
        prose[span.end : span.end + 1] == "."
    )


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
