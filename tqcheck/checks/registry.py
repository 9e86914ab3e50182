"""Every check, built in and plugged in, and its card."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

import tqcheck.checks as package
from tqcheck.checks.base import AnyCheck, DocumentCheck, SegmentCheck
from tqcheck.model.plugin import PluginError, plugins

CONTRACT = frozenset({"base", "context", "registry"})


@cache
def all_checks() -> dict[str, AnyCheck]:
    """By id, sorted. Raises PluginError where two checks share an id, or a plug-in offers what is no check."""
    names = sorted(info.name for info in iter_modules(package.__path__) if info.name not in CONTRACT)
    found = [
        check
        for name in names
        if (check := getattr(import_module(f"tqcheck.checks.{name}"), "CHECK", None)) is not None
    ]
    found += [made for _, made in plugins("tqcheck.checks")]
    checks: dict[str, AnyCheck] = {}
    for check in found:
        if not isinstance(check, SegmentCheck | DocumentCheck):
            raise PluginError(f"a plug-in of tqcheck.checks is no check: {check!r}")
        if check.id in checks:
            raise PluginError(f"two checks are called {check.id!r}")
        checks[check.id] = check
    return dict(sorted(checks.items()))


@cache
def card(check_id: str) -> str:
    """The check's card, Markdown: beside the module that defines its function. Empty if a plug-in ships none."""
    check = all_checks()[check_id]
    function = check.run if hasattr(check, "run") else check.conclude
    module = function.__module__
    package_name, _, name = module.rpartition(".")
    for stem in (check_id.replace("-", "_"), name):
        try:
            file = files(package_name or module).joinpath(f"{stem}.md")
            if file.is_file():
                return file.read_text(encoding="utf-8")
        except (ModuleNotFoundError, TypeError, OSError):
            continue
    return ""


def title(check_id: str) -> str:
    """The card's first paragraph: what the check finds."""
    paragraphs = [part.strip() for part in card(check_id).split("\n\n") if part.strip()]
    return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else check_id
