"""A concept as the entry of a TBX file, in the words of version 3.

What a dialect has no category for goes into notes (`tbx_notes`). What is made is read back at once, and what would come
back as something else goes into a note too: so a reader of ours gets all of it, and any other the nearest there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.formats import tbx_categories as tbx
from tqcheck.glossary.formats.base import Lost
from tqcheck.glossary.formats.tbx_ids import Ids
from tqcheck.glossary.formats.tbx_items import items
from tqcheck.glossary.formats.tbx_notes import note_of, value_of
from tqcheck.glossary.formats.tbx_xml import FORBIDDEN, Node, marked
from tqcheck.glossary.raw import about, about_term
from tqcheck.language.tags import is_tag

WEB = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:[/?](?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*)?"
    r"(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*)?"
)
"""What an external target may be."""


class Flavour(NamedTuple):
    dialect: str
    """A key of `tbx_categories.MODULES`."""
    style: str = "dca"
    """`dca`, `dct`, or `v2` for martif."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept in the making."""

    flavour: Flavour
    ids: Ids
    concept: Concept
    lost: list[Lost]

    def node(self) -> Node:
        id = self.ids.of_concept(self.concept)
        raw = {"id": self.concept.id} if id and id != self.concept.id else {}
        raw |= {key: value for key, value in about(self.concept).items() if value or key in self.concept.rest}
        by_language = self.concept.by_language()
        said = raw.get("languages")
        own: dict[str, Any] = {}
        if isinstance(said, Mapping):
            own = {
                tag: value for tag, value in said.items() if tag in by_language and isinstance(value, Mapping) and value
            }
            raw["languages"] = {tag: value for tag, value in said.items() if tag not in own}
            if own and not raw["languages"]:
                del raw["languages"]
        sections = [
            Node("langSec", {"lang": tag}, children=[
                *self.level(tbx.LANGUAGE, own.get(tag, {})),
                *(self.term(term, _told_by_place(terms)) for term in terms),
            ])
            for tag, terms in by_language.items()
        ]  # fmt: skip
        return Node("conceptEntry", {"id": id} if id else {}, children=[*self.level(tbx.CONCEPT, raw), *sections])

    def term(self, term: Term, told: bool) -> Node:
        raw = about_term(term)
        if term.do_not_translate:
            raw["do-not-translate"] = "true"
        attributes = {}
        if id := self.ids.of_term(term):
            attributes["id"] = id
            del raw["id"]
        if told and not self.has(tbx.TERM, "status"):
            del raw["status"]
        nodes = self.level(tbx.TERM, {key: value for key, value in raw.items() if value})
        nodes.sort(key=lambda node: node.name != "termNote")  # they come first, in whatever order
        return Node("termSec", attributes, children=[Node("term", parts=[marked(term.text)]), *nodes])

    def has(self, place: str, key: str) -> bool:
        category = tbx.BY_PLACE.get((place, key))
        return category is not None and category.module in tbx.MODULES[self.flavour.dialect]

    def level(self, place: str, wanted: Mapping[str, Any]) -> list[Node]:
        """The elements for the keys of one place, and notes for those that would not be read back from them."""
        made = {key: self.made(place, key, value, wanted) for key, value in wanted.items()}
        back = items(place, [node for nodes in made.values() for node in nodes])
        well = {key for key in wanted if key in back and back[key] == wanted[key]}
        if len(well) == len(wanted) == len(back):
            return [node for nodes in made.values() for node in nodes]
        for shown in (set(wanted), well, set[str]()):
            nodes = [node for key in wanted if key in shown for node in made[key]]
            noted = [_note(note_of(key, wanted[key])) for key in wanted if key not in well or key not in shown]
            if items(place, nodes + noted) == wanted:
                return nodes + noted
        back = items(place, nodes + noted)
        failed = [key for key in wanted if key not in back or back[key] != wanted[key]]
        self.lost.extend(Lost(self.concept.id, f"`{key}`, which nests too deeply") for key in failed)
        return [_note(note_of(key, wanted[key])) for key in wanted if key not in failed]

    def made(self, place: str, key: str, value: Any, beside: Mapping[str, Any]) -> list[Node]:
        """The elements for one key, the nearest there are."""
        if key == "note" and isinstance(value, str) and not FORBIDDEN.search(value):
            parts = value.split("\n\n")
            whole = not all(part.strip("\n") for part in parts) or any(map(value_of, parts))
            return [_note(part) for part in ([value] if whole else parts)]
        if key == "notes":
            return [node for each in _listed(value) for node in self.remark(each)]
        if place == tbx.CONCEPT and key == "definition" and "source" in beside:
            value = {"text": value, "source": beside["source"]}
        if place == tbx.CONCEPT and key == "source" and "definition" in beside:
            return []  # it stands in the definition's group
        if key == tbx.TRANSACTION_KEY:
            return [node for each in _listed(value) for node in self.transaction(each)]
        name = tbx.MANY.get(key, key) if place == tbx.CONCEPT else key
        if key == "date" and place == tbx.TRANSACTION:
            return [Node("date", parts=[value])] if _is_date(value) else []
        if not self.has(place, name):
            return []
        return [node for each in _listed(value) for node in self.element(tbx.BY_PLACE[place, name], each)]

    def element(self, category: tbx.Category, value: Any) -> list[Node]:
        """One element, in a group where there is more to it; none where it would not be valid."""
        more = dict(value) if isinstance(value, Mapping) else {"text": value}
        text = more.pop("text", None)
        if not isinstance(text, str) or FORBIDDEN.search(text):
            return []
        attributes = {}
        target = self.target(category, more.get("target", text if category.element in ("ref", "xref") else ""))
        if target:
            attributes["target"] = target
            more.pop("target", None)
        elif category.element in ("ref", "xref"):
            return []
        language = more.get("lang")
        if (
            self.flavour.style != "dct"
            and category.element != "xref"
            and isinstance(language, str)
            and is_tag(language)
        ):
            attributes["lang"] = more.pop("lang")
        if category.values:
            text = tbx.nearest(text, category.values)
            if not text:
                return []
        node = self.named(category, text, attributes)
        if not more or category.element != "descrip":
            return [node]
        return [Node("descripGrp", children=[node, *self.level(tbx.GROUP, more)])]

    def named(self, category: tbx.Category, text: str, attributes: dict[str, str]) -> Node:
        if self.flavour.style == "dct":
            return Node(category.name, attributes, [marked(text)], prefix=category.module)
        return Node(category.element, {"type": category.name, **attributes}, [marked(text)])

    def target(self, category: tbx.Category, value: Any) -> str:
        """What an element may point to: an entry or a term of the file, a page of the Web; empty for anything else."""
        if not isinstance(value, str):
            return ""
        if category.element == "xref":
            return value if WEB.fullmatch(value) else ""
        return self.ids.target(value) if category.element in ("ref", "transacNote") else ""

    def remark(self, value: Any) -> list[Node]:
        """A note with more to it than its text."""
        if not isinstance(value, Mapping) or not isinstance(value.get("text"), str) or FORBIDDEN.search(value["text"]):
            return []
        language = value.get("lang")
        return [_note(value["text"], {"lang": language} if isinstance(language, str) and is_tag(language) else {})]

    def transaction(self, value: Any) -> list[Node]:
        if not self.has(tbx.TRANSACTION, "type") or not isinstance(value, Mapping):
            return []
        kind = value.get("type")
        if not isinstance(kind, str) or not tbx.nearest(kind, tbx.TRANSACTIONS):
            return []
        first = {"type": kind, **{key: each for key, each in value.items() if key != "type"}}
        return [Node("transacGrp", children=self.level(tbx.TRANSACTION, first))]


def _told_by_place(terms: list[Term]) -> bool:
    """Whether the terms of a language have the statuses that a reader supposes where none is given."""
    return all(term.status is (Status.ADMITTED if at else Status.PREFERRED) for at, term in enumerate(terms))


def _note(text: str, attributes: dict[str, str] | None = None) -> Node:
    return Node("note", attributes or {}, [marked(text)])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_date(value: Any) -> bool:
    """Whether it is a date as XML Schema has it; of what else Python takes for one (20240131) it is not."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
