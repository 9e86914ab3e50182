"""What checks say (Issue) and what reports show (Finding)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple


class Severity(IntEnum):
    """MQM severity levels, in order."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 2
    CRITICAL = 3

    @property
    def label(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, label: str) -> Severity:
        """Raises KeyError for a word that is not a severity."""
        return cls[label.upper()]


class Category(StrEnum):
    """Error types mapped to MQM Core: dimension/type."""

    TERMINOLOGY_WRONG = "terminology/wrong-term"
    TERMINOLOGY_RESOURCE = "terminology/inconsistent-with-terminology-resource"
    TERMINOLOGY_INCONSISTENT = "terminology/inconsistent-use-of-terminology"
    MISTRANSLATION = "accuracy/mistranslation"
    ADDITION = "accuracy/addition"
    OMISSION = "accuracy/omission"
    UNTRANSLATED = "accuracy/untranslated"
    GRAMMAR = "linguistic-conventions/grammar"
    PUNCTUATION = "linguistic-conventions/punctuation"
    SPELLING = "linguistic-conventions/spelling"
    UNINTELLIGIBLE = "linguistic-conventions/unintelligible"
    ENCODING = "linguistic-conventions/character-encoding"
    UNIDIOMATIC = "style/unidiomatic-style"
    TEXTUAL = "linguistic-conventions/textual-conventions"
    NUMBER_FORMAT = "locale-conventions/number-format"
    DATE_FORMAT = "locale-conventions/date-format"
    MARKUP = "design-and-markup/markup-tag"
    CUSTOM = "custom"


class Region(NamedTuple):
    """Lines and columns, 1-based, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Location(NamedTuple):
    """Where in the world: the file, the format's own address in it, and the lines if it has any."""

    path: str
    unit: str
    side: str
    start: int
    """Code points of the unit's text of that side, half-open with `end`."""
    end: int
    excerpt: str
    region: Region | None = None
    index: int = 0  # type: ignore[assignment]  # tuple.index is of no use here
    """The segment's 0-based place in its document."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A located, classified issue: everything a reporter needs and nothing else."""

    check: str
    category: str
    severity: Severity
    confidence: float
    """0 to 1: how likely a careful reviser would agree."""
    message: str
    location: Location
    fingerprint: str
    suggestions: tuple[str, ...] = ()
    evidence: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Location, ...] = ()

    @property
    def certainty(self) -> str:
        """`sure`, `likely` or `look`: the confidence in a word."""
        return "sure" if self.confidence >= 0.85 else "likely" if self.confidence >= 0.6 else "look"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the run, not about the translation: an unreadable file, a check that could not work."""

    kind: str
    message: str
    path: str | None = None
    line: int | None = None
    trouble: bool = False
    """True where something asked for could not be done: the run ends with 2."""
