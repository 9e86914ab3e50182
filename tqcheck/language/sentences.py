"""Sentences of a text: sentencex finds them, a thin layer mends what it parts too eagerly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.language.tags import primary
from tqcheck.model.text import Span

END = re.compile(r"[.!?…。！？．｡؟।։።\n]")
"""Without one of these inside, a text is one sentence and the library need not be asked."""

LONGEST = 10_000
"""Code points given to the library at once; hardly a paragraph has more."""

INITIALS = re.compile(r"(?:^|[\s(«„“\"\-—–])(?:[^\W\d_]\.[\s\u00a0]?)*[^\W\d_]\.$")
"""Ends with a letter and a stop: M. (N. Ivanov)."""

ABBREVIATIONS = {
    "en": "mr mrs ms dr prof st sr jr no nos vol fig pp vs etc gen col lt sgt capt rev hon pres gov sen rep approx dept est inc ltd",
    "ru": "рис табл стр см им ул пр обл гор пос руб коп тыс млн млрд др проф акад доц ред изд напр прим ст гг вв",
    "uk": "рис табл стор див ім вул обл грн тис млн млрд проф акад ред вид напр ст рр",
    "de": "z.B bzw Dr Prof Nr Abb Tab Hr Fr St Str vgl ca Mio Mrd geb Jh Bd usw u.a d.h",
    "fr": "M Mme Mlle MM Dr Pr fig vol p pp éd art env av apr J.-C",
    "es": "Sr Sra Srta Dr Dra Ud Uds pág págs art núm fig vol EE.UU",
    "it": "Sig Dott Prof Avv Ing pag fig art vol ecc",
    "pl": "dr prof im ul np tzn tj tzw ok wg r rys tab str mln mld tys",
    "pt": "Sr Sra Dr Dra Prof pág fig art núm vol",
    "cs": "např tzv tj mj dr prof ing mgr ul str obr tab mil mld tis",
    "nl": "dhr mevr dr prof nr blz bijv enz",
}
ABBREVIATION_SETS = {language: frozenset(text.casefold().split()) for language, text in ABBREVIATIONS.items()}
LONGEST_ABBREVIATION = max(len(word) for words in ABBREVIATION_SETS.values() for word in words) + 2
"""With its stop and one letter more, which makes a longer word none of them."""
LAST_WORD = re.compile(r"([^\s(«„“\"]+)\.$")

CLOSERS = "\"'”’»)]›“"


def spans(text: str, language: str) -> list[Span]:
    """Sentences as half-open ranges that leave out the white space around them; in order, none empty.

    `language` is a BCP-47 tag, empty for unknown (English rules then).
    """
    if not END.search(text, 0, len(text) - 1):
        return [trimmed] if (trimmed := _trim(text, 0, len(text))) else []
    if len(text) > LONGEST:
        return [
            Span(start + span.start, start + span.end)
            for start, end in _portions(text)
            for span in spans(text[start:end], language)
        ]
    from sentencex import get_sentence_boundaries

    code = primary(language) or "en"
    abbreviations = ABBREVIATION_SETS.get(code, frozenset())
    parted: list[Span] = []
    for boundary in get_sentence_boundaries(code, text):
        span = _trim(text, boundary["start_index"], boundary["end_index"])
        if span is None:
            continue
        if parted and _joined(text, parted[-1], span, abbreviations):
            parted[-1] = Span(parted[-1].start, span.end)
        else:
            parted.append(span)
    return parted


def _portions(text: str) -> Iterator[tuple[int, int]]:
    """A very long text in portions that end where sentences may: the library's time grows with the square of its text."""
    start = 0
    while start < len(text):
        end = min(start + LONGEST, len(text))
        if end < len(text):
            ends = [match.end() for match in END.finditer(text, start, end)]
            end = ends[-1] if ends else end
        yield start, end
        start = end


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _joined(text: str, before: Span, after: Span, abbreviations: frozenset[str]) -> bool:
    """Whether the break between two neighbours is none."""
    if "\n" in text[before.end : after.start]:
        return False
    first = text[after.start]
    if not first.isalnum() and all(char in CLOSERS or not char.isalnum() for char in text[after.start : after.end]):
        return first in CLOSERS  # a lone closing quotation mark
    if first in "—–" or (first in ",;:)"):
        # Dialogue: “— …, — said he.” goes on with a small letter after the dash.
        follow = text[after.start + 1 : after.end].lstrip()
        return first not in "—–" or (bool(follow) and follow[0].islower())
    if first.islower():
        return True
    if text[before.end - 1] != ".":
        return False
    short = before.end - before.start < 3 or not text[before.end - 3].isalnum()
    if short and INITIALS.search(text[max(before.end - 16, before.start) : before.end]):
        return True
    last = LAST_WORD.search(text, max(before.end - LONGEST_ABBREVIATION, before.start), before.end)
    return bool(last) and last.group(1).casefold() in abbreviations  # type: ignore[union-attr]
