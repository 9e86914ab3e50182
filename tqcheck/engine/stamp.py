"""The second stage of a finding's birth: what a check said becomes a finding with severity, place and fingerprint."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from tqcheck.checks.base import AnyCheck
from tqcheck.engine.plan import Planned
from tqcheck.model.finding import Finding, Location
from tqcheck.model.issue import Conclusion, Issue


class Stamp:
    """Makes findings of one document, or of the run as a whole; counts equal ones."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def finding(self, item: Planned, said: Issue | Conclusion, location: Location, around: str = "") -> Finding:
        """`around` is the text that the fingerprint holds on to: the segment's source, or its target."""
        check = item.check
        severity = (
            item.severity
            if item.severity is not None
            else said.severity
            if said.severity is not None
            else check.severity
        )
        confidence = said.confidence if said.confidence is not None else check.confidence
        return Finding(
            check.id, check.category, severity, round(confidence, 2),
            check.messages[said.message].format_map(said.values),
            location, self._fingerprint(check, said.message, around, location.excerpt),
            said.suggestions, dict(said.evidence), said.related if isinstance(said, Conclusion) else (),
        )  # fmt: skip

    def _fingerprint(self, check: AnyCheck, message: str, around: str, excerpt: str) -> str:
        """Check, text around, excerpt and nth occurrence: no line numbers, so it survives edits elsewhere in the file."""
        mark = sha256("\0".join((check.id, message, around, excerpt)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.seen[mark] += 1
        nth = self.seen[mark]
        return mark if nth == 1 else f"{mark}-{nth}"
