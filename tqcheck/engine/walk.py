"""From paths to files: folders in sorted order, .gitignore and hidden files honoured."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tqcheck.model.finding import Notice
from tqcheck.readers.base import Input, Reader, ReadError
from tqcheck.readers.registry import all_readers, known_suffixes, reader_for

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class UsageError(Exception):
    """What was asked for makes no sense; nothing can be checked."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to check and how to read it."""

    given: Input
    reader: Reader
    source: Input | None = None


def jobs(
    paths: Sequence[str],
    source: str | None,
    exclude: Sequence[str],
    notices: list[Notice],
    stdin: Callable[[], bytes] | None = None,
) -> list[Job]:
    """The files that the paths mean, each once, in order. What cannot be checked becomes a notice.

    Raises UsageError where `source` does not fit the paths, or a pattern of `exclude` is none.
    """
    excluded = _spec(exclude) if exclude else None
    if source is not None:
        _fits(paths, source)
    found: list[Job] = []
    seen: set[str] = set()
    skipped: Counter[str] = Counter()
    for path in paths:
        before = len(seen)
        for shown, file, named in _files(path, excluded, notices):
            place = shown if path == "-" else os.path.abspath(file)  # noqa: PTH100 - `./a.txt` is `a.txt`
            if place in seen:
                continue
            seen.add(place)
            reader = all_readers()[0] if path == "-" else reader_for(shown)
            if reader is None and not named:
                skipped[PurePath(shown).suffix or "no suffix"] += 1
                continue
            if reader is None:
                message = f"is of no known type; known are {known_suffixes()}"
                notices.append(Notice("unknown-type", message, shown, trouble=True))
                continue
            try:
                given = Input("-", data=(stdin or _standard_input)()) if path == "-" else Input(shown, file)
            except ReadError as error:
                notices.append(Notice("unreadable", str(error), "-", trouble=True))
                continue
            job = _with_source(Job(given, reader), path, source, notices)
            if job is not None:
                found.append(job)
        if path != "-" and os.path.isdir(path) and len(seen) == before:  # noqa: PTH112 - never raises
            notices.append(Notice("empty", "There is no file to check in this folder.", path))
    if skipped:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items()))
        notices.append(Notice("skipped", f"Files of other types in the folders were skipped: {kinds}."))
    return found


