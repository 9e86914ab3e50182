"""Names in Latin letters: keys on which the transliteration systems of a language family agree.

A name is read in every way that its letters admit (Žukov by ISO 9, Joukov by French habit); each reading gives one key
per family: a skeleton in which what the family's systems write apart is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from tqcheck.language.east_asia import chinese, japanese, korean
from tqcheck.language.families import FAMILIES, rewritten, rules

LEAST = 4
"""Shorter words have too few sounds to be known by."""


LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʼ’'`\u0300-\u036f -]+$")
"""Other scripts in a text in Latin letters are no romanization."""


# Letters with marks, as the languages that have them say them; the plain letters are a reading of their own.
MARKED = str.maketrans(
    {
        "ž": "zh", "š": "sh", "č": "ch", "ć": "ch", "đ": "dj", "ŝ": "shch", "ż": "zh", "ź": "z", "ś": "sh", "ł": "l",
        "ş": "sh", "ç": "ch", "ğ": "gh", "ı": "y", "ș": "sh", "ț": "ts", "ţ": "ts", "ŭ": "w", "ṛ": "ri", "ṣ": "sh",
        "ă": "a", "ŏ": "o", "ĕ": "e", "ē": "e", "ō": "o", "ū": "u", "ā": "a", "ī": "i", "ĭ": "i", "ě": "e", "ë": "yo",
        "â": "ia", "û": "iu", "è": "e", "é": "e", "ń": "n", "ň": "n", "ñ": "n", "ḥ": "h", "ḩ": "h", "ġ": "gh",
    }
)  # fmt: skip
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

# How English, French, German, scientific and Polish habits write the same Slavic or Arabic sounds; each a reading.
SPELLINGS = (
    # the admitting pattern; what is read
    (
        re.compile("ou|tch|ch|gu[ei]|dj|j|[sz]yne$"),
        rules("^(.*(?:ou|tch).*in|.*[sz]yn)e$ \\1\n^oua wa\ntch tx\n(?<!t)ch sh\ntx ch\ngu(?=[ei]) g\nou u\ndj j"),
    ),  # French
    (
        re.compile("sch|tsch|dsch|j[aeiou]|w|tz"),
        rules("schtsch shch\ntsch ch\ndsch j\nsch sh\nj(?=[aeou]) y\ntz ts\nw v\nie(?=[a-z]) i"),
    ),  # German
    (re.compile("c(?![hks]|$)"), rules("ch x\nc(?![ks]|$) ts\nx ch\nj(?=[aeou]) y")),  # scientific: c is ts, j is y
    (re.compile("sz|cz|rz|w"), rules("szcz shch\nsz sh\ncz ch\nrz zh\nw v\nj(?=[aeou]) y")),  # Polish
    (re.compile("ie(?=[bdfglmnrstv])"), rules("ie(?=[bdfglmnrstv]) i")),  # German length: Lieberman, Siegel
)


@lru_cache(maxsize=100_000)
def readings(word: str) -> frozenset[str]:
    """The word in plain small letters, once in each way that its marks and letters may be meant."""
    folded = word.casefold()
    plain = {anyascii(folded).lower()}
    if not folded.isascii():
        plain |= {anyascii(folded.translate(table)).lower() for table in (MARKED, MARKED | {ord("ć"): "c"}, UMLAUTS)}
    read = {rewritten(form, by) for form in plain for admits, by in SPELLINGS if admits.search(form)}
    return frozenset(plain | read)


@lru_cache(maxsize=100_000)
def keys(word: str) -> frozenset[str]:
    """Names that share one are spelled alike but for the system, as far as their letters tell."""
    if len(word) < LEAST or not LATIN.match(word):
        return frozenset()
    made = {f"chinese {bare_letters(word)}"}
    for read in readings(word):
        bare = read.replace("-", "")
        made |= {f"{family.name} {rewritten(bare, family.same)}" for family in FAMILIES if family.admits.search(bare)}
        made |= {f"korean {key}" for key in korean(read)}
        made |= {f"chinese {spelt}" for spelt in chinese(read.replace("-", "'"))}
        if kana := japanese(read):
            made.add(f"japanese {kana}")
    return frozenset(made)


LEAST_OF = {family.name: family.least for family in FAMILIES} | {"chinese": 6, "japanese": 5, "korean": 5}

XI = re.compile("(?i:x[iu])")
"""No system but pinyin writes x before i and u for a sound of its own."""


def agreeing(a: str, b: str) -> frozenset[str]:
    """The families in whose systems two names are one."""
    common = keys(a) & keys(b)
    found = {key.partition(" ")[0] for key in common}
    if "chinese" in found and not common & {f"chinese {bare_letters(a)}", f"chinese {bare_letters(b)}"}:
        found.remove("chinese")  # two pinyin names that Wade-Giles would write alike: two names
    if XI.search(a) and XI.search(b):
        found &= {"chinese"}  # what two pinyin names differ in tells them apart: Shanxi and Shaanxi
    return frozenset(found)


def enough(a: str, b: str, families: frozenset[str]) -> bool:
    """Whether two names in which these families agree are long enough to be one without a first name beside them."""
    length = min(len(bare_letters(a)), len(bare_letters(b)))
    return any(length >= LEAST_OF[family] for family in families)


@lru_cache(maxsize=100_000)
def bare_letters(word: str) -> str:
    """Plain small letters, without accents, hyphens, spaces and apostrophes."""
    return re.sub("[^a-z]", "", anyascii(word.casefold()).lower())
