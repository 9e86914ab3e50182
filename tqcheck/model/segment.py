"""Documents as streams of segments."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tqcheck.model.finding import Notice, Region
from tqcheck.model.text import Span, Text


class Side(StrEnum):
    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment in the file that silences checks for one segment, or for the whole file."""

    checks: tuple[str, ...]
    reason: str
    raw: str
    at: Span
    """Where the comment stands, in code points of the file."""
    whole_file: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of text: a paragraph, a line, a table row; with its source where there is one."""

    unit: str
    """The format's own address: `p12` for the twelfth block, `r12` for the twelfth row, an id where there is one."""
    index: int
    """0-based place in the document."""
    target: Text
    source: Text | None = None
    kind: str = "prose"
    """`prose`, `heading`, `item` or `cell`: headings, list items and table cells follow other rules of capitals and stops."""
    suppressions: tuple[Suppression, ...] = ()

    def text(self, side: Side) -> Text:
        return self.source if side is Side.SOURCE and self.source is not None else self.target


@dataclass(slots=True)
class LineIndex:
    """Line starts of a text file, grown while it is read; turns offsets into 1-based lines and columns."""

    starts: array[int] = field(default_factory=lambda: array("q", [0]))

    def add(self, offset: int) -> None:
        """A new line begins at this offset (code points)."""
        self.starts.append(offset)

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def region(self, span: Span) -> Region:
        line, column = self.position(span.start)
        if line < len(self.starts) and span.end < self.starts[line]:  # nearly always: it ends in the same line
            return Region(line, column, line, column + span.end - span.start)
        return Region(line, column, *self.position(span.end))


@dataclass(slots=True)
class Document:
    """A file's identity and a single-pass stream of its segments."""

    path: str
    format: str
    segments: Iterable[Segment]
    lines: LineIndex | None = None
    source_path: str = ""
    """The file that holds the source, where it is another file."""
    source_lines: LineIndex | None = None
    source_language: str = ""
    """As the file itself declares it (header, file name); empty if it does not."""
    target_language: str = ""
    sample: str = ""
    """The first few thousand characters of target text, for language detection."""
    source_sample: str = ""
    notices: list[Notice] = field(default_factory=list)
    """Filled while the segments are read."""
