"""Stems: one key for the inflected forms of a word."""

from __future__ import annotations

from functools import cache
from typing import Any

from tqcheck.language.irregular import IRREGULAR
from tqcheck.language.tags import primary

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip

# Endings cut where Snowball has no algorithm: longest first; what remains keeps at least three letters.
ENDINGS = {
    "uk": "ського ському ською ської ських ськими ськими ський ська ське ські ування уванням уванні ованого ованої "
    "ового ової овими ових ові ями ами ьому ього ими ого ому ою ею єю ів їв ях ах ям ам ем єм ом ий ій їй ої ая яя ую юю "
    "ють ять уть ать ити іти ати яти ла ло ли ає є їть ить ії ія ію и і ї а я у ю о е ь й",
    "be": "амі ямі ага яга аму яму ай яй ой ую юю аў яў ах ях ам ям ом ем ы і а я у ю о е ь й",
    "bg": "ите ата ята ото ето ът ят та то те и а я о е",
    "ka": "ებისთვის ებისგან ებიდან ებით ების ებად ებში ებზე ებმა ები ისთვის იდან იით ისა ში ზე მა ით ის ად ი ა ს",
}
CUTS = {language: tuple(sorted(set(text.split()), key=lambda e: (-len(e), e))) for language, text in ENDINGS.items()}


@cache
def _stemmer(algorithm: str) -> Any:
    import snowballstemmer  # takes PyStemmer by itself where it is installed

    return snowballstemmer.stemmer(algorithm)


class Stems(dict[str, str]):
    """The stems of one language's words, worked out once each: `stems[word]`."""

    MOST = 400_000
    """Words remembered; more than any text has, so that memory stays flat on endless nonsense."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __missing__(self, word: str) -> str:
        if len(self) >= self.MOST:
            self.clear()
        self[word] = made = stem_of(word, self.code)
        return made


@cache
def stems_of(language: str) -> Stems:
    """The stems of a language (BCP-47)."""
    return Stems(primary(language))


def stem(word: str, language: str) -> str:
    """The stem of a word, case-folded. A language without stemmer and endings gives the folded word itself.

    Snowball: M. F. Porter, https://snowballstem.org. English irregular forms go to their base first.
    """
    return stems_of(language)[word]


def stem_of(word: str, code: str) -> str:
    """The stem by the rules of a primary language, worked out anew."""
    folded = word.casefold().replace("’", "'").replace("ʼ", "'")
    if code == "en":
        folded = folded.removesuffix("'s")
        folded = IRREGULAR.get(folded, folded)
    elif code == "ru":
        folded = folded.replace("ё", "е")
    algorithm = SNOWBALL.get(code)
    if algorithm:
        root = str(_stemmer(algorithm).stemWord(folded))
        # The Russian algorithm stems its own stems: without this, the forms of one word part.
        return str(_stemmer(algorithm).stemWord(root)) if code == "ru" else root
    for ending in CUTS.get(code, ()):
        if folded.endswith(ending) and len(folded) - len(ending) >= 3:
            return folded[: -len(ending)]
    return folded
