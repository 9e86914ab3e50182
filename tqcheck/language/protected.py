"""Stretches of text that are not prose: addresses, placeholders, tags."""

from __future__ import annotations

import re

from tqcheck.model.text import Mark, MarkKind, Span

LINK = re.compile(
    r"(?:https?|ftp)://[^\s<>\"'«»“”]+[^\s<>\"'«»“”.,;:!?)\]]|\bwww\.[^\s<>\"'«»“”]+[^\s<>\"'«»“”.,;:!?)\]]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:_-]*(?:\s+[^<>\s][^<>]*)?\s*/?>|<!--.*?-->", re.S)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
PLACEHOLDER = re.compile(
    r"%(?:\d+\$|\([A-Za-z_]\w*\))?[-+#0]*(?:\d+|\*)?(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGcs@](?![A-Za-z])"
    r"|\$\{[^{}\s][^{}]{0,60}\}|\{\{[^{}]{1,60}\}\}|\{[A-Za-z_0-9][\w.\-!:,]{0,40}\}|\{\}|%[A-Z][A-Z_]+%|%%"
)
ESCAPE = re.compile(r"\\[nrt]")
DRIVE = re.compile(r"\b[A-Za-z]:\\|\\\\")
"""A Windows path, whose folders may begin with n, r or t."""


def protect(plain: str) -> tuple[Mark, ...]:
    """The marks of a plain text, in order and without overlap; the first kind to claim a stretch keeps it."""
    marks: list[Mark] = []
    if "://" in plain or "www." in plain or "@" in plain:
        _claim(marks, LINK, MarkKind.LINK, plain)
    if "<" in plain:
        _claim(marks, TAG, MarkKind.TAG, plain)
    if "&" in plain:
        _claim(marks, ENTITY, MarkKind.TAG, plain)
    if "%" in plain or "{" in plain:
        _claim(marks, PLACEHOLDER, MarkKind.PLACEHOLDER, plain)
    if "\\" in plain and not DRIVE.search(plain):
        _claim(marks, ESCAPE, MarkKind.PLACEHOLDER, plain)
    marks.sort(key=lambda mark: mark.span)
    return tuple(marks)


def _claim(marks: list[Mark], pattern: re.Pattern[str], kind: MarkKind, plain: str) -> None:
    for match in pattern.finditer(plain):
        span = Span(*match.span())
        if not any(mark.span.overlaps(span) for mark in marks):
            marks.append(Mark(span, kind, match.group()))
