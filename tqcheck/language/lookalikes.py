"""Letters of one script that look like those of another."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.language.scripts import script

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


def in_one_script(word: str, scripts: Sequence[str]) -> str | None:
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
