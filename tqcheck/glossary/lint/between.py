"""Concepts that say the same, or share a wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tqcheck.glossary.concept import Concept
from tqcheck.glossary.lint.base import Found, Given, Level, Rule, apart, place, quoted, sharing


def _same_id(given: Given) -> Iterator[Found]:
    for concepts in given.by_file.values():
        first: dict[str, Concept] = {}
        for concept in concepts:
            other = first.setdefault(concept.id, concept)
            if other is not concept:
                yield Found(
                    concept, None, f"the id {concept.id} is that of line {other.line} too; only this one counts",
                    "give it an id of its own",
                )  # fmt: skip


def _duplicates(given: Given) -> Iterator[Found]:
    for concept, other, shared in sharing(given.concepts):
        languages = list(dict.fromkeys(own.language for own, _ in shared))
        if len(languages) < 2 or concept.id == other.id or apart(concept, other):
            continue
        terms = ", ".join(quoted(next(own for own, _ in shared if own.language == tag)) for tag in languages[:3])
        what = "says the same" if bare_duplicate(concept, other) else f"has the same {terms}"
        counts = ", which it replaces" if concept.glossary != other.glossary else ""
        yield Found(
            concept, None, f"{concept.id} {what} as {place(other, concept)}{counts}",
            "make them one (tqcheck glossary merge), or tell them apart with domain or beside",
        )  # fmt: skip


def bare_duplicate(concept: Concept, other: Concept) -> bool:
    """Whether a concept is another one over again, but for its id."""
    alike = replace(concept, id=other.id, glossary=other.glossary) == other and concept.rest == other.rest
    return alike and all(a.rest == b.rest for a, b in zip(concept.terms, other.terms, strict=True))


def _homographs(given: Given) -> Iterator[Found]:
    """Those that no other rule reports: one language alone is shared, and both wordings are allowed."""
    for concept, other, shared in sharing(given.effective):
        own, theirs = shared[0]
        if len({term.language for term, _ in shared}) > 1 or apart(concept, other):
            continue
        if {t.language for t in concept.terms} & {t.language for t in other.terms} == {own.language}:
            continue  # they have no other language in common in which their terms could differ
        if own.text == theirs.text:
            yield Found(
                concept, own, f"{quoted(own)} is a term of {place(other, concept)} too, with other equivalents",
                "either will do in a text; tell them apart with domain or beside if it should not",
            )  # fmt: skip
        elif not (own.case_sensitive and theirs.case_sensitive):
            yield Found(
                concept, own, f"{quoted(own)} differs only in its capitals from “{theirs.text}” of {place(other, concept)}",
                "say `case: sensitive` at both",
            )  # fmt: skip


RULES = (
    Rule(
        "duplicate-id", Level.ERROR, "Two concepts of one file with the same id",
        "Only the last of them is read.", "Give each an id of its own.", _same_id,
    ),
    Rule(
        "duplicate-concept", Level.WARNING, "Two concepts with the same terms in two languages",
        "What is decided in one is not decided in the other; from two files only the later one is used.",
        "Make them one: `tqcheck glossary merge`. --fix takes out a concept that repeats another word for word.",
        _duplicates, mends=True,
    ),
    Rule(
        "homograph", Level.INFO, "One wording in several concepts with different equivalents",
        "The equivalents of either concept pass in a translation.",
        "Tell them apart with `domain`, `beside` or `not-beside`, if only one is right; with `case`, if capitals do.",
        _homographs,
    ),
)  # fmt: skip
