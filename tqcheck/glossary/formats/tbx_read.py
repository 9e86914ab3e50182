"""TBX of every kind as concepts: version 3 in styles DCA and DCT, version 2 (martif), the old TBX-Min.

What stands at a language is kept under `languages:` of the concept; `tbx_items` says how. The header and the back matter
of a file, which speak of no concept, are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

from tqcheck.glossary.concept import Concept, GlossaryError, Status, Term
from tqcheck.glossary.formats import tbx_categories as tbx
from tqcheck.glossary.formats.tbx_items import attributes, items
from tqcheck.glossary.formats.tbx_xml import Node, entries
from tqcheck.language.tags import canonical, is_tag


def read(data: bytes, path: str) -> Iterator[Concept]:
    """The concepts of a TBX file. Raises GlossaryError, with line and column, for what is no TBX or not whole."""
    seen: set[str] = set()
    for entry in entries(data, path):
        concept = _concept(entry, path)
        if concept.id in seen:
            _fail(f"the concept id {concept.id!r} stands twice", entry, path)
        seen.add(concept.id)
        yield concept


def _concept(entry: Node, path: str) -> Concept:
    sections = [child for child in entry.children if child.name == "langSec"]
    others = [child for child in entry.children if child.name != "langSec"]
    raw = attributes(entry) | items(tbx.CONCEPT, others, path)
    about: dict[str, Any] = {}
    terms: dict[str, list[Term]] = {}
    for section in sections:
        language = _language(section, path)
        found = [child for child in section.children if child.name == "termSec"]
        terms.setdefault(language, []).extend(_terms(found, language, path))
        others = [child for child in section.children if child.name != "termSec"]
        if more := attributes(section, ("lang",)) | items(tbx.LANGUAGE, others, path):
            about[language] = {**about.get(language, {}), **more}
    if not any(terms.values()):
        _fail("has an entry without a term", entry, path)
    if about:
        carried = raw.get("languages", {})
        if not isinstance(carried, Mapping):
            _fail(f"`languages` is a mapping, not {carried!r}", entry, path)
        raw["languages"] = {**about, **carried}
    made = {key: _text(raw, key, entry, path) for key in ("id", "subject", "definition", "note", "source")}
    lists = {key: _words(raw, key, entry, path) for key in ("domain", "beside", "not-beside")}
    return Concept(
        id=made["id"] or entry.attributes.get("id") or f"{path}:{entry.line}",
        terms=tuple(term for listed in terms.values() for term in listed),
        domain=lists["domain"],
        beside=lists["beside"],
        not_beside=lists["not-beside"],
        subject=made["subject"],
        definition=made["definition"],
        note=made["note"],
        source=made["source"],
        rest=raw,
        glossary=path,
        line=entry.line,
    )


def _language(section: Node, path: str) -> str:
    tag = section.attributes.get("lang", "")
    if not tag:
        _fail(f"has a <{section.name}> without xml:lang; say there which language it is, such as xml:lang=\"en\"", section, path)  # fmt: skip
    if not is_tag(tag):
        _fail(f"{tag!r} is no language tag; write one such as en or pt-BR", section, path)
    return canonical(tag)


def _terms(sections: Sequence[Node], language: str, path: str) -> list[Term]:
    """The terms of a language. One without a status is admitted beside a preferred one; of several the first is preferred."""
    found: list[Term] = []
    given = [_term_keys(section, path) for section in sections]
    preferred = any(keys.get("status") == Status.PREFERRED for keys in given)
    for at, (section, keys) in enumerate(zip(sections, given, strict=True)):
        text = keys.pop("term")
        status: Status = keys.pop("status", Status.ADMITTED if at or preferred else Status.PREFERRED)
        case = _text(keys, "case", section, path)
        if case not in ("", "sensitive", "insensitive"):
            _fail(f"the case of a term is sensitive or insensitive, not {case!r}", section, path)
        found.append(
            Term(
                text, language, status,
                type=_text(keys, "type", section, path),
                forms=_words(keys, "forms", section, path),
                case=case,
                do_not_translate=str(keys.pop("do-not-translate", "")).casefold() == "true",
                rest=keys,
                line=next(child.line for child in section.children if child.name == "term"),
            )
        )  # fmt: skip
    return found


def _term_keys(section: Node, path: str) -> dict[str, Any]:
    """What is said of a term, by key; `term` is its text."""
    terms = [child for child in section.children if child.name == "term"]
    if len(terms) != 1:
        _fail(f"has {len(terms)} terms in one <{section.name}>; it takes exactly one", section, path)
    text = terms[0].text(one_line=True).strip()
    if not text:
        _fail("has an empty term", terms[0], path)
    keys = items(tbx.TERM, [child for child in section.children if child.name != "term"], path)
    _decide(keys, section, path)
    own = {f"term/{key}": value for key, value in terms[0].attributes.items() if key != "id"}
    id = section.attributes.get("id") or terms[0].attributes.get("id")
    return {"term": text, **({"id": id} if id else {}), **attributes(section), **own, **keys}


def _decide(keys: dict[str, Any], section: Node, path: str) -> None:
    """One status of what a term has: of several, the first that forbids; without one, that of its authorization."""
    given = keys.pop("status", keys.get("normative-authorization") or [])
    if not given:
        return
    words = given if isinstance(given, list) else [given]
    if len(words) > 1:
        keys.setdefault("administrative-status", words)
    known = [status for word in words if (status := tbx.status_of(str(word)))]
    if known:
        keys["status"] = next((status for status in known if not status.allowed), known[0])
    elif "normative-authorization" not in keys:
        _fail(f"{words[0]!r} is no status; use {', '.join(tbx.STATUSES)}", section, path)


def _text(raw: dict[str, Any], key: str, node: Node, path: str) -> str:
    value = raw.pop(key, "")
    if not isinstance(value, str):
        _fail(f"`{key}` is a text, not {value!r}", node, path)
    return value


def _words(raw: dict[str, Any], key: str, node: Node, path: str) -> tuple[str, ...]:
    value = raw.pop(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        _fail(f"`{key}` is a list of texts, not {value!r}", node, path)
    return tuple(value)


def _fail(message: str, node: Node, path: str) -> NoReturn:
    raise GlossaryError(message, path, node.line)
