"""Terms that are found too often for want of a capital."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.glossary.lint.base import Found, Given, Level, Rule, quoted
from tqcheck.language.function_words import function_words
from tqcheck.language.tags import primary

CAPITONYMS = {
    "en": frozenset(
        "august bath cancer china cork earth german jersey job lent lima march may mercury mobile nice pole polish "
        "reading scone slough turkey worms".split()
    )
}
"""Words that a capital gives another meaning: Turkey and a turkey."""


def _meaning(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        if term.text.casefold() in CAPITONYMS.get(primary(term.language), ()) and not term.case_sensitive:
            other = term.text.capitalize() if term.text.islower() else term.text.lower()
            yield Found(
                concept,
                term,
                f"{quoted(term)} is found in “{other}” too, which is another word",
                "say `case: sensitive`",
            )


def _stop_words(given: Given) -> Iterator[Found]:
    for concept, term in given.terms():
        common = function_words(primary(term.language))
        parts = term.text.casefold().split()
        if common.issuperset(parts) and parts and not term.case_sensitive:
            yield Found(
                concept, term, f"{quoted(term)} has none but function words, and is found in nearly every text",
                "say `case: sensitive` if capitals tell it, or take it out",
            )  # fmt: skip


RULES = (
    Rule(
        "capital-matters", Level.WARNING, "A term that is another word with or without its capital",
        "The term Turkey is found in a turkey, the term march in March.", "Say `case: sensitive`.", _meaning,
    ),
    Rule(
        "function-words", Level.WARNING, "A term of function words only",
        "It is found in nearly every text.", "Say `case: sensitive`, or take it out.", _stop_words,
    ),
)  # fmt: skip
