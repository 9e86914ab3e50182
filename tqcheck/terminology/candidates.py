"""What a text offers as terms: recurring names, terms of several words, abbreviations; ranked by their C-value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tqcheck.checks.name_forms import CAPITAL_NOUNS, in_dictionary, is_common
from tqcheck.language.function_words import PARTICLES
from tqcheck.language.lemmas import SERVED, lemma
from tqcheck.language.names import name_stem
from tqcheck.language.scripts import SPACELESS
from tqcheck.language.stems import stem
from tqcheck.language.tags import primary
from tqcheck.language.titles import CONNECTORS, TITLE_STEMS
from tqcheck.terminology.c_value import Key, c_values
from tqcheck.terminology.edges import is_predicate, joiners, may_bound
from tqcheck.terminology.passages import Passage

LONGEST = 8
"""Words of a candidate."""
LEAST = 2
"""How often a candidate stands in the texts, and how often on its own, outside longer ones."""
MOST_PLACES = 3
JOINED = (" ", "\u00a0", "-", "‑", "")
"""What may stand between two words of one candidate."""
PARTICLES_OF_NAMES = frozenset("de del della di du des da do dos la le von der van den al el bin ibn".split())


@dataclass(slots=True)
class Candidate:
    """One string of words, whatever the endings."""

    key: Key
    kind: str
    """`name`, `term`, `abbreviation`, or `word`: a single common word, which only serves as a translation."""
    language: str
    surfaces: Counter[str] = field(default_factory=Counter)
    segments: dict[int, None] = field(default_factory=dict)
    """The segments that hold it, in order."""
    spots: list[tuple[Passage, int]] = field(default_factory=list)
    """The first places: a passage and the index of the first word."""
    score: float = 0.0
    """The C-value."""
    alone: float = 0.0
    """How often it stands outside longer candidates."""

    @property
    def count(self) -> int:
        return self.surfaces.total()

    @property
    def label(self) -> str:
        """The spelling to list: most words in their dictionary form, no capital that a place may explain, most frequent."""
        if self.kind == "abbreviation":
            return self.surfaces.most_common(1)[0][0]
        small = self.kind != "name" and primary(self.language) not in CAPITAL_NOUNS
        return max(
            self.surfaces,
            key=lambda text: (
                _base_words(text, self.language),
                small and text[0].islower(),
                self.surfaces[text],
                -len(text),
            ),
        )


@lru_cache(maxsize=100_000)
def _base_words(text: str, language: str) -> int:
    return sum(lemma(word, language) == word.casefold() for word in text.replace("-", " ").split())


def candidates(passages: Sequence[Passage], language: str) -> list[Candidate]:
    """Every candidate of texts in one language (BCP-47), best first; single common words too (kind `word`)."""
    code = primary(language)
    proper = _proper(passages, code)
    keyed = [_keys(passage, proper, code) for passage in passages]
    counts = _recurring(passages, keyed)
    made: dict[Key, Candidate] = {}
    for passage, keys in zip(passages, keyed, strict=True):
        for start, stop in _runs(passage):
            for at in range(start, stop):
                for end in range(at + 1, min(stop, at + LONGEST) + 1):
                    key = tuple(keys[at:end])
                    if key not in counts:
                        break  # nor does any longer one recur
                    if _is_term(passage, at, end, proper, code):
                        candidate = made.setdefault(
                            key, Candidate(key, _kind(passage, at, end, proper, code), language)
                        )
                        _see(candidate, passage, at, _surface(passage, at, end, proper, code))
    found = [each for each in made.values() if each.count >= LEAST]
    values = c_values({each.key: each.count for each in found})
    for each in found:
        each.score, each.alone = values[each.key]
    kept = [each for each in found if each.alone >= LEAST]
    return sorted(kept, key=lambda each: (-each.score, -len(each.key), each.spots[0][0].segment, each.key))


def _see(candidate: Candidate, passage: Passage, at: int, surface: str) -> None:
    candidate.surfaces[surface] += 1
    candidate.segments[passage.segment] = None
    spots = candidate.spots
    if len(spots) < MOST_PLACES and not (spots and spots[-1][0].segment == passage.segment):
        spots.append((passage, at))


def _proper(passages: Sequence[Passage], code: str) -> frozenset[str]:
    """The words (see `_folded`) that have a capital wherever no sentence begins: names, in most languages."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for passage in passages:
        if passage.heading:
            continue
        for at, word in enumerate(passage.words):
            if word[0].islower():
                lower[_folded(word, code)] += 1
            elif word[0].isupper() and at not in passage.first:
                upper[_folded(word, code)] += 1
    return frozenset(
        word
        for word, count in upper.items()
        if count > lower[word] and not (code in CAPITAL_NOUNS and is_common(word, code))
    )


