"""Concepts that texts suggest for a glossary, each with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from tqcheck.config.settings import Settings
from tqcheck.engine.walk import Job
from tqcheck.glossary.concept import Termbase
from tqcheck.glossary.finder import Finder, compiled
from tqcheck.language.abbreviations import is_known
from tqcheck.language.tags import primary
from tqcheck.model.finding import Notice
from tqcheck.terminology.candidates import MOST_PLACES, Candidate, candidates
from tqcheck.terminology.joins import held, with_long_forms, with_variants
from tqcheck.terminology.pairing import Pair, pairs
from tqcheck.terminology.passages import Corpus, read
from tqcheck.terminology.short_forms import short_forms
from tqcheck.terminology.suggestion import Suggestion
from tqcheck.terminology.variants import Variants, variants

STEADY = 0.5
"""How often a single common word must stand with its translation (Dice's coefficient) to be suggested."""
UNSTEADY = 0.5
"""What a candidate without a likely translation counts beside those that have one."""


def suggest(jobs: Sequence[Job], settings: Settings, base: Termbase, notices: list[Notice]) -> list[Suggestion]:
    """What the files suggest and the glossary does not hold, best first."""
    made: list[Suggestion] = []
    corpora = read(jobs, settings, notices)
    spellings, longs = variants(jobs, settings) if corpora else ([], {})
    for corpus in corpora:
        own = [each for each in spellings if each.language == corpus.target_language]
        made += _of_corpus(corpus, base, own, longs.get(corpus.target_language, {}))
    return sorted(made, key=lambda each: -each.score)


def _of_corpus(
    corpus: Corpus, base: Termbase, spellings: Sequence[Variants], longs: Mapping[str, str]
) -> list[Suggestion]:
    terms = compiled(base, corpus.source_language, corpus.target_language, "")
    examples = _Examples(corpus)
    targets = candidates(corpus.targets, corpus.target_language)
    sources = candidates(corpus.sources, corpus.source_language) if corpus.sources else []
    total = max((passage.segment for passage in corpus.targets), default=0)
    linked = pairs(sources, targets, total)
    parts = {part for each in (*sources, *targets) if each.kind != "word" and len(each.key) > 1 for part in each.key}
    by_source = {id(pair.source): pair for pair in linked}
    by_target = {id(pair.target): pair for pair in linked}
    made: list[Suggestion] = []
    for each in sources:
        pair = by_source.get(id(each))
        if pair is not None and _is_worth(pair, parts):
            held = _holds(terms.source, pair.source) or _holds(terms.target, pair.target)
            made += [] if held else [_paired(pair, examples)]
        elif each.kind != "word" and not _holds(terms.source, each):
            made.append(_single(each, examples, UNSTEADY))
    for each in targets:
        pair = by_target.get(id(each))
        wanted = ("name", "abbreviation") if sources else ("name", "abbreviation", "term")
        if (pair is None or not _is_worth(pair, parts)) and each.kind in wanted and not _holds(terms.target, each):
            made.append(_single(each, examples, UNSTEADY if sources else 1.0))
    if corpus.sources:
        made = with_long_forms(made, corpus.source_language, short_forms(corpus.sources), {}, terms.source)
    made = with_long_forms(made, corpus.target_language, short_forms(corpus.targets), longs, terms.target)
    made = with_variants(made, spellings, terms.target)
    return [each for each in made if each.kind != "abbreviation" or _is_telling(each)]


def _is_worth(pair: Pair, parts: set[str]) -> bool:
    """A single common word is worth a concept where it keeps to its translation; two of them only where longer terms are
    made of one of the two."""
    kinds = (pair.source.kind, pair.target.kind)
    if "word" not in kinds or pair.alike:
        return True
    inside = kinds != ("word", "word") or pair.source.key[0] in parts or pair.target.key[0] in parts
    return inside and pair.overlap >= STEADY


def _is_telling(suggestion: Suggestion) -> bool:
    """Whether an abbreviation has a long form or a translation, or is one that a general reader does not know."""
    if len(suggestion.terms) > 1:
        return True
    ((language, entries),) = suggestion.terms.items()
    return len(entries) > 1 or not is_known(str(entries[0]), primary(language))


class _Examples:
    """Where candidates stand, with the translation beside it."""

    def __init__(self, corpus: Corpus) -> None:
        self.targets = {passage.segment: passage for passage in corpus.targets}

    def places(self, each: Candidate, other: Candidate | None = None) -> list[dict[str, str]]:
        """The first places of a candidate; with a translation, those that hold both."""
        spots = each.spots if other is None else [spot for spot in each.spots if spot[0].segment in other.segments]
        made = []
        for passage, at in spots[:MOST_PLACES]:
            row = {"place": passage.place, "text": passage.excerpt(at, at + len(each.key))}
            if other is not None:
                row["translation"] = self._excerpt(other, passage.segment)
            made.append(row)
        return made

    def _excerpt(self, other: Candidate, segment: int) -> str:
        passage = self.targets[segment]
        for text in other.surfaces:
            start = passage.text.casefold().find(text.casefold())
            if start >= 0:
                return passage.around(start, start + len(text))
        return passage.around(0, 0)


def _paired(pair: Pair, examples: _Examples) -> Suggestion:
    source, target = pair.source, pair.target
    kinds = (source.kind, target.kind)
    kind = "name" if "name" in kinds and pair.alike else next((k for k in kinds if k != "word"), "term")
    # How frequent a common word is says little of its worth.
    score = log2(1 + pair.together) if kinds == ("word", "word") else max(source.score, target.score)
    made = Suggestion(kind, score, source.count)
    made.terms = {source.language: [source.label], target.language: [target.label]}
    made.places = examples.places(source, target)
    made.more = {"together": pair.together, "log-likelihood": round(pair.ratio, 1)}
    return made


def _single(each: Candidate, examples: _Examples, weight: float) -> Suggestion:
    return Suggestion(each.kind, weight * each.score, each.count, {each.language: [each.label]}, examples.places(each))


def _holds(finder: Finder, each: Candidate) -> bool:
    return any(held(finder, text) for text in each.surfaces)
