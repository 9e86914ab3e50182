"""Finding and reading `tqcheck.toml` or `[tool.tqcheck]` of `pyproject.toml`, nearest upward."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tqcheck.config.hints import did_you_mean
from tqcheck.config.settings import FAIL_ON, ConfigError, Override, Settings
from tqcheck.language.tags import canonical, is_tag

PART = r"(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')"
DOTTED = rf"{PART}(?:\s*\.\s*{PART})*"
TABLE = re.compile(rf"\s*(\[\[?)\s*({DOTTED})\s*\]\]?\s*(?:#.*)?$")
KEY = re.compile(rf"\s*({DOTTED})\s*=")
LARGEST = 1 << 20
"""Bytes of one configuration."""


def find(folder: Path) -> Path | None:
    """The configuration that holds for a folder: the nearest upward that speaks of tqcheck."""
    for place in (folder, *folder.parents):
        own = place / "tqcheck.toml"
        if os.path.isfile(own):  # noqa: PTH113 - never raises, whatever the folder permits
            return own
        shared = place / "pyproject.toml"
        if os.path.isfile(shared):  # noqa: PTH113
            try:
                if "tqcheck" in _tools(tomllib.loads(shared.read_text(encoding="utf-8-sig"))):
                    return shared
            except (OSError, ValueError, RecursionError):
                continue
    return None


def _tools(table: Mapping[str, Any]) -> Mapping[str, Any]:
    tools = table.get("tool")
    return tools if isinstance(tools, dict) else {}


def load(file: Path, shown: str = "") -> Settings:
    """The settings of a file. Raises ConfigError with file, line and what was probably meant."""
    path = shown or str(file)
    try:
        if not stat.S_ISREG((status := file.stat()).st_mode):
            raise ConfigError("is not a regular file", path)
        if status.st_size > LARGEST:
            raise ConfigError(f"is larger than {LARGEST >> 20} MiB", path)
        content = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror or error}", path) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8; save it as UTF-8", path) from error
    try:
        table = tomllib.loads(content)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        where = re.search(r"line (\d+)", str(error))
        raise ConfigError(f"is not valid TOML: {error}", path, int(where[1]) if where else None) from error
    prefix = ""
    if file.name == "pyproject.toml":
        table, prefix = _tools(table).get("tqcheck", {}), "tool.tqcheck."
        if not isinstance(table, dict):
            raise ConfigError("`tool.tqcheck` must be a table", path)
    return _Binder(path, file.parent, key_lines(content), prefix).settings(table)


def key_lines(content: str) -> dict[str, int]:
    """Dotted key to the line it first stands in; elements of arrays of tables are numbered (`paths.0.glob`)."""
    lines: dict[str, int] = {}
    table, arrays = "", dict[str, int]()
    for number, line in enumerate(content.split("\n"), 1):
        if match := TABLE.match(line):
            table = _bare(match[2])
            if match[1] == "[[":
                arrays[table] = arrays.get(table, -1) + 1
            # `[paths.checks]` after `[[paths]]` speaks of the last element of paths.
            for name, last in arrays.items():
                if table == name or table.startswith(name + "."):
                    table = f"{name}.{last}{table.removeprefix(name)}"
                    break
            lines.setdefault(table, number)
        elif match := KEY.match(line):
            lines.setdefault(f"{table}.{_bare(match[1])}".lstrip("."), number)
    return lines


def _bare(key: str) -> str:
    return ".".join(part.strip("\"'") for part in re.findall(PART, key))


class _Binder:
    """Binds the plain tables of one file to Settings, and says where a value is wrong."""

    def __init__(self, path: str, folder: Path, lines: Mapping[str, int], prefix: str) -> None:
        self.path, self.folder, self.lines, self.prefix = path, folder, lines, prefix
        self.readers: dict[str, Callable[[str, Any], Any]] = {
            "source-language": self._tag,
            "target-language": self._tag,
            "glossaries": self._files,
            "banks": self._files,
            "domain": self._text,
            "select": self._texts,
            "ignore": self._texts,
            "preview": self._truth,
            "severities": self._severities,
            "checks": self._tables,
        }
        """What a `[[paths]]` override may say too."""
        self.top = {
            **self.readers,
            "fail-on": lambda key, value: self._one_of(key, value, FAIL_ON),
            "exclude": self._texts,
            "wrap": lambda key, value: self._one_of(key, value, ("auto", "hard", "none")),
        }

    def settings(self, table: Mapping[str, Any]) -> Settings:
        values: dict[str, Any] = {}
        for key, value in table.items():
            if key == "paths":
                values["paths"], values["overrides"] = self._paths(value)
            else:
                values[key.replace("-", "_")] = self._reader(self.top, key, key)(key, value)
        return Settings(**values, origin=self.path, lines=self._lines(""))

    def _lines(self, below: str) -> dict[str, int]:
        """The lines of the keys below one, without its name."""
        prefix = self.prefix + below
        return {key.removeprefix(prefix): line for key, line in self.lines.items() if key.startswith(prefix)}

    def _reader(
        self, readers: Mapping[str, Callable[[str, Any], Any]], name: str, key: str
    ) -> Callable[[str, Any], Any]:
        if name not in readers:
            raise self._wrong(key, f"unknown key {name!r}{did_you_mean(name, [*readers, 'paths', 'glob'])}")
        return readers[name]

    def _paths(self, value: Any) -> tuple[tuple[str, ...], tuple[Override, ...]]:
        """`paths = ["docs"]` names what is checked; tables (`[[paths]]`) are overrides by glob."""
        paths, overrides = [], []
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            key = f"paths.{number}"
            if isinstance(item, str):
                paths.append(str(self.folder / item))
            elif isinstance(item, dict):
                given = dict(item)
                globs = self._texts(f"{key}.glob", given.pop("glob", given.pop("path", ())))
                if not globs:
                    raise self._wrong(key, "an entry of [[paths]] needs `glob`")
                values = {
                    name.replace("-", "_"): self._reader(self.readers, name, f"{key}.{name}")(f"{key}.{name}", inner)
                    for name, inner in given.items()
                }
                made = Override(globs, str(self.folder), values, self._lines(f"{key}."))
                try:
                    made.matches("")
                except ValueError as error:
                    raise self._wrong(f"{key}.glob", f"`glob` is no pattern as .gitignore has them: {error}") from error
                overrides.append(made)
            else:
                raise self._wrong("paths", "must be a list of paths, or tables with `glob`")
        return tuple(paths), tuple(overrides)

    def _wrong(self, key: str, message: str) -> ConfigError:
        parts = (self.prefix + key).split(".")
        while parts and ".".join(parts) not in self.lines:
            parts.pop()
        return ConfigError(message, self.path, self.lines.get(".".join(parts)))

    def _text(self, key: str, value: Any) -> str:
        if not isinstance(value, str):
            raise self._wrong(key, f"`{key}` must be a text, not {value!r}")
        return value

    def _texts(self, key: str, value: Any) -> tuple[str, ...]:
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple) or not all(isinstance(item, str) for item in items):
            raise self._wrong(key, f"`{key}` must be a list of texts")
        return tuple(items)

    def _files(self, key: str, value: Any) -> tuple[str, ...]:
        return tuple(str(self.folder / item) for item in self._texts(key, value))

    def _truth(self, key: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise self._wrong(key, f"`{key}` is true or false, not {value!r}")
        return value

    def _tag(self, key: str, value: Any) -> str:
        if not is_tag(self._text(key, value)):
            raise self._wrong(key, f"{value!r} is no language tag (BCP-47), such as en or pt-BR")
        return canonical(value)

    def _one_of(self, key: str, value: Any, allowed: tuple[str, ...]) -> str:
        if value not in allowed:
            hint = did_you_mean(str(value), allowed)
            raise self._wrong(key, f"`{key}` is one of {', '.join(allowed)}, not {value!r}{hint}")
        return str(value)

    def _severities(self, key: str, value: Any) -> dict[str, str]:
        table = self._table(key, value)
        return {name: self._one_of(f"{key}.{name}", word, ("neutral", *FAIL_ON[:3])) for name, word in table.items()}

    def _tables(self, key: str, value: Any) -> dict[str, dict[str, Any]]:
        return {name: dict(self._table(f"{key}.{name}", inner)) for name, inner in self._table(key, value).items()}

    def _table(self, key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self._wrong(key, f"`{key}` must be a table")
        return value
