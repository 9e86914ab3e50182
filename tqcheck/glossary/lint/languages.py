"""The languages that concepts have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tqcheck.glossary.concept import SOURCE, TARGET
from tqcheck.glossary.lint.base import Found, Given, Level, Rule
from tqcheck.language.tags import lookup

MOST = 0.8
"""The share of a file's concepts that makes a language one that most have."""
FEWEST = 5
"""Concepts from which a file has a custom at all."""


def _missing(given: Given) -> Iterator[Found]:
    for concepts in given.by_file.values():
        counts = Counter(tag for concept in concepts for tag in {term.language for term in concept.terms})
        usual = [tag for tag in given.languages if len(concepts) >= FEWEST and counts[tag] >= MOST * len(concepts)]
        for concept in concepts:
            own = {term.language for term in concept.terms}
            if lacking := [tag for tag in usual if tag not in own]:
                tags = ", ".join(lacking)
                yield Found(
                    concept,
                    None,
                    f"{concept.id} has no term in {tags}, as most concepts of this file have",
                    f"add one in {tags}",
                )


def _required(given: Given) -> Iterator[Found]:
    for concept in given.concepts:
        own = {term.language for term in concept.terms}
        lacking = [
            tag for tag in given.required if not lookup(tag, own) and not any(lookup(each, {tag}) for each in own)
        ]
        if lacking and not own & {SOURCE, TARGET}:
            tags = ", ".join(lacking)
            yield Found(concept, None, f"{concept.id} has no term in {tags}", f"add one in {tags}")


def _tables(given: Given) -> Iterator[Found]:
    if not any(tag not in (SOURCE, TARGET) for tag in given.languages):
        return
    for path, concepts in given.by_file.items():
        plain = next((c for c in concepts if any(term.language in (SOURCE, TARGET) for term in c.terms)), None)
        if plain:
            yield Found(
                plain, None, f"{path} says `source,target` where other files name languages; it serves every pair",
                "name the languages in its header, such as `ru,en`",
            )  # fmt: skip


RULES = (
    Rule(
        "required-language", Level.ERROR, "A concept without a language named by --require",
        "The glossary is to serve that language.", "Add a term.", _required,
    ),
    Rule(
        "source-target-table", Level.WARNING, "A `source,target` table beside glossaries that name their languages",
        "Such a table serves whatever pair is checked, those it was not made for too.",
        "Name the languages in its header.", _tables,
    ),
    Rule(
        "missing-language", Level.INFO, f"A language that {MOST:.0%} of the file's concepts have and this one lacks",
        "Where it is the target, nothing is asked for; where it is the source, nothing is found.", "Add a term.",
        _missing,
    ),
)  # fmt: skip
