"""What a reader is, and the bytes it reads."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePath
from typing import BinaryIO, Literal

from tqcheck.language.tags import canonical, is_known
from tqcheck.model.segment import Document

LONGEST_LINE = 1_000_000
"""Code points; a longer line is no text that a person could review."""
LARGEST_FILE = 1 << 30
"""Bytes."""
MOST_BYTES = 4
"""Of one code point in UTF-8."""
SAMPLE = 4_000
"""Code points kept for language detection."""

Wrap = Literal["auto", "hard", "none"]


class ReadError(Exception):
    """A file that cannot be read as what it claims to be; the message says what to do about it."""

    def __init__(self, message: str, line: int | None = None, path: str = "") -> None:
        super().__init__(message)
        self.line, self.path = line, path
        """Empty for the file that was to be read; a source beside it may be the one at fault."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file, or standard input already read."""

    path: str
    """As reported."""
    file: Path | None = None
    data: bytes | None = None

    def lines(self) -> Iterator[str]:
        """Lines with their ends, decoded from UTF-8; a byte-order mark is dropped. Only LF ends a line.

        Raises ReadError for what is no readable UTF-8 text.
        """
        with self._open() as stream:
            for number in count(1):
                try:
                    raw = stream.readline(LONGEST_LINE * MOST_BYTES)
                except OSError as error:
                    raise self._wrong(f"cannot be read: {error.strerror or error}") from error
                if not raw:
                    return
                yield self._line(raw, number)

    def _line(self, raw: bytes, number: int) -> str:
        # UTF-8 has no LF but LF itself, so lines can be decoded one by one and an error knows its line.
        if number == 1 and raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise self._wrong("is UTF-16, not UTF-8; save it as UTF-8")
        if b"\0" in raw:
            raise self._wrong("is binary, not text (it holds a NUL byte)", number)
        cut = len(raw) >= LONGEST_LINE * MOST_BYTES and not raw.endswith(b"\n")
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8", "ignore" if cut else "strict")
        except UnicodeDecodeError as error:
            raise self._wrong(f"is not UTF-8 (byte 0x{raw[error.start]:02x}); save it as UTF-8", number) from error
        if cut or len(line) > LONGEST_LINE + line.endswith("\n"):
            raise self._wrong(f"has a line of more than {LONGEST_LINE:,} characters; break it up", number)
        return line

    def text(self) -> str:
        return "".join(self.lines())

    def _wrong(self, message: str, line: int | None = None) -> ReadError:
        return ReadError(message, line, self.path)

    def _open(self) -> BinaryIO:
        if self.data is not None:
            if len(self.data) > LARGEST_FILE:
                raise self._wrong(f"is larger than {LARGEST_FILE >> 20} MiB; split it")
            return io.BytesIO(self.data)
        assert self.file is not None
        try:
            # Never block on a pipe or a device: open, then look at what was opened.
            handle = os.open(self.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except (OSError, ValueError) as error:
            raise self._wrong(f"cannot be opened: {getattr(error, 'strerror', None) or error}") from error
        stream = open(handle, "rb")  # noqa: PTH123, SIM115 - a descriptor, not a path; handed on
        status = os.fstat(handle)
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST_FILE:
            return stream
        stream.close()
        large = stat.S_ISREG(status.st_mode)
        raise self._wrong(f"is larger than {LARGEST_FILE >> 20} MiB; split it" if large else "is not a regular file")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    wrap: Wrap = "auto"
    source: Input | None = None
    """The line-aligned source, where it is a file of its own."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: what it is called, which files it reads, and how. Third parties add theirs as `tqcheck.readers`."""

    name: str
    suffixes: tuple[str, ...]
    """With the dot, lower case."""
    read: Callable[[Input, ReadOptions], Document]
    takes_source: bool = False
    """Whether a line-aligned source file may be given beside it."""

    def __reduce__(self) -> tuple[Callable[[str], Reader], tuple[str]]:
        """Readers travel to other processes by name: what `read` is need not be picklable."""
        from tqcheck.readers.registry import reader_named

        return reader_named, (self.name,)


def declared_language(path: str) -> str:
    """The language a file name declares (`interview.en.txt`, `news_pt-BR.md`); empty if none."""
    stem = PurePath(path).stem
    for separator in (".", "_"):
        last = stem.rpartition(separator)[2]
        if last != stem and is_known(last) and last[:2].islower():
            return canonical(last)
    return ""
