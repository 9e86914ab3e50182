"""Every reader, built in and plugged in."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath

from tqcheck.model.plugin import PluginError, plugins
from tqcheck.readers import markdown, text, tsv
from tqcheck.readers.base import Reader


@cache
def all_readers() -> tuple[Reader, ...]:
    """Built-in readers first; a third party's reader wins a suffix it shares with none of them."""
    readers = (text.READER, markdown.READER, tsv.READER, *(made for _, made in plugins("tqcheck.readers")))
    for reader in readers:
        if not isinstance(reader, Reader):
            raise PluginError(f"a plug-in of tqcheck.readers is no Reader: {reader!r}")
    return readers


def reader_named(name: str) -> Reader:
    return next(reader for reader in all_readers() if reader.name == name)


def reader_for(path: str) -> Reader | None:
    suffix = PurePath(path).suffix.lower()
    return next((reader for reader in all_readers() if suffix in reader.suffixes), None)


def known_suffixes() -> str:
    return ", ".join(sorted(suffix for reader in all_readers() for suffix in reader.suffixes))
