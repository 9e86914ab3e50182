"""Suggestions that are one concept become one: an abbreviation and its long form, the spellings of one name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tqcheck.glossary.finder import Finder
from tqcheck.language.stems import stem
from tqcheck.language.words import words
from tqcheck.terminology.candidates import MOST_PLACES
from tqcheck.terminology.passages import Passage
from tqcheck.terminology.short_forms import ShortForm
from tqcheck.terminology.suggestion import Suggestion
from tqcheck.terminology.variants import Variants


def with_long_forms(
    made: list[Suggestion], language: str, forms: Mapping[str, ShortForm], untied: Mapping[str, str], finder: Finder
) -> list[Suggestion]:
    """Abbreviations and their long forms become one concept.

    `forms` are those that the texts tie to each other, `untied` what the check abbreviation says besides.
    """
    by_text = {each.first(language): each for each in made if language in each.terms}
    gone: set[int] = set()
    tied = {short: long for short, long in untied.items() if short in by_text}
    tied |= {short: form.long for short, form in forms.items()}
    for short, long in tied.items():
        if held(finder, short) or held(finder, long):
            continue
        own, whole = by_text.get(short), by_text.get(long)
        if own is None and whole is None:
            form = forms[short]
            count = len(form.segments)
            own = Suggestion(
                "abbreviation", float(count), count, places=[_tie(*spot) for spot in form.spots[:MOST_PLACES]]
            )
            made.append(own)
        kept = whole or own
        assert kept is not None
        if whole is not None and own is not None:
            gone.add(id(own))
            kept.count, kept.score = kept.count + own.count, max(kept.score, own.score)
            kept.terms = {**{tag: list(terms) for tag, terms in own.terms.items() if tag != language}, **kept.terms}
        kept.kind = "abbreviation"
        kept.terms = {**kept.terms, language: [long, {"term": short, "status": "admitted", "type": "abbreviation"}]}
    return [each for each in made if id(each) not in gone]


def _tie(passage: Passage, at: int) -> dict[str, str]:
    return {"place": passage.place, "text": passage.around(at, at + 1)}


def with_variants(made: list[Suggestion], spellings: Iterable[Variants], finder: Finder) -> list[Suggestion]:
    """Spellings that the checks take for one: the usual one first, the others not to be used."""
    for found in spellings:
        others = [text for text in found.others if not held(finder, text)]
        if held(finder, found.main) or not others:
            continue
        mine = [each for each in made if each.first(found.language) == found.main]
        made = [each for each in made if each.first(found.language) not in others]
        if mine:
            kept = mine[0]
        else:
            count = sum(found.counts.values())
            kept = Suggestion("name", float(count), count, {found.language: [found.main]})
            made.append(kept)
        kept.terms[found.language] += [{"term": text, "status": "deprecated"} for text in others]
        kept.more["forms"] = found.counts
        shown = [
            {"place": f"{place.path}:{place.region.line if place.region else place.unit}", "text": place.excerpt}
            for text, place in found.places.items()
            if text in others
        ]
        kept.places = [*kept.places[: MOST_PLACES - 1], *shown][:MOST_PLACES]
    return made


def held(finder: Finder, text: str) -> bool:
    """Whether the glossary has a term of these stems."""
    stems = tuple(stem(word.text, finder.language) for word in words(text))
    return bool(stems) and any(form.stems == stems for form in finder.forms.get(stems[0], ()))
