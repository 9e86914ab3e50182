"""The usual layout of a YAML glossary."""

from __future__ import annotations

from tqcheck.glossary.raw import ORDER, TERM_ORDER, Raw
from tqcheck.glossary.sheets.yaml_sheet import YamlSheet

TERMS = "terms"


def tidy(sheet: YamlSheet) -> None:
    """Lay out every concept of a sheet; comments stay where they are. Raises GlossaryError, ChangeError."""
    sheet.relay(_ordered)


def _ordered(raw: Raw) -> None:
    """Keys in their usual order, terms last; terms of a language as a list of texts or one-line mappings."""
    from ruamel.yaml.comments import CommentedMap

    names = [key for key in ORDER if key in raw] + [key for key in raw if key not in ORDER and key != TERMS]
    for key in (*names, TERMS):
        _to_end(raw, key)
    for listed in raw[TERMS].values():
        for entry in listed if isinstance(listed, list) else ():
            if isinstance(entry, dict):
                for key in [key for key in TERM_ORDER if key in entry] + [
                    key for key in entry if key not in TERM_ORDER
                ]:
                    _to_end(entry, key)
                if isinstance(entry, CommentedMap) and not entry.ca.items:  # a comment inside needs lines of its own
                    entry.fa.set_flow_style()


def _to_end(raw: Raw, key: str) -> None:
    if hasattr(raw, "move_to_end"):
        raw.move_to_end(key)
    else:
        raw[key] = raw.pop(key)
