"""Versions of a glossary: a file, or a file as git remembers it (`REVISION:PATH`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.load import LARGEST, parsed, read_file
from tqcheck.storage.git import GitError, blob


@dataclass(frozen=True, slots=True)
class Version:
    name: str
    """As it is spoken of: a path, or `REVISION:PATH`."""
    remembered: bytes | None = None
    """What git has of it; None for a file."""

    def concepts(self) -> list[Concept]:
        """In the order of the file. Raises GlossaryError."""
        return read_file(self.name) if self.remembered is None else parsed(self.name, self.remembered)


def version(given: str, beside: str = "") -> Version:
    """The glossary that an argument means; raises GlossaryError.

    What is a file is that file. Else `REVISION:PATH` asks git, in the folder where we stand; and a revision alone means
    the file `beside` at that revision.
    """
    if Path(given).exists():
        return Version(given)
    revision, colon, path = given.partition(":")
    try:
        if colon:
            return Version(given, blob(revision, path, LARGEST))
        if beside and Path(beside).is_file():
            file = Path(beside)
            return Version(f"{given}:{beside}", blob(given, f"./{file.name}", LARGEST, file.parent))
    except GitError as error:
        why = f"is no file, and git says: {error}" if not colon else str(error)
        raise GlossaryError(why, given) from error
    raise GlossaryError("does not exist; a version that git remembers is written REVISION:PATH", given)


@contextmanager
def on_disk(each: Version) -> Iterator[str]:
    """The path of a file with this version in it; a temporary one where git remembers it."""
    if each.remembered is None:
        yield each.name
        return
    with TemporaryDirectory(prefix="tqcheck-") as folder:
        file = Path(folder, PurePosixPath(each.name.partition(":")[2]).name)
        file.write_bytes(each.remembered)
        yield str(file)