def _bare(word: str) -> str:
    """Without the possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


@lru_cache(maxsize=200_000)
def _folded(word: str, code: str) -> str:
    """What the forms of a name share."""
    return name_stem(_bare(word), code)


def _keys(passage: Passage, proper: frozenset[str], code: str) -> list[str]:
    return [_key(_bare(word), _folded(word, code) in proper, code) for word in passage.words]


@lru_cache(maxsize=200_000)
def _key(word: str, is_name: bool, code: str) -> str:
    return word if word.isupper() and len(word) > 1 else name_stem(word, code) if is_name else stem(word, code)


def _recurring(passages: Sequence[Passage], keyed: Sequence[Sequence[str]]) -> frozenset[Key]:
    """The strings of words that stand there at least LEAST times; one word longer only where both its ends recur."""
    kept: set[Key] = set()
    for length in range(1, LONGEST + 1):
        counts: Counter[Key] = Counter()
        for passage, keys in zip(passages, keyed, strict=True):
            for at, end in _runs(passage):
                for start in range(at, end - length + 1):
                    key = tuple(keys[start : start + length])
                    if length == 1 or (key[1:] in kept and key[:-1] in kept):
                        counts[key] += 1
        now = {key for key, count in counts.items() if count >= LEAST}
        if not now:
            break
        kept |= now
    return frozenset(kept)


def _runs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Stretches of words that nothing but spaces and hyphens parts."""
    start = 0
    for at in range(1, len(passage.words) + 1):
        if at == len(passage.words) or passage.gaps[at] not in JOINED:
            yield start, at
            start = at


def _is_term(passage: Passage, at: int, end: int, proper: frozenset[str], code: str) -> bool:
    """Whether the words may be a term by their position, their edges and what joins them."""
    words = passage.words
    if not all(may_bound(words[edge], code, _folded(words[edge], code) in proper) for edge in (at, end - 1)):
        return False
    if passage.gaps[at] == "-" or (end < len(words) and passage.gaps[end] == "-"):
        return False  # a part of a hyphened word
    if end - at == 1:
        return code not in SPACELESS or len(words[at]) > 1
    if end < len(words) and passage.gaps[end] == " " and is_predicate(words[end - 1], words[end], code):
        return False
    if code in CAPITAL_NOUNS and not words[end - 1][0].isupper():
        return False  # an adjective or a verb
    return _inside(words[at:end], code)


def _inside(words: Sequence[str], code: str) -> bool:
    small = [word.casefold().replace("’", "'") for word in words[1:-1]]
    content = [word for word in small if word not in CONNECTORS and word not in PARTICLES]
    names = [word for word in words if word[0].isupper()]
    if len(names) >= 2 and names[-1] is words[-1] and names[0] is words[0]:
        titled = stem(words[0], code) in TITLE_STEMS.get(code, ())
        joined = CONNECTORS if titled else joiners(code) | PARTICLES_OF_NAMES
        return all(word in joined or words[n][0].isupper() for n, word in enumerate(small, 1))
    return all(word in joiners(code) or may_bound(word, code, False) for word in small) and len(content) < 4


def _kind(passage: Passage, at: int, end: int, proper: frozenset[str], code: str) -> str:
    words = [_bare(word) for word in passage.words[at:end]]
    if len(words) == 1 and words[0].isupper():
        return "abbreviation"
    content = [word for word in words if word.casefold() not in joiners(code) and word.casefold() not in CONNECTORS]
    if all(_folded(word, code) in proper for word in content):
        single = "term" if code in CAPITAL_NOUNS else "name"
        return "name" if len(words) > 1 else "word" if is_common(words[0], code) else single
    if len(words) > 1 or not _is_special(words[0], code):
        return "term" if len(words) > 1 else "word"
    return "name" if words[0][0].isupper() and code not in CAPITAL_NOUNS else "term"


def _is_special(word: str, code: str) -> bool:
    """A word that no dictionary of the language has."""
    return code in SERVED and len(word) > 3 and not in_dictionary(word, code)


def _surface(passage: Passage, at: int, end: int, proper: frozenset[str], code: str) -> str:
    """The words as they stand there, without a possessive and without the capital that only begins a sentence."""
    first, last = passage.words[at], passage.words[end - 1]
    text = passage.text[passage.starts[at] : passage.starts[end - 1] + len(_bare(last))].replace("\u00a0", " ")
    lower = at in passage.begins and code not in CAPITAL_NOUNS and first[1:].islower()
    lower = lower and all(word[0].islower() for word in passage.words[at + 1 : end])
    return text[0].lower() + text[1:] if lower and not _is_name(first, proper, code) else text


def _is_name(word: str, proper: frozenset[str], code: str) -> bool:
    return _folded(word, code) in proper or (word[0].isupper() and _is_special(_bare(word), code))
