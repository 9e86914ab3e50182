"""Glossaries as YAML: `concepts:`, each with terms by language. Categories tqcheck does not use are kept verbatim."""

from __future__ import annotations

import difflib
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import Any

from tqcheck.glossary.concept import STATUS_WORDS, Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats.base import Format, Written, decoded
from tqcheck.glossary.formats.yaml_nodes import Nodes, composed, shown
from tqcheck.glossary.raw import ORDER, Raw
from tqcheck.language.tags import canonical, is_tag

EMPTY = "tqcheck-glossary: 1\nconcepts: []\n"
"""A glossary without concepts."""
CONCEPT_KEYS = {*ORDER, "terms"}
TERM_KEYS = {"term", "status", "type", "forms", "case", "do-not-translate"}
YES = {"true", "yes", "on"}


def read(content: str, path: str, broken: list[GlossaryError] | None = None) -> Iterator[Concept]:
    """The concepts of a YAML glossary. Raises GlossaryError with line and column of what is wrong.

    Given a list for `broken`, what is wrong with a single concept goes there, and the others are read.
    """
    yield from _Reader(path, broken).concepts(composed(content, path))


def concept_of(raw: Raw, path: str = "") -> Concept:
    """The concept that a shape makes once it is written and read. Raises GlossaryError."""
    from tqcheck.glossary.formats import yaml_write

    (made,) = read("concepts:\n" + yaml_write.block(yaml_write.laid_out(raw)), path)
    return made


class _Reader(Nodes):
    def __init__(self, path: str, broken: list[GlossaryError] | None = None) -> None:
        super().__init__(path)
        self.broken = broken

    def concepts(self, root: Any) -> Iterator[Concept]:
        top = self.mapping(root) if root is not None and root.id == "mapping" else {}
        listed = top.get("concepts")
        if listed is None or listed.id != "sequence":
            raise GlossaryError("has no list `concepts:` at its top", self.path, 1)
        subject = self.text(top["subject"]) if "subject" in top else ""
        seen: set[str] = set()
        for node in listed.value:
            try:
                concept = self.new_concept(node, subject, seen)
            except GlossaryError as error:
                if self.broken is None or error.line is None:  # without a line it is about the whole file
                    raise
                self.broken.append(error)
                continue
            seen.add(concept.id)
            yield concept

    def new_concept(self, node: Any, subject: str, seen: Container[str]) -> Concept:
        if node.id != "mapping":
            self.fail(f"a concept must be a mapping, not {shown(node)}", node)
        concept = self.concept(node, subject)
        if concept.id in seen and not any(key.value == "id" for key, _ in node.value):
            concept = replace(concept, id=f"{concept.id}:{node.start_mark.column + 1}")  # several in one line
        if concept.id in seen:
            self.fail(f"the concept id {concept.id!r} stands twice", node)
        return concept

    def concept(self, node: Any, subject: str) -> Concept:
        given = self.mapping(node)
        line = node.start_mark.line + 1
        by_language = given.get("terms")
        if by_language is None or by_language.id != "mapping" or not by_language.value:
            near = next((key for key in given if key != "terms" and difflib.get_close_matches(key, ["terms"])), "")
            self.fail("a concept needs `terms:` by language" + (f" (is `{near}` meant?)" if near else ""), node)
        found: list[Term] = []
        for tag, listed in self.mapping(by_language).items():
            if not is_tag(tag):
                self.fail(f"{tag!r} is no language tag", listed)
            language = canonical(tag)
            for number, each in enumerate(listed.value if listed.id == "sequence" else [listed]):
                found.append(self.term(each, language, Status.ADMITTED if number else Status.PREFERRED))
        if not found:
            self.fail("a concept needs at least one term", by_language)
        return Concept(
            id=self.text(given["id"]) if "id" in given else f"{self.path}:{line}",
            terms=tuple(found),
            domain=self.words(given.get("domain")),
            beside=self.words(given.get("beside")),
            not_beside=self.words(given.get("not-beside")),
            subject=self.text(given.get("subject")) or subject,
            definition=self.text(given.get("definition")),
            note=self.text(given.get("note")),
            source=self.text(given.get("source")),
            rest={key: self.value(each) for key, each in given.items() if key not in CONCEPT_KEYS},
            glossary=self.path,
            line=line,
            column=node.start_mark.column + 1,
        )

    def term(self, node: Any, language: str, status: Status) -> Term:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if node.id != "mapping":
            text = self.text(node).strip()
            if not text:
                self.fail("has an empty term", node)
            return Term(text, language, status, line=line, column=column)
        given = self.mapping(node)
        text = self.text(given.get("term")).strip()
        if not text:
            near = next((key for key in given if difflib.get_close_matches(key, ["term"])), None)
            self.fail("has an entry without `term:`" + (f" (is `{near}` meant?)" if near else ""), node)
        if word := self.text(given.get("status")):
            if word.casefold() not in STATUS_WORDS:
                self.fail(f"{word!r} is no status; use {', '.join(Status)}", given["status"])
            status = STATUS_WORDS[word.casefold()]
        case = self.text(given.get("case"))
        if case not in ("", "sensitive", "insensitive"):
            self.fail(f"`case:` is sensitive or insensitive, not {case!r}", given["case"])
        return Term(
            text, language, status,
            type=self.text(given.get("type")),
            forms=self.words(given.get("forms")),
            case=case,
            do_not_translate=self.text(given.get("do-not-translate")).casefold() in YES,
            rest={key: self.value(each) for key, each in given.items() if key not in TERM_KEYS},
            line=line,
            column=column,
        )  # fmt: skip


def write(concepts: Sequence[Concept], languages: Sequence[str] = ()) -> Written:
    """The whole file: nothing is lost but the languages that are not asked for."""
    from tqcheck.glossary.formats import yaml_write

    kept = [_only(concept, languages) for concept in concepts] if languages else concepts
    return Written(yaml_write.text(concept for concept in kept if concept.terms).encode())


def _only(concept: Concept, languages: Sequence[str]) -> Concept:
    return replace(concept, terms=tuple(term for term in concept.terms if term.language in languages))


FORMATS = (
    Format(
        "yaml", "YAML, the form that glossaries are kept in", (".yaml", ".yml", ".json"),
        read=lambda data, path: read(decoded(data, path), path), write=write,
    ),
)  # fmt: skip
