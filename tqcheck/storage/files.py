"""Writing files so that a failure leaves the old one whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_atomically(place: Path, content: str | bytes) -> None:
    """Write text (as UTF-8) or bytes through a temporary file in the same folder; a link is followed, the mode kept. Raises OSError.

    What is no regular file (/dev/stdout, a pipe) is written to, not replaced.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    if place.exists() and not place.is_file():
        place.write_bytes(data)
        return
    target = place.resolve()
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    except OSError as error:  # it names the temporary file, of which nobody has heard
        raise OSError(error.errno, error.strerror, str(place)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    with contextlib.suppress(OSError):  # a folder cannot be synced everywhere
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
