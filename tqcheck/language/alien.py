"""Stretches of letters of a script that a language is not written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from tqcheck.language.scripts import script, written_in
from tqcheck.language.tags import primary
from tqcheck.model.text import Span

# Scripts, as Unicode names them, that texts of a language use by rights; Latin is judged by its words, not here.
OWN = {
    "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW", "Armn": "ARMENIAN", "Geor": "GEORGIAN",
    "Deva": "DEVANAGARI", "Beng": "BENGALI", "Thai": "THAI", "Hang": "HANGUL CJK",
    "Jpan": "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA",
    "Hani": "CJK BOPOMOFO", "Latn": "", "Hans": "CJK BOPOMOFO", "Hant": "CJK BOPOMOFO",
}  # fmt: skip
TWO_SCRIPTS = frozenset("sr uz kk az tg mn bs sh pa ky tk ku ms".split())
"""Languages written in two scripts today: nothing to be concluded from letters."""
BLOCKS = {
    "Cyrl": r"\u0400-\u052f", "Grek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Arab": r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebr": r"\u0590-\u05ff", "Armn": r"\u0530-\u058f", "Geor": r"\u10a0-\u10ff\u1c90-\u1cbf", "Deva": r"\u0900-\u097f",
    "Beng": r"\u0980-\u09ff", "Thai": r"\u0e00-\u0e7f", "Hang": r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Jpan": r"\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff",
    "Hani": r"\u3005\u3100-\u312f\u3400-\u9fff\uf900-\ufaff",
}  # fmt: skip
"""Where the letters of a script stand in Unicode; what it lacks (rare Han) is sorted out letter by letter."""


@cache
def _foreign_run(native: str) -> re.Pattern[str]:
    """A letter neither Latin nor of the native script, and what follows up to the next that is."""
    known = r"a-zA-Z\u00aa-\u024f\u1e00-\u1eff\ufffc" + BLOCKS.get(
        {"Hans": "Hani", "Hant": "Hani"}.get(native, native), ""
    )
    return re.compile(rf"[^\W\d_{known}][^{known}\n]*")


GREEK_LEAST = 4
"""Letters: shorter Greek words are symbols (αβ, Δx, μm)."""


def alien_runs(prose: str, tag: str) -> Iterator[Span]:
    """The stretches, in order; Latin letters never count, nor do single letters as names of things (α, Ω)."""
    native = written_in(tag)
    if primary(tag) in TWO_SCRIPTS or (prose.isascii() or not prose):
        return
    own = frozenset(OWN.get(native, "").split())
    for match in _foreign_run(native).finditer(prose):
        yield from _alien(prose, match, own, primary(tag))


def _alien(prose: str, match: re.Match[str], own: frozenset[str], language: str) -> Iterator[Span]:
    """Stretches of one match that are letters of scripts not the language's own, with what stands between them."""
    start = end = -1
    letters = 0
    greek = False
    for at in range(match.start(), match.end() + 1):
        kind = script(prose[at]) if at < match.end() else ""
        strange = (
            bool(kind)
            and kind not in own
            and kind != "LATIN"
            and kind not in ("COMMON", "MATHEMATICAL", "ROMAN", "DOUBLE-STRUCK")
        )
        if strange:
            if start < 0:
                start, letters = at, 0
            end, letters = at + 1, letters + 1
            greek = kind == "GREEK"
        elif start >= 0 and (at == match.end() or (kind and not strange)):
            least = GREEK_LEAST if greek else 1 if script(prose[start]) == "CJK" and "CJK" not in own else 2
            if language == "ko" or (greek and end - start < GREEK_LEAST):
                least = max(least, 3)
            if letters >= least:
                # Vowel signs (Devanagari, Thai) are marks, not letters: they belong to the word.
                while end < match.end() and unicodedata.category(prose[end]) in ("Mn", "Mc"):
                    end += 1
                yield Span(start, end)
            start = -1
