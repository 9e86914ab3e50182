"""Wordings made clean: what `--fix` writes, and what rules compare with. Each way takes a text and its language."""

from __future__ import annotations

import re

from tqcheck.language.invisible import HIDDEN, belongs
from tqcheck.language.tags import primary

NO_BREAK = "\u00a0\u202f"
SPACE = re.compile(rf"[^\S{NO_BREAK}]+")
FRENCH = re.compile(rf"[{NO_BREAK}](?![?!:;»%])(?<!«[{NO_BREAK}])")
"""A no-break space where French typography does not ask for it."""
PLAIN = re.compile(f"[{NO_BREAK}]")


def spaced(text: str, language: str = "") -> str:
    """One plain space between words, none around them; no-break spaces stay."""
    return text if text.isalnum() else SPACE.sub(" ", text).strip(" ")


def unhidden(text: str, language: str = "") -> str:
    """Without the invisible characters that its writing does not need; line breaks and the like are spaces, and stay."""
    if text.isprintable():
        return text
    return "".join(
        char for at, char in enumerate(text) if char.isspace() or not HIDDEN.fullmatch(char) or belongs(text, at)
    )


def no_break_spaces(text: str, language: str = "") -> str:
    """With plain spaces for no-break ones, but where French typography asks for them."""
    if text.isascii():
        return text
    return (FRENCH if primary(language) == "fr" else PLAIN).sub(" ", text)


def clean(text: str, language: str) -> str:
    """A wording as it should be written: all of the above."""
    return spaced(no_break_spaces(unhidden(text), language))
