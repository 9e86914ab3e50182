"""Reading glossaries, several as one."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from tqcheck.glossary import stored
from tqcheck.glossary.concept import Concept, GlossaryError, Termbase
from tqcheck.glossary.formats.registry import format_of

LARGEST = 64 << 20
"""Bytes of one glossary."""


def load(paths: Sequence[str]) -> Termbase:
    """Read glossaries in order; later ones win. Raises GlossaryError, naming file and line. Unchanged files are read once."""
    return _load(tuple((path, _stamp(path)) for path in paths))


def _stamp(path: str) -> tuple[int, int]:
    """What changes when a file does: time and size."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        raise GlossaryError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path) from error
    if not stat.S_ISREG(status.st_mode):
        raise GlossaryError("is not a regular file", path)
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _load(stamped: tuple[tuple[str, tuple[int, int]], ...]) -> Termbase:
    paths = [path for path, _ in stamped]
    concepts: dict[str, Concept] = {}
    digest = sha256()
    for path in paths:
        data = bytes_of(path)
        digest.update(data)
        for concept in parsed(path, data):
            concepts[concept.id] = concept
    kept = later_wins(list(concepts.values())) if len(paths) > 1 else concepts.values()
    return Termbase(tuple(kept), tuple(paths), digest.hexdigest()[:12] if paths else "")


def read_file(path: str) -> list[Concept]:
    """The concepts of one file, in its order. Raises GlossaryError."""
    _stamp(path)
    return parsed(path, bytes_of(path))


def bytes_of(path: str) -> bytes:
    """Raises GlossaryError where the file cannot be read or is too large."""
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST:
            raise GlossaryError(f"is larger than {LARGEST >> 20} MiB", path)
        return file.read_bytes()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror or error}", path) from error


def parsed(path: str, data: bytes, form: str = "") -> list[Concept]:
    """The concepts in the bytes of a file, in the format named or told from it. Raises GlossaryError."""
    found = format_of(path, data, form)
    read = found.read
    if read is None:
        raise GlossaryError(f"cannot be read as {found.name}, only written", path)
    return stored.concepts(path, data, lambda: read(data, path), found.name)


def later_wins(concepts: list[Concept]) -> Iterator[Concept]:
    """Drop a concept that a later glossary decides anew: the two share a term in one language and serve another both."""
    newer: dict[tuple[str, str], list[Concept]] = {}
    kept = []
    for concept in reversed(concepts):
        languages = {term.language for term in concept.terms}
        rivals = [
            r
            for term in concept.terms
            for r in newer.get((term.language, term.text), ())
            if r.glossary != concept.glossary
        ]
        if not any(len(languages & {term.language for term in rival.terms}) > 1 for rival in rivals):
            kept.append(concept)
            for term in concept.terms:
                newer.setdefault((term.language, term.text), []).append(concept)
    return reversed(kept)