def _standard_input() -> bytes:
    """All of it. Raises ReadError where it is closed or cannot be read."""
    if sys.stdin is None:
        raise ReadError("standard input is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise ReadError(f"standard input cannot be read: {error.strerror or error}") from error


def _fits(paths: Sequence[str], source: str) -> None:
    if os.path.isdir(source):  # noqa: PTH112
        if any(path == "-" or os.path.isfile(path) for path in paths):  # noqa: PTH113
            raise UsageError("--source names a folder: the target must be a folder too")
        return
    if len(paths) != 1 or os.path.isdir(paths[0]):  # noqa: PTH112
        raise UsageError("--source names one file: give exactly one target file with it")
    for path, message in (
        (paths[0], "a TSV file holds its own source: leave --source out"),
        (source, "--source cannot be a TSV file: it holds source and target"),
    ):
        reader = reader_for(path)
        if reader is not None and not reader.takes_source:
            is_tsv = reader.name == "tsv"
            raise UsageError(message if is_tsv else f"{path} is {reader.name}, which cannot be used with --source")
    if source == "-":
        raise UsageError("--source cannot be standard input: name a file")


def _with_source(job: Job, path: str, source: str | None, notices: list[Notice]) -> Job | None:
    if source is None:
        return job
    if not job.reader.takes_source:
        notices.append(Notice("no-source", f"is {job.reader.name}, which takes no --source; skipped", job.given.path))
        return None
    shown = source
    if os.path.isdir(source):  # noqa: PTH112
        assert job.given.file is not None
        shown = f"{source.rstrip('/')}/{job.given.file.relative_to(path).as_posix()}"
        if not os.path.lexists(shown):
            notices.append(Notice("no-source", f"has no source file {shown}", job.given.path, trouble=True))
            return None
    return Job(job.given, job.reader, Input(shown, Path(shown)))


def _files(path: str, excluded: GitIgnoreSpec | None, notices: list[Notice]) -> Iterator[tuple[str, Path, bool]]:
    """Path as shown, file, and whether it was named on the command line."""
    place = Path(path)
    if path == "-":
        yield "-", place, True
    elif path and os.path.isdir(path):  # noqa: PTH112
        yield from ((shown, file, False) for shown, file in _walk(place, path, excluded, notices))
    elif trouble := _not_there(path):
        notices.append(Notice("missing", trouble, path, trouble=True))
    else:
        yield path, place, True


def _not_there(path: str) -> str:
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return "does not exist" if path else "an empty path names no file"
    except (OSError, ValueError) as error:
        return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
    return ""


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """Raises UsageError for a pattern that .gitignore would not know."""
    from pathspec import GitIgnoreSpec

    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError as error:
            raise UsageError(f"--exclude: {line!r} is no pattern as .gitignore has them") from error
    return GitIgnoreSpec.from_lines(lines)


Ignores = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""The absolute folder of each .gitignore in force, outermost first, and its rules."""


def _walk(top: Path, shown: str, excluded: GitIgnoreSpec | None, notices: list[Notice]) -> Iterator[tuple[str, Path]]:
    """Files below a folder, sorted by name at each level; a .gitignore rules from its own folder down."""
    prefix = "" if shown in (".", "./") else shown.rstrip("/\\" if os.name == "nt" else "/") + "/"
    root = top.resolve().as_posix().rstrip("/")
    entries = _entries(top, prefix, notices)
    # A stack, not recursion: folders may be nested deeper than calls.
    waiting = [(entry, "", _above(top.resolve()) + _gitignore(top, root)) for entry in reversed(entries)]
    while waiting:
        entry, folder, ignores = waiting.pop()
        inside = folder + entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        name = inside + "/" * is_folder
        if entry.name.startswith(".") or (excluded is not None and excluded.match_file(name)):
            continue
        if _ignored(f"{root}/{name}", ignores):
            continue
        if is_folder:
            within = ignores + _gitignore(Path(entry.path), f"{root}/{inside}")
            entries = _entries(Path(entry.path), prefix + inside, notices)
            waiting += [(below, inside + "/", within) for below in reversed(entries)]
        elif not (entry.is_symlink() and os.path.isdir(entry.path)):  # noqa: PTH112 - a link may lead in circles
            yield prefix + inside, Path(entry.path)


def _entries(folder: Path, shown: str, notices: list[Notice]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        notices.append(Notice("unreadable", f"cannot be read: {error.strerror or error}", shown, trouble=True))
        return []


def _ignored(absolute: str, ignores: Ignores) -> bool:
    """The innermost .gitignore that says anything about a file decides: it may take back what outer ones say."""
    for base, spec in reversed(ignores):
        word = spec.check_file(absolute[len(base) + 1 :]).include
        if word is not None:
            return word
    return False


def _gitignore(folder: Path, absolute: str) -> Ignores:
    from pathspec import GitIgnoreSpec

    file = folder / ".gitignore"
    try:
        lines = file.read_text("utf-8", "replace").split("\n") if file.is_file() else []
    except OSError:
        return ()
    rules = []
    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue  # as git does with a pattern that is none
        rules.append(line.rstrip("\r"))
    return ((absolute, GitIgnoreSpec.from_lines(rules)),) if rules else ()


def _above(top: Path) -> Ignores:
    """The .gitignore files of the folders above, up to the top of the repository that holds the folder.

    None of them where they ignore the folder itself: it was named, so it is meant.
    """
    above = [top, *top.parents]
    repository = next((at for at, place in enumerate(above) if os.path.lexists(place / ".git")), 0)
    rules = tuple(rule for place in reversed(above[1 : repository + 1]) for rule in _gitignore(place, place.as_posix()))
    return () if _ignored(top.as_posix() + "/", rules) else rules
