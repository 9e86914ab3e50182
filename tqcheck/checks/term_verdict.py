"""What the checks of terms make of a match."""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.glossary.concept import Term
from tqcheck.glossary.finder import Match


@dataclass(frozen=True, slots=True)
class Verdict:
    match: Match
    wanted: tuple[Term, ...]
    """The target terms that are permitted, the preferred one first."""
    silenced: str = ""
    """Why nothing is said of it, in words; empty where it is reported."""
