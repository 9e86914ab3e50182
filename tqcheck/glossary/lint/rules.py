"""All rules, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.glossary.lint import (
    between,
    capitals,
    conditions,
    keys,
    languages,
    links,
    reach,
    statuses,
    wording,
)
from tqcheck.glossary.lint.base import Found, Given, Level, Rule


def _none(given: Given) -> Iterator[Found]:
    """What cannot be read is found by the reader."""
    return iter(())


UNREADABLE = Rule(
    "unreadable", Level.ERROR, "A concept that cannot be read",
    "A check stops at it: a status that is none, a term without a text, a language that is no tag, an id twice.",
    "Mend the line that is named; the other concepts are looked at all the same.", _none,
)  # fmt: skip

MODULES = (wording, statuses, between, reach, conditions, capitals, languages, links, keys)
LEVELS = list(Level)
RULES: Sequence[Rule] = sorted(
    (UNREADABLE, *(rule for module in MODULES for rule in module.RULES)), key=lambda rule: LEVELS.index(rule.level)
)


def chosen(select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    """The rules named by id or level, but those to ignore; all where none are named. Raises ValueError for other names."""
    import difflib

    known = {*(rule.id for rule in RULES), *LEVELS}
    for name in (*select, *ignore):
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            raise ValueError(f"{name!r} is no rule" + (f"; is {near[0]!r} meant?" if near else "; see --rules"))
    return [
        rule
        for rule in RULES
        if (not select or {rule.id, rule.level} & set(select)) and not {rule.id, rule.level} & set(ignore)
    ]
