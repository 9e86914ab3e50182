"""From paths to files: folders in sorted order, .gitignore and hidden files honoured."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tqcheck.model.finding import Notice
from tqcheck.readers.base import Input, Reader
from tqcheck.readers.registry import all_readers, known_suffixes, reader_for

if TYPE_CHECKING:
    from pathspec import PathSpec


class UsageError(Exception):
    """What was asked for makes no sense; nothing can be checked."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to check and how to read it."""

    given: Input
    reader: Reader
    source: Input | None = None


def jobs(
    paths: Sequence[str], source: str | None, exclude: Sequence[str], notices: list[Notice], stdin: Callable[[], bytes] | None = None
) -> list[Job]:
    """The files that the paths mean, each once, in order. What cannot be checked becomes a notice.

    Raises UsageError where `source` does not fit the paths.
    """
    if source is not None:
        _fits(paths, source)
    found: list[Job] = []
    seen: set[str] = set()
    skipped: dict[str, int] = {}
    for path in paths:
        for shown, file, named in _files(path, exclude, notices):
            if shown in seen:
                continue
            seen.add(shown)
            reader = all_readers()[0] if path == "-" else reader_for(shown)
            if reader is None and not named:
                suffix = Path(shown).suffix or "no suffix"
                skipped[suffix] = skipped.get(suffix, 0) + 1
                continue
            if reader is None:
                notices.append(Notice("unknown-type", f"is of no known type; known are {known_suffixes()}", shown, trouble=True))
                continue
            given = Input("-", data=(stdin or sys.stdin.buffer.read)()) if path == "-" else Input(shown, file)
            job = _with_source(Job(given, reader), path, source, notices)
            if job is not None:
                found.append(job)
    if skipped:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items()))
        notices.append(Notice("skipped", f"Files of other types in the folders were skipped: {kinds}."))
    return found


def _fits(paths: Sequence[str], source: str) -> None:
    if Path(source).is_dir():
        if any(path == "-" or not Path(path).is_dir() for path in paths):
            raise UsageError("--source names a folder: the target must be a folder too")
    elif len(paths) != 1 or Path(paths[0]).is_dir():
        raise UsageError("--source names one file: give exactly one target file with it")
    elif Path(paths[0]).suffix.lower() in (".tsv", ".tab"):
        raise UsageError("a TSV file holds its own source: leave --source out")


def _with_source(job: Job, path: str, source: str | None, notices: list[Notice]) -> Job | None:
    if source is None:
        return job
    if not job.reader.takes_source:
        notices.append(Notice("no-source", f"is {job.reader.name}, which takes no --source; skipped", job.given.path))
        return None
    if Path(source).is_dir():
        assert job.given.file is not None
        file = Path(source) / job.given.file.relative_to(path)
        if not file.is_file():
            notices.append(Notice("no-source", f"has no source file {file.as_posix()}", job.given.path, trouble=True))
            return None
    else:
        file = Path(source)
    return Job(job.given, job.reader, Input(file.as_posix(), file))


def _files(path: str, exclude: Sequence[str], notices: list[Notice]) -> Iterator[tuple[str, Path, bool]]:
    """Path as shown, file, and whether it was named on the command line."""
    place = Path(path)
    if path == "-":
        yield "-", place, True
    elif place.is_dir():
        yield from ((shown, file, False) for shown, file in _walk(place, path, exclude, notices))
    elif not os.path.lexists(place):
        notices.append(Notice("missing", "does not exist", path, trouble=True))
    elif not _spec(exclude).match_file(place.as_posix().removeprefix("/")):
        yield path, place, True


def _spec(lines: Sequence[str]) -> PathSpec:
    from pathspec import PathSpec

    try:
        return PathSpec.from_lines("gitignore", lines)
    except (ValueError, KeyError, LookupError):
        return PathSpec.from_lines("gitwildmatch", lines)


Ignores = tuple[tuple[str, "PathSpec"], ...]
"""The absolute folder of each .gitignore in force, and its rules."""


def _walk(top: Path, shown: str, exclude: Sequence[str], notices: list[Notice]) -> Iterator[tuple[str, Path]]:
    """Files below a folder, sorted by name at each level; a .gitignore rules from its own folder down."""
    excluded = _spec(exclude)
    prefix = "" if shown in (".", "./") else shown.rstrip("/\\") + "/"
    root = top.resolve().as_posix().rstrip("/")

    def enter(folder: Path, relative: str, ignores: Ignores) -> Iterator[tuple[str, Path]]:
        ignores += _gitignore(folder, f"{root}/{relative}".rstrip("/"))
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            notices.append(Notice("unreadable", f"cannot be read: {error.strerror or error}", prefix + relative, trouble=True))
            return
        for entry in entries:
            inside = relative + entry.name
            is_folder = entry.is_dir(follow_symlinks=False)
            name = inside + "/" * is_folder
            if entry.name.startswith(".") or excluded.match_file(name):
                continue
            if any(spec.match_file(f"{root}/{name}"[len(base) + 1 :]) for base, spec in ignores):
                continue
            if is_folder:
                yield from enter(folder / entry.name, inside + "/", ignores)
            elif not (entry.is_symlink() and entry.is_dir()):
                yield prefix + inside, folder / entry.name

    yield from enter(top, "", _above(top.resolve()))


def _gitignore(folder: Path, absolute: str) -> Ignores:
    file = folder / ".gitignore"
    try:
        return ((absolute, _spec(file.read_text("utf-8", "replace").splitlines())),) if file.is_file() else ()
    except OSError:
        return ()


def _above(top: Path) -> Ignores:
    """The .gitignore files of the folders above, up to the top of the repository that holds the folder."""
    above = [top, *top.parents]
    repository = next((at for at, place in enumerate(above) if (place / ".git").exists()), 0)
    return tuple(rule for place in reversed(above[1 : repository + 1]) for rule in _gitignore(place, place.as_posix()))
