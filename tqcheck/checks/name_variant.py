"""One name spelled in two ways within a document, or in a way the glossary does not list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tqcheck.checks import name_wholes
from tqcheck.checks.base import DocumentCheck
from tqcheck.checks.context import Context
from tqcheck.checks.name_forms import Form, clusters, form_key, gather, in_dictionary, ties
from tqcheck.checks.name_wholes import gather_wholes, whole_ties
from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.language import names
from tqcheck.language.function_words import function_words
from tqcheck.language.names import ELIDING, INFLECTING, Bond
from tqcheck.language.systems import systems
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Conclusion, Fact, Observation
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

# Where a place name stands when it is a noun: after one of these, and not before another noun.
PLACED = frozenset(
    """
    in to from near at around of into toward towards outside aus nach bei um à de vers en desde hacia em para da di per
    в из под к около от до у через
    """.split()
)
NOT_NOUNS = frozenset(
    """
    and or but on in at to from by with for of is are was were has have had will would who which that where when as the
    a an after before since until during over about said says und oder ist war et ou est y o e es и или был была
    """.split()
)
ELIDED = frozenset("l d qu s n c j m t un dell all nell sull dall".split())
PARTICLES = frozenset("al el ul ad as ash an ar von van de der den di da du la le bin ibn ben abu".split())
BOND = (" ", "-", "\u00a0")
SENTENCE_END = ".!?…:\"“”«»„'‘’\n•–—-*("


@dataclass(frozen=True, slots=True)
class Options:
    project: bool = False
    """Compare the names of all documents of the run as well."""


def observe(segment: Segment, options: Options, context: Context) -> Iterator[Observation]:
    language = context.target
    strings = context.strings(segment.target)
    eliding = language in ELIDING
    capitals = [at for at, text in enumerate(strings) if text[0].isupper() or (eliding and not text.islower())]
    common = function_words(language)
    if not capitals or (capitals == [0] and strings[0].casefold() in common):
        return
    parts = context.parts(segment.target)
    places = list(accumulate(map(len, parts)))
    last = len(strings) - 1
    for at in capitals:
        start, text = places[2 * at], strings[at]
        if eliding and ("'" in text or "’" in text):
            start, text = _after_elision(start, text)
        token = _bare(text, language)
        if not _name_like(token, 3):
            continue
        whole = text == token
        first, before, neighbour_left, left_word = True, "", "", ""
        if at:
            left_word, before = strings[at - 1], parts[2 * at]
            if before not in BOND:
                first = before.rstrip(" \u00a0")[-1:] in SENTENCE_END
            else:
                first = False
                neighbour_left = left_word if _name_like(left_word, 2) else ""
        after, neighbour_right, right_word = "", "", ""
        if at < last:
            right_word, after = strings[at + 1], parts[2 * at + 2]
            if after in BOND:
                if after == " " and at + 2 <= last and right_word.casefold() in PARTICLES:
                    right_word = strings[at + 2]  # Hussein al-Tarawi
                neighbour_right = _bare(right_word, language) if whole and right_word[0].isupper() else ""
                if neighbour_right and not _name_like(neighbour_right, 2):
                    neighbour_right = ""
        if first and not neighbour_right and text.casefold() in common:
            continue  # the sentence's capital, not the word's
        placed = ""
        if whole and (after != " " or right_word.casefold() in NOT_NOUNS):
            if before == " " and left_word.casefold() in PLACED:
                placed = "place"
            elif before != " ":
                placed = "noun"
        value = f"{token}\t{neighbour_left}\t{neighbour_right}\t{placed}\t{'f' if first else ''}"
        yield Observation("name", value, Span(start, start + len(token)))


def conclude(facts: Sequence[Fact], options: Options, context: Context) -> Iterator[Conclusion]:
    language = context.target
    seen = [fact for fact in facts if fact.key == "name"]
    forms = gather(seen, language)
    listed = _listed(context)
    made: list[Conclusion] = list(_against_glossary(forms, listed, context))
    done = {conclusion.values["form"] for conclusion in made}
    tied = [
        (a, b)
        for a, b in ties(forms, language)
        if forms[a].label not in done
        and forms[b].label not in done
        and not _settled(forms[a], forms[b], listed, language)
    ]
    if language not in INFLECTING:
        for one, other in whole_ties(gather_wholes(facts), forms, language):
            pair = []
            for form in (one, other):
                forms.setdefault(form.label, form)
                pair.append(form.label)
            tied.append((pair[0], pair[1]))
    for cluster in clusters(tied):
        ranked = sorted(
            cluster, key=lambda key: (-forms[key].count, forms[key].places[0].index, forms[key].places[0].start)
        )
        main = forms[ranked[0]]
        for key in ranked[1:]:
            form = forms[key]
            others = [forms[other] for other in ranked if other != key]
            known = systems(form.label, main.label) if language not in INFLECTING else None
            yield Conclusion(
                "systems" if known else "variant",
                form.places[0],
                {
                    "form": form.label,
                    "count": str(form.count),
                    "others": ", ".join(f"“{other.label}” ({other.count})" for other in others),
                    **({"here": known[0], "main": main.label, "there": known[1]} if known else {}),
                },
                suggestions=(main.label,) if language not in INFLECTING else (),
                evidence={"forms": {other.label: other.count for other in (main, form)}}
                | ({"systems": dict(zip((form.label, main.label), known, strict=True))} if known else {}),
                related=(*form.places[1:], main.places[0]),
            )
    yield from made


def _name_like(word: str, least: int = 4) -> bool:
    """A capital, then small letters: Ivanov, O'Brien, McDonald; not EU, not iPhone."""
    return len(word) >= least and word[0].isupper() and not word[1:].isupper() and word[-1].islower()


