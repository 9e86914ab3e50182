"""Suppression comments in text and Markdown: `<!-- tqcheck-ignore idiom-literal: the author quotes a proverb -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model.segment import Suppression
from tqcheck.model.text import Span

COMMENT = re.compile(
    r"<!--\s*+tqcheck-ignore(?P<file>-file)?\s++(?P<checks>[\w*/-]+(?:\s*+,\s*+[\w*/-]+)*)\s*+"
    r"(?::(?P<reason>(?:(?!<!--).)*?))?-->"
)
"""Possessive, so that an unfinished comment costs no more time than it is long."""


def suppressions(line: str, offset: int) -> Iterator[Suppression]:
    """The suppression comments of one line that begins at `offset` of its file.

    A comment beside text silences that text; one alone on its line silences what follows; `-file` the whole file.
    """
    if "tqcheck-ignore" not in line:
        return
    for match in COMMENT.finditer(line):
        yield Suppression(
            tuple(name.strip() for name in match["checks"].split(",")),
            (match["reason"] or "").strip(),
            match.group(),
            Span(offset + match.start(), offset + match.end()),
            bool(match["file"]),
        )


def is_only_comment(line: str) -> bool:
    return "tqcheck-ignore" in line and not COMMENT.sub("", line).strip()


def cuts(text: str) -> Iterator[tuple[int, int]]:
    """What to leave out of a text so that no check takes a suppression comment for a part of it.

    White space before a comment goes with it, and that behind it where it begins a line.
    """
    for match in COMMENT.finditer(text) if "tqcheck-ignore" in text else ():
        start, end = match.span()
        while start and text[start - 1] in " \t":
            start -= 1
        while (not start or text[start - 1] == "\n") and text[end : end + 1] in (" ", "\t"):
            end += 1
        yield start, end


def without(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that `cuts` leaves."""
    at = 0
    for start, end in (*cuts(text), (len(text), len(text))):
        if start > at:
            yield at, start
        at = end
