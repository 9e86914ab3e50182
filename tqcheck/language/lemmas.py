"""Lemmas by simplemma: slow to load for some languages, so asked only to re-check a candidate that stems left open."""

from __future__ import annotations

from functools import lru_cache

from tqcheck.language.tags import primary

SERVED = frozenset(
    "ast bg ca cs cy da de el en es et fa fi fr ga gd gl gv hbs hi hu hy id is it ka la lb lt lv mk ms nb nl nn pl pt ro "
    "ru se sk sl sq sv sw tl tr uk".split()
)


@lru_cache(maxsize=100_000)
def lemma(word: str, language: str) -> str:
    """The dictionary form, case-folded; the folded word itself where the language is not served."""
    code = primary(language)
    if code not in SERVED:
        return word.casefold()
    from simplemma import lemmatize

    return str(lemmatize(word, lang=code)).casefold()
