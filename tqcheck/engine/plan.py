"""Which checks run on a document, with what options: names and values only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from tqcheck.checks.base import AnyCheck
from tqcheck.checks.registry import all_checks
from tqcheck.config.hints import did_you_mean
from tqcheck.config.settings import ConfigError, Settings
from tqcheck.language.tags import serves
from tqcheck.model.finding import Category, Severity

SUPPRESSION = "suppression"
"""The one finding that no check makes but the engine: a suppression that is unused or gives no reason."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A check as it will run."""

    check: AnyCheck
    options: Any
    severity: Severity | None
    """The user's word, where there is one."""


def selected(settings: Settings) -> dict[str, Planned]:
    """The checks that the settings ask for, by id. Raises ConfigError for unknown ids, categories and options."""
    checks = all_checks()
    for key in ("select", "ignore"):
        for name in getattr(settings, key):
            _known(name, settings, key, [*all_names()])
    for key, names in (("severities", settings.severities), ("checks", settings.checks)):
        for name in names:
            _known(name, settings, f"{key}.{name}", [*checks, SUPPRESSION])
    chosen = {}
    for name, check in checks.items():
        by_id = name in settings.select
        wanted = by_id or not settings.select or any(_in_category(check, word) for word in settings.select)
        dropped = name in settings.ignore or (not by_id and any(_in_category(check, word) for word in settings.ignore))
        if wanted and not dropped and (by_id or settings.preview or not check.preview):
            word = settings.severities.get(name)
            chosen[name] = Planned(check, bind(check, settings), Severity.of(word) if word else None)
    return chosen


def unmet(check: AnyCheck, source: bool, target_language: str, glossary: bool) -> str:
    """Why a check cannot run on a document; empty if it can."""
    if check.needs.source and not source:
        return "needs the source beside the target"
    if check.needs.glossary and not glossary:
        return "needs a glossary (--glossary)"
    if check.needs.languages and not serves(check.needs.languages, target_language):
        return f"serves {', '.join(check.needs.languages)}; the target is {target_language or 'of unknown language'}"
    return ""


def bind(check: AnyCheck, settings: Settings) -> Any:
    """The check's options with the user's values. Raises ConfigError for an unknown or ill-typed one."""
    given = settings.checks.get(check.id, {})
    if not given:
        return check.options()
    hints = get_type_hints(check.options)
    names = {field.name.replace("_", "-"): field.name for field in fields(check.options)}
    values: dict[str, Any] = {}
    for key, value in given.items():
        dotted = f"checks.{check.id}.{key}"
        if key not in names:
            hint = did_you_mean(key, names, f"; it has {', '.join(names) or 'none'}")
            raise _wrong(settings, dotted, f"{check.id} has no option {key!r}{hint}")
        values[names[key]] = _fit(value, hints[names[key]], settings, dotted)
    return check.options(**values)


def _fit(value: Any, wanted: Any, settings: Settings, key: str) -> Any:
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if getattr(wanted, "__origin__", None) is tuple:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise _wrong(settings, key, f"`{key}` must be a list of texts")
    if not isinstance(value, wanted) or (isinstance(value, bool) and wanted is not bool):
        raise _wrong(settings, key, f"`{key}` must be {_in_words(wanted)}, not {value!r}")
    return value


def _in_words(kind: Any) -> str:
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}.get(kind, str(kind))


def _wrong(settings: Settings, key: str, message: str) -> ConfigError:
    parts = key.split(".")
    while parts and ".".join(parts) not in settings.lines:
        parts.pop()
    return ConfigError(message, settings.origin, settings.lines.get(".".join(parts)))


def _known(name: str, settings: Settings, key: str, known: list[str]) -> None:
    if name not in known:
        hint = did_you_mean(name, known, "; see `tqcheck checks`")
        raise _wrong(settings, key, f"there is no check or category {name!r}{hint}")


def judges_suppressions(settings: Settings) -> bool:
    """Whether faulty suppressions are findings: as a check's would be."""
    names = {SUPPRESSION, str(Category.CUSTOM)}
    return (not settings.select or bool(names & set(settings.select))) and not names & set(settings.ignore)


def all_names() -> set[str]:
    """Everything that a selection or a suppression may name: checks, categories, dimensions."""
    checks = all_checks()
    return {*checks, SUPPRESSION, str(Category.CUSTOM), *_categories(checks.values())}


def _categories(checks: Iterable[AnyCheck]) -> set[str]:
    found = {str(check.category) for check in checks}
    return found | {category.split("/")[0] for category in found}


def _in_category(check: AnyCheck, word: str) -> bool:
    return check.category == word or check.category.startswith(word + "/")


def describe(planned: Mapping[str, Planned]) -> tuple[tuple[str, str, str], ...]:
    """What of a plan changes results, for the signature."""
    return tuple(
        (name, repr(item.options), item.severity.label if item.severity is not None else "")
        for name, item in sorted(planned.items())
    )
