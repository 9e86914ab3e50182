"""Text that remembers where it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

MASK = "\ufffc"
"""Stands for every protected character in `Text.prose` (OBJECT REPLACEMENT CHARACTER: neither letter nor space)."""


class Span(NamedTuple):
    """A half-open range of code points in one text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Piece(NamedTuple):
    """A stretch of text and the stretch of file it was decoded from.

    `at` and `length` count code points of the text, `origin` and `raw_length` code points of the file.
    Equal lengths mean verbatim; otherwise the piece is atomic: an escape, an entity, a joined line break.
    """

    at: int
    origin: int
    length: int
    raw_length: int

    def start_in_file(self, offset: int) -> int:
        return self.origin + (offset - self.at if self.length == self.raw_length else 0)

    def end_in_file(self, offset: int) -> int:
        """`offset` is that of the last character inside the span."""
        return self.origin + (offset - self.at + 1 if self.length == self.raw_length else self.raw_length)


class MarkKind(StrEnum):
    PLACEHOLDER = "placeholder"
    TAG = "tag"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Mark:
    """A protected span: seen by markup checks, hidden from prose checks."""

    span: Span
    kind: MarkKind
    raw: str


@dataclass(frozen=True, slots=True)
class Text:
    """Decoded text with its protected marks and its map to the file."""

    plain: str
    marks: tuple[Mark, ...] = ()
    pieces: tuple[Piece, ...] = ()

    @property
    def prose(self) -> str:
        """`plain` with every protected character replaced by MASK: same length, same offsets."""
        if not self.marks:
            return self.plain
        chars = list(self.plain)
        for mark in self.marks:
            chars[mark.span.start : mark.span.end] = MASK * (mark.span.end - mark.span.start)
        return "".join(chars)

    def protects(self, span: Span) -> bool:
        """Whether a mark overlaps the span."""
        return any(mark.span.overlaps(span) for mark in self.marks)

    def in_file(self, span: Span) -> Span | None:
        """Map a span of `plain` to code points of the file; None where the format has no positions."""
        if not self.pieces:
            return None
        if len(self.pieces) == 1 and self.pieces[0].length == self.pieces[0].raw_length:  # nearly every text
            shift = self.pieces[0].origin - self.pieces[0].at
            return Span(span.start + shift, span.end + shift)
        starts = [piece.at for piece in self.pieces]
        first = self.pieces[max(bisect_right(starts, span.start) - 1, 0)]
        if span.end <= span.start:
            place = first.start_in_file(span.start)
            return Span(place, place)
        last = self.pieces[max(bisect_right(starts, span.end - 1) - 1, 0)]
        return Span(first.start_in_file(span.start), last.end_in_file(span.end - 1))
