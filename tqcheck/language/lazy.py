"""Patterns that are compiled when a text first needs them: many never are, and compiling outlasts a short run."""

from __future__ import annotations

import re
from typing import Any, cast

OFFERED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "groupindex")


class _Lazy:
    """Becomes the compiled pattern in all but name as soon as anything is asked of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # called only for what is not there yet
        if name not in OFFERED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for offered in OFFERED:
            setattr(self, offered, getattr(compiled, offered))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be used as any other."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
