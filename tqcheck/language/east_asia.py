"""Chinese, Japanese and Korean names in Latin letters: keys on which the romanizations agree.

Sources: Hanyu pinyin (ISO 7098), the tables of Wade-Giles and of the Postal Atlas of China (1907); ISO 3602 (Kunrei)
against Hepburn; Revised Romanization of Korean (2000) against McCune-Reischauer and the spellings of passports.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

MOST = 64
"""How many spellings of one name are kept: a name has two or three syllables that several systems write apart."""

# Pinyin initials and finals: what Wade-Giles (first) and the postal spelling (then) make of them, marks left out.
INITIALS = {
    "zh": "ch", "b": "p", "d": "t", "g": "k", "z": "ts tz", "c": "ts tz", "ch": "ch", "sh": "sh",
    "j": "ch k ts", "q": "ch k ts", "x": "hs s h", "r": "j r", "y": "y", "w": "w", "": "",
} | {letter: letter for letter in "pmftnlksh"}  # fmt: skip
FINALS = {
    "ong": "ung", "iong": "iung", "ou": "ou ow", "uang": "uang wang", "ua": "ua wa", "uai": "uai wai", "ui": "ui uei wei",
    "uan": "uan wan", "ian": "ien", "ie": "ieh", "e": "e o eh", "ei": "ei eh e", "u": "u oo", "uo": "o uo", "ue": "ueh",
    "er": "erh", "iu": "iu", "iao": "iao", "ao": "ao", "i": "i", "ü": "u",
} | {final: final for final in "a ai an ang en eng ia iang in ing un".split()}  # fmt: skip
# Syllables whose final goes its own way, and those that pinyin writes with y-.
SYLLABLES = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu tze", "ci": "tzu tze", "si": "ssu sze szu",
    "yi": "i yi", "yan": "yen", "ye": "yeh", "you": "yu yow", "yong": "yung", "xi": "hsi si", "ge": "ko", "ke": "ko",
    "he": "ho", "wo": "wo",
}  # fmt: skip
PINYIN = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)"
    r"((?:iang|iong|uang|ang|eng|ing|ong|ian|uan|an|en|in|un)(?![aeiouü])|iao|uai|ai|ao|ei|er(?![aeiouü])"
    r"|ia|ie|iu|ou|ua|ue|ui|uo|a|e|i|o|u|ü)"
)
NO_SYLLABLE = re.compile(
    "[jqx][aeo]|(?:[zcs]h?|r|[gkhfw])i[a-zü]|r(?:ai?$|ei)|[bpmfw](?:ong|u.)|[gkh]i|f(?:a[io]|e$|i)|[td](?:in$|ei$)|w(?:u.|o.)"
)
"""What looks like a syllable of pinyin and is none."""
OPEN = re.compile("(?:[^aeiouü]{1,2}[aeiou]){3,}")
"""Three open syllables without a diphthong are a Japanese name, hardly a Chinese one: Yamada."""
NOT_BARE = frozenset("iuü")
"""Vowels that begin no pinyin syllable: they take y- or w-."""

# A kana syllable in Hepburn, Kunrei or popular spelling.
KANA = re.compile(
    r"(?:(?:sh|ch|ts|dz|[bcdfghjkmnprstwyz](?=y))y?|[bdfghjkmnprstwyz])?[aeiou]|n(?:'|(?![aeiou]))|m(?=[bpm])|t(?=ch|ts)|([kstpc])(?=\1)|h(?=[^aeiouy]|$)"
)
HEPBURN = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("oh(?=[^aeiouy]|$)|o[ou]", "o"),
        ("uu", "u"),
        ("m(?=[bpm])", "n"),
        ("tch", "cch"),
        ("sy(?=[auo])|s(?=i)", "sh"),
        ("ty(?=[auo])|t(?=i)", "ch"),
        ("[zj]y(?=[auo])|[zd](?=i)", "j"),
        ("t(?=u)", "ts"),
        ("d(?=u)", "z"),
        ("h(?=u)", "f"),
        ("'", ""),
    )
)

# A Korean syllable: initial, vowel, final. What stands in one row sounds the same.
ONSETS = {"g": "k", "kk": "k", "d": "t", "tt": "t", "b": "p", "pp": "p", "j": "c", "jj": "c", "ch": "c", "sh": "s",
          "ss": "s", "l": "r", "rh": "r"}  # fmt: skip
VOWELS = {
    "eo": "O", "o": "o O", "u": "u E O", "eu": "E", "oo": "u", "ou": "u O", "uh": "O", "yeo": "yO", "yo": "yo yO",
    "you": "yO yu", "yu": "yu yO", "wo": "wO", "we": "we", "ee": "i", "weo": "wO", "woo": "u", "ui": "Ei", "eui": "Ei",
    "yi": "i", "ah": "a", "aw": "o", "oi": "we", "oe": "we",
}  # fmt: skip
CODAS = {"g": "k", "d": "t", "b": "p"}
KOREAN = re.compile(
    "(kk|tt|pp|jj|ss|ch|sh|rh|[gkndtrlmbpsjh]?)"
    "(yeo|you|eui|weo|woo|yae|wae|eo|eu|ae|ya|ye|yo|yu|yi|wa|we|wi|wo|oe|oi|ui|oo|ou|ee|ah|uh|aw|a|e|i|o|u)"
    "(?:(ng|[ngkldtmbps])(?![aeiouwy])|(?=[^aeiouwy]|$))"
)
KOREAN_SIGN = re.compile("eo|eu|ae|oe|ye|yu|[aeiou](?:ng|n|k|l|m)(?![aeiouwy])")


@lru_cache(maxsize=100_000)
def chinese(word: str) -> frozenset[str]:
    """The Wade-Giles and postal spellings of a name in pinyin (small letters), marks left out; none if it is not."""
    if OPEN.fullmatch(word):
        return frozenset()
    choices: list[list[str]] = []
    at = 0
    while at < len(word):
        match = PINYIN.match(word, at)
        if not match or (not match[1] and (match[2][0] in NOT_BARE or (at and word[at - 1] != "'"))):
            return frozenset()
        if NO_SYLLABLE.match(match.group()):
            return frozenset()
        choices.append(_chinese_syllable(match[1], match[2]))
        at = match.end() + (word[match.end() : match.end() + 1] == "'")
    count = 1
    for choice in choices:
        count *= len(choice)
    if count > 4 * MOST:
        choices = [choice[:2] for choice in choices]
    return frozenset("".join(parts) for parts in product(*choices)) if len(choices) <= 3 else frozenset()


def _chinese_syllable(initial: str, final: str) -> list[str]:
    if initial + final in SYLLABLES:
        return SYLLABLES[initial + final].split()
    return [a + b for a in INITIALS.get(initial, "").split() or [""] for b in FINALS.get(final, final).split()]


@lru_cache(maxsize=100_000)
def japanese(word: str) -> str:
    """One key for Hepburn, Kunrei and popular spelling; empty where the word is not made of kana."""
    word, at = word.replace("-", ""), 0
    while at < len(word):
        match = KANA.match(word, at)
        if not match:
            return ""
        at = match.end()
    for pattern, to in HEPBURN:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=100_000)
def korean(word: str) -> frozenset[str]:
    """Keys for Revised Romanization, McCune-Reischauer and personal spelling; none where no Korean syllables."""
    if not KOREAN_SIGN.search(word):
        return frozenset()
    choices: list[list[str]] = []
    at, voiced = 0, False
    while at < len(word):
        match = KOREAN.match(word, at)
        if not match:
            return frozenset()
        onset, vowel, coda = match.groups("")
        # Only where it is not between voiced sounds do the systems disagree about a stop: Busan, Pusan; not Seogu, Seoku.
        sound = onset if voiced and onset in ("g", "d", "b") else ONSETS.get(onset, onset)
        choices.append([sound + choice + CODAS.get(coda, coda) for choice in VOWELS.get(vowel, vowel).split()])
        at, voiced = match.end(), coda not in ("k", "t", "p", "g", "d", "b", "s")
        if word[at : at + 1] == "-":
            at, voiced = at + 1, False
    if not 1 <= len(choices) <= 4:
        return frozenset()
    return frozenset("".join(parts) for parts in list(product(*choices))[:MOST])
