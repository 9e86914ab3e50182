"""Concepts in the shape in which the YAML form writes them: what edits change and writers lay out.

A mapping of keys to texts and lists, with `terms` by language, each a text or a mapping. It may carry the layout of a file
along.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from tqcheck.glossary.concept import Concept, Status, Term

Raw = MutableMapping[str, Any]

ORDER = ("id", "subject", "domain", "definition", "note", "source", "beside", "not-beside")
"""The keys of a concept in the order they are written; others follow, `terms` ends it."""
TERM_ORDER = ("term", "status", "type", "pos", "forms", "case", "do-not-translate")
LISTS = {"domain", "beside", "not-beside", "forms"}
"""Keys whose values are lists; on the command line their items are parted by `|`."""


def about(concept: Concept) -> dict[str, Any]:
    """All that is said of a concept but its id and terms, by key; empty texts and lists among it."""
    return {
        "subject": concept.subject, "domain": list(concept.domain), "definition": concept.definition,
        "note": concept.note, "source": concept.source, "beside": list(concept.beside),
        "not-beside": list(concept.not_beside), **concept.rest,
    }  # fmt: skip


def about_term(term: Term) -> dict[str, Any]:
    """All that is said of a term but its wording, by key; empty values among it."""
    return {
        "status": term.status.value, "type": term.type, "forms": list(term.forms), "case": term.case,
        "do-not-translate": term.do_not_translate, **term.rest,
    }  # fmt: skip


def due(at: int) -> Status:
    """The status of a term that names none, by its place among those of its language."""
    return Status.ADMITTED if at else Status.PREFERRED


def text_of(entry: Any) -> str:
    """The wording of a term, be it a text or a mapping."""
    return str(entry.get("term", "")) if isinstance(entry, Mapping) else str(entry)


def raw_of(concept: Concept, make: Callable[[], Raw] = dict) -> Raw:
    """A concept as it is written: keys in order, terms as texts where their place says all. `make` makes its mappings."""
    raw = make()
    if concept.id:
        raw["id"] = concept.id
    raw.update({key: value for key, value in about(concept).items() if value or key in concept.rest})
    raw["terms"] = make()
    for language, terms in concept.by_language().items():
        entries = [_entry(term, at, make) for at, term in enumerate(terms)]
        raw["terms"][language] = entries[0] if len(entries) == 1 and isinstance(entries[0], str) else entries
    return raw


def _entry(term: Term, at: int, make: Callable[[], Raw]) -> Any:
    kept = {key: value for key, value in about_term(term).items() if value}
    if term.status is due(at):
        del kept["status"]
    if not kept:
        return term.text
    made = make()
    made["term"] = term.text
    made["status"] = term.status.value  # said even where the place says it, once anything else is
    made.update(kept)
    return made
