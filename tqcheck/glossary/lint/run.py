"""Reading glossaries for their faults, and finding these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tqcheck.glossary.concept import Concept, GlossaryError, Term
from tqcheck.glossary.formats import csv_form, yaml_form
from tqcheck.glossary.formats.base import decoded
from tqcheck.glossary.formats.registry import format_of
from tqcheck.glossary.lint.base import Given, Rule
from tqcheck.glossary.lint.rules import RULES, UNREADABLE
from tqcheck.glossary.load import bytes_of, read_file


@dataclass(frozen=True, slots=True)
class Fault:
    rule: Rule
    path: str
    line: int
    column: int
    """1-based; 0 where the format knows none."""
    message: str
    fix: str
    """What to do, in words."""
    concept: str = ""
    """The concept's id."""


def read(path: str) -> tuple[list[Concept], list[GlossaryError]]:
    """The concepts of a file, and what is wrong with those that cannot be read. Raises GlossaryError for the whole file."""
    try:
        return read_file(path), []
    except GlossaryError as error:
        data = bytes_of(path)
        form = format_of(path, data).name
        if form not in ("yaml", "csv", "tsv") or error.line is None:
            raise
        broken: list[GlossaryError] = []
        reader = yaml_form.read if form == "yaml" else csv_form.read
        return list(reader(decoded(data, path), path, broken)), broken


def faults(
    paths: Sequence[str], rules: Sequence[Rule] = RULES, today: date = date.min, required: Sequence[str] = ()
) -> tuple[list[Fault], int]:
    """What is wrong with the files taken together, by file and line; and how many concepts there are.

    What expires by `today` is reported, and what lacks a `required` language. Raises GlossaryError.
    """
    concepts: list[Concept] = []
    made: list[Fault] = []
    for path in paths:
        found, broken = read(path)
        concepts += found
        if UNREADABLE in rules:
            made += [Fault(UNREADABLE, path, e.line or 1, e.column or 0, str(e), "mend this line") for e in broken]
    return _sorted([*made, *linted(concepts, rules, today, required)], paths), len(concepts)


def linted(
    concepts: Sequence[Concept], rules: Sequence[Rule] = RULES, today: date = date.min, required: Sequence[str] = ()
) -> list[Fault]:
    """What is wrong with concepts, rule by rule."""
    given = Given(concepts, today, required)
    made = (
        Fault(rule, concept.glossary, *_place(concept, term), message, fix, concept.id)
        for rule in rules
        for concept, term, message, fix in rule.find(given)
    )
    return list(dict.fromkeys(made))


def _place(concept: Concept, term: Term | None) -> tuple[int, int]:
    at = term if term and term.line else concept
    return at.line or 1, at.column


def _sorted(found: Sequence[Fault], paths: Sequence[str]) -> list[Fault]:
    order = {path: at for at, path in enumerate(paths)}
    ranks = {rule.id: at for at, rule in enumerate(RULES)}
    return sorted(found, key=lambda f: (order[f.path], f.line, f.column, ranks[f.rule.id], f.message))
