"""Text of unknown origin made safe and visible: escaped, with every invisible character shown as a token."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# Controls, format characters and default-ignorables (Unicode, DerivedCoreProperties), plus lone surrogates, which no
# UTF-8 file can hold, and CR, which an HTML parser would silently turn into LF.
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
INVISIBLE = re.compile(f"[{_HIDDEN}]")
INVISIBLE_OR_SPACE = re.compile(f"[{_HIDDEN}{_SPACES}]")
NOTHING_TO_SEE = re.compile(f"[{_HIDDEN}{_SPACES}\\s]*")

_ZWNJ, _ZWJ = "\u200c", "\u200d"
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
_SHORT = {
    0x0D: "CR", 0xA0: "NBSP", 0xAD: "SHY", 0x61C: "ALM", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x200E: "LRM",
    0x200F: "RLM", 0x2028: "LSEP", 0x2029: "PSEP", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x202F: "NNBSP", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
    0xFEFF: "BOM",
}  # fmt: skip
_CONTROL_NAMES = {0x00: "NULL", 0x0D: "CARRIAGE RETURN", 0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE"}


def plain(text: str) -> str:
    """For places which hold no markup (attributes, the title): `[U+202E]` in place of the character."""
    return INVISIBLE.sub(lambda match: f"[{_code(match[0])}]", text)


def visible(text: str, start: int = 0, end: int | None = None, everything: bool = False) -> Markup:
    """A stretch of the text as HTML; `everything` shows special spaces and well-used joiners too."""
    end = len(text) if end is None else end
    pattern = INVISIBLE_OR_SPACE if everything else INVISIBLE
    flags = [] if everything else [match.span() for match in _FLAG.finditer(text)]
    parts: list[str] = []
    done = start
    for match in pattern.finditer(text, start, end):
        at = match.start()
        if not everything and (_belongs(text, at) or any(first < at < last for first, last in flags)):
            continue
        parts += (escape(text[done:at]), _token(match[0]))
        done = at + 1
    parts.append(escape(text[done:end]))
    return Markup("").join(parts)


def _token(char: str) -> Markup:
    number = ord(char)
    name = _CONTROL_NAMES.get(number) or unicodedata.name(char, "")
    title = f"{_code(char)} {name}".strip()
    return Markup('<abbr class="inv" title="{}">{}</abbr>').format(title, _SHORT.get(number) or _code(char))


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _belongs(text: str, at: int) -> bool:
    """Whether the character does its proper work here: joins an emoji, or letters of a script which needs joiners."""
    char = text[at]
    before = text[at - 1] if at else ""
    after = text[at + 1 : at + 2]
    if not before:
        return False
    if char in "\ufe0e\ufe0f":  # presentation of the symbol before it
        return unicodedata.category(before) in {"So", "Sm", "Sk", "Po", "Pd", "Nd"}
    if char == _ZWJ and after and unicodedata.category(after) in {"So", "Sm"}:
        return before == "\ufe0f" or unicodedata.category(before) in {"So", "Sk"}
    # Persian, Urdu, the Indic scripts, Khmer and Mongolian spell with joiners.
    return char in (_ZWNJ, _ZWJ) and all("\u0600" <= side < "\u18b0" for side in (before, after or " "))
