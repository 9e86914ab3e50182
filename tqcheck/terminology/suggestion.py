"""One suggestion: a concept in the making, and its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Entry = str | dict[str, str]
"""A term as YAML glossaries write it."""


@dataclass(slots=True)
class Suggestion:
    kind: str
    """`name`, `term` or `abbreviation`."""
    score: float
    count: int
    terms: dict[str, list[Entry]] = field(default_factory=dict)
    """By language, the preferred one first."""
    places: list[dict[str, str]] = field(default_factory=list)
    """`place` (path:line), `text`, and `translation` where there is one."""
    more: dict[str, Any] = field(default_factory=dict)
    """What else speaks for it: `forms`, `together`, `log-likelihood`."""

    def concept(self) -> dict[str, Any]:
        """As a glossary file has it (`und` for an unknown language); `evidence` stays behind when it is taken in."""
        terms = {language or "und": each[0] if len(each) == 1 else each for language, each in self.terms.items()}
        seen = {"kind": self.kind, "score": round(self.score, 2), "count": self.count, **self.more}
        return {"terms": terms, "evidence": {**seen, "places": self.places}}

    def first(self, language: str) -> str:
        """Its preferred term in a language, empty if it has none."""
        entry = self.terms.get(language, [""])[0]
        return entry if isinstance(entry, str) else entry["term"]
