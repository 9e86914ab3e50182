"""Termbases in the terms of TBX (ISO 30042): concept, language section, term, administrative status."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """TBX administrative status."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def allowed(self) -> bool:
        return self in (Status.PREFERRED, Status.ADMITTED)


STATUS_WORDS = {
    **{status.value: status for status in Status},
    **{f"{status.value}term-admn-sts": status for status in Status},
    "approved": Status.PREFERRED,
    "forbidden": Status.DEPRECATED,
    "obsolete": Status.SUPERSEDED,
}
"""How files spell a status, lower-cased."""


SOURCE, TARGET = "x-source", "x-target"
"""Stand for the languages of a glossary that says only which side is the source: whatever pair is checked."""


class GlossaryError(Exception):
    """A glossary that cannot be used; says where and what to do."""

    def __init__(self, message: str, path: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.path, self.line, self.column = path, line, column


@dataclass(frozen=True, slots=True)
class Term:
    text: str
    language: str
    """BCP-47."""
    status: Status = Status.PREFERRED
    type: str = ""
    """TBX term type: full form, abbreviation, short form, variant …"""
    forms: tuple[str, ...] = ()
    """Declared inflected forms."""
    case: str = ""
    """`sensitive`, `insensitive`, or empty: sensitive where the term has inner or all capitals."""
    do_not_translate: bool = False
    rest: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """Every other category, kept verbatim."""
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    """1-based; 0 where the format knows none."""

    @property
    def case_sensitive(self) -> bool:
        if self.case:
            return self.case == "sensitive"
        return any(char.isupper() for word in self.text.split() for char in word[1:]) or (
            self.text.isupper() and len(self.text) > 1
        )


@dataclass(frozen=True, slots=True)
class Concept:
    id: str
    terms: tuple[Term, ...]
    domain: tuple[str, ...] = ()
    """Applies only in documents of these domains; empty for all."""
    beside: tuple[str, ...] = ()
    """Applies only where one of these words stands in the same segment."""
    not_beside: tuple[str, ...] = ()
    """Does not apply where one of these words stands in the same segment."""
    subject: str = ""
    definition: str = ""
    note: str = ""
    source: str = ""
    rest: Mapping[str, Any] = field(default_factory=dict, compare=False)
    glossary: str = ""
    """The path of the file, as given."""
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    """1-based; 0 where the format knows none."""

    @property
    def has_own_id(self) -> bool:
        """Whether its id was given, not made of its place in its file: `path:line`, `path:row` or `path:line:column`."""
        place = self.id.removeprefix(f"{self.glossary}:")
        return bool(self.id) and (place == self.id or not place.replace(":", "").isdecimal())

    def by_language(self) -> dict[str, list[Term]]:
        """The terms of each language, in the order in which they come up."""
        made: dict[str, list[Term]] = {}
        for term in self.terms:
            made.setdefault(term.language, []).append(term)
        return made

    def in_language(self, language: str) -> tuple[Term, ...]:
        """The terms of the best matching language section (RFC 4647 lookup)."""
        from tqcheck.language.tags import lookup

        best = lookup(language, {term.language for term in self.terms}) if language else None
        return tuple(term for term in self.terms if term.language == best) if best else ()

    def preferred(self, language: str) -> Term | None:
        terms = self.in_language(language)
        return next(
            (t for t in terms if t.status is Status.PREFERRED), next((t for t in terms if t.status.allowed), None)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Termbase:
    """Several glossaries read as one: a concept of a later file replaces an earlier one of the same id."""

    concepts: tuple[Concept, ...] = ()
    paths: tuple[str, ...] = ()
    digest: str = ""
    """Of the files' bytes, for the signature."""

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts)
