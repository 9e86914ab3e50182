"""Markdown: prose without its code, links and emphasis marks, every character still at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.language.protected import protect
from tqcheck.model.segment import Document, LineIndex, Segment, Suppression
from tqcheck.model.text import Mark, MarkKind, Piece, Span, Text
from tqcheck.readers.base import SAMPLE, Input, Reader, ReadOptions, declared_language
from tqcheck.readers.comments import suppressions
from tqcheck.readers.text import read_pair

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
LEAD = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
ITEM = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
HEADING = re.compile(r"#{1,6}[ \t]+")

CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.)*)\](\((?:[^()\\\s]|\\.|\([^()]*\))*(?:\s+[\"'(].*?[\"')])?\)|\[[^\[\]]*\])")
AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]+>")
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
REFERENCE = re.compile(r"^\[[^\]]+\]:\s*\S+.*$", re.M)
EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~)")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(given: Input, options: ReadOptions) -> Document:
    if options.source is not None:
        return read_pair(given, options.source, "markdown")
    content = given.text()
    lines = LineIndex()
    for match in re.finditer("\n", content):
        lines.add(match.end())
    document = Document(given.path, "markdown", (), lines, target_language=declared_language(given.path))
    document.segments = list(_segments(content, lines))
    document.sample = "\n".join(segment.target.prose for segment in document.segments[:100])[:SAMPLE]
    return document


def _segments(content: str, lines: LineIndex) -> Iterator[Segment]:
    from markdown_it import MarkdownIt

    front = FRONT_MATTER.match(content)
    skipped = content.count("\n", 0, front.end()) if front else 0
    body = content[front.end() :] if front else content
    raw_lines = content.split("\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    index = 0
    waiting: tuple[Suppression, ...] = ()
    for number, token in enumerate(tokens):
        if token.type == "html_block" and token.map:
            first, last = (skipped + line for line in token.map)
            waiting += tuple(
                found for at in range(first, min(last, len(raw_lines))) for found in suppressions(raw_lines[at], lines.starts[at])
            )
        if token.type in ("thead_open", "tbody_open") and token.map:
            for row in range(skipped + token.map[0], min(skipped + token.map[1], len(raw_lines))):
                for cell in _cells(raw_lines[row].rstrip("\r"), lines.starts[row]):
                    yield _segment(index, [cell], "cell", waiting)
                    index, waiting = index + 1, ()
        if token.type != "inline" or not token.map or not token.content.strip():
            continue
        opener = tokens[number - 1].type
        if opener in ("th_open", "td_open"):
            continue  # read row by row, above
        kind = "heading" if opener == "heading_open" else "prose"
        if number > 1 and tokens[number - 2].type == "list_item_open":
            kind = "item"
        first, last = (skipped + line for line in token.map)
        comments = waiting + tuple(
            found for at in range(first, min(last, len(raw_lines))) for found in suppressions(raw_lines[at], lines.starts[at])
        )
        yield _segment(index, _raw(raw_lines, lines, first, last), kind, comments)
        index, waiting = index + 1, ()


def _segment(index: int, parts: list[tuple[str, int]], kind: str, comments: tuple[Suppression, ...]) -> Segment:
    return Segment(f"p{index + 1}", index, inline(parts), kind=kind, suppressions=comments)


def _raw(raw_lines: list[str], lines: LineIndex, first: int, last: int) -> list[tuple[str, int]]:
    """The lines of a block without their block marks, each with its offset."""
    found = []
    for at in range(first, min(last, len(raw_lines))):
        line = raw_lines[at].rstrip("\r")
        start = LEAD.match(line).end()  # type: ignore[union-attr]
        if at == first:
            for pattern in (ITEM, ITEM, HEADING):
                if match := pattern.match(line, start):
                    start = match.end()
        text = line[start:].rstrip()
        if text and not (at > first and set(text) <= {"=", "-"}):  # a setext underline is no text
            found.append((text, lines.starts[at] + start))
    return found


def _cells(line: str, offset: int) -> Iterator[tuple[str, int]]:
    at = 0
    for cell in re.split(r"(?<!\\)\|", line):
        stripped = cell.strip()
        if stripped and not set(stripped) <= set(":-"):
            yield stripped, offset + at + cell.index(stripped)
        at += len(cell) + 1


def inline(parts: list[tuple[str, int]]) -> Text:
    """The text of a block: markup out, code and addresses kept as protected marks, escapes undone."""
    joined = "\n".join(text for text, _ in parts)
    drop: list[tuple[int, int]] = []
    keep: list[tuple[int, int, MarkKind]] = []

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b, *_ in (*drop, *keep))

    for match in CODE.finditer(joined):
        keep.append((*match.span(), MarkKind.CODE))
    for pattern in (AUTOLINK, REFERENCE, FOOTNOTE):
        keep += [(*m.span(), MarkKind.LINK) for m in pattern.finditer(joined) if free(*m.span())]
    for match in LINK.finditer(joined):
        if free(match.start(2), match.end(2)):
            drop.append((match.start(), match.start(1)))
            drop.append((match.end(1), match.end()))
    for match in ESCAPE.finditer(joined):
        if free(*match.span()):
            drop.append((match.start(), match.start() + 1))
    for match in EMPHASIS.finditer(joined):
        if free(*match.span()) and not _lonely(joined, match):
            drop.append(match.span())
    return _assemble(joined, parts, sorted(drop), keep)


def _lonely(text: str, match: re.Match[str]) -> bool:
    """A star or underscore that has no partner in its block is a character of the text."""
    return text.count(match.group()) < 2


def _assemble(
    joined: str, parts: list[tuple[str, int]], drop: list[tuple[int, int]], keep: list[tuple[int, int, MarkKind]]
) -> Text:
    gone = {at for start, end in drop for at in range(start, end)}
    plain: list[str] = []
    pieces: list[Piece] = []
    place: dict[int, int] = {}
    at = 0
    for number, (text, offset) in enumerate(parts):
        if number:
            before, before_offset = parts[number - 1]
            pieces.append(Piece(len(plain), before_offset + len(before), 1, offset - before_offset - len(before)))
            place[at] = len(plain)
            plain.append(" ")
            at += 1
        run = None
        for inside, char in enumerate(text):
            if at not in gone:
                if run is None:
                    run = (len(plain), offset + inside)
                place[at] = len(plain)
                plain.append(char)
            elif run is not None:
                pieces.append(Piece(*run, len(plain) - run[0], len(plain) - run[0]))
                run = None
            at += 1
        if run is not None:
            pieces.append(Piece(*run, len(plain) - run[0], len(plain) - run[0]))
    text_plain = "".join(plain)
    marks = [
        Mark(Span(place[start], place[end - 1] + 1), kind, joined[start:end])
        for start, end, kind in keep
        if start in place and end - 1 in place
    ]
    marks += [m for m in protect(text_plain) if not any(m.span.overlaps(other.span) for other in marks)]
    return Text(text_plain, tuple(sorted(marks, key=lambda mark: mark.span)), tuple(pieces))


READER = Reader("markdown", (".md", ".markdown"), read, takes_source=True)
