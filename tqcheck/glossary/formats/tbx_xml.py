"""TBX files as trees of elements: read without entities and look-ups, an entry each; written so that no blank is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from tqcheck.glossary.concept import GlossaryError
from tqcheck.glossary.formats.tbx_categories import RENAMED

DEEPEST = 40
"""How deep elements may nest."""
LONGEST = 1 << 20
"""Characters of one text."""
INLINE = {"hi", "foreign", "sc", "ec", "ph", "bpt", "ept", "it", "ut"}
"""Markup within texts: the text in it belongs to the element around it."""
LIFTED = INLINE | {"termGrp"}
"""Elements whose content is taken as if they were not there."""
ENTRY = "conceptEntry"
ROOTS = ("tbx", "martif", "TBX")

KEPT = {ord(char): chr(0xDC00 + ord(char)) for char in "\t\n\r "}
"""Blanks that are written as references, `&#10;`, are part of a text; others are the layout of the file. In a tree the
former are held as lone surrogates, which no file can contain."""
FREED = {ord(mark): chr(ord(mark) - 0xDC00) for mark in KEPT.values()}
BLANKS = re.compile(r"[ \t\r\n]+")
LAYOUT = re.compile(r"[\t\n\r]|\A | \Z|(?<=[ \t\n\r]) ")
"""Blanks of a text that would be lost as layout."""
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold (XML 1.0, production 2)."""


