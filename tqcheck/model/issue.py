"""What a check says, in its own words and coordinates; the engine adds the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tqcheck.model.finding import Location, Severity
from tqcheck.model.segment import Side
from tqcheck.model.text import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing a check noticed in one segment. Unset fields take the check's own defaults."""

    message: str
    """A key of the check's `messages`."""
    span: Span
    """Half-open, code points of the text of `side`."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Fills the message's {fields}."""
    side: Side = Side.TARGET
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)


class Observation(NamedTuple):
    """What a document check saw in one segment; equal (key, value) pairs become one Fact."""

    key: str
    value: str
    span: Span
    side: Side = Side.TARGET


@dataclass(slots=True)
class Fact:
    """All observations of one (key, value) in a document, in reading order."""

    key: str
    value: str
    count: int
    places: list[Location]
    """The first places (see MOST_PLACES); `count` goes on."""


MOST_FACTS = 50_000
"""How many different facts of one check are kept: more than any book has names, flat in an endless file."""
MOST_PLACES = 100
"""How many places of one fact are kept: enough to review, flat in the length of the document."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """An issue that a document check drew from its facts."""

    message: str
    place: Location
    values: Mapping[str, str] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    severity: Severity | None = None
    confidence: float | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Location, ...] = ()
