"""Repairs that change no meaning: spaces, invisible characters, what stands there twice."""

from __future__ import annotations

from collections.abc import Mapping, MutableSequence, Sequence
from pathlib import Path
from typing import Any

from tqcheck.glossary.concept import STATUS_WORDS, Concept, Status
from tqcheck.glossary.lint.base import MOST_ALIKE
from tqcheck.glossary.lint.between import bare_duplicate
from tqcheck.glossary.lint.clean import clean
from tqcheck.glossary.lint.links import referred
from tqcheck.glossary.lint.run import read
from tqcheck.glossary.raw import Raw, raw_of, text_of
from tqcheck.glossary.sheets.edit import SHEETS, Sheet, editing


def repair(path: str) -> list[str]:
    """Repair a file in its place; what was done, in words.

    Left alone is a file without such faults, one that is not edited in its place, and one that is not read whole.
    Raises GlossaryError, ChangeError, OSError.
    """
    concepts, broken = read(path)
    whole = not broken and len({concept.id for concept in concepts}) == len(concepts)
    if not whole or Path(path).suffix.lower() not in SHEETS or not (_changes(concepts) or repeated(concepts)):
        return []
    with editing(path) as edit:
        return _repair(edit.sheet)


def _repair(sheet: Sheet) -> list[str]:
    concepts = sheet.read()
    changes = _changes(concepts)
    sheet.alter(changes)
    done = [f"{id}: {what}" for id, change in changes.items() for what in change.done]
    concepts = sheet.read()  # concepts without an id are called after their line, which may be another one now
    for concept, other in reversed(repeated(concepts)):
        sheet.remove(concept.id)
        done.append(f"{concept.id}: taken out, for it repeats {other.id}")
    return done


class _Repair:
    """The repair of one concept, to be applied to it as it stands in its file."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __call__(self, raw: Raw) -> None:
        self.done = repaired(raw)


def _changes(concepts: Sequence[Concept]) -> Mapping[str, _Repair]:
    """The repairs by the ids of the concepts that need one."""
    return {concept.id: _Repair() for concept in concepts if repaired(raw_of(concept))}


def repaired(raw: Raw) -> list[str]:
    """Repair a concept in place; what was done, in words."""
    done: list[str] = []
    terms = raw["terms"]
    for language, listed in terms.items():
        if isinstance(listed, MutableSequence):
            for at, entry in enumerate(listed):
                listed[at] = _entry(entry, language, done)
            _drop_repeated(listed, language, done)
        else:
            terms[language] = _entry(listed, language, done)
    return done


def _entry(entry: Any, language: str, done: list[str]) -> Any:
    """A term with its wording and forms clean; the mapping is changed in place."""
    text = text_of(entry)
    better = clean(text, language) or text
    if better != text.strip():
        done.append(f"“{better}” ({language}) written clean")
    else:
        better = text
    if not isinstance(entry, dict):
        return entry if better == text else better
    if better != text:
        entry["term"] = better
    forms = entry.get("forms")
    if isinstance(forms, MutableSequence):
        _forms(forms, better.strip(), language, done)
        if not forms:
            del entry["forms"]
    return entry


def _forms(forms: MutableSequence[Any], term: str, language: str, done: list[str]) -> None:
    seen = {term}
    at = 0
    while at < len(forms):
        form = str(forms[at])
        better = clean(form, language) or form
        if better in seen:
            del forms[at]
            done.append(f"the form “{better}” ({language}) taken out, for it stands twice")
            continue
        if better != form:
            forms[at] = better
            done.append(f"the form “{better}” ({language}) written clean")
        seen.add(better)
        at += 1


def _drop_repeated(listed: MutableSequence[Any], language: str, done: list[str]) -> None:
    """Take out a term that is there already and says nothing more than the first."""
    first: dict[str, tuple[Any, bool]] = {}
    at = 0
    while at < len(listed):
        entry = listed[at]
        text, allowed = text_of(entry).strip(), _allowed(entry)
        if text in first and first[text][1] == allowed and _more(entry) <= _more(first[text][0]):
            del listed[at]
            done.append(f"“{text}” ({language}) taken out, for it stands twice")
            continue
        first.setdefault(text, (entry, allowed))
        at += 1


def _allowed(entry: Any) -> bool:
    given = str(entry.get("status", "")) if isinstance(entry, Mapping) else ""
    return STATUS_WORDS.get(given.casefold(), Status.ADMITTED).allowed


def _more(entry: Any) -> set[tuple[str, str]]:
    """What an entry says beside its wording and status."""
    if not isinstance(entry, Mapping):
        return set()
    return {(str(key), repr(value)) for key, value in entry.items() if key not in ("term", "status")}


def repeated(concepts: Sequence[Concept]) -> list[tuple[Concept, Concept]]:
    """The concepts of one file that repeat an earlier one word for word and to which none refers, each with the first."""
    first: dict[Any, list[Concept]] = {}
    named = referred(concepts)
    made = []
    for concept in concepts:
        alike = first.setdefault(concept.terms, [])
        other = next((each for each in alike[:MOST_ALIKE] if bare_duplicate(concept, each)), None)
        if other and concept.id not in named and concept.id != other.id:
            made.append((concept, other))
        else:
            alike.append(concept)
    return made
