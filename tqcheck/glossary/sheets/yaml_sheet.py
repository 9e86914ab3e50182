"""A YAML glossary as lines, edited one concept at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tqcheck.glossary.change import Change, ChangeError, apply, become
from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.formats import yaml_form, yaml_write
from tqcheck.glossary.join import joined
from tqcheck.glossary.raw import Raw, raw_of
from tqcheck.glossary.sheets.kept import comments, kept

TOP = re.compile(r"concepts:[ \t]*(?:\[[ \t]*\][ \t]*)?(?:#.*)?$")
ITEM = re.compile(r"( *)- *(?! )")
ID = re.compile(r"""id[ \t]*:[ \t]+(?:(\w[\w./ -]*?)|"([^"\\]*)"|'([^']*)')[ \t]*(?:[ \t]#.*)?$""")
"""An id that is read off its line; other spellings are parsed."""
ANY_ID = re.compile(r"""\bid\b["']?[ \t]*(?:\n[ \t]*)?:""")


class _Block(NamedTuple):
    """The lines of one concept: from its dash to its last line that says something."""

    start: int
    end: int


class YamlSheet:
    """The text of a glossary; `text` gives it back, changed only where it was edited. Raises GlossaryError."""

    def __init__(self, content: str, path: str) -> None:
        self.path = path
        self.end = "\r" if "\r\n" in content else ""
        self.lines = content.split("\n")
        """Each with its carriage return, where it has one: files that mix them stay as they are."""
        self.top = next((n for n, line in enumerate(self.lines) if TOP.match(line.lstrip("\ufeff").rstrip())), -1)
        if self.top < 0:
            raise GlossaryError(
                "has no list `concepts:` that can be edited; write it with `- ` items, a concept each", path
            )
        self.blocks = list(self._find())

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def _find(self) -> Iterator[_Block]:
        """The items of the list: lines that begin with the dash of the first one's column."""
        self.indent = 0
        start, last, prefix = -1, -1, ""
        for number in range(self.top + 1, len(self.lines)):
            line = self.lines[number]
            stripped = line.strip()
            if not stripped or (stripped.startswith("#") and start < 0):
                continue
            column = len(line) - len(line.lstrip(" "))
            if start < 0:
                if not ITEM.match(line):
                    break
                self.indent, prefix = column, " " * column + "-"
            if line.startswith(prefix) and line[column + 1 : column + 2] in ("", " ") and column == self.indent:
                if start >= 0:
                    yield _Block(start, last + 1)
                start = last = number
            elif column > self.indent:
                last = number
            elif not stripped.startswith("#"):
                break  # the list ends: another key of the top level
        if start >= 0:
            yield _Block(start, last + 1)

    def ids(self) -> list[str]:
        """The id of each concept, in order; those without one are called after their line."""
        return [self._id(block) for block in self.blocks]

    def _id(self, block: _Block) -> str:
        column = self._column(block)
        for number in range(block.start, block.end):
            line = self.lines[number]
            if number == block.start or len(line) - len(line.lstrip(" ")) == column:
                found = ID.match(line[column:].rstrip())
                if found:
                    return next(group for group in found.groups() if group is not None)
        unnamed = f"{self.path}:{block.start + 1}"
        text = self._text(block)
        if not ANY_ID.search(text):
            return unnamed
        try:
            named = self._read(text, unnamed).id
        except ChangeError:
            return unnamed
        return unnamed if named == f"{self.path}:2" else named

    def _column(self, block: _Block) -> int:
        """Where the keys of a concept stand: behind its dash, or on the next line that says something."""
        found = ITEM.match(self.lines[block.start])
        if found and not self.lines[block.start][found.end() :].split("#")[0].strip():
            below = (line for line in self.lines[block.start + 1 : block.end] if line.split("#")[0].strip())
            return next((len(line) - len(line.lstrip(" ")) for line in below), self.indent + 2)
        return found.end() if found else self.indent + 2

    def _block(self, id: str) -> _Block:
        for block in self.blocks:
            if self._id(block) == id:
                return block
        raise ChangeError(f"there is no concept {id!r} in {self.path}")

    def read(self) -> list[Concept]:
        """The concepts as the text has them now. Raises GlossaryError."""
        return list(yaml_form.read(self.text.removeprefix("\ufeff"), self.path))

    def concept(self, id: str) -> Concept:
        return self._read(self._text(self._block(id)), id)

    def holding(self, text: str) -> list[str]:
        """The ids of the concepts whose lines hold a text: those that may have a term."""
        return [self._id(block) for block in self.blocks if any(text in line for line in self.lines[slice(*block)])]

    def add(self, concept: Concept, after: str = "") -> None:
        """Add a concept at the end, or after another. Raises ChangeError."""
        if concept.id in self.ids():
            raise ChangeError(f"the concept id {concept.id!r} is taken")
        raw = yaml_write.laid_out(raw_of(concept))
        if not self.blocks:
            self.lines[self.top] = re.sub(r"\[\s*\]", "", self.lines[self.top]).rstrip() + self.end
        mapping, offset = self._style(self.blocks[-1] if self.blocks else None)
        made = self._written(raw, concept.id, mapping, offset)
        block = self._block(after) if after else self.blocks[-1] if self.blocks else _Block(self.top, self.top + 1)
        if self._parted():
            made.insert(0, self.end)
        if block.end >= len(self.lines):  # the file had no line break at its end
            made[-1] = made[-1].removesuffix("\r")
            self.lines[-1] += self.end
        self.lines[block.end : block.end] = made
        self.blocks = list(self._find())

    def change(self, id: str, change: Change) -> None:
        """Change a concept in its place. Raises ChangeError."""
        if change.id and change.id != id and change.id in self.ids():
            raise ChangeError(f"the concept id {change.id!r} is taken")
        self._rewrite(self._block(id), lambda raw: apply(raw, change), change.id or id)

    def alter(self, changes: Mapping[str, Callable[[Raw], None]]) -> None:
        """Change many concepts in their places, each by a function of its own. Raises ChangeError, GlossaryError."""
        for block, id in reversed(
            list(zip(self.blocks, self.ids(), strict=True))
        ):  # the lines above stay where they are
            if id in changes:
                raw = self._raw(block)
                changes[id](raw)
                self.lines[block.start : block.end] = self._again(block, raw, id)
        self.blocks = list(self._find())

    def replace(self, id: str, concept: Concept) -> None:
        """Put another concept in the place of one; what both say alike stays as it is written."""
        known, wanted = raw_of(self.concept(id)), raw_of(concept)
        self._rewrite(self._block(id), lambda raw: become(raw, known, wanted), concept.id)

    def merge(self, id: str, others: Sequence[str]) -> None:
        """Make others part of a concept; the comment lines inside them follow its own. Raises ChangeError."""
        made = joined(self.concept(id), [self.concept(other) for other in others])
        loose = [each for other in others for each in comments(self.lines[slice(*self._block(other))])]
        for other in others:
            self.remove(other)
        self.replace(id, made)
        block = self._block(id)
        column = " " * self._column(block)
        self.lines[block.end : block.end] = [column + comment.removesuffix("\r") + self.end for comment in loose]
        self.blocks = list(self._find())

    def _rewrite(self, block: _Block, alter: Callable[[Raw], None], id: str) -> None:
        raw = self._raw(block)
        alter(raw)
        self.lines[block.start : block.end] = self._again(block, raw, id)
        self.blocks = list(self._find())

    def _again(self, block: _Block, raw: Raw, id: str) -> list[str]:
        """The lines of a concept after an edit: the old ones but where they say something else now."""
        made = self._written(yaml_write.laid_out(raw), id, *self._style(block), gap=self._column(block) - self.indent)
        meant = _all(self._read(_joined(made), id))

        def same(lines: list[str]) -> bool:
            try:
                return _all(self._read(_joined(lines), id)) == meant
            except ChangeError:
                return False

        old = [line.removesuffix("\r") for line in self.lines[slice(*block)]]
        lines = kept(old, [line.removesuffix("\r") for line in made], same)
        ends = dict(zip(old, self.lines[slice(*block)], strict=True))
        lines = [ends.get(line, line + self.end) for line in lines]
        if block.end == len(self.lines):  # the file has no line break at its end
            lines[-1] = lines[-1].removesuffix("\r")
        return lines

    def remove(self, id: str) -> None:
        """Take a concept out, and one of the blank lines around it."""
        block = self._block(id)
        end = block.end
        if (
            block.start > 0
            and not self.lines[block.start - 1].strip()
            and end < len(self.lines)
            and not self.lines[end].strip()
        ):
            end += 1
        del self.lines[block.start : end]
        self.blocks = list(self._find())
        if not self.blocks:
            self.lines[self.top] = self.lines[self.top].replace("concepts:", "concepts: []", 1)

    def relay(self, alter: Callable[[Raw], None]) -> None:
        """Lay every concept out anew in the usual layout, with a blank line before each; lines between them stay."""
        made = self.lines[: self.top + 1]
        at = self.top + 1
        for block, id in zip(self.blocks, self.ids(), strict=True):
            between = self.lines[at : block.start]
            if not any(line.strip() for line in between):
                between = []
            raw = self._raw(block)
            alter(raw)
            made += [*(between or [self.end]), *self._written(yaml_write.laid_out(raw), id, 2, 0, indent=0)]
            at = block.end
        self.lines = made + self.lines[at:]
        self.blocks = list(self._find())

    def _text(self, block: _Block) -> str:
        return _joined(self.lines[slice(*block)])

    def _written(
        self, raw: Raw, id: str, mapping: int, offset: int, indent: int | None = None, gap: int = 2
    ) -> list[str]:
        """The lines of a concept, once they are seen to hold it."""
        column = self.indent if indent is None else indent
        made = yaml_write.block(raw, column, mapping, offset, gap).rstrip("\n").split("\n")
        self._read("\n".join(made), id)
        return [line + self.end for line in made]

    def _read(self, text: str, id: str) -> Concept:
        """The one concept that some lines hold: what was written is what will be read."""
        try:
            (concept,) = yaml_form.read(f"concepts:\n{text}\n", self.path)
        except (GlossaryError, ValueError) as error:
            raise ChangeError(
                f"the concept {id!r} cannot be edited in its place ({error}); edit the file by hand"
            ) from error
        return concept

    def _raw(self, block: _Block) -> Raw:
        """A concept with its comments and layout. Raises GlossaryError."""
        from ruamel.yaml.error import YAMLError

        column = self._column(block)
        lines = [line.removesuffix("\r") for line in self.lines[slice(*block)]]
        inner = [lines[0][column:], *(line[min(column, len(line) - len(line.lstrip(" "))) :] for line in lines[1:])]
        try:
            self._read("\n".join(lines), self._id(block))
        except ChangeError as error:
            self.read()  # where the file itself is broken this says it better
            raise GlossaryError(str(error), self.path, block.start + 1) from error
        try:
            return yaml_write.parse("\n".join(inner) + "\n")
        except YAMLError as error:
            problem = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
            raise GlossaryError(
                f"this concept cannot be edited in its place: {problem}", self.path, block.start + 1
            ) from error

    def _style(self, block: _Block | None) -> tuple[int, int]:
        """By how much a concept indents its inner mappings, and its inner lists."""
        mapping, offset = 2, 0
        if block is None:
            return mapping, offset
        column = self._column(block)
        key_at = column
        for line in self.lines[block.start + 1 : block.end]:
            at = len(line) - len(line.lstrip(" "))
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if line.lstrip().startswith("- "):
                return mapping, max(at - key_at, 0)
            if key_at == column and at > column:
                mapping = at - column
            key_at = at
        return mapping, offset

    def _parted(self) -> bool:
        """Whether blank lines stand between the concepts."""
        if len(self.blocks) < 2:
            return bool(self.blocks) and not self.lines[self.blocks[0].start - 1].strip()
        return any(not line.strip() for line in self.lines[self.blocks[-2].end : self.blocks[-1].start])


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line.removesuffix("\r") for line in lines)


def _all(concept: Concept) -> tuple[Concept, Mapping[str, Any], list[Mapping[str, Any]]]:
    """All that a concept says: what it is compared by and the rest, but not where it stands."""
    return concept, concept.rest, [term.rest for term in concept.terms]
