"""What a reader is, and the bytes it reads."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Literal

from tqcheck.language.tags import canonical, is_known
from tqcheck.model.segment import Document

LONGEST_LINE = 1_000_000
"""Code points; a longer line is no text that a person could review."""
LARGEST_FILE = 1 << 30
"""Bytes."""
SAMPLE = 4_000
"""Code points kept for language detection."""

Wrap = Literal["auto", "hard", "none"]


class ReadError(Exception):
    """A file that cannot be read as what it claims to be; the message says what to do about it."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


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
        number = 0
        with self._open() as stream:
            reader = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="strict", newline="\n")
            while True:
                try:
                    line = reader.readline(LONGEST_LINE)
                except UnicodeDecodeError as error:
                    raise ReadError(
                        f"is not UTF-8 (byte 0x{error.object[error.start]:02x}); save it as UTF-8", number + 1
                    ) from error
                except OSError as error:
                    raise ReadError(f"cannot be read: {error.strerror or error}") from error
                if not line:
                    return
                number += 1
                if "\0" in line:
                    raise ReadError("is binary, not text (it holds a NUL byte)", number)
                if len(line) >= LONGEST_LINE and not line.endswith("\n"):
                    raise ReadError(f"has a line of more than {LONGEST_LINE:,} characters; break it up", number)
                yield line

    def text(self) -> str:
        return "".join(self.lines())

    def _open(self) -> io.BufferedIOBase:
        if self.data is not None:
            _refuse_utf16(self.data[:4])
            return io.BytesIO(self.data)
        assert self.file is not None
        try:
            # Never block on a pipe or a device: open, then look at what was opened.
            handle = os.open(self.file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise ReadError(f"cannot be opened: {error.strerror or error}") from error
        except ValueError as error:
            raise ReadError(f"cannot be opened: {error}") from error
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("is not a regular file")
            if status.st_size > LARGEST_FILE:
                raise ReadError(f"is larger than {LARGEST_FILE >> 20} MiB; split it")
            _refuse_utf16(os.pread(handle, 4, 0) if hasattr(os, "pread") else b"")
        except BaseException:
            os.close(handle)
            raise
        return open(handle, "rb")  # noqa: PTH123 - a descriptor, not a path


def _refuse_utf16(head: bytes) -> None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError("is UTF-16, not UTF-8; save it as UTF-8")


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


def declared_language(path: str) -> str:
    """The language a file name declares (`interview.en.txt`, `news_pt-BR.md`); empty if none."""
    stem = PurePath(path).stem
    for separator in (".", "_"):
        last = stem.rpartition(separator)[2]
        if last != stem and is_known(last) and last[:2].islower():
            return canonical(last)
    return ""
