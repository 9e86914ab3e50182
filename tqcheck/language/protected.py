"""Stretches of text that are not prose: addresses, placeholders, tags."""

from __future__ import annotations

import re

from tqcheck.language.lazy import lazy
from tqcheck.model.text import Mark, MarkKind, Span

# Each pattern takes time in proportion to the text, whatever the text: a line may hold a million characters.
LINK = lazy(
    r"(?:https?|ftp)://[^\s<>\"'«»“”]+[^\s<>\"'«»“”.,;:!?)\]]|\bwww\.[^\s<>\"'«»“”]+[^\s<>\"'«»“”.,;:!?)\]]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
TAG = lazy(r"</?[A-Za-z][A-Za-z0-9:_-]*(?:\s[^<>]*)?/?>|<!--(?:(?!<!--).)*?-->", re.S)
ENTITY = lazy(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
PLACEHOLDER = lazy(
    r"%(?:\d{1,3}\$|\([A-Za-z_]\w*\))?[-+#0]{0,5}(?:\d{1,9}|\*)?(?:\.\d{1,9})?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcs@](?![A-Za-z])"
    r"|\$\{[^{}\s][^{}]{0,60}\}|\{\{[^{}]{1,60}\}\}|\{[A-Za-z_0-9][\w.\-!:,]{0,40}\}|\{\}|%[A-Z][A-Z_]+%|%%"
)
ESCAPE = lazy(r"\\[nrt]")
DRIVE = lazy(r"\b[A-Za-z]:\\|\\\\")
"""A Windows path, whose folders may begin with n, r or t."""

PATTERNS = (
    (("://", "www.", "@"), LINK, MarkKind.LINK),
    (("<",), TAG, MarkKind.TAG),
    (("&",), ENTITY, MarkKind.TAG),
    (("%", "{"), PLACEHOLDER, MarkKind.PLACEHOLDER),
    (("\\",), ESCAPE, MarkKind.PLACEHOLDER),
)
"""What a text must hold, one of these, for a pattern to be worth trying; the pattern; the kind of its marks."""
SPECIAL = tuple(hint for hints, *_ in PATTERNS for hint in hints)


def protect(plain: str) -> tuple[Mark, ...]:
    """The marks of a plain text, in order and without overlap; the first kind to claim a stretch keeps it."""
    if not any(map(plain.__contains__, SPECIAL)):
        return ()
    marks: list[Mark] = []
    taken = bytearray(len(plain))
    for hints, pattern, kind in PATTERNS:
        if not any(map(plain.__contains__, hints)) or (pattern is ESCAPE and DRIVE.search(plain)):
            continue
        for match in pattern.finditer(plain):
            start, end = match.span()
            if not any(taken[start:end]):
                marks.append(Mark(Span(start, end), kind, match.group()))
                taken[start:end] = b"\1" * (end - start)
    return tuple(sorted(marks, key=lambda mark: mark.span))
