"""The whole result of one run, as reporters see it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tqcheck.model.finding import Finding, Notice, Severity


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A segment's text, kept only for reports that show the document."""

    unit: str
    target: str
    source: str | None = None
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    path: str
    format: str
    source_language: str
    """BCP-47, empty where unknown."""
    target_language: str
    segments: int
    """Target sentences."""
    words: int
    """Target words; in scripts without spaces, characters."""
    paragraphs: tuple[Paragraph, ...] = ()
    """In reading order, one per segment index; empty unless asked for."""
    source_path: str = ""


@dataclass(frozen=True, slots=True)
class CheckSummary:
    """A check as it took part in a run."""

    id: str
    category: str
    severity: Severity
    status: str
    """`stable` or `preview`."""
    title: str
    """The card's first paragraph."""
    manual: str
    """The whole card, Markdown."""
    ran: bool
    reason: str = ""
    """Why it did not run: not selected, no source, not for this language, no glossary."""


@dataclass(frozen=True, slots=True)
class Gate:
    fail_on: str
    """minor, major, critical or never."""
    passed: bool


@dataclass(frozen=True, slots=True)
class Run:
    version: str
    signature: str
    documents: tuple[DocumentSummary, ...]
    findings: tuple[Finding, ...]
    """Sorted by path as given, then place, then check."""
    notices: tuple[Notice, ...]
    gate: Gate
    checks: tuple[CheckSummary, ...] = field(default=())

    @property
    def exit_code(self) -> int:
        """2 something could not be done, 1 the gate failed, 0 clean."""
        return 2 if any(notice.trouble for notice in self.notices) else 0 if self.gate.passed else 1

    def by_severity(self) -> dict[str, int]:
        count = Counter(finding.severity for finding in self.findings)
        return {severity.label: count[severity] for severity in sorted(Severity, reverse=True)}

    def by_check(self) -> dict[str, int]:
        """Most frequent first, then by name."""
        count = Counter(finding.check for finding in self.findings)
        return dict(sorted(count.items(), key=lambda item: (-item[1], item[0])))
