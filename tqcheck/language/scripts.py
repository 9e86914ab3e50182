"""Scripts of characters and what follows from them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from tqcheck.language.lazy import lazy

SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo", "yue"})
"""Languages written without spaces between words."""

UNSPACED = lazy(
    r"[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    r"\uf900-\ufaff\U00020000-\U0002fa1f]"
)
"""A character of a script without spaces: Han, Kana, Thai, Lao, Tibetan, Myanmar, Khmer. No word boundary beside it."""

NOT_ASCII = lazy(r"[^\x00-\x7f]")
WESTERN = frozenset(map(chr, range(0xC0, 0x250))) | frozenset("‘’“”–—…«»\u00a0°·€№")
"""Latin letters and the usual marks beyond ASCII."""

NAMED = (
    "LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "HEBREW", "ARABIC", "GEORGIAN", "DEVANAGARI", "BENGALI", "THAI",
    "HANGUL", "HIRAGANA", "KATAKANA", "CJK", "ETHIOPIC", "TAMIL", "TELUGU", "KHMER", "LAO", "MYANMAR", "TIBETAN",
)  # fmt: skip

SCRIPTS_OF = {
    "Cyrl": "ru uk be bg mk sr kk ky mn tg",
    "Grek": "el",
    "Arab": "ar fa ur ps ckb",
    "Hebr": "he yi",
    "Armn": "hy",
    "Geor": "ka",
    "Deva": "hi mr ne",
    "Beng": "bn",
    "Thai": "th",
    "Hang": "ko",
    "Jpan": "ja",
    "Hani": "zh yue",
}
SCRIPT_OF = {language: script for script, languages in SCRIPTS_OF.items() for language in languages.split()}


@lru_cache(maxsize=65536)
def script(char: str) -> str:
    """The script of a letter as Unicode names it (`LATIN`, `CYRILLIC`, `CJK` …); empty for what has none."""
    if char.isascii():
        return "LATIN" if char.isalpha() else ""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "")
    first = name.split(" ", 1)[0]
    if first in NAMED:
        return first
    if first in {"MODIFIER", "COMBINING", "FEMININE", "MASCULINE", "SUPERSCRIPT", "SUBSCRIPT"}:
        return ""
    if first in {"FULLWIDTH", "HALFWIDTH"}:
        return name.split(" ")[1]
    return first


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters of a text that are not ASCII, each once."""
    return frozenset() if text.isascii() else frozenset(NOT_ASCII.findall(text))


@lru_cache(maxsize=1024)
def written_in(language: str) -> str:
    """ISO 15924 code of the script a language is usually written in; `Latn` unless listed."""
    from tqcheck.language.tags import canonical, primary

    for part in canonical(language).split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part
    return SCRIPT_OF.get(primary(language), "Latn")
