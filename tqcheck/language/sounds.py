"""Which sound an English word begins with, where its spelling tells."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.language.lazy import lazy

# Spelt with u-, said with y-: uni- (one), eu-, use, and a few more.
YOU = lazy(
    r"uni(?!m[aeipr]|n[a-z]|d[ei]|ll|ss|r)|uninom|unanim|eu|ew|us[aeiu]|ut[eio]|ura|ure|uri|uro|uru|ugan|uta|ubi|uk|ufo|uvu|uv$|ute"
)
WON = lazy(r"one$|ones$|one[- ]|oneself|oneness|once|oua|oui")
"""Said with w-: one, once; and French names in Oua-, Oui-."""
SILENT_H = lazy(r"hour|honest|honour|honor|heir")
# The h of an unstressed first syllable may be silent for some speakers: an historic event.
WEAK_H = lazy(
    r"hist|hot|hyst|habit|hero|herb|homa|hila|hallu|horr|harm|here|hexa|humb|hypo|hypn|hydr|hypn|huma|hia|hono|heur|hab"
)
CONSONANT = lazy(
    r"[bcdfgjklmnpqrstvwz](?=[aeiou])|(?:b[lry]|c[hlry]|d[rwy]|f[lry]|g[lnry]|k[nlr]|p[lrhsyn]|qu|r[hy]|s[chklmnpqtwy]|t[hrwy]|w[hry]"
    r"|m[y]|l[y]|n[y]|z[y]|v[y])|y(?=[aeiou])"
)
"""Letters that begin an English word with a consonant: one before a vowel, or a cluster English has."""
SPELT_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an F, an X."""
# Initials said letter by letter though they have a vowel to be read by.
SPELT = frozenset(
    "EU ID AI IP IQ IT EEG ECG ISBN IMF IPO IOC OSCE OECD ABC ATM AC ADHD HIV HR LED LP MP MEP MBA MEPs MPs "
    "NGO NBA NFL NHL RNA SUV SMS SOS SEC FM FBI FDA UN UK US USA USB UFO UNHCR UV MRI EMF EIB ESA ETF HDD HD "
    "HTML HTTP RPG SSD NGOs MTV NYT NPO LGBT LGBTQ LLC".split()
)
READ_OUT = frozenset("RMB NZD MMR NSW NFT RSVP SFR NY LA NZ".split())
"""Abbreviations that many read as the words they stand for: an RMB or a renminbi note."""
DIGITS = lazy(r"(\d+)(?:[.,]\d+)*")


@lru_cache(maxsize=65_536)
def begins_with_vowel(word: str) -> bool | None:
    """Whether `an` stands before the word; None where the spelling does not settle it."""
    if word[0].isdigit():
        return _number(word)
    if len(word) == 1 or not word.isascii():
        return None
    bare = word.removesuffix("s")
    if bare.isupper() and len(bare) > 1:
        return _initials(bare)
    if not word[1:].islower():
        return None
    return _spelling(word.lower())


def _number(word: str) -> bool | None:
    match = DIGITS.match(word)
    first = match.group(1) if match else word
    if len(first) == 4 and first[:2] in ("11", "18"):
        return None  # eighteen hundred, or one thousand eight hundred
    return first[0] == "8" or (first[:2] in ("11", "18") and len(first) % 3 == 2)


def _initials(word: str) -> bool | None:
    if word in READ_OUT:
        return None
    if word in SPELT or (word[0] in SPELT_VOWEL and not set(word) & set("AEIOUY")):
        return word[0] in SPELT_VOWEL
    # Read as a word (NATO, UNESCO) or letter by letter: only what begins with a consonant both ways is sure.
    return False if word[0] in "BCDGJKPQTVWZ" else None


def _spelling(word: str) -> bool | None:
    if word[0] == "h":
        return True if SILENT_H.match(word) else None if WEAK_H.match(word) or word[1] not in "aeiou" else False
    if word[0] in "aeiou":
        return None if len(word) == 2 and word in ("ue", "oe") else not (YOU.match(word) or WON.match(word))
    return False if CONSONANT.match(word) and set(word) & set("aeiouy") else None
