"""Every reader, built in and plugged in."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points
from pathlib import PurePath

from tqcheck.readers import markdown, text, tsv
from tqcheck.readers.base import Reader


@cache
def all_readers() -> tuple[Reader, ...]:
    """Built-in readers first; a third party's reader wins a suffix it shares with none of them."""
    return (
        text.READER,
        markdown.READER,
        tsv.READER,
        *(point.load() for point in entry_points(group="tqcheck.readers")),
    )


def reader_named(name: str) -> Reader:
    return next(reader for reader in all_readers() if reader.name == name)


def reader_for(path: str) -> Reader | None:
    suffix = PurePath(path).suffix.lower()
    return next((reader for reader in all_readers() if suffix in reader.suffixes), None)


def known_suffixes() -> str:
    return ", ".join(sorted(suffix for reader in all_readers() for suffix in reader.suffixes))
