"""Changes to a concept as values, and what they make of it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, MutableSequence
from dataclasses import dataclass, field
from typing import Any

from tqcheck.glossary.concept import STATUS_WORDS, Status
from tqcheck.glossary.raw import ORDER, TERM_ORDER, Raw, due, text_of
from tqcheck.language.tags import canonical


class ChangeError(ValueError):
    """A change that does not fit the concept; says why."""


@dataclass(frozen=True, slots=True)
class TermChange:
    language: str
    text: str
    status: Status | None = None
    """The status it gets; a term that is absent is added. None leaves it, or gives the one due to its place."""
    becomes: str = ""
    """Its new wording."""
    drop: bool = False
    keys: Mapping[str, Any] = field(default_factory=dict)
    """Values to set; an empty one removes the key."""


@dataclass(frozen=True, slots=True)
class Change:
    id: str = ""
    """The new id."""
    keys: Mapping[str, Any] = field(default_factory=dict)
    """Values to set; an empty one removes the key."""
    terms: tuple[TermChange, ...] = ()


def apply(raw: Raw, change: Change) -> None:
    """Change a concept in place. Raises ChangeError."""
    if change.id:
        raw["id"] = change.id
    for key, value in change.keys.items():
        if key in ("id", "terms"):
            raise ChangeError(f"`{key}` is not set like this")
        _put(raw, key, value, before="terms")
    for each in change.terms:
        _apply_term(raw["terms"], each)
    if not raw["terms"]:
        raise ChangeError("a concept needs at least one term")


def _apply_term(terms: MutableMapping[str, Any], change: TermChange) -> None:
    language = canonical(change.language)
    tag = next((key for key in terms if canonical(str(key)) == language), None)
    listed = [] if tag is None else terms[tag]
    at = next((n for n, each in enumerate(_listed(listed)) if text_of(each) == change.text), None)
    if at is None:
        if change.drop or change.becomes or (change.status is None and change.keys):
            known = ", ".join(text_of(each) for each in _listed(listed)) or "none"
            raise ChangeError(f"there is no term {change.text!r} in {language}; it has {known}")
        if tag is None:
            terms[language] = change.text
            tag = language
        else:
            _list(terms, tag).append(change.text)
        at = len(_listed(terms[tag])) - 1
    if change.drop:
        _drop(terms, tag or language, at)
        return
    assert tag is not None
    if change.status is Status.PREFERRED:
        _demote_others(terms, tag, at)
    if change.becomes:
        _set(terms, tag, at, {"term": change.becomes})
    if change.status is not None:
        _set_status(terms, tag, at, change.status)
    if change.keys:
        _set(terms, tag, at, change.keys)


def _demote_others(terms: MutableMapping[str, Any], tag: str, at: int) -> None:
    """A language has one preferred term: the former one is admitted."""
    for other, each in enumerate(_listed(terms[tag])):
        if other != at and _status(each, other) is Status.PREFERRED:
            _set_status(terms, tag, other, Status.ADMITTED)


def _drop(terms: MutableMapping[str, Any], tag: str, at: int) -> None:
    listed = _list(terms, tag)
    if at == 0 and len(listed) > 1:  # the next one keeps the status that its place gave it
        _set_status(terms, tag, 1, _status(listed[1], 1), explicit=True)
    del listed[at]
    if not listed:
        del terms[tag]
    elif len(listed) == 1 and isinstance(listed[0], str):
        terms[tag] = listed[0]


def _set_status(terms: MutableMapping[str, Any], tag: str, at: int, status: Status, explicit: bool = False) -> None:
    each = _listed(terms[tag])[at]
    if not explicit and isinstance(each, str) and _status(each, at) is status:
        return
    _set(terms, tag, at, {"status": status.value})


def _set(terms: MutableMapping[str, Any], tag: str, at: int, keys: Mapping[str, Any]) -> None:
    each = _listed(terms[tag])[at]
    if isinstance(each, str):
        if set(keys) == {"term"}:
            if isinstance(terms[tag], str):
                terms[tag] = keys["term"]
            else:
                terms[tag][at] = keys["term"]
            return
        each = {"term": each}
        _list(terms, tag)[at] = each
    for key, value in keys.items():
        _put(each, key, value)


def become(raw: Raw, known: Raw, wanted: Raw) -> None:
    """Make a concept say what is wanted, in place; what it is known to say alike is not touched."""
    for key in known.keys() - wanted.keys():
        del raw[key]
    for key, value in wanted.items():
        if key != "terms" and known.get(key) != value:
            _put(raw, key, value, before="terms")
    terms, old, new = raw["terms"], known["terms"], wanted["terms"]
    tags = {canonical(str(tag)): tag for tag in terms}
    if len(tags) < len(terms):  # a language in two spellings
        raw["terms"] = new
        return
    for language in old.keys() - new.keys():
        del terms[tags[language]]
    for language, value in new.items():
        if old.get(language) == value:
            continue
        tag, had, has = tags.get(language, language), _listed(old.get(language)), _listed(value)
        if had and has[: len(had)] == had:
            _list(terms, tag).extend(has[len(had) :])
        else:
            terms[tag] = value


def _put(raw: Raw, key: str, value: Any, before: str = "") -> None:
    """Set a value where it belongs in the order of keys; an empty one removes the key."""
    if value in ("", [], ()):
        raw.pop(key, None)
    elif key in raw or not hasattr(raw, "insert"):
        raw[key] = list(value) if isinstance(value, (list, tuple)) else value
    else:
        order = (*ORDER, before) if before else TERM_ORDER
        later = order[order.index(key) + 1 :] if key in order else (before,)
        place = next((n for n, name in enumerate(raw) if name in later), len(raw))
        raw.insert(place, key, list(value) if isinstance(value, (list, tuple)) else value)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, MutableSequence) else [value] if value else []


def _list(terms: MutableMapping[str, Any], tag: str) -> MutableSequence[Any]:
    if not isinstance(terms[tag], MutableSequence):
        terms[tag] = [terms[tag]]
    made: MutableSequence[Any] = terms[tag]
    return made


def _status(entry: Any, at: int) -> Status:
    given = str(entry.get("status", "")) if isinstance(entry, Mapping) else ""
    return STATUS_WORDS.get(given.casefold(), due(at))
