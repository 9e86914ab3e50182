"""One writer at a time: whoever edits a file holds its lock meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from tqcheck.storage.cache import folder

PATIENCE = 30.0
"""Seconds to wait for another writer."""


class Locked(OSError):
    """Another process kept the file locked for too long."""


@contextmanager
def locked(place: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a file; links to one file share a lock. Raises Locked, or OSError where none can be made.

    The lock lies in the user's cache folder, so that no stray file stands in a repository.
    """
    from filelock import FileLock, Timeout

    name = sha256(str(place.resolve()).encode()).hexdigest()[:24]
    file = folder() / "locks" / f"{name}.lock"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(file, timeout=patience):
            yield
    except Timeout:
        raise Locked(f"is being edited by another process (waited {patience:.0f} s)") from None
