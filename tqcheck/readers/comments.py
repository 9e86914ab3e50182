"""Suppression comments in text and Markdown: `<!-- tqcheck-ignore idiom-literal: the author quotes a proverb -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model.segment import Suppression
from tqcheck.model.text import Span

COMMENT = re.compile(
    r"<!--\s*tqcheck-ignore(?P<file>-file)?\s+(?P<checks>[\w*/-]+(?:\s*,\s*[\w*/-]+)*)\s*(?::\s*(?P<reason>(?:(?!<!--).)*?))?\s*-->"
)


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


def without(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are not suppression comments, so that no check takes a comment for text.

    White space before a comment goes with it; that after it stays, unless the comment begins the line.
    """
    at = 0
    for match in COMMENT.finditer(line) if "tqcheck-ignore" in line else ():
        end = at + len(line[at : match.start()].rstrip())
        if end > at:
            yield at, end
            at = match.end()
        else:
            at = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
    if at < len(line):
        yield at, len(line)
