"""Names: which spellings may stand for one and the same name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from tqcheck.language.lazy import lazy
from tqcheck.language.name_tables import GIVEN_OF, PLACE_OF, SPELLED_OF
from tqcheck.language.romanization import UMLAUTS, agreeing, enough, keys
from tqcheck.language.slips import declined, slip_keys, slipped
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary

INFLECTING = frozenset("ru uk be bg mk sr hr bs sl pl cs sk lt lv fi et hu ro tr az kk hy ka el sq is".split())
"""Languages that put endings on names: only what stands before the ending can tell two spellings apart."""

ELIDING = frozenset("fr it ca".split())
"""Languages that write an article or preposition and a name as one word: l'Ossétie, dell'Abcasia."""

# Letters that different transliterations of one Cyrillic, Arabic or Georgian letter give (Latin script).
SURE = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("['`]", ""),
        ("kh", "h"),
        ("x", "ks"),
        ("tz", "ts"),
        ("w", "v"),
        (r"(?<=[^aeiou])(?:iy|ij|yy|yi|ii|yj|y|i)$", "i"),
        (r"(?<=.)(?:iya|ija|iia|ya|ja|ia)", "ia"),
        (r"(?<=.)(?:iyu|iju|yu|ju|iu)", "iu"),
        (r"(?<=[aeou])[yj]e", "e"),
        (r"(?<=[^aeiou])(?:iye|ije|ye|je|ie)", "ie"),
        (r"(?<=[aeiou])[yj](?![aeiou])", "i"),
        (r"(?<=[^aeiouy])y(?=[^aeiouy])", "i"),
        (r"yi|ij|iy", "i"),
    )
)
LOOSE = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("dzh|dj|zh|j(?=[aeou])", "j"),
        ("schtsch|stsch|chtch|shch|shsh", "sh"),
        ("tsch|tch", "ch"),
        ("sch", "sh"),
        ("gh?", "h"),
        ("off$", "ov"),
        ("ph", "f"),
        (r"(?<=i)c(?=[aey]$)", "ts"),
        ("ck|c(?![hei])|q", "k"),
        ("th", "t"),
        ("^[yj](?=[aeou])", ""),
        ("d[zs]|z", "s"),
        ("ou", "u"),
        ("(?<=[csz]h)o(?=v$)", "e"),
        ("io|ie", "e"),
        (r"(?<=[a-z])h$", ""),
        (r"(?<=[dt])er$", "r"),
        (r"(.)\1+", r"\1"),
    )
)
# How a word of these languages sounds to one who transliterates its source anew; target language: letters.
READINGS = {
    "fr": (
        (re.compile("tch"), "tsh"),
        (re.compile("(?<!t)ch"), "sh"),
        (re.compile("tsh"), "ch"),
        (re.compile("ou"), "u"),
    ),
    "pl": tuple(
        (re.compile(old), new)
        for old, new in (("szcz", "shch"), ("sz", "sh"), ("cz", "ch"), ("rz|ż", "zh"), ("ł", "l"))
    ),
}

CYRILLIC = lazy(r"[\u0400-\u04ff]")
CYRILLIC_SURE = str.maketrans({"ё": "е", "э": "е", "ґ": "г", "ь": "", "ъ": "", "'": "", "ʼ": "", "’": ""})
CYRILLIC_CASES = lazy(
    "(?:[аяиы]ми|[ое]го|[ое]му|ьому|[оеє]ю|[аяыи]х|[аяоеёєыи]м|[оеыиі]й|[ая]я|ое|[ую]ю|[аяуюеєёыиіїоьй])$"
)
"""Endings of nouns and adjectives in Russian and Ukrainian, as names take them."""
CYRILLIC_GLIDE = lazy("(?<=[аеиоуыэюяєії])й(?=[^аеиоуыэюяєії])")
SKY = lazy(r"(?<=[sc]k)(?:ij|yj|iy|yy|ý|y|i)$")
"""Nominative -sky as Polish, Czech and the transliterations write it."""
CYRILLIC_LOOSE = ((lazy("^у(?=[ияеоа])"), "в"), (lazy("^[гх](?=[аеиоу])"), "х"))
"""English w and German h were once written otherwise than today: Ватсон and Уотсон, Гельмут and Хельмут."""
DOUBLE = lazy(r"(.)\1+")

# Places whose people or adjective end in -i (Iraq, Iraqi), and Latin stems with another -i word beside them.
PEOPLES = frozenset(
    "iraq irak israel kuwait nepal yemen jemen oman bahrain qatar katar bangladesh punjab bengal gujarat azerbaijan "
    "pakistan tajik uzbek somal bihar sindh baluch hind emirat roman martin kashmir darfur zanzibar rajasthan".split()
)
MOST_SPELLINGS = 24
"""How many spellings that share a loose key are compared with each other: enough for names, flat for anything else."""


class Bond(IntEnum):
    """How surely two spellings are one name, by their letters alone."""

    NONE = 0
    NATIONAL = 1
    """Two languages' forms of one given name: one person only beside the same surname."""
    LOOSE = 2
    """Letters that also tell different names apart: c and k, z and s, single and double."""
    SLIP = 3
    """A long name and a slip of the keyboard."""
    REGULAR = 4
    """The systems of one language family write one name in these two ways."""
    SURE = 5


