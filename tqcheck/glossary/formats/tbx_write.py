"""Concepts as TBX files: version 3 of the dialects Core, Min and Basic in styles DCA and DCT, version 2 of TBX-Basic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.formats import tbx_categories as tbx
from tqcheck.glossary.formats.base import Lost, Written, languages_in
from tqcheck.glossary.formats.tbx_entry import Entry, Flavour
from tqcheck.glossary.formats.tbx_ids import Ids
from tqcheck.glossary.formats.tbx_xml import FORBIDDEN, Node, document
from tqcheck.language.tags import is_tag

SAID = "Glossary written by tqcheck"


def write(concepts: Sequence[Concept], languages: Sequence[str], flavour: Flavour) -> Written:
    """The file. Raises GlossaryError for a glossary without terms and for a language without a real tag."""
    tags = languages_in(concepts, languages)
    for concept in concepts:
        for term in concept.terms:
            if term.language in tags and not is_tag(term.language):
                raise GlossaryError(
                    f"has terms of {term.language!r}: TBX needs a real language; name it in the header of the table, "
                    "such as `ru,en` in place of `source,target`",
                    concept.glossary, term.line or None,
                )  # fmt: skip
    lost: list[Lost] = []
    kept = [
        made for concept in concepts if (made := _only(_writable(concept, lost), tags, bool(languages), lost)).terms
    ]
    if not kept:
        raise GlossaryError(
            "there is no term to write, and a TBX file needs one", concepts[0].glossary if concepts else ""
        )
    ids = Ids(kept)
    entries = [Entry(flavour, ids, concept, lost).node() for concept in kept]
    return Written(_file(entries, flavour, tags[0]), tuple(lost))


def _only(concept: Concept, tags: Sequence[str], chosen: bool, lost: list[Lost]) -> Concept:
    """The concept in the languages to write, in their order where they were chosen."""
    for term in concept.terms:
        if term.language not in tags:
            lost.append(Lost(concept.id, f"“{term.text}” ({term.language}): its language is not among those asked for"))
    about = concept.rest.get("languages")
    rest = dict(concept.rest)
    if chosen and isinstance(about, Mapping):
        dropped = [tag for tag in about if tag not in tags]
        lost += [Lost(concept.id, f"what is said under languages: {tag}") for tag in dropped]
        rest["languages"] = {tag: value for tag, value in about.items() if tag in tags}
        if not rest["languages"]:
            del rest["languages"]
    terms = tuple(term for tag in tags for term in concept.terms if term.language == tag) if chosen else concept.terms
    return replace(concept, terms=terms, rest=rest)


def _writable(concept: Concept, lost: list[Lost]) -> Concept:
    """The concept without characters that no XML file can hold."""
    terms = []
    for term in concept.terms:
        text = FORBIDDEN.sub("", term.text).strip()
        if not text:
            raise GlossaryError(
                f"has the term {term.text!r}, which XML cannot hold", concept.glossary, term.line or None
            )
        if text != term.text.strip():
            lost.append(Lost(concept.id, f"the control characters of “{text}” ({term.language})"))
        terms.append(replace(term, text=text))
    return replace(concept, terms=tuple(terms))


def _file(entries: list[Node], flavour: Flavour, language: str) -> bytes:
    about = Node("fileDesc", children=[Node("sourceDesc", children=[Node("p", parts=[SAID])])])
    text = Node("text", children=[Node("body", children=entries)])
    if flavour.style == "v2":
        for entry in entries:
            _rename(entry)
        # No DOCTYPE: a reader that looks for its DTD beside the file would not find it.
        rules = Node("encodingDesc", children=[Node("p", {"type": "XCSURI"}, ["TBXBasicXCSV02.xcs"])])
        header = Node("martifHeader", children=[about, rules])
        return document(Node("martif", {"type": "TBX-Basic", "lang": language}, children=[header, text]), {})
    root = Node("tbx", {"type": f"TBX-{flavour.dialect}", "style": flavour.style, "lang": language})
    root.children = [Node("tbxHeader", children=[about]), text]
    modules = tbx.MODULES[flavour.dialect] if flavour.style == "dct" else ()
    return document(
        root, {"xmlns": tbx.NAMESPACE, **{f"xmlns:{each}": tbx.MODULE_NAMESPACE + each for each in modules}}
    )


def _rename(node: Node) -> None:
    node.name = tbx.VERSION_2.get(node.name, node.name)
    for child in node.children:
        _rename(child)
