"""Keys that tqcheck keeps but does not know, and that look like ones it knows."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted
from tqcheck.glossary.raw import ORDER, TERM_ORDER

USUAL = frozenset("context gender geography register reliability transfer-comment customer project owner".split())
"""Keys of other tools and of TBX that look like ours and are not meant to be them."""


@cache
def _meant(key: str, known: tuple[str, ...]) -> str:
    if key in known or key in USUAL:
        return ""
    near = difflib.get_close_matches(key.lower().replace("_", "-"), known, n=1, cutoff=0.8)
    return near[0] if near else ""


def _misspelled(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        for key in concept.rest:
            if meant := _meant(key, (*ORDER, "terms")):
                yield Found(concept, None, f"`{key}` is not read; it looks like `{meant}`", f"write `{meant}`")
        for term in concept.terms:
            for key in term.rest:
                if meant := _meant(key, (*TERM_ORDER, "note", "source")):
                    yield Found(
                        concept,
                        term,
                        f"`{key}` of {quoted(term)} is not read; it looks like `{meant}`",
                        f"write `{meant}`",
                    )


RULES = (
    Rule(
        "misspelled-key", Level.WARNING, "A key that is nearly one that tqcheck reads",
        "Unknown keys are kept and mean nothing: a term with `staus: deprecated` is allowed.",
        "Write the key that is meant.", _misspelled,
    ),
)  # fmt: skip
