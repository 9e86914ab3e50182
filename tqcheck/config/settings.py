"""What a run is told, from whatever layer."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

FailOn = Literal["minor", "major", "critical", "never"]
FAIL_ON = ("minor", "major", "critical", "never")


class ConfigError(Exception):
    """A configuration that cannot be used; says where and what to do."""

    def __init__(self, message: str, path: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.path, self.line = path, line


@dataclass(frozen=True, slots=True)
class Override:
    """`[[paths]]`: other settings for the files that match a glob."""

    globs: tuple[str, ...]
    root: str
    """The folder of the configuration file; globs are relative to it."""
    values: Mapping[str, Any]
    """Fields of Settings."""

    lines: Mapping[str, int] = field(default_factory=dict)
    """Dotted key to its line in the configuration file, for messages."""

    def matches(self, path: str) -> bool:
        """Whether a file matches, as .gitignore would match it. Raises ValueError for a glob that is none."""
        from pathspec import GitIgnoreSpec

        place, root = Path(os.path.abspath(path)), Path(os.path.abspath(self.root))  # noqa: PTH100 - `..` resolved
        name = place.relative_to(root).as_posix() if place.is_relative_to(root) else place.name
        return path != "-" and GitIgnoreSpec.from_lines(self.globs).match_file(name)


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults are the defaults of the program."""

    paths: tuple[str, ...] = ()
    source_language: str = ""
    target_language: str = ""
    glossaries: tuple[str, ...] = ()
    banks: tuple[str, ...] = ()
    """Folders with banks of one's own, laid out as `glossaries/banks` is."""
    domain: str = ""
    """Only concepts of this domain, and those of none, are used; empty for all."""
    select: tuple[str, ...] = ()
    """Check ids, MQM categories or dimensions; empty for every stable check."""
    ignore: tuple[str, ...] = ()
    preview: bool = False
    fail_on: FailOn = "major"
    exclude: tuple[str, ...] = ()
    wrap: Literal["auto", "hard", "none"] = "auto"
    severities: Mapping[str, str] = field(default_factory=dict)
    """Check id to severity."""
    checks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Check id to its options."""
    overrides: tuple[Override, ...] = ()
    origin: str = ""
    """The configuration file; empty if none."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Dotted key to its line in that file, for messages."""

    def for_path(self, path: str) -> Settings:
        """These settings with the overrides that match one file; later overrides win."""
        made = self
        for override in self.overrides:
            if override.matches(path):
                made = made.overridden(override)
        return made

    def overridden(self, override: Override) -> Settings:
        values = dict(override.values)
        for key in ("severities", "checks"):
            if key in values:
                values[key] = {**getattr(self, key), **values[key]}
        return replace(self, **values, lines={**self.lines, **override.lines})
