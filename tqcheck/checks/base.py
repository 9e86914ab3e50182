"""The contract between checks and the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from tqcheck.checks.context import Context as Context  # every check imports it from here
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Conclusion, Fact, Issue, Observation
from tqcheck.model.segment import Segment

O = TypeVar("O")  # noqa: E741 - the options of a check


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be there for a check to run; where it is not, a notice says so."""

    source: bool = False
    languages: tuple[str, ...] = ()
    """Target languages served (BCP-47 ranges); empty for all."""
    glossary: bool = False
    bank: bool = False


@dataclass(frozen=True, slots=True)
class NoOptions:
    """For checks that have nothing to set."""


@dataclass(frozen=True, kw_only=True)
class Check(Generic[O]):
    """What every check declares, whatever its reach."""

    id: str
    """Kebab case; names the fault, never the remedy."""
    category: Category
    severity: Severity
    """The default; an issue may differ, and the user has the last word."""
    confidence: float
    """The default: how likely a careful reviser would agree (measured on the check's trial sentences)."""
    messages: Mapping[str, str]
    """By key: what is wrong, with {fields} filled from the issue's values."""
    options: type[O]
    """A frozen dataclass whose defaults are the defaults and whose docstrings are the manual."""
    needs: Needs = Needs()
    preview: bool = False
    """Runs only with --preview or where it is selected by name."""


@dataclass(frozen=True, kw_only=True)
class SegmentCheck(Check[O]):
    """Looks at one segment at a time; pure. Never called for a segment without source if it needs one."""

    run: Callable[[Segment, O, Context], Iterator[Issue]]


@dataclass(frozen=True, kw_only=True)
class DocumentCheck(Check[O]):
    """Observes every segment of a document, then concludes once over the facts, in order of first sight.

    Where its options have a true `project`, it concludes once more over the facts of all documents in one language.
    """

    observe: Callable[[Segment, O, Context], Iterator[Observation]]
    conclude: Callable[[Sequence[Fact], O, Context], Iterator[Conclusion]]


AnyCheck = SegmentCheck[Any] | DocumentCheck[Any]