@dataclass(slots=True)
class Node:
    """An element: its local name in the words of TBX version 3, its attributes by local name (`lang` is xml:lang)."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[str] = field(default_factory=list)
    """Its text, blanks marked as in KEPT."""
    children: list[Node] = field(default_factory=list)
    line: int = 0
    prefix: str = ""
    """Of its namespace, in writing."""

    def text(self, one_line: bool = False) -> str:
        """The text without its layout: runs of blanks are one, a line break stays where no indent follows it."""
        joined = "".join(self.parts).strip(" \t\r\n")
        return BLANKS.sub(" " if one_line else _blank, joined).translate(FREED)


def _blank(match: re.Match[str]) -> str:
    return "\n" if match.group().endswith("\n") else " "


def marked(text: str) -> str:
    """A text as a node holds it: its blanks told from layout."""
    return LAYOUT.sub(lambda match: match.group().translate(KEPT), text)


def entries(data: bytes, path: str) -> list[Node]:
    """The entries of a TBX file of any kind. Raises GlossaryError with line and column of what is wrong."""
    if not data.strip():
        raise GlossaryError("is empty", path)
    return _Parser(data, path).entries


class _Parser:
    def __init__(self, data: bytes, path: str) -> None:
        self.data, self.path = data, path
        self.entries: list[Node] = []
        self.stack: list[Node] = []
        """The open elements of an entry."""
        self.depth = 0
        self.length = 0
        """Characters since an element began or ended."""
        self.body = 0
        """The line of the body."""
        self.expat = expat.ParserCreate()
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._characters
        self.expat.StartDoctypeDeclHandler = self._doctype
        self.expat.EntityDeclHandler = self._entity
        self.expat.SkippedEntityHandler = self._skipped
        try:
            self.expat.Parse(data, True)
        except expat.ExpatError as error:
            raise GlossaryError(_why(error), path, error.lineno, error.offset + 1) from error
        except (LookupError, ValueError) as error:
            raise GlossaryError(f"has an encoding that is not known ({error}); save it as UTF-8", path, 1) from error
        if not self.entries:
            raise GlossaryError(f"has no entry (<{ENTRY}> or <termEntry>) in its body", path, self.body or 1)

    def _start(self, name: str, given: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            self._fail(f"nests elements more than {DEEPEST} deep")
        local = name.rpartition(":")[2]
        if self.depth == 1:
            self._root(local, given)
        local = RENAMED.get(local, local)
        if self.stack and local in LIFTED:
            self.stack.append(self.stack[-1])
        elif self.stack or local == ENTRY:
            if self.stack and local == ENTRY:
                self._fail("has an entry inside another")
            attributes: dict[str, str] = {}
            for key, value in given.items():
                if key != "xmlns" and not key.startswith("xmlns:"):
                    attributes.setdefault(key.rpartition(":")[2], value)
            node = Node(local, attributes, line=self.expat.CurrentLineNumber)
            (self.stack[-1].children if self.stack else self.entries).append(node)
            self.stack.append(node)
            self.length = 0
        elif local == "body":
            self.body = self.expat.CurrentLineNumber

    def _root(self, local: str, given: dict[str, str]) -> None:
        """What kinds of TBX are read. A private dialect has a name of its own, so any name is well that says TBX."""
        if local not in ROOTS:
            self._fail(f"is not TBX: its root is <{local}>, not <tbx>, <martif> or <TBX>")
        type = given.get("dialect" if local == "TBX" else "type", "TBX-Min" if local == "TBX" else "TBX")
        if not re.fullmatch(r"TBX(-.+)?", type) or (local == "TBX" and type != "TBX-Min"):
            self._fail(f"is of an unknown dialect, {type!r}; known are TBX-Core, TBX-Min, TBX-Basic and other TBX-…")
        if given.get("style", "dca") not in ("dca", "dct"):
            self._fail(f"is of an unknown style, {given['style']!r}; known are dca and dct")

    def _end(self, _: str) -> None:
        self.depth -= 1
        if self.stack:
            node = self.stack.pop()
            if not self.stack or self.stack[-1] is not node:
                self.length = 0

    def _characters(self, text: str) -> None:
        if self.stack:
            if text.isspace():
                at = self.expat.CurrentByteIndex
                if self.data[at : at + 2].strip(b"\0").startswith(b"&"):
                    text = text.translate(KEPT)
            self.stack[-1].parts.append(text)
            self.length += len(text)
            if self.length > LONGEST:
                self._fail(f"has a text longer than {LONGEST:,} characters")

    def _doctype(self, name: str, system: str | None, public: str | None, has_subset: int) -> None:
        if has_subset:
            self._fail("has declarations in its DOCTYPE; such files are not read: delete what stands between [ and ]")

    def _entity(self, *_: object) -> None:
        self._fail("declares an entity; such files are not read")

    def _skipped(self, name: str, _: bool) -> None:
        self._fail(f"uses the entity &{name};, which it does not declare; write the character itself")

    def _fail(self, message: str) -> NoReturn:
        raise GlossaryError(message, self.path, self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1)


def _why(error: expat.ExpatError) -> str:
    codes = expat.errors.codes
    cut = (codes[name] for name in (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN, expat.errors.XML_ERROR_PARTIAL_CHAR))  # fmt: skip
    said = expat.ErrorString(error.code)
    return f"is not well-formed XML: {said}" + (" (it breaks off in the middle)" if error.code in cut else "")


def document(root: Node, namespaces: dict[str, str]) -> bytes:
    """The file of a tree, indented by two; texts stand on one line."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, "", "".join(f' {name}="{uri}"' for name, uri in namespaces.items()), lines)
    return ("\n".join(lines) + "\n").encode()


def _write(node: Node, indent: str, more: str, lines: list[str]) -> None:
    name = f"{node.prefix}:{node.name}" if node.prefix else node.name
    given = "".join(
        f' {"xml:lang" if key == "lang" else key}="{_escaped(value.translate(KEPT)).replace(chr(34), "&quot;")}"'
        for key, value in node.attributes.items()
    )
    start = f"{indent}<{name}{given}{more}"
    if node.children:
        lines.append(f"{start}>")
        for child in node.children:
            _write(child, indent + "  ", "", lines)
        lines.append(f"{indent}</{name}>")
    else:
        lines.append(f"{start}>{_escaped(''.join(node.parts))}</{name}>")


REFERENCES = {ord(mark): f"&#{ord(mark) - 0xDC00};" for mark in KEPT.values()}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").translate(REFERENCES)