def name_stem(word: str, language: str) -> str:
    """What the inflected forms of a name share; the folded word itself where names keep their form."""
    folded = word.casefold()
    if primary(language) not in INFLECTING or SKY.search(folded):
        return folded
    if not CYRILLIC.search(folded):
        return stem(word, language)
    cut = CYRILLIC_CASES.search(folded)  # Snowball takes the -ов of Бибилов and the -ан of Рейган for endings
    return folded[: cut.start()] if cut and cut.start() >= 3 else folded


@lru_cache(maxsize=100_000)
def sure_keys(word: str, language: str) -> frozenset[str]:
    """Spellings that share a key differ only in the habits of transliteration."""
    code = primary(language)
    if CYRILLIC.search(word):
        return frozenset({CYRILLIC_GLIDE.sub("и", name_stem(word, language).translate(CYRILLIC_SURE))})
    if code in INFLECTING:  # Polish ń/n or Czech ý/í may be the ending's doing: accents count
        key = SKY.sub("", name_stem(word, language))
        return frozenset({key.replace("w", "v").replace("kh", "h").replace("x", "ks")})
    folded = word.casefold()
    if code == "fr" and anyascii(folded[0]).isalpha():  # Etats, États: the accent of a capital may be left out
        folded = anyascii(folded[0]).lower() + folded[1:]
    if folded.isascii():
        return frozenset({_latin(folded)})
    return frozenset(_latin(form) for form in {anyascii(folded).lower(), anyascii(folded.translate(UMLAUTS)).lower()})


def _latin(folded: str) -> str:
    for pattern, to in SURE:
        folded = pattern.sub(to, folded)
    return folded


@lru_cache(maxsize=100_000)
def loose_keys(word: str, language: str) -> frozenset[str]:
    """Spellings of one name share one of them; so may different names."""
    folded, code = word.casefold(), primary(language)
    tables = (("place", PLACE_OF), ("spelled", SPELLED_OF), ("given", GIVEN_OF))
    table = {f"{kind} {line}" for kind, lines in tables for line in lines.get(folded, ())}
    return frozenset(table | {_loose(key, code) for key in sure_keys(word, language)} | _read(folded, code))


def _loose(key: str, code: str) -> str:
    if CYRILLIC.search(key):
        for pattern, to in CYRILLIC_LOOSE:
            key = pattern.sub(to, key)
    elif code not in INFLECTING:
        for pattern, to in LOOSE:
            key = pattern.sub(to, key)
    return key if code in ("fi", "et", "hu") else DOUBLE.sub(r"\1", key)


def _read(folded: str, code: str) -> set[str]:
    """The key of the word as the target language reads its letters, if that is another."""
    read = SKY.sub("", name_stem(folded, code)) if code in INFLECTING else folded
    for pattern, to in READINGS.get(code, ()):
        read = pattern.sub(to, read)
    if read == folded or code not in READINGS:
        return set()
    return {
        _loose(
            read.replace("w", "v").replace("kh", "h") if code in INFLECTING else _latin(anyascii(read).lower()), code
        )
    }


