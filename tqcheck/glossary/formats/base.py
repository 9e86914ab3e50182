"""What a glossary format is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NamedTuple

from tqcheck.glossary.concept import Concept, GlossaryError


class Lost(NamedTuple):
    """Something of a concept that a format has no place for."""

    concept: str
    """Its id."""
    what: str
    """In words: `the forms of “treaty” (en)`."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file in the making."""

    data: bytes
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """How a kind of file is read and written. Both raise GlossaryError, with the line where there is one.

    `read` takes the bytes of a file and its path (for messages) and yields concepts. It never yields nothing in silence:
    what it does not know is an error. `write` takes concepts and the languages to write, the source first; none means
    all there are. What it cannot carry it lists.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    """With the dot, lower case, the usual one first."""
    read: Callable[[bytes, str], Iterator[Concept]] | None = None
    write: Callable[[Sequence[Concept], Sequence[str]], Written] | None = None
    recognises: Callable[[bytes], bool] | None = None
    """Whether the first bytes of a file look like it, where several formats share a suffix."""
    left_out: Callable[[bytes, str], str] | None = None
    """What of a file `read` leaves out because nobody has approved it, in words: `3 fuzzy, 1 obsolete`; else empty."""


def library(name: str, extra: str, path: str) -> Any:
    """A library that comes with an extra of tqcheck. Raises GlossaryError with what to install where it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        raise GlossaryError(f"needs {name}, which is not installed: pip install 'tqcheck[{extra}]'", path) from error


def decoded(data: bytes, path: str) -> str:
    """UTF-8 text without its byte-order mark. Raises GlossaryError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise GlossaryError("is UTF-16, not UTF-8; save it as UTF-8", path, 1)
    if b"\0" in data:
        raise GlossaryError("is binary, not text (it holds a NUL byte)", path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GlossaryError("is not UTF-8; save it as UTF-8", path, data.count(b"\n", 0, error.start) + 1) from error


def languages_in(concepts: Sequence[Concept], wanted: Sequence[str] = ()) -> list[str]:
    """The languages to write: the wanted ones, else all there are in the order they come up."""
    return list(wanted) or list(dict.fromkeys(term.language for concept in concepts for term in concept.terms))
