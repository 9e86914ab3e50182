"""Which transliteration system a spelling shows, where another spelling of the same name stands beside it.

A system is known by what it alone, or it against the other, writes: BGN/PCGN y and ICAO i for й, ISO 9 ž and popular
zh, Wade-Giles ts' and pinyin c. Where the letters fit several systems, nothing is said.
"""

from __future__ import annotations

import re

from anyascii import anyascii

from tqcheck.language.east_asia import chinese
from tqcheck.language.name_tables import PLACE_OF
from tqcheck.language.romanization import agreeing, bare_letters

Contrast = tuple[str, re.Pattern[str], str, re.Pattern[str]]


def _contrasts(text: str) -> tuple[Contrast, ...]:
    """One a line: system, its sign, other system, its sign; parted by two spaces."""
    made = []
    for line in text.strip().split("\n"):
        one, sign, other, contrary = re.split(" {2,}", line.strip())
        made.append((one, re.compile(sign), other, re.compile(contrary)))
    return tuple(made)


# The languages' endings and letters first, for the same letters mean other systems elsewhere.
LANGUAGES = (
    (
        re.compile(r"ayi|skyi$|s['’]k|[^n]yy$|[yi]iv$|zhia$|zhya$|tsia$|tsya$|ivka$|^(?:kyiv|kharkiv)"),
        _contrasts(
            """
            Ukrainian 2010  (?<=[aeiou])i|ia|iu|yi$  BGN/PCGN 1965  yi(?!$)|ya|yu|yy$|s['’]k
            Ukrainian 2010  [yi]iv$  from Russian  [eo]v$
            """
        ),
    ),
    (re.compile(r"ŭ$|sye|tsye"), _contrasts("BGN/PCGN  tsy|ow$|lyo  Belarusian 2007  ŭ|ci|lio")),
    (re.compile(r"ŭr"), _contrasts("Bulgarian 2009  ar  BGN/PCGN 1952  ŭr")),
    (re.compile("enk[oa]$"), _contrasts("from Russian  o$  from Belarusian  a$")),
    (
        re.compile(r"[kptc]h?['’]\w*[^aeiou]i$|(?:dze|shvili)$"),
        _contrasts("Georgian national 2002  [kpt]  BGN/PCGN 1981  [kptc]h?['’]"),
    ),
)
RUSSIAN_NAME = re.compile(
    r"(?:[oe]va?|ina?|[sc]k|sk[iy][iy]?|ska?[iy]a|[iy]y|ii|yi|ny|[aeou][iy]|[^aeiou]?[yj]a|[ai]ia|burg|grad|enko|vich|ovna|[iy]va|ič)$"
)
RUSSIAN = _contrasts(
    """
    popular  ^ye|l(?!['’])  ALA-LC without ligatures  ['’]
    BGN/PCGN  shch  scientific  šč
    BGN/PCGN  zh|kh|shch|ch|sh  ISO 9  [žščŝ]|^h(?=[aou])|[âûè]
    ICAO passport  ts  scientific  c(?!h)
    BGN/PCGN  y(?=[aeiou])|(?<=[aeou])y|iy$|^ye  ICAO passport  i(?=[aeu])|(?<=[aeou])i|ii$|^e
    popular  y$|tch  ICAO passport  [iy]i$
    """
)
EAST = {
    "japanese": _contrasts(
        """
        Hepburn  shi|chi|tsu|fu|sh[auo]|ch[auo]|ji|j[auo]  Kunrei-shiki  s[iy]|t[iyu]|hu|z[iy]
        popular  [ou]  Hepburn  [ōū]
        """
    ),
    "korean": _contrasts(
        """
        Revised Romanization  eo|eu|^[bdgj]  McCune-Reischauer  ^[ptk]|^ch|[ŏŭ]
        Revised Romanization  yeo|eo|eu  personal  oo|yun|hyun|su|ee
        """
    ),
    "sanskrit": _contrasts("popular  sh|ri  IAST  [ṛṣśṇāīū]"),
    "indian": _contrasts("popular  sh|ri|ee|oo|a  IAST  [ṛṣśṇāīūṭḍ]"),
}
POSTAL = re.compile(
    "^(?:pe|nan|tien|sin|chung|kw|hank|tsing|foo|soo|swa)|king$|tsin$|kiang$|kien$|ch?ow$|sze|oo|shensi"
)


def systems(a: str, b: str) -> tuple[str, str] | None:
    """The systems that two spellings of one name show, in their order; none where the letters do not tell."""
    families = agreeing(a, b) | ({"place"} if a.casefold() in PLACE_OF else set())
    chinese_too = "chinese" in families and (chinese(_pinyin(a)) or chinese(_pinyin(b)))
    if chinese_too and "korean" in families and bare_letters(a) != bare_letters(b):
        return None  # Busan and Pusan might be Chinese as well
    if chinese_too and (found := _chinese(a, b)):
        return found
    russian = bool(RUSSIAN_NAME.search(a.casefold()) and RUSSIAN_NAME.search(b.casefold()))
    eastern = ("sanskrit", "indian") if russian else ("japanese", "korean", "sanskrit", "indian")
    tables = [EAST[name] for name in eastern if name in families]
    tables += [table for admits, table in LANGUAGES if admits.search(a.casefold()) or admits.search(b.casefold())]
    if russian:
        tables.append(RUSSIAN)
    for table in tables:
        for one, sign, other, contrary in table:
            for x, y, names in ((a, b, (one, other)), (b, a, (other, one))):
                if _shows(x, y, sign) and _shows(y, x, contrary):
                    return names
    return None


def _shows(word: str, beside: str, sign: re.Pattern[str]) -> bool:
    """Whether the word has the sign and the other has it not, or less often."""
    return len(sign.findall(word.casefold())) > len(sign.findall(beside.casefold()))


def _pinyin(word: str) -> str:
    return anyascii(word.casefold()).lower().replace("-", "'")


def _chinese(a: str, b: str) -> tuple[str, str] | None:
    """Pinyin and what it stands beside: postal spelling, or Wade-Giles where there are hyphens or apostrophes."""
    for x, y, forward in ((a, b, True), (b, a, False)):
        if bare_letters(y) in chinese(_pinyin(x)) and bare_letters(x) != bare_letters(y):
            other = "postal" if POSTAL.search(y.casefold()) and not set("-'’") & set(y) else "Wade-Giles"
            return ("pinyin", other) if forward else (other, "pinyin")
    return None