@lru_cache(maxsize=100_000)
def block_keys(word: str, language: str) -> frozenset[str]:
    """Spellings that share none of them are not compared."""
    loose = loose_keys(word, language)
    return loose if primary(language) in INFLECTING else loose | keys(word) | slip_keys(word)


def bond(a: str, b: str, language: str) -> Bond:
    """Whether two different spellings may be one name."""
    return max(_by_habit(a, b, language), _by_system(a, b, language))


def _by_system(a: str, b: str, language: str) -> Bond:
    if primary(language) in INFLECTING:
        return Bond.NONE
    if not (families := agreeing(a, b)):
        return Bond.SLIP if slipped(a, b) else Bond.NONE
    return Bond.REGULAR if enough(a, b, families) else Bond.LOOSE


def _by_habit(a: str, b: str, language: str) -> Bond:
    common = loose_keys(a, language) & loose_keys(b, language)
    if not common:
        return Bond.NONE
    if primary(language) in INFLECTING:
        one, other = name_stem(a, language), name_stem(b, language)
        tails = {SKY.sub("", text)[-2:].replace("w", "v").translate(CYRILLIC_SURE) for text in (one, other)}
        if one == other or len(tails) > 1:
            return Bond.NONE
    if sure_keys(a, language) & sure_keys(b, language):
        return Bond.SURE
    if any(key.startswith(("place ", "spelled ")) for key in common):
        return Bond.SURE
    return Bond.NATIONAL if all(key.startswith("given ") for key in common) else Bond.LOOSE


def is_place(word: str) -> bool:
    """Whether the table of places has the word."""
    return word.casefold() in PLACE_OF or word.casefold() in SPELLED_OF


def known_pair(a: str, b: str) -> bool:
    """Whether a table names both as one, so that two dictionary words are one name: Kyiv, Kiev; Beijing, Peking."""
    one, other = a.casefold(), b.casefold()
    listed = any(table.get(one, frozenset()) & table.get(other, frozenset()) for table in (PLACE_OF, SPELLED_OF))
    return listed or (min(len(a), len(b)) >= 6 and "chinese" in agreeing(a, b))


def nearly(a: str, b: str, language: str) -> bool:
    """Whether two surnames beside one given name differ by a slip: never where an ending makes the difference."""
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    if len(short) < 6 or short[0] != long[0] or primary(language) in INFLECTING:
        return False
    if long == short + short[-1]:  # Hartman, Hartmann
        return True
    if long.startswith(short[:-2]):
        return False
    return bool(Levenshtein.distance(short, long) <= (2 if len(short) >= 9 else 1))


def same_place(bare: str, with_i: str) -> bool:
    """Whether two forms differ by the Georgian nominative -i alone (Sukhum, Sukhumi), not as Iraq and Iraqi do."""
    folded = bare.casefold()
    return (
        with_i.casefold() in (folded + "i", folded + "и")
        and len(bare) >= 5
        and folded not in PEOPLES
        and not folded.endswith(("stan", "стан"))
        and folded[-1] not in "aeiouyаеёиоуыэюяьйгкхжчшщ"
    )


def pairs(spellings: list[str], language: str) -> list[tuple[str, str, Bond]]:
    """Every two of the given spellings that may be one name."""
    blocks: dict[str, list[str]] = {}
    for word in spellings:
        for key in block_keys(word, language):
            blocks.setdefault(key, []).append(word)
    together = {pair: None for block in blocks.values() for pair in combinations(block[:MOST_SPELLINGS], 2)}
    tied = [(a, b, tie) for a, b in together if (tie := bond(a, b, language))]
    return tied if primary(language) in INFLECTING else [*tied, *_cases(spellings)]


def _cases(spellings: list[str]) -> Iterator[tuple[str, str, Bond]]:
    """Names beside which an inflected form of theirs stands, carried over from the source language."""
    known = {word.casefold(): word for word in spellings}
    for word in spellings:
        for form in declined(word):
            if form in known and known[form] != word:
                yield word, known[form], Bond.REGULAR
