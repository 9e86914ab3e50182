"""“Did you mean …?”"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The end of a message about an unknown name: the nearest known one, or other words."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, 1, 0.7) or [k for k in names if name and k.startswith(name)]
    near = near or difflib.get_close_matches(name, names, 1)
    return f"; did you mean {near[0]!r}?" if near else otherwise
