"""What `tqcheck glossary add --from` takes: suggestions that are accepted, and decisions made in a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.glossary.change import Change
    from tqcheck.glossary.concept import Concept


def concepts(source: str, accept: str) -> list[Concept]:
    """The concepts of a file of suggestions that were accepted; their evidence stays behind. Raises GlossaryError."""
    from dataclasses import replace

    from tqcheck.glossary.load import read_file

    found = [
        replace(
            c,
            id=c.id if c.has_own_id else "",
            rest={k: v for k, v in c.rest.items() if k != "evidence"},
        )
        for c in read_file(source)
    ]
    if not found:
        o.fail(f"{source}: holds no concept")
    chosen = _numbers(accept, len(found))
    return [concept for number, concept in enumerate(found, 1) if number in chosen]


def _numbers(text: str, most: int) -> set[int]:
    """`1,3-5` as numbers up to `most`."""
    if text.strip() in ("", "all"):
        return set(range(1, most + 1))
    made: set[int] = set()
    for part in text.split(","):
        first, _, last = part.strip().partition("-")
        if not re.fullmatch(r"[0-9]{1,9}(-[0-9]{1,9})?", part.strip()) or int(first) > int(last or first):
            o.fail(f"--accept {text!r}: write numbers and ranges, such as 1,3-5")
        if not 1 <= int(first) <= int(last or first) <= most:
            o.fail(f"--accept {text!r}: there {'is 1 suggestion' if most == 1 else f'are {most} suggestions'}")
        made |= set(range(int(first), int(last or first) + 1))
    return made


def change(decision: Concept, concept: Concept) -> Change:
    """The terms of a decision as a change of the concept that has its id, in the languages that the concept has."""
    from tqcheck.glossary.change import Change, TermChange
    from tqcheck.language.tags import lookup

    languages = {term.language for term in concept.terms}
    return Change(
        terms=tuple(
            TermChange(
                lookup(t.language, languages) or t.language, t.text, t.status, keys={"type": t.type} if t.type else {}
            )
            for t in decision.terms
        )
    )
