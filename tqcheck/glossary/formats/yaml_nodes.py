"""YAML as nodes that are not trusted: texts, lists and mappings with their places, counted and bounded."""

from __future__ import annotations

from typing import Any, NoReturn

from tqcheck.glossary.concept import GlossaryError

MOST_NODES = 2_000_000
"""Nodes of one file after aliases are followed: more is a bomb."""
DEEPEST = 50
"""How deep values may nest."""
MERGE = "tag:yaml.org,2002:merge"


def composed(content: str, path: str) -> Any:
    """The tree of nodes: unlike values, they know their places, and no word becomes a date or a truth value.

    None for an empty file. Raises GlossaryError with line and column where there are any.
    """
    import yaml

    try:
        return yaml.compose(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise GlossaryError(
            f"is not valid YAML: {error.problem or error.context}",
            path, mark.line + 1 if mark else None, mark.column + 1 if mark else None,
        ) from error  # fmt: skip
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise GlossaryError(f"is not valid YAML: {error}", path) from error


class Nodes:
    """What the nodes of one file say. Raises GlossaryError with line and column of what is wrong."""

    def __init__(self, path: str) -> None:
        self.path, self.nodes = path, 0
        self.made: dict[int, tuple[Any, int]] = {}
        """Values of collections by node, and of how many nodes: what aliases name is shared, but counted each time."""

    def mapping(self, node: Any) -> dict[str, Any]:
        """Nodes by key; a key that stands twice is an error, for one of the two would be lost."""
        self.count()
        made: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        for key, value in node.value:
            if key.tag == MERGE:
                if value.id != "mapping":
                    self.fail("`<<` must name a mapping", value)
                merged |= self.mapping(value)
                continue
            name = self.text(key)
            if name in made:
                self.fail(f"the key `{name}` stands twice", key)
            made[name] = value
        return merged | made

    def text(self, node: Any) -> str:
        """A scalar as it is written; a list of texts is joined as paragraphs."""
        if node is None:
            return ""
        self.count()
        if node.id == "sequence":
            return "\n\n".join(self.text(each) for each in node.value)
        if node.id != "scalar":
            self.fail(f"a text must stand here, not {shown(node)}", node)
        value: str = node.value
        return "" if node.tag.endswith(":null") and value in ("", "~") else value

    def words(self, node: Any) -> tuple[str, ...]:
        if node is None:
            return ()
        return tuple(self.text(each) for each in node.value) if node.id == "sequence" else (self.text(node),)

    def value(self, node: Any, depth: int = 0) -> Any:
        """Whatever stands there: texts, truth values, lists, mappings."""
        self.count()
        if depth > DEEPEST:
            self.fail("is nested too deeply", node)
        if node.id == "scalar":
            truth = node.tag.endswith(":bool") and node.value in ("true", "false")
            return node.value == "true" if truth else node.value
        if id(node) in self.made:
            made, size = self.made[id(node)]
            self.count(size)
        else:
            before = self.nodes
            made = (
                [self.value(each, depth + 1) for each in node.value]
                if node.id == "sequence"
                else {key: self.value(each, depth + 1) for key, each in self.mapping(node).items()}
            )
            self.made[id(node)] = made, self.nodes - before
        return made

    def count(self, nodes: int = 1) -> None:
        self.nodes += nodes
        if self.nodes > MOST_NODES:
            raise GlossaryError("has too many nodes", self.path)

    def fail(self, message: str, node: Any) -> NoReturn:
        raise GlossaryError(message, self.path, node.start_mark.line + 1, node.start_mark.column + 1)


def shown(node: Any) -> str:
    """A node as a message names it."""
    return repr(node.value) if node.id == "scalar" else f"a {node.id}"
