"""The spellings of names that a document shows, and which of them are one name; for the name checks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from anyascii import anyascii

from tqcheck.language import names
from tqcheck.language.name_tables import TITLES
from tqcheck.language.names import INFLECTING, Bond
from tqcheck.language.stems import stem
from tqcheck.model.finding import Location
from tqcheck.model.issue import Fact

MOST_BESIDE = 300
"""How many surnames with one initial beside one given name are compared: enough for names, flat for anything else."""
CAPITAL_NOUNS = frozenset(("de", "lb"))
"""Languages that write every noun with a capital: it is no sign of a name."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What the document shows of one token in one surrounding."""

    token: str
    left: str
    right: str
    placed: str
    """`place` where it stands as the name of a place (`in Sukhum.`), `noun` where at least as no adjective."""
    first: bool
    """It stands first in its sentence, where every word has a capital."""


@dataclass(slots=True)
class Form:
    """One spelling of a name, with its inflected forms where the language has them."""

    tokens: Counter[str] = field(default_factory=Counter)
    places: list[Location] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    right: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    """Every capitalised neighbour; `left` and `right` leave titles out."""
    placed: set[str] = field(default_factory=set)
    inside: int = 0
    """How often it stands elsewhere than first in a sentence."""

    @property
    def label(self) -> str:
        return self.tokens.most_common(1)[0][0]

    @property
    def count(self) -> int:
        return self.tokens.total()


def gather(facts: Iterable[Fact], language: str) -> dict[str, Form]:
    """By spelling; in languages that inflect names, by stem."""
    forms: dict[str, Form] = defaultdict(Form)
    tokens = {fact.value.partition("\t")[0] for fact in facts}
    georgian = {
        token for token in tokens if language == "ru" and token[:-1] in tokens and names.same_place(token[:-1], token)
    }
    for fact in facts:
        token, left, right, placed, first = fact.value.split("\t")
        sight = Sight(token, left, right, placed, bool(first))
        form = forms[token if token in georgian else form_key(token, language)]
        form.tokens[sight.token] += fact.count
        form.places += fact.places
        form.placed |= {sight.placed} - {""}
        form.inside += fact.count * (not sight.first or bool(sight.right))
        form.company |= {sight.left, sight.right}
        if sight.left and sight.left.casefold() not in TITLES:
            form.left.add(sight.left)
        if sight.right and sight.right.casefold() not in TITLES:
            form.right.add(sight.right)
    for form in forms.values():
        form.places.sort(key=lambda place: (place.index, place.start))
    return dict(forms)


def ties(forms: dict[str, Form], language: str) -> Iterator[tuple[str, str]]:
    """Pairs of spellings that are one name, by their letters and by their company."""
    by_label = {form.label: key for key, form in forms.items()}
    for a, b, tie in names.pairs(list(by_label), language):
        one, other = forms[by_label[a]], forms[by_label[b]]
        shared = _shared(one, other, language)
        if shared is None or (tie is Bond.NATIONAL and not shared):
            continue
        least = 3 if shared else 4 if names.is_place(a) else 5 if tie >= Bond.REGULAR else 7
        if min(len(a), len(b)) < least or (tie <= Bond.REGULAR and not shared and (one.right or other.right)):
            continue
        if not shared and any(not form.inside and in_dictionary(form.label, language) for form in (one, other)):
            continue  # a word that only begins sentences need be no name
        if (
            not shared
            and in_dictionary(a, language)
            and in_dictionary(b, language)
            and not _accents_only(a, b, language)
            and not names.known_pair(a, b)
        ):
            continue
        if tie in (Bond.SLIP, Bond.REGULAR) and not shared and _is_noun(a, b, language):
            continue
        if tie is Bond.SLIP and any(is_common(word, language) for word in (a, b)):
            continue  # a mistyped word, not a name
        yield by_label[a], by_label[b]
    ending = "и" if language == "ru" else "" if language in INFLECTING else "i"
    by_token = {token: key for key, form in forms.items() for token in form.tokens} if ending else {}
    for token, key in by_token.items():
        twin = by_token.get(token + ending, key)
        if twin != key and names.same_place(token, token + ending):
            if not forms[key].placed or not forms[twin].placed or "place" not in forms[key].placed | forms[twin].placed:
                continue
            yield key, twin
    if language in INFLECTING:
        return
    beside: dict[tuple[str, str], set[str]] = defaultdict(set)
    for label, key in by_label.items():
        for given in forms[key].left:
            beside[given, label[0].casefold()].add(label)
    for group in beside.values():
        for a, b in combinations(sorted(group)[:MOST_BESIDE], 2):
            if names.nearly(a, b, language) and not (in_dictionary(a, language) and in_dictionary(b, language)):
                yield by_label[a], by_label[b]


def _is_noun(a: str, b: str, language: str) -> bool:
    """Whether two spellings are forms of one word of the language, or one of them is a noun with its usual capital."""
    if language in CAPITAL_NOUNS and any(in_dictionary(word, language) for word in (a, b)):
        return True
    return language != "en" and stem(a, language) == stem(b, language)


def _shared(one: Form, other: Form, language: str) -> bool | None:
    """Whether both stand beside the same name; None where they stand beside different ones, so name two people."""
    shared = False
    for mine, yours in ((one.left, other.left), (one.right, other.right)):
        if not compatible(mine, yours, language):
            return None
        shared = shared or bool(mine and yours)
    return shared


def compatible(mine: set[str], yours: set[str], language: str) -> bool:
    """Whether the neighbours of two spellings may be the same name; nobody's neighbour speaks against nothing."""
    return not mine or not yours or any(a == b or bool(names.bond(a, b, language)) for a in mine for b in yours)


def in_dictionary(word: str, language: str) -> bool:
    """Whether a dictionary has the word: two known spellings are two established names or words."""
    from simplemma import is_known

    try:
        return bool(is_known(word.lower(), lang=language) or is_known(word, lang=language))
    except ValueError:  # no dictionary of that language
        return False


def is_common(word: str, language: str) -> bool:
    """Whether a dictionary has the word as anything but a name; languages with capital nouns do not tell."""
    from simplemma import lemmatize

    return in_dictionary(word, language) and (
        language in CAPITAL_NOUNS or bool(lemmatize(word.lower(), lang=language).islower())
    )


def _accents_only(a: str, b: str, language: str) -> bool:
    """English: two dictionary words that differ by accents alone are one foreign name (Erdogan, Erdoğan)."""
    return language == "en" and a.isascii() != b.isascii() and anyascii(a) == anyascii(b)


def clusters(tied: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Connected spellings."""
    home: dict[str, set[str]] = {}
    for pair in tied:
        small, large = sorted((home.setdefault(key, {key}) for key in pair), key=len)
        if small is not large:
            large |= small
            home |= dict.fromkeys(small, large)
    return [sorted(cluster) for cluster in {id(cluster): cluster for cluster in home.values()}.values()]


def form_key(word: str, language: str) -> str:
    return names.name_stem(word, language) if language in INFLECTING else word
