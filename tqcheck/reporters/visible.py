"""Untrusted text made safe to print: nothing in it can move the cursor, turn the line or command a CI runner."""

from __future__ import annotations

import re
import unicodedata

# C0 but TAB and LF, DEL, C1 (U+009B is CSI), directional marks, isolates and overrides, zero-width, soft hyphen, BOM.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
SURROGATE = re.compile("[\ud800-\udfff]")
OLD_COMMAND = "##["
"""GitHub's runner obeys `##[command]` anywhere in a line."""


def visible(text: str) -> str:
    """The text on one line, its hidden characters written as escapes."""
    text = HIDDEN.sub(_escape, text.replace("\n", " ").replace("\t", " "))
    return SURROGATE.sub(_escape, text).replace(OLD_COMMAND, "# #[")


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def width(char: str) -> int:
    """Terminal columns of a character: 2 for East Asian wide ones, 0 for combining marks."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
