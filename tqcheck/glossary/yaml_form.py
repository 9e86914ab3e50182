"""Glossaries as YAML: `concepts:`, each with terms by language. Categories tqcheck does not use are kept verbatim."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from tqcheck.glossary.concept import STATUS_WORDS, Concept, GlossaryError, Status, Term
from tqcheck.language.tags import canonical, is_tag

MOST_NODES = 2_000_000
"""Nodes of one file after aliases are followed: more is a bomb."""

CONCEPT_KEYS = {"id", "terms", "domain", "beside", "not-beside", "subject", "definition", "note", "source"}
TERM_KEYS = {"term", "status", "type", "forms", "case", "do-not-translate"}


class _Lines(dict[str, Any]):
    """A mapping that knows its line."""

    line = 0


def read(content: str, path: str) -> Iterator[Concept]:
    """The concepts of a YAML glossary. Raises GlossaryError with the line of what is wrong."""
    root = _load(content, path)
    if not isinstance(root, dict) or not isinstance(root.get("concepts"), list):
        raise GlossaryError("has no list `concepts:` at its top", path, 1)
    subject = str(root.get("subject", "") or "")
    seen: set[str] = set()
    for entry in root["concepts"]:
        if not isinstance(entry, _Lines):
            raise GlossaryError(f"a concept must be a mapping, not {entry!r}", path)
        concept = _concept(entry, path, subject)
        if concept.id in seen:
            raise GlossaryError(f"the concept id {concept.id!r} stands twice", path, concept.line)
        seen.add(concept.id)
        yield concept


def _load(content: str, path: str) -> Any:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        nodes = 0

        def construct_object(self, node: Any, deep: bool = False) -> Any:
            self.nodes += 1
            if self.nodes > MOST_NODES:
                raise GlossaryError("has too many nodes", path)
            return super().construct_object(node, deep)

    def mapping(loader: Any, node: Any) -> _Lines:
        made = _Lines((str(key), value) for key, value in loader.construct_mapping(node, deep=True).items())
        made.line = node.start_mark.line + 1
        return made

    Loader.add_constructor("tag:yaml.org,2002:map", mapping)
    # A term is text: no word of a glossary is a date, a truth value or a number.
    for tag in ("timestamp", "int", "float"):
        Loader.add_constructor(f"tag:yaml.org,2002:{tag}", lambda loader, node: node.value)
    try:
        return yaml.load(content, Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise GlossaryError(f"is not valid YAML: {error.problem or error.context}", path, line) from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise GlossaryError(f"is not valid YAML: {error}", path) from error


def _concept(entry: _Lines, path: str, subject: str) -> Concept:
    terms = entry.get("terms")
    if not isinstance(terms, dict) or not terms:
        raise GlossaryError("a concept needs `terms:` by language", path, entry.line)
    found = []
    for tag, listed in terms.items():
        if not is_tag(tag):
            raise GlossaryError(f"{tag!r} is no language tag", path, entry.line)
        for number, given in enumerate(listed if isinstance(listed, list) else [listed]):
            found.append(
                _term(given, canonical(tag), Status.PREFERRED if number == 0 else Status.ADMITTED, path, entry.line)
            )
    return Concept(
        id=str(entry.get("id") or f"{path}:{entry.line}"),
        terms=tuple(found),
        domain=_words(entry.get("domain")),
        beside=_words(entry.get("beside")),
        not_beside=_words(entry.get("not-beside")),
        subject=str(entry.get("subject", subject) or ""),
        definition=str(entry.get("definition", "") or ""),
        note=str(entry.get("note", "") or ""),
        source=str(entry.get("source", "") or ""),
        rest={key: value for key, value in entry.items() if key not in CONCEPT_KEYS},
        glossary=path,
        line=entry.line,
    )


def _term(given: Any, language: str, status: Status, path: str, line: int) -> Term:
    if not isinstance(given, _Lines):
        text = str(given if given is not None else "").strip()
        if not text:
            raise GlossaryError("has an empty term", path, line)
        return Term(text, language, status, line=line)
    text = str(given.get("term", "") or "").strip()
    if not text:
        near = next((key for key in given if difflib.get_close_matches(key, ["term"])), None)
        raise GlossaryError(
            "has an entry without `term:`" + (f" (is `{near}` meant?)" if near else ""), path, given.line
        )
    if word := str(given.get("status", "") or ""):
        if word.casefold() not in STATUS_WORDS:
            raise GlossaryError(f"{word!r} is no status; use {', '.join(Status)}", path, given.line)
        status = STATUS_WORDS[word.casefold()]
    case = str(given.get("case", "") or "")
    if case not in ("", "sensitive", "insensitive"):
        raise GlossaryError(f"`case:` is sensitive or insensitive, not {case!r}", path, given.line)
    return Term(
        text, language, status,
        type=str(given.get("type", "") or ""),
        forms=_words(given.get("forms")),
        case=case,
        do_not_translate=bool(given.get("do-not-translate", False)),
        rest={key: value for key, value in given.items() if key not in TERM_KEYS},
        line=given.line,
    )  # fmt: skip


def _words(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)
