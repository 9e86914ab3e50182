"""One word mixes letters of two scripts that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import WESTERN, script
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

LOOKALIKES = frozenset({"LATIN", "CYRILLIC", "GREEK"})
# Each Latin letter and the Cyrillic and Greek ones that look like it.
TWINS = {
    "a": "а", "c": "с", "e": "е", "o": "ο о", "p": "р ρ", "x": "х χ", "y": "у", "i": "і ι", "j": "ј", "s": "ѕ", "h": "һ",
    "k": "к κ", "m": "м", "t": "т τ", "b": "ь в", "n": "п", "u": "υ", "v": "ν", "g": "ԍ", "d": "ԁ", "q": "ԛ", "w": "ԝ",
    "A": "А Α", "B": "В Β", "C": "С", "E": "Е Ε", "H": "Н Η", "I": "І Ι", "J": "Ј", "K": "К Κ", "M": "М Μ", "O": "О Ο",
    "P": "Р Ρ", "S": "Ѕ", "T": "Т Τ", "X": "Х Χ", "Y": "У Υ", "Z": "Ζ", "N": "Ν",
}  # fmt: skip
TO_LATIN = {twin: latin for latin, twins in TWINS.items() for twin in twins.split()}
TO_CYRILLIC = {latin: t for latin, twins in TWINS.items() for t in twins.split() if script(t) == "CYRILLIC"}
GATE = lazy(r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
RUN = lazy(r"[^\W\d_]+")


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    plain = context.prose(segment.target)
    if context.rare(segment.target) <= WESTERN or not GATE.search(plain):
        return
    for match in RUN.finditer(plain):
        word = match.group()
        scripts = [script(char) for char in word]
        kinds = set(scripts) & LOOKALIKES
        if len(kinds) < 2 or len(word) < 2:
            continue
        fixed = _fixed(word, scripts)
        if fixed is None:
            continue
        wrong = ", ".join(
            f"{char} ({kind.title()})"
            for char, kind in zip(word, scripts, strict=True)
            if char not in fixed and kind in LOOKALIKES
        )
        yield Issue("mixed", Span(*match.span()), {"word": word, "letters": wrong}, suggestions=(fixed,))


def _fixed(word: str, scripts: list[str]) -> str | None:
    """The word in one script, if every letter of the rarer script has a twin; units such as μm and names such as ДНКaza stay."""
    latin, cyrillic = scripts.count("LATIN"), scripts.count("CYRILLIC")
    for table, wanted in ((TO_LATIN, "LATIN"), (TO_CYRILLIC, "CYRILLIC")) if latin >= cyrillic else (
        (TO_CYRILLIC, "CYRILLIC"), (TO_LATIN, "LATIN"),
    ):  # fmt: skip
        made = "".join(
            char if kind == wanted else table.get(char, "\0") for char, kind in zip(word, scripts, strict=True)
        )
        if "\0" not in made:
            return made
    return None


CHECK = SegmentCheck(
    id="mixed-script",
    category=Category.ENCODING,
    severity=Severity.MINOR,
    confidence=0.97,
    messages={"mixed": "“{word}” mixes look-alike letters of two scripts: {letters}."},
    options=NoOptions,
    run=run,
)