def _bare(word: str, language: str) -> str:
    """Without the possessive (Zelensky's) or the Turkish ending after an apostrophe (Ankara'da)."""
    if word.isalpha():
        return word
    for mark in ("'", "’"):
        if mark in word and (language == "tr" or word.endswith((f"{mark}s", mark))):
            return word.partition(mark)[0] if language == "tr" else word.rpartition(mark)[0]
    return word


def _after_elision(start: int, text: str) -> tuple[int, str]:
    head, _, tail = text.replace("’", "'").partition("'")
    return (
        (start + len(head) + 1, text[len(head) + 1 :])
        if head.casefold() in ELIDED and tail[:1].isupper()
        else (start, text)
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of a glossary name."""

    concept: Concept
    term: Term
    word: str
    beside: tuple[str, ...]
    """The name's other words."""


def _listed(context: Context) -> dict[str, list[Listed]]:
    """The words of the glossary's names in the target language."""
    listed: dict[str, list[Listed]] = defaultdict(list)
    if context.terms is None:
        return listed
    for forms in context.terms.target.forms.values():
        for form in forms:
            if form.term.text.isupper() or form.concept.beside or form.concept.not_beside:
                continue
            if all(word[0].isupper() or len(word) < 4 for word in form.words):
                for word in filter(_name_like, form.words):
                    others = tuple(other for other in form.words if other != word and len(other) > 3)
                    listed[form_key(word, context.target)].append(Listed(form.concept, form.term, word, others))
    return listed


def _settled(one: Form, other: Form, listed: dict[str, list[Listed]], language: str) -> bool:
    """Whether the glossary has spoken: it lists both spellings, or deprecates one (another check reports that)."""
    entries = [listed.get(form_key(form.label, language), []) for form in (one, other)]
    deprecated = any(found and not any(entry.term.status.allowed for entry in found) for found in entries)
    return deprecated or all(entries)


def _against_glossary(
    forms: dict[str, Form], listed: dict[str, list[Listed]], context: Context
) -> Iterator[Conclusion]:
    """Spellings of a glossary name that the glossary does not list, whether or not the document is consistent."""
    if not listed:
        return
    language = context.target
    blocks: dict[str, list[Listed]] = defaultdict(list)
    for entries in listed.values():
        for entry in entries:
            if entry.term.status.allowed:
                for spelling in (entry.word, entry.word + "i", entry.word.removesuffix("i")):
                    for loose in names.block_keys(spelling, language):
                        blocks[loose].append(entry)
    for key, form in forms.items():
        if key in listed:
            continue
        candidates = [
            entry
            for loose in sorted(names.block_keys(form.label, language))
            for entry in blocks.get(loose, ())
            if _is_entry(form, entry, language)
        ]
        if not candidates:
            continue
        entry = min(candidates, key=lambda found: found.term.status is not Status.PREFERRED)
        yield Conclusion(
            "glossary",
            form.places[0],
            {"form": form.label, "count": str(form.count), "term": entry.term.text},
            suggestions=(entry.word,) if language not in INFLECTING else (),
            confidence=0.85,
            evidence={"concept": entry.concept.id, "glossary": entry.concept.glossary, "preferred": entry.term.text},
            related=tuple(form.places[1:]),
        )


def _is_entry(form: Form, entry: Listed, language: str) -> bool:
    tie = names.bond(form.label, entry.word, language)
    if tie <= Bond.NATIONAL:
        if language in INFLECTING or not (
            names.same_place(form.label, entry.word) or names.same_place(entry.word, form.label)
        ):
            return False
    elif len(form.label) < (4 if tie is Bond.SURE else 5):
        return False
    if not entry.beside:
        return not (in_dictionary(form.label, language) and in_dictionary(entry.word, language))
    return any(a == b or names.bond(a, b, language) for a in form.company if a for b in entry.beside)


def observe_all(segment: Segment, options: Options, context: Context) -> Iterator[Observation]:
    """The words of names, and the names whose parts a hyphen or an article joins."""
    yield from observe(segment, options, context)
    yield from name_wholes.observe(segment, context)


CHECK = DocumentCheck(
    id="name-variant",
    category=Category.TERMINOLOGY_INCONSISTENT,
    severity=Severity.MINOR,
    confidence=0.75,
    messages={
        "variant": "“{form}” ({count}) looks like the same name as {others}: one document should spell a name one way.",
        "systems": "“{form}” ({count}) looks like the same name as {others}, by another system ({here}; “{main}”: {there}): "
        "one document should spell a name one way.",
        "glossary": "“{form}” ({count}) is a spelling of the glossary name “{term}” that the glossary does not list.",
    },
    options=Options,
    observe=observe_all,
    conclude=conclude,
)
