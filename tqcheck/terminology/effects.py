"""What another glossary would change in the findings of the same texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tqcheck.model.finding import Finding
from tqcheck.model.run import Run


@dataclass(frozen=True, slots=True)
class Effects:
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    reworded: tuple[tuple[Finding, Finding], ...]
    """Findings that stay but say something else: before and after."""

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.reworded)


def effects(before: Run, after: Run) -> Effects:
    """The findings that only one of two runs has, each in the order of its run."""
    known, made = _by_message(before.findings), _by_message(after.findings)
    gone = {key[:-1]: finding for key, finding in known.items() if key not in made}
    new = {key[:-1]: finding for key, finding in made.items() if key not in known}
    return Effects(
        tuple(finding for key, finding in new.items() if key not in gone),
        tuple(finding for key, finding in gone.items() if key not in new),
        tuple((gone[key], finding) for key, finding in new.items() if key in gone),
    )


def _by_message(findings: Iterable[Finding]) -> dict[tuple[str, str, str, int, int, int, str], Finding]:
    """By check, place and message."""
    return {
        (f.check, f.location.path, f.location.side, f.location.index, f.location.start, f.location.end, f.message): f
        for f in findings
    }
