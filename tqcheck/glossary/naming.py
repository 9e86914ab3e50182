"""Ids for new concepts."""

from __future__ import annotations

import re
from collections.abc import Container

from tqcheck.glossary.concept import Concept

LONGEST = 40


def id_for(concept: Concept, taken: Container[str]) -> str:
    """An id made of its English term, or else of its first: `town-council`, with a number where that is taken."""
    from anyascii import anyascii

    term = concept.preferred("en") or concept.terms[0]
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(term.text).casefold()).strip("-")
    name = words[:LONGEST].rstrip("-") or "concept"
    made, number = name, 2
    while made in taken:
        made, number = f"{name}-{number}", number + 1
    return made
