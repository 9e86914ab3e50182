"""What TBX has no category for, as notes: `tqcheck forms: a | b`, or `tqcheck = {…}` in JSON where a line cannot say it."""

from __future__ import annotations

import json
import re
from typing import Any

from tqcheck.glossary.formats.tbx_xml import FORBIDDEN
from tqcheck.glossary.raw import LISTS

LINE = re.compile(r"tqcheck ([^\s:=|](?:[^:=|\n\r]*[^\s:=|])?): (.+)", re.DOTALL)
OBJECT = re.compile(r"tqcheck = (\{.*\})", re.DOTALL)
DEEPEST = 40
"""How deep values may nest; a YAML glossary takes some more."""


def note_of(key: str, value: Any) -> str:
    """The note for the value of a key: text, truth value, list or mapping."""
    line = f"tqcheck {key}: {' | '.join(value) if _is_words(value) and key in LISTS else value}"
    if value_of(line) == {key: value} and not FORBIDDEN.search(line):
        return line
    made = json.dumps({key: value}, ensure_ascii=False)
    return "tqcheck = " + (json.dumps({key: value}) if FORBIDDEN.search(made) else made)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def value_of(note: str) -> dict[str, Any]:
    """The keys that a note carries with their values; none for a note that is nothing else."""
    if found := LINE.fullmatch(note):
        key, text = found.groups()
        return {key: [part.strip() for part in text.split("|")] if key in LISTS else text}
    if found := OBJECT.fullmatch(note):
        try:
            made = json.loads(found.group(1))
        except (ValueError, RecursionError):
            return {}
        if isinstance(made, dict) and _depth(made) <= DEEPEST:
            return made
    return {}


def _depth(value: Any, at: int = 0) -> int:
    if at > DEEPEST or not isinstance(value, (dict, list)):
        return at
    inner = value.values() if isinstance(value, dict) else value
    return max((_depth(each, at + 1) for each in inner), default=at)
