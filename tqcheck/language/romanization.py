"""Names in Latin letters: keys on which the transliteration systems of a language family agree.

A name is read in every way that its letters admit (Žukov by ISO 9, Joukov by French habit); each reading gives one key
per family: a skeleton in which what the family's systems write apart is the same. Sources: BGN/PCGN romanization
systems, ISO 9, ICAO Doc 9303 (passports), the scientific and the popular transliterations; for Arabic and Persian
BGN/PCGN and newspaper usage; ELOT 743; the Academy of the Hebrew Language; IAST; Kazakh in Latin letters (2021).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from tqcheck.language.east_asia import chinese, japanese, korean

Rules = tuple[tuple[re.Pattern[str], str], ...]
LEAST = 4
"""Shorter words have too few sounds to be known by."""


LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʼ’'`\u0300-\u036f -]+$")
"""Other scripts in a text in Latin letters are no romanization."""


def rules(text: str) -> Rules:
    """One rule a line: a pattern, a space, what it becomes (nothing: it goes)."""
    lines = (line.partition(" ") for line in text.strip().split("\n"))
    return tuple((re.compile(pattern), to) for pattern, _, to in lines)


def rewritten(word: str, by: Rules) -> str:
    """The word after each rule in turn."""
    for pattern, to in by:
        word = pattern.sub(to, word)
    return word


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
    # Arabic has three vowels, so e is i or a, and o is u; q, gh and k, j and g, dh and z stand for single letters.
    Family(
        "arabic",
        re.compile(r"(?:[abd-uwyz'`’ʼ]|ch)+$"),
        rules(ARABIC),
    ),
    Family("egyptian", re.compile("^g[ae]|^j[ae]"), rules("^[gj] j" + ARABIC)),  # g for j: Gamal, Jamal
    # French ou for u.
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
    # Indian: ee is i, oo u, au ou; h after a stop, the doubled stop and the final a come and go; v and w are one.
    Family(
        "indian",
        re.compile("."),
        rules("(?<=[aeiou])x ksh\nchh ch\nee i\noo u\n(?:au|ou|ow|o(?=w)) o\naa a\nsh|s s\nw v\n(?<=[bdgkpt])h\nck k\ny$ i\n(.)\\1 \\1"),
        7,
    ),
    Family("sanskrit", re.compile("x|ksh|ri"), rules("(?<=[aeiou])x ksh"), 5),
    # Kazakh letters, and the Russian names of the same places: q k, gh g, zh j, y i, uw.
    Family(
        "kazakh",
        re.compile("."),
        rules("['`’ʼ]\nkh h\ngh g\nq k\nss? s\nzh|dzh j\n(?<=[aeou])y(?=[aeou])\n[yi]+ i\nw v"),
    ),
)  # fmt: skip


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
