"""What elements of a TBX entry say, as keys and values of a glossary.

A known category has a key of its own (`tbx_categories`), whatever else there is one made of its element and type, such as
`descrip/Usage note`. A category that comes several times is a list; one with more to it than its text (a source, a target,
a language) a mapping with `text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tqcheck.glossary.concept import GlossaryError
from tqcheck.glossary.formats import tbx_categories as tbx
from tqcheck.glossary.formats.tbx_notes import value_of
from tqcheck.glossary.formats.tbx_xml import Node

DCA = {"descrip", "admin", "termNote", "transac", "ref", "xref", "descripNote", "adminNote", "transacNote"}
"""Elements that say by an attribute what they are."""
GROUPS = {"descripGrp", "adminGrp", "termNoteGrp"}
TEXTS = {tbx.CONCEPT: "terms", tbx.TERM: "term"}
"""Keys that no note speaks for."""


def items(place: str, nodes: Sequence[Node], path: str = "") -> dict[str, Any]:
    """What elements at one place say, by key, as a glossary holds it. Raises GlossaryError for a status that is not known."""
    found: dict[str, list[Any]] = {}
    carried: dict[str, Any] = {}
    for node in nodes:
        more = {} if node.children or node.attributes or node.name != "note" else value_of(node.text())
        carried |= {key: value for key, value in more.items() if key != TEXTS.get(place)}
        for key, value in [] if more else _item(place, node, path):
            if value not in ("", {}):
                found.setdefault(key, []).append(value)
    made = _concept_texts(found) if place == tbx.CONCEPT else {}
    for key, values in found.items():
        texts = [value for value in values if isinstance(value, str)]
        if key == "note":
            made |= {"note": "\n\n".join(texts)} if texts else {}
            values = [value for value in values if not isinstance(value, str)]
            made |= {"notes": values} if values else {}
        elif values:
            made[key] = values[0] if len(values) == 1 and key != tbx.TRANSACTION_KEY else values
    return made | carried


def _concept_texts(found: dict[str, list[Any]]) -> dict[str, Any]:
    """The keys of a concept that hold one text each, taken out of what was found; what is more follows under a plural.

    The source of a concept that has a definition is the one in the definition's group; without one it is the entry's.
    """
    made: dict[str, Any] = {}
    definitions = found.get("definition", [])
    defined = bool(definitions)
    if defined and isinstance(definitions[0], Mapping) and set(definitions[0]) == {"text", "source"}:
        text, source = definitions[0]["text"], definitions[0]["source"]
        if isinstance(source, str):
            definitions[0], made["source"] = text, source
    for many, key in tbx.MANY.items():
        values = found.pop(key, [])
        if values and isinstance(values[0], str) and not (key == "source" and defined):
            made[key] = values.pop(0)
        if values:
            made[many] = values
    return made


def _item(place: str, node: Node, path: str) -> Iterator[tuple[str, Any]]:
    """The key of an element and its value: a text, or a mapping where there is more to it."""
    if node.name == "transacGrp":
        yield tbx.TRANSACTION_KEY, _transaction(node, path)
    elif node.name in GROUPS and node.children:
        head = next((child for child in node.children if child.name != "note"), node.children[0])
        more = attributes(node, ()) | items(tbx.GROUP, [child for child in node.children if child is not head], path)
        for key, value in _item(place, head, path):
            if key == "status" and more:
                yield tbx.kebab(tbx.STATUS_NAME), _with(head.text(), more)
            yield key, value if key == "status" else _with(value, more)
    else:
        yield from _simple(place, node, path)


def _simple(place: str, node: Node, path: str) -> Iterator[tuple[str, Any]]:
    type = node.attributes.get("type", "") if node.name in DCA else ""
    category = tbx.BY_NAME.get(type or node.name)
    is_status = category is not None and category.name == tbx.STATUS_NAME
    if category and type and category.element != node.name and not is_status:
        category = None
    text = node.text()
    if is_status and place == tbx.TERM:
        status = tbx.status_of(text)
        if status is None:
            raise GlossaryError(f"{text!r} is no status; use {', '.join(tbx.STATUSES)}", path, node.line)
        yield "status", status.value
        if not tbx.is_spelling(text, status):
            yield tbx.kebab(tbx.STATUS_NAME), text
        return
    if category and category.name == "termType":
        text = tbx.SPELLED.get(text, text)
    named = tbx.kebab(tbx.STATUS_NAME) if is_status else category.key if category else ""
    known = ("type", "module", "metaType", "metatype") if named or type else ()
    given = {name: value for name, value in node.attributes.items() if name not in known}
    if given.get("target") == text:
        del given["target"]
    more = given | (items(tbx.GROUP, node.children, path) if node.children else {})
    yield named or (f"{node.name}/{type}" if type else _plain(node)), _with(text, more)


def _plain(node: Node) -> str:
    """The key of an element that is no category of TBX."""
    return node.name if node.name in ("note", "date") else f"element/{node.name}"


def _transaction(node: Node, path: str) -> dict[str, Any]:
    """What was done, when and by whom. Some write the deed as a type, with the name as text: `<transac type="origination">`."""
    children = []
    for child in node.children:
        deed = child.attributes.get("type", "") if child.name == "transac" else ""
        if deed in tbx.TRANSACTIONS:
            children.append(Node("transac", {"type": "transactionType"}, [deed]))
            child = Node("transacNote", {**child.attributes, "type": "responsibility"}, child.parts, child.children)
        children.append(child)
    return attributes(node, ()) | items(tbx.TRANSACTION, children, path)


def _with(value: Any, more: Mapping[str, Any]) -> Any:
    return {**(value if isinstance(value, Mapping) else {"text": value}), **more} if more else value


def attributes(node: Node, known: Sequence[str] = ("id",)) -> dict[str, Any]:
    """Attributes and stray text of a structural element that have no key of their own."""
    given = {f"attribute/{key}": value for key, value in node.attributes.items() if key not in known}
    text = node.text()
    return given | ({"element/text": text} if text else {})
