"""Which words may begin, end and join a term, as far as lists and endings tell it without a tagger."""

from __future__ import annotations

from functools import cache, lru_cache

from tqcheck.language.english_verbs import BASES, BE, FINITE_AUXILIARIES
from tqcheck.language.general_words import general_words
from tqcheck.language.irregular import IRREGULAR
from tqcheck.language.lazy import lazy
from tqcheck.language.lemmas import lemma
from tqcheck.language.names import INFLECTING
from tqcheck.language.scripts import SPACELESS, script

JOINERS = {
    "en": "of",
    "de": "der des",
    "fr": "de du des d' à la le l'",
    "es": "de del la los las",
    "it": "di del della dei delle degli dello d' dell' l'",
    "pt": "de do da dos das",
    "nl": "van de der het",
}
"""Small words that join the nouns of one term; elsewhere the genitive joins them."""
VERBS = {
    "ru": lazy(r"(?:[аяиеуыо]ть|ться|тись|[зсй]ти|чь|чься)$"),
    "uk": lazy(r"(?:ти|тися|тись)$"),
    "pl": lazy(r"(?:[aeiyą]ć|ść)$"),
    "cs": lazy(r"(?:[aeiyí]t|ovat)$"),
    "fr": lazy(r"(?:er|ir|re|oir)$"),
    "es": lazy(r"(?:ar|er|ir)$"),
    "pt": lazy(r"(?:ar|er|ir|ôr)$"),
    "it": lazy(r"(?:are|ere|ire)$"),
    "nl": lazy(r"en$"),
}
"""How infinitives end where dictionaries give them for a verb's forms."""
PLURAL = ("", "s", "es")
"""What plurals of nouns add where some verbs do too."""
AFTER_VERBS = frozenset(
    "a an the this that these those it its him her them his their our your my how what whether".split()
)
"""English words that follow a verb, not a noun."""


def is_predicate(word: str, following: str, language: str) -> bool:
    """English: whether a word that may be noun or verb (shows, lists) is a verb by the word after it."""
    if language != "en" or following.casefold() not in AFTER_VERBS:
        return False
    folded = word.casefold()
    return folded in BASES or lemma(folded, language) in BASES


@cache
def joiners(language: str) -> frozenset[str]:
    return frozenset(JOINERS.get(language, "").split())


@lru_cache(maxsize=100_000)
def may_bound(word: str, language: str, proper: bool) -> bool:
    """Whether a word may begin or end a term: no general word, no number, no form that only verbs and adverbs have."""
    folded = word.casefold().replace("’", "'")
    general = general_words(language)
    if folded in general or not any(char.isalpha() for char in folded):
        return False
    if language in INFLECTING and not proper and lemma(folded, language) in general:
        return False
    if len(folded.rstrip("'")) < 2:
        return language in SPACELESS and script(word) != "HIRAGANA"  # a Japanese ending or particle
    return proper or not (_is_verb(folded, language) or (language == "en" and folded.endswith(("ly", "n't", "'ll"))))


def _is_verb(folded: str, language: str) -> bool:
    if language == "en":
        base = IRREGULAR.get(folded, folded.removesuffix("d").removesuffix("e"))
        past = folded in IRREGULAR or folded.endswith("ed")
        return folded in BE or folded in FINITE_AUXILIARIES or (past and not {base, base + "e"}.isdisjoint(BASES))
    ending = VERBS.get(language)
    if ending is None:
        return False
    base = lemma(folded, language)
    plural = language in ("fr", "es", "pt") and any(folded == base + suffix for suffix in PLURAL)
    return base != folded and not plural and bool(ending.search(base))
