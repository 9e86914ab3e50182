"""Families of transliteration systems: for each, the rules that make its systems write a name alike.

Sources: BGN/PCGN romanization systems, ISO 9, ICAO Doc 9303 (passports), the scientific and the popular
transliterations; for Arabic and Persian BGN/PCGN and newspaper usage; ELOT 743; the Academy of the Hebrew Language;
IAST; Kazakh in Latin letters (2021).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Rules = tuple[tuple[re.Pattern[str], str], ...]


def rules(text: str) -> Rules:
    """One rule a line: a pattern, a space, what it becomes (nothing: it goes)."""
    lines = (line.partition(" ") for line in text.strip().split("\n"))
    return tuple((re.compile(pattern), to) for pattern, _, to in lines)


def rewritten(word: str, by: Rules) -> str:
    """The word after each rule in turn."""
    for pattern, to in by:
        word = pattern.sub(to, word)
    return word


@dataclass(frozen=True, slots=True)
class Family:
    """Systems that write one language, or a few akin, and what makes them agree."""

    name: str
    admits: re.Pattern[str]
    """What a word of the family looks like in any of its systems."""
    same: Rules
    least: int = 6
    """Letters that a word needs for its key to be enough by itself; shorter ones need the same first name beside."""


SLAVIC = """
['`’ʼ]
shch|shsh|sch s
kh h
x ks
w v
off$ ov
ss s
cks ks
c(?=[kalors]) k
(?<=[csz]h)[yi]?o(?=v) e
(?<=[a-z])yo e
dzh|dj|zh|j(?=[aeiouyv]) j
y[aeo](?=[bvgdzklmnprstfhcsj]) e
i[eo](?=[bvgdzklmnprstfhcsj]) e
(?<=[aeou])[yj](?=[aeou])
(?<=[aeou])i(?=[aeo])
(?:iy|ij|yy|yi|ii|yj|y|i|j)+$ i
[yij]+ i
"""
ARABIC = """
['`’ʼ]
tch|(?<=k)ch ch
kh x
zh|dj|dzh|j j
^[qg]h?(?=[aou]) q
qu?|gh|kk? q
(?<=[aeiou])g(?=[aei]) j
^g(?=[ie]) j
dh|d[hz] z
th t
(?<=[a-z]{5})(?:[ae]h|a)$ a
ay(?=[^aeiou]|$)|ei|ey|ai i
aw|au|ow|ou|oo o
ee i
[yi]+ i
e i
o u
([^r])\\1 \\1
"""
FAMILIES = (
    Family("slavic", re.compile("."), rules(SLAVIC)),
    # Bulgarian ъ before r or l: a (2009), u (BGN/PCGN 1952).
    Family("bulgarian", re.compile("[bdfgklmprstvz][aui][rl][bdfgklmnpstvz]"), rules("(?<=[bdfgklmprstvz])u(?=[rl][^aeiouy]) a" + SLAVIC), 7),
    # Belarusian writes the unstressed o as a, soft t and d as ts and dz, v after a vowel as a short u; h is Russian g.
    Family(
        "belarusian",
        re.compile(r"(?:s[kc]|[kc]y|sk[aiy]|ska[yij]a|icz|ich|ich[iy]|[aeio][uvw]|enk[ao]|ats?k|[dv]n[ao])$"),
        rules(
            "kh x\ngh? h\nts(?=[eiy]) t\ndz(?=[eiy]) d\n(?<=[aeoiy])[uw](?=[^aeiouy]|$) v\n"
            "(?<=[^aeiouy])[yij]+[aeo](?=[^aeiouy]) e\n(?<=[aeiou])[yij]+(?=[aeou])\n[yij]+ i\no a\n(.)\\1 \\1"
        ),
    ),
    # Arabic has three vowels, so e is i, and o is u; final -ah, -eh and -a are one ending; q, gh and k, j and g, dh and z stand for single letters.
    Family("arabic", re.compile(r"(?:[abd-uwyz'`’ʼ]|ch)+$"), rules(ARABIC)),
    Family("egyptian", re.compile("^g[ae]|^j[ae]"), rules("^[gj] j" + ARABIC)),  # g for j: Gamal, Jamal
    # u as French writes it (Houthi) and as English does (Rumi, Roomi).
    Family("long-u", re.compile("(?<!^l)(?:ou|oo|u)"), rules("^al-?\n['`’ʼ]\nkh h\nou(?!i)|oo u"), 5),
    # Greek ELOT 743 against sounds: i has five spellings, gamma before i is y, delta dh, chi ch or h; mp, nt, gk are b, d, g.
    Family(
        "greek",
        re.compile(r"[oiaeu]s$|ou$|[aio]n$|[^aeiou][ia]$"),
        rules(
            "^he i\n^[hj](?=[aeiou])\nou u\neu ev\n(?<=[eo])i|(?<=[aeo])y i\n(?:ei|oi|y|i)+ i\nai|ae e\n^(?:gi|i)(?=[aeou]) i\n"
            "ph f\nch|kh|h(?=[aeiou])|h$ h\nd?dh d\nth t\ngh g\nck?|k k\nx ks\nmp b\nn[td] d\ngk g\n([bcfklmnpst])\\1 \\1"
        ),
    ),
    # Armenian surnames: eastern voiced stops are western voiceless ones, the unwritten vowel comes and goes.
    Family(
        "armenian",
        re.compile(r"[iy]an$"),
        rules(
            "^h(?=[aeou])\nkh x\nch|j|dj c\nb p\ngh? k\nd t\ns+ s\n[iy]an$ Y\n"
            "(?<=[^aeiou])[ieu](?=[^aeiouY])|(?<=[^aeiou])[ieu](?=Y)\n(.)\\1 \\1"
        ),
        7,
    ),
    # Hebrew: q and k, tz and ts and z, ch and kh and h; a silent e after the first letter; initial yi is i.
    Family(
        "hebrew",
        re.compile("."),
        rules(
            "['`’ʼ]\n^yi i\n^(sh|[bcdgklmnrstz])e(?=[^aeiouyhq][aeiouy]|sh) \\1\ntz z\nts z\nch|kh h\nq|ck|k k\nw v\n"
            "[yi]+(?=[aeou])|(?<=[aeou])[yi]+ i\nh$\na(?=a)|([bdfklmnpst])(?=\\1)"
        ),
    ),
    # Indian: ee is i, oo u, au ou; h after a stop, and the doubled letter, come and go; v and w are one.
    Family(
        "indian",
        re.compile("."),
        rules("(?<=[aeiou])x ksh\nchh ch\nee i\noo u\n(?:au|ou|ow|o(?=w)) o\naa a\nsh|s s\nw v\n(?<=[bdgkpt])h\nck k\ny$ i\n(.)\\1 \\1"),
        7,
    ),
    Family("sanskrit", re.compile("x|ksh|ri"), rules("(?<=[aeiou])x ksh"), 5),
    # Kazakh letters, and the Russian names of the same places: q k, gh g, zh j, y i.
    Family(
        "kazakh",
        re.compile("."),
        rules("['`’ʼ]\nkh h\ngh g\nq k\nss? s\nzh|dzh j\n(?<=[aeou])y(?=[aeou])\n[yi]+ i\nw v"),
    ),
)  # fmt: skip
