"""Plain text: every line a block, unless the file is hard-wrapped; with a source, line beside line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest

from tqcheck.language.protected import protect
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Document, LineIndex, Segment, Suppression
from tqcheck.model.text import Piece, Text
from tqcheck.readers.base import SAMPLE, Input, Reader, ReadError, ReadOptions, declared_language
from tqcheck.readers.comments import is_only_comment, suppressions, without

NARROWEST, WIDEST = 55, 100
"""Columns of a hard-wrapped text."""
FULL_SHARE = 0.9
"""How many of the inner lines must have been too full for the next word."""
STARTS_BLOCK = re.compile(r"\s*(?:[-–—•*]\s|\d{1,3}[.)]\s)")
"""A dialogue dash, a bullet or a number begins a block of its own even in hard-wrapped text."""


def read(given: Input, options: ReadOptions) -> Document:
    if options.source is not None:
        return read_pair(given, options.source)
    joined = options.wrap == "hard" or (options.wrap == "auto" and is_hard_wrapped(given))
    document = Document(given.path, "text", (), LineIndex(), target_language=declared_language(given.path))
    document.sample = sample(given)
    document.segments = _blocks(given, document, joined)
    return document


def sample(given: Input) -> str:
    return "".join(islice(given.lines(), 200))[:SAMPLE]


def is_hard_wrapped(given: Input) -> bool:
    """Blank lines part paragraphs, and nearly every inner line is 55 to 100 columns and too full for the next word."""
    inner: list[tuple[int, int]] = []  # length of the line, length of the next line's first word
    before, gaps, seen_text = "", 0, False
    for raw in given.lines():
        line = "" if is_only_comment(raw) else "".join(raw[start:end] for start, end in without(raw)).rstrip()
        if not line:
            gaps += seen_text
        elif before and not STARTS_BLOCK.match(line):
            inner.append((len(before), len(line.split(None, 1)[0])))
            if len(before) > 2 * WIDEST:
                return False
        seen_text = seen_text or bool(line)
        before = line
    if not gaps or len(inner) < 3:
        return False
    width = max(length for length, _ in inner)
    full = sum(length + 1 + word > width for length, word in inner)
    return NARROWEST <= width <= WIDEST and full >= FULL_SHARE * len(inner)


def _blocks(given: Input, document: Document, joined: bool) -> Iterator[Segment]:
    lines, offset, index = document.lines, 0, 0
    assert lines is not None
    pending: list[tuple[str, int, int]] = []  # text of a line, its offset, raw length of its end
    waiting: tuple[Suppression, ...] = ()  # comments that stand alone, for the next block

    def block() -> Segment:
        nonlocal index, pending, waiting
        comments = [*waiting, *(found for line, start, _ in pending for found in suppressions(line, start))]
        text = _spoken(pending)
        index, pending, waiting = index + 1, [], ()
        return Segment(f"p{index}", index - 1, text, suppressions=tuple(comments))

    for raw in given.lines():
        text = raw.rstrip("\r\n")
        blank = not text.strip()
        if pending and (blank or not joined or STARTS_BLOCK.match(text)):
            yield block()
        if is_only_comment(text):
            if pending:
                yield block()
            waiting += tuple(suppressions(text, offset))
        elif not blank:
            if pending:  # the indent of a joined line belongs to the break before it
                stripped = text.lstrip(" \t")
                before, start, end = pending[-1]
                pending[-1] = (before, start, end + len(text) - len(stripped))
                pending.append((stripped, offset + len(text) - len(stripped), len(raw) - len(text)))
            else:
                pending.append((text, offset, len(raw) - len(text)))
        offset += len(raw)
        lines.add(offset)
    if pending:
        yield block()
    if waiting:  # comments after the last block: nothing to silence, but the file-wide ones count
        yield Segment(f"p{index + 1}", index, Text(""), suppressions=waiting)


def read_pair(given: Input, source: Input) -> Document:
    """Two files, line beside line. Raises ReadError where their line counts differ."""
    document = paired(given, source, "text")
    document.segments = _pairs(given, source, document)
    return document


def paired(given: Input, source: Input, form: str) -> Document:
    """The document of two line-aligned files, still without segments. Raises ReadError where their line counts differ."""
    counts = sum(1 for _ in given.lines()), sum(1 for _ in source.lines())
    if counts[0] != counts[1]:
        raise ReadError(
            f"has {counts[0]} lines but its source {source.path} has {counts[1]}; the two must have a line for a line"
        )
    return Document(
        given.path, form, (), LineIndex(), source_path=source.path, source_lines=LineIndex(),
        source_language=declared_language(source.path), target_language=declared_language(given.path),
        sample=sample(given), source_sample=sample(source),
    )  # fmt: skip


def _pairs(given: Input, source: Input, document: Document) -> Iterator[Segment]:
    offset = source_offset = index = 0
    waiting: tuple[Suppression, ...] = ()
    assert document.lines is not None and document.source_lines is not None
    for number, (raw, source_raw) in enumerate(zip_longest(given.lines(), source.lines(), fillvalue=""), 1):
        target, original = raw.rstrip("\r\n"), source_raw.rstrip("\r\n")
        if is_only_comment(target):
            waiting += tuple(suppressions(target, offset))
        elif target.strip():
            yield Segment(
                f"p{number}", index, _spoken([(target, offset, 0)]), _spoken([(original, source_offset, 0)]),
                suppressions=waiting + tuple(suppressions(target, offset)),
            )  # fmt: skip
            index, waiting = index + 1, ()
        elif original.strip():
            message = "The source has a line here, the target none."
            document.notices.append(Notice("no-target", message, given.path, number))
        offset += len(raw)
        source_offset += len(source_raw)
        document.lines.add(offset)
        document.source_lines.add(source_offset)
    if waiting:
        yield Segment("end", index, Text(""), suppressions=waiting)


def _spoken(lines: list[tuple[str, int, int]]) -> Text:
    """Lines (text, offset, raw length of the end) joined by spaces, without their suppression comments."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for number, (line, start, _) in enumerate(lines):
        if number:
            before, offset, end = lines[number - 1]
            parts.append(" ")
            pieces.append(Piece(at, offset + len(before), 1, end))
            at += 1
        for first, last in without(line):
            parts.append(line[first:last])
            pieces.append(Piece(at, start + first, last - first, last - first))
            at += last - first
    plain = "".join(parts)
    return Text(plain, protect(plain), tuple(pieces))


def whole_line(plain: str, offset: int) -> Text:
    """A stretch of the file taken verbatim."""
    return Text(plain, protect(plain), (Piece(0, offset, len(plain), len(plain)),))


READER = Reader("text", (".txt", ".text"), read, takes_source=True)
