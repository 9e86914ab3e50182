"""What an edit leaves of the lines it rewrites: those that say the same stay byte for byte, and so do the comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple


class _Line(NamedTuple):
    """A line that says something."""

    text: str
    comment: str
    """What stands behind its `#`, with it; else empty."""
    above: tuple[str, ...]
    """The comment lines and blank lines before it."""


def kept(old: Sequence[str], made: Sequence[str], same: Callable[[list[str]], bool]) -> list[str]:
    """The new lines of a concept with the old ones wherever they say the same, and with every comment line of the old.

    A comment beside a text goes with that text. `same` tells whether lines mean what the new ones mean; where old layout
    and new lines do not go together the comments stand at the end.
    """
    before, tail = _said(old)
    after, _ = _said(made)
    lines: list[str] = []
    matcher = SequenceMatcher(None, [_key(line) for line in before], [_key(line) for line in after], autojunk=False)
    for what, i1, i2, j1, j2 in matcher.get_opcodes():
        if what == "equal":
            lines += (each for line in before[i1:i2] for each in (*line.above, line.text))
            continue
        new = [line.text for line in after[j1:j2]]
        beside = [line.comment for line in before[i1:i2] if line.comment]
        if new and len(beside) == 1 and not any(line.comment for line in after[j1:j2]):
            new[0] += f"  {beside[0]}"
        above = [line.above for line in before[i1:i2]]
        if len(above) == len(new):
            lines += (each for comments, text in zip(above, new, strict=True) for each in (*comments, text))
        else:
            lines += (each for comments in above for each in comments)
            lines += new
    lines += tail
    if same(lines):
        return lines
    loose = [comment for line in before for comment in line.above if comment.strip()] + [c for c in tail if c.strip()]
    column = len(made[0]) - len(made[0].lstrip(" -"))
    return [line.text for line in after] + [" " * column + comment.strip() for comment in loose]


def comments(lines: Sequence[str]) -> list[str]:
    """The lines of a concept that hold nothing but a comment, without their indents."""
    said, tail = _said(lines)
    return [each.strip() for each in (*(c for line in said for c in line.above), *tail) if each.strip()]


def _key(line: _Line) -> str:
    """What a line says, whatever the blanks in it."""
    return " ".join(line.text.split())


def _said(lines: Sequence[str]) -> tuple[list[_Line], list[str]]:
    """The lines that say something, and the comments and blank lines after the last of them."""
    ends, inside = _scanned(lines)
    found: list[_Line] = []
    above: list[str] = []
    for number, line in enumerate(lines):
        if number not in ends and number not in inside:
            above.append(line)
            continue
        rest = "" if number not in ends else line[ends[number] :].strip()
        found.append(_Line(line, rest if rest.startswith("#") else "", tuple(above)))
        above = []
    return found, above


def _scanned(lines: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """Where the last token of each line ends, and the lines that are a text of several lines' own."""
    ends: dict[int, int] = {}
    inside: set[int] = set()
    for token in _tokens("\n".join(lines) + "\n"):
        first, last = token.start_mark, token.end_mark
        if first.index == last.index:  # the beginning or end of a collection: nothing that is written
            continue
        if last.line == first.line:
            ends[first.line] = max(ends.get(first.line, 0), last.column)
            continue
        ends[first.line] = len(lines[first.line])
        inside.update(range(first.line + 1, last.line))
        if last.column:  # a quoted or plain text; a block ends where the next line begins
            ends[last.line] = last.column
    for number in inside:
        ends.pop(number, None)
    return ends, inside


def _tokens(text: str) -> Iterator[Any]:
    import yaml

    yield from yaml.scan(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
