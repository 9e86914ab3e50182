"""Every reporter that needs nothing but the run, built in and plugged in."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tqcheck.model.plugin import plugins
from tqcheck.model.run import Run
from tqcheck.reporters import github, json

Reporter = Callable[[Run], str]


@cache
def all_reporters() -> dict[str, Reporter]:
    """By the name that --format takes. Third parties add theirs as `tqcheck.reporters`."""
    return {
        "json": json.render,
        "github": github.render,
        **dict(plugins("tqcheck.reporters")),
    }
