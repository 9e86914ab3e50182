"""What other packages add by entry points."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Any


class PluginError(Exception):
    """Another package's entry point that cannot be used; names it."""


def plugins(group: str) -> Iterator[tuple[str, Any]]:
    """Names and objects of the entry points of a group, by name. Raises PluginError for one that cannot be loaded."""
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        try:
            yield point.name, point.load()
        except Exception as error:
            message = f"the plug-in {point.name} = {point.value} of {group} cannot be loaded"
            raise PluginError(f"{message} ({type(error).__name__}: {error})") from error
