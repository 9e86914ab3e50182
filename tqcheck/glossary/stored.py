"""Concepts as plain lists, so that a long glossary is parsed once and remembered."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from tqcheck.glossary.concept import STATUS_WORDS, Concept, Term
from tqcheck.storage import cache

WORTHWHILE = 64 << 10
"""Bytes from which remembering a glossary saves time."""
CODE = (Path(__file__).parent, Path(__file__).parent / "formats")


def concepts(path: str, data: bytes, parse: Callable[[], Iterable[Concept]], form: str = "") -> list[Concept]:
    """The concepts of a file, parsed where they are not remembered in this format. What `parse` raises is passed on."""
    if len(data) < WORTHWHILE:
        return list(parse())
    digest = sha256(f"{form}\0{path}\0".encode() + data).hexdigest()
    name = f"glossary-{sha256(str(Path(path).absolute()).encode()).hexdigest()[:16]}"
    made: list[Concept] = []

    def make() -> list[list[Any]]:
        made.extend(parse())
        return [_plain(concept) for concept in made]

    with _uncollected():
        stored = cache.remembered(name, digest, CODE, make)
        return made or [_concept(path, *each) for each in stored]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Tens of thousands of objects that all stay: a collector looking for garbage among them doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _plain(c: Concept) -> list[Any]:
    terms = [
        [t.text, t.language, t.status, t.type, t.forms, t.case, t.do_not_translate, t.rest, t.line, t.column]
        for t in c.terms
    ]
    return [
        c.id,
        c.domain,
        c.beside,
        c.not_beside,
        c.subject,
        c.definition,
        c.note,
        c.source,
        c.rest,
        c.line,
        c.column,
        terms,
    ]


def _concept(
    path: str, id: str, domain: list[str], beside: list[str], not_beside: list[str], subject: str, definition: str,
    note: str, source: str, rest: dict[str, Any], line: int, column: int, terms: list[list[Any]],
) -> Concept:  # fmt: skip
    made = tuple(
        Term(text, language, STATUS_WORDS[status], type, tuple(forms), case, untranslated, own, at, along)
        for text, language, status, type, forms, case, untranslated, own, at, along in terms
    )
    return Concept(
        id,
        made,
        tuple(domain),
        tuple(beside),
        tuple(not_beside),
        subject,
        definition,
        note,
        source,
        rest,
        path,
        line,
        column,
    )
