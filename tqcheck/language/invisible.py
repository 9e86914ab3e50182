"""Characters that cannot be seen, and where writing needs them."""

from __future__ import annotations

from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import script

NAMES = {
    "\u00ad": "soft hyphen", "\u200b": "zero-width space", "\u200c": "zero-width non-joiner", "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark", "\u200f": "right-to-left mark", "\u2028": "line separator", "\u2029": "paragraph separator",
    "\u202a": "left-to-right embedding", "\u202b": "right-to-left embedding", "\u202c": "pop directional formatting",
    "\u202d": "left-to-right override", "\u202e": "right-to-left override", "\u2060": "word joiner",
    "\u2066": "left-to-right isolate", "\u2067": "right-to-left isolate", "\u2068": "first strong isolate",
    "\u2069": "pop directional isolate", "\ufeff": "byte-order mark", "\u180e": "Mongolian vowel separator",
    "\u061c": "Arabic letter mark",
}  # fmt: skip
HIDDEN = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\r\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")

RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA"})
# Scripts in which joiners shape letters: Persian and the Indic scripts, among others.
JOINING = frozenset({"ARABIC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA",
                     "MALAYALAM", "SINHALA", "MYANMAR", "KHMER", "THAI", "LAO", "TIBETAN", "MONGOLIAN"})  # fmt: skip
BREAKING = frozenset({"THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "CJK", "HIRAGANA", "KATAKANA"})
"""Scripts without spaces, where a zero-width space marks where a line may break."""


def belongs(plain: str, at: int) -> bool:
    """Whether writing itself needs the character here."""
    char = plain[at]
    before, after = plain[at - 1 : at], plain[at + 1 : at + 2]
    near = {script(c) for c in plain[max(at - 3, 0) : at + 4]}
    if char == "\u200d":  # joins emoji, and letters of some scripts
        return bool(near & JOINING) or (_pictographic(before) and _pictographic(after))
    if char == "\u200c":
        return bool(near & JOINING)
    if char == "\u200b":
        return bool(near & BREAKING)
    if char in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c":
        return any(script(c) in RIGHT_TO_LEFT for c in plain)  # needed where directions meet
    if char == "\u2060":
        return False
    return char == "\u180e" and "MONGOLIAN" in near


def _pictographic(char: str) -> bool:
    """An emoji, or what may stand between it and a joiner (variation selector, skin tone)."""
    return bool(char) and (ord(char) >= 0x1F000 or 0x2190 <= ord(char) <= 0x2BFF or char == "\ufe0f")
