"""What is worked out once and remembered between runs; safe to delete at any time."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tqcheck.storage.files import write_atomically

SHIPPED = Path(__file__).parent.parent / "data" / "index"
"""What the wheel brings along; absent in a checkout."""


def remembered(name: str, digest: str, code: tuple[Path, ...], make: Callable[[], Any]) -> Any:
    """The value for a name and a digest of what it is made from: from the wheel or the cache, else made and put there.

    `code` are the folders and files of the code that makes it: a change there finds no stale value. The value is JSON.
    Where the cache cannot be read or written, the value is simply made again.
    """
    key = f"{digest}-{_digest(code)}"
    places = [SHIPPED]
    with contextlib.suppress(RuntimeError):  # no home
        places.append(folder())
    for place in places:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            stored = json.loads((place / f"{name}.json").read_text(encoding="utf-8"))
            if stored["key"] == key:
                return stored["value"]
    value = make()
    text = json.dumps({"key": key, "value": value}, ensure_ascii=False, separators=(",", ":"))
    with contextlib.suppress(OSError):
        places[-1].mkdir(parents=True, exist_ok=True)
        write_atomically(places[-1] / f"{name}.json", text)
    return value


def folder() -> Path:
    """The user's cache folder by the custom of the system; TQCHECK_CACHE overrides it."""
    if own := os.environ.get("TQCHECK_CACHE"):
        return Path(own)
    from platformdirs import user_cache_path  # absent where the wheel is built

    return user_cache_path("tqcheck", False)


@cache
def _digest(code: tuple[Path, ...]) -> str:
    """A digest of code, and of the stemmers it may use."""
    files = [file for place in code for file in (sorted(place.glob("*.py")) if place.is_dir() else [place])]
    stemmers = [version(name).encode() for name in ("snowballstemmer", "PyStemmer")]
    return sha256(b"\0".join([*(file.read_bytes() for file in files), *stemmers])).hexdigest()[:16]
