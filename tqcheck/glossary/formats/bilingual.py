"""What lists of pairs share: a row holds a source and a target term, rows of one concept are gathered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, NamedTuple

from tqcheck.glossary.concept import SOURCE, TARGET, Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats.base import Written, languages_in
from tqcheck.glossary.formats.losses import checked
from tqcheck.language.tags import canonical, is_known, is_tag

ONE = r"([a-z]{2,3}(?:[_-][A-Z][A-Za-z]{1,3})?)"
PAIR_IN_NAME = re.compile(rf"(?:^|[._-]){ONE}[_-]{ONE}$")
ONE_IN_NAME = re.compile(rf"(?:^|[._-]){ONE}$")
RANK = {status: rank for rank, status in enumerate(Status)}
"""Preferred first, superseded last."""


class Pair(NamedTuple):
    """The languages of a list: tags, or the placeholders of a list that does not say."""

    source: str = SOURCE
    target: str = TARGET


@dataclass(frozen=True, slots=True)
class Row:
    source: str
    target: str
    """Empty where the source term has no translation yet."""
    line: int
    key: Hashable
    """Rows of one key are one concept."""
    status: Status | None = None
    """Of the target; None is preferred for the first of a concept, admitted for others."""
    about: Mapping[str, Any] = field(default_factory=dict)
    """What is said of the concept: its `id`, `definition`, `domain` (a list) …; unknown keys are kept verbatim."""
    of_source: Mapping[str, Any] = field(default_factory=dict)
    """What is said of the source term: its `type`, `pos`, `note` …"""
    of_target: Mapping[str, Any] = field(default_factory=dict)


def gathered(rows: Iterable[Row], pair: Pair, path: str) -> Iterator[Concept]:
    """The concepts of a list, in the order in which they begin. Raises GlossaryError where there is none."""
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        if not row.source:
            raise GlossaryError("has a row without a source term", path, row.line)
        groups.setdefault(row.key, []).append(row)
    if not groups:
        raise GlossaryError("holds no terms", path)
    for number, group in enumerate(groups.values(), 1):
        yield _concept(group, pair, path, number)


def _concept(group: Sequence[Row], pair: Pair, path: str, number: int) -> Concept:
    about: dict[str, Any] = {}
    for row in group:
        for key, value in row.about.items():
            known = about.get(key)
            if key == "note" and known and value and value not in known.split("\n\n"):
                about[key] = f"{known}\n\n{value}"
            elif not known:
                about[key] = value
    fields = {key: about.pop(key, "") for key in ("subject", "definition", "note", "source")}
    return Concept(
        id=about.pop("id", "") or f"{path}:{number}",
        terms=(
            *_terms(((row.source, None, row.of_source, row.line) for row in group), pair.source),
            *_terms(((row.target, row.status, row.of_target, row.line) for row in group), pair.target),
        ),
        domain=tuple(about.pop("domain", ())),
        rest={key: value for key, value in about.items() if value},
        glossary=path,
        line=group[0].line,
        **fields,
    )


def _terms(found: Iterable[tuple[str, Status | None, Mapping[str, Any], int]], language: str) -> Iterator[Term]:
    first: dict[tuple[str, Status | None], tuple[dict[str, Any], int]] = {}
    for text, status, of, line in found:
        if text:
            kept, _ = first.setdefault((text, status), ({}, line))
            kept.update({key: value for key, value in of.items() if value and key not in kept})
    preferred = any(status is Status.PREFERRED for _, status in first)
    for (text, status), (of, line) in first.items():
        due = status or (Status.ADMITTED if preferred else Status.PREFERRED)
        preferred = preferred or due is Status.PREFERRED
        yield Term(
            text, language, due,
            type=of.pop("type", ""),
            forms=tuple(of.pop("forms", ())),
            do_not_translate=bool(of.pop("do-not-translate", False)),
            rest=of,
            line=line,
        )  # fmt: skip


def pairs_of(concept: Concept, pair: Pair) -> Iterator[tuple[Term, Term | None]]:
    """The rows of a concept: its first source term with every target term, then its other source terms with the first.

    Only allowed source terms: a list has no place for the status of a source. The best status comes first.
    """
    sources, targets = (
        sorted((t for t in concept.terms if t.language == language), key=lambda t: RANK[t.status]) for language in pair
    )
    allowed = [term for term in targets if term.status.allowed]
    for number, source in enumerate(term for term in sources if term.status.allowed):
        found: list[Term | None] = [*targets] if number == 0 else [*allowed[:1]]
        yield from ((source, target) for target in found or [None])


def units_of(concepts: Iterable[Concept], pair: Pair) -> Iterator[tuple[Concept, Term, Term]]:
    """Rows for lists that have one target for a source term and context (a subject): allowed terms, each source once."""
    seen: set[tuple[str, str]] = set()
    for concept in concepts:
        for source, target in pairs_of(concept, pair):
            if target and target.status.allowed and (source.text, concept.subject) not in seen:
                seen.add((source.text, concept.subject))
                yield concept, source, target


def pair_to_write(concepts: Sequence[Concept], languages: Sequence[str], form: str) -> Pair:
    """The languages of a list to be written: the two asked for, else the first two there are. Raises GlossaryError."""
    found = languages_in(concepts, languages)
    if len(languages) > 2 or len(found) < 2:
        asked = f"{len(languages)} are asked for" if languages else f"the glossary has {len(found)}"
        raise GlossaryError(f"{form} holds two languages, {asked}; name the two with --language, the source first", "")
    return Pair(found[0], found[1])


def pair_in_name(path: str, alone: bool = False) -> Pair:
    """The languages that a file is named after: `terms.en-de.txt`; with `alone` also a target by itself: `terms-de.po`.

    A region is in capitals, so that `pt-BR` is one language and `en-de` are two; a part not named stays a placeholder.
    """
    stem = PurePath(path).stem
    found = PAIR_IN_NAME.search(stem)
    if found and is_known(found[1]) and is_known(found[2]) and found[1] != found[2]:
        return Pair(canonical(found[1]), canonical(found[2]))
    one = ONE_IN_NAME.search(stem) if alone else None
    return Pair(target=canonical(one[1])) if one and is_known(one[1]) else Pair()


def tag_or(text: str, otherwise: str) -> str:
    """A language tag as a file has it, with `_` or `-`; what is none gives way."""
    return canonical(text) if is_tag(text.strip()) else otherwise


def with_languages(concepts: Iterable[Concept], source: str, target: str, path: str) -> list[Concept]:
    """Concepts of a list that does not say its languages, with them; an empty tag leaves a placeholder.

    Raises GlossaryError where the list says of itself that it is in others.
    """
    listed = list(concepts)
    found = {term.language for concept in listed for term in concept.terms}
    for option, asked, place in (("source", source, SOURCE), ("target", target, TARGET)):
        if asked and place not in found and asked not in found:
            raise GlossaryError(f"says itself that it is in {', '.join(sorted(found))}, not in {asked} (--{option}-language)", path)  # fmt: skip
    names = {SOURCE: source or SOURCE, TARGET: target or TARGET}
    return [
        replace(c, terms=tuple(replace(t, language=names.get(t.language, t.language)) for t in c.terms)) for c in listed
    ]


def written(
    data: bytes, concepts: Sequence[Concept], pair: Pair, read: Callable[[bytes, str], Iterator[Concept]], form: str
) -> Written:
    """A list that does not say its languages, with all that was lost. Raises GlossaryError; see `losses.checked`."""
    return checked(data, concepts, pair, lambda made: with_languages(read(made, ""), *pair, ""), form)


def in_words(passed: Counter[str]) -> str:
    """What was passed over: `3 fuzzy, 1 obsolete`."""
    return ", ".join(f"{number} {what}" for what, number in passed.items())


def one_line(text: str) -> str:
    """Tabs and line breaks as spaces: what a cell without quotes can hold."""
    return " ".join(re.split(r"[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+", text)).strip()
