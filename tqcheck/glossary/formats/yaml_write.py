"""Concepts as YAML text, by a writer that keeps the layout of what it was given."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from tqcheck.glossary.concept import Concept
from tqcheck.glossary.raw import Raw, raw_of

WIDTH = 1_000_000
"""Never fold a line."""


def text(concepts: Iterable[Concept], head: str = "") -> str:
    """A whole glossary; `head` are comment lines for its top."""
    blocks = ["\n" + block(laid_out(raw_of(concept, _map))) for concept in concepts]
    return head + "concepts:\n" + "".join(blocks)


def block(raw: Raw, indent: int = 0, mapping: int = 2, offset: int = 0, gap: int = 2) -> str:
    """One concept as an item of the list: lines that begin with `- ` at the given column.

    `mapping` is by how much inner mappings are indented, `offset` by how much inner lists are; `gap` is how far the keys
    stand from the dash.
    """
    writer = _writer()
    writer.indent(mapping=mapping, sequence=offset + 2, offset=offset)
    stream = io.StringIO()
    writer.dump(raw, stream)
    lines = stream.getvalue().rstrip("\n").split("\n")
    first, rest = (" " * indent + "-").ljust(indent + gap), " " * (indent + gap)
    return "".join((first if n == 0 else rest if line else "") + line + "\n" for n, line in enumerate(lines))


def parse(mapping: str) -> Raw:
    """A mapping with its comments, quotes and layout. Raises what ruamel.yaml raises."""
    made: Raw = _writer().load(mapping)
    _keep_anchors(made)
    return made


def _keep_anchors(made: Raw) -> None:
    """Anchors stay though nothing here names them: another concept may."""
    left: list[Any] = [made]
    seen: set[int] = set()
    while left:
        node = left.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if getattr(node, "anchor", None) and node.anchor.value:
            node.anchor.always_dump = True
        left += node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()


def laid_out(raw: Raw) -> Raw:
    """New parts of a concept in the writer's own kind: terms on one line each, texts quoted where they must be."""
    for key, value in list(raw.items()):
        raw[key] = _laid_out(value, flow=key != "terms" and not isinstance(value, str))
    for language, value in list(raw["terms"].items()):
        raw["terms"][language] = _laid_out(value, flow=False)
        if isinstance(value, list):
            for at, entry in enumerate(value):
                raw["terms"][language][at] = _laid_out(entry, flow=True)
    return raw


def _laid_out(value: Any, flow: bool) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import (
        DoubleQuotedScalarString,
        LiteralScalarString,
        PlainScalarString,
        SingleQuotedScalarString,
    )

    if isinstance(value, (CommentedMap, CommentedSeq)) and value.lc.data is not None:
        return value  # as the file has it
    if isinstance(value, bool):
        return PlainScalarString(str(value).lower())
    if type(value) is str:
        if "\n" in value and not flow and all(line.isprintable() for line in value.split("\n")):
            return LiteralScalarString(value)
        if not value.isprintable():
            return DoubleQuotedScalarString(value)
        return value if _plain(value, flow) else SingleQuotedScalarString(value)
    made: Any
    if isinstance(value, dict):
        made = CommentedMap((key, _laid_out(each, True)) for key, each in value.items())
    elif isinstance(value, (list, tuple)):
        made = CommentedSeq(_laid_out(each, True) for each in value)
    else:
        return value
    if flow:
        made.fa.set_flow_style()
    return made


def _map() -> Raw:
    from ruamel.yaml.comments import CommentedMap

    made: Raw = CommentedMap()
    return made


def _writer() -> Any:
    from ruamel.yaml import YAML

    made = YAML()  # round trip: keeps comments and order
    made.Resolver, made.Constructor = _as_written()
    made.preserve_quotes = True
    made.width = WIDTH
    made.allow_unicode = True
    return made


@cache
def _as_written() -> tuple[type, type]:
    """Resolver and constructor to which every word is a text, as to the reader of glossaries: `True` and `2.10` stay so."""
    from ruamel.yaml.constructor import RoundTripConstructor
    from ruamel.yaml.nodes import ScalarNode
    from ruamel.yaml.resolver import VersionedResolver
    from ruamel.yaml.scalarstring import PlainScalarString

    class Texts(VersionedResolver):
        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            if kind is ScalarNode and implicit[0] and value != "<<":
                return self.DEFAULT_SCALAR_TAG
            return super().resolve(kind, value, implicit)

    class Plain(RoundTripConstructor):
        def construct_scalar(self, node: Any) -> Any:
            made = super().construct_scalar(node)
            return PlainScalarString(made, anchor=node.anchor) if type(made) is str else made

    return Texts, Plain


@cache
def _resolver() -> Any:
    import yaml

    return yaml.SafeLoader("")


PLAIN = re.compile(r"[^\W_](?:[\w .'’“”„«»()/&%+=;!?*\u2010-\u2015-]|:(?=[^\s,\[\]{}]))*")
"""What every reader of YAML takes for a text and for the same text."""


def _plain(value: str, flow: bool) -> bool:
    """Whether a text needs no quotes. Some would be numbers, dates or truth values to some reader (no, 1.5, 2024-01-01)."""
    import yaml

    if not PLAIN.fullmatch(value if flow else value.replace(",", "")) or value != value.strip():
        return False
    tag = _resolver().resolve(yaml.ScalarNode, value, (True, False))
    return tag == "tag:yaml.org,2002:str" and not re.fullmatch(r"(?i)y|n|yes|no|on|off|true|false|null", value)
