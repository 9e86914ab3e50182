"""One sentence against a glossary: every term it brings up, what became of it, and what the checks then say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tqcheck.checks import term_deprecated, term_missing
from tqcheck.checks.context import Context
from tqcheck.checks.term_verdict import Verdict
from tqcheck.config.settings import Settings
from tqcheck.engine.examine import examine
from tqcheck.engine.languages import Languages, resolve
from tqcheck.engine.walk import Job
from tqcheck.glossary.attempts import Attempt, attempts
from tqcheck.glossary.finder import Match, Terms, compiled
from tqcheck.glossary.load import load
from tqcheck.model.finding import Finding, Notice
from tqcheck.model.segment import Segment, Side
from tqcheck.readers.base import Input, ReadOptions
from tqcheck.readers.text import READER
from tqcheck.terminology.segments import CHECKS


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one term on one side."""

    attempt: Attempt
    side: Side
    stands: bool
    """Whether the checks get to see it."""
    why: str
    """In words: what it wins over, or what it fails by."""
    verdicts: tuple[tuple[str, str], ...] = ()
    """Check and why it says nothing, empty where it reports the term."""

    @property
    def found(self) -> bool:
        return self.attempt.level is not None


@dataclass(frozen=True, slots=True)
class Trial:
    languages: Languages
    sentence: str
    source: str
    tried: tuple[Tried, ...]
    """Those of the source first; on each side the found ones first."""
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]


def trial(sentence: str, source: str, settings: Settings) -> Trial:
    """Try one sentence, with or without its source. Raises GlossaryError and ConfigError.

    Where the settings name no language it is told from the text; it stays empty where that is too short.
    """
    job = Job(_input("sentence", sentence), READER, _input("source", source) if source.strip() else None)
    document = READER.read(job.given, ReadOptions("none", job.source))
    languages, _ = resolve(document, settings.source_language, settings.target_language)
    settings = replace(
        settings, source_language=languages.source, target_language=languages.target, select=CHECKS, ignore=(), overrides=()
    )  # fmt: skip
    base = load(settings.glossaries)
    terms = compiled(base, languages.source, languages.target, settings.domain)
    everywhere = compiled(base, languages.source, languages.target, "")
    context = Context(languages.source, languages.target, terms)
    segment = next(iter(document.segments))
    done = examine(job, settings)  # which has its own word on the languages
    return Trial(
        languages, segment.target.plain, segment.source.plain if segment.source is not None else "",
        tuple(_tried(segment, context, terms, everywhere)), tuple(done.findings), tuple(done.notices),
    )  # fmt: skip


def _input(name: str, text: str) -> Input:
    return Input(name, data=" ".join(text.split()).encode("utf-8", "replace"))


def _tried(segment: Segment, context: Context, terms: Terms, everywhere: Terms) -> Iterator[Tried]:
    if segment.source is not None:
        verdicts = _by_match("term-missing", term_missing.verdicts(segment, context))
        yield from _one_side(Side.SOURCE, segment, context, terms, everywhere, verdicts)
    verdicts = _by_match("term-deprecated", term_deprecated.verdicts(segment, context))
    yield from _one_side(Side.TARGET, segment, context, terms, everywhere, verdicts)


Verdicts = Callable[[Attempt], tuple[tuple[str, str], ...]]


def _by_match(check: str, verdicts: Iterator[Verdict]) -> Verdicts:
    known = {(id(each.match.term), each.match.span): each.silenced for each in verdicts}

    def of(attempt: Attempt) -> tuple[tuple[str, str], ...]:
        key = (id(attempt.term), attempt.span)
        return ((check, known[key]),) if key in known else ()

    return of


def _one_side(
    side: Side, segment: Segment, context: Context, terms: Terms, everywhere: Terms, verdicts: Verdicts
) -> Iterator[Tried]:
    text = segment.text(side)
    stems, words = context.stems(text, side), context.words(text)
    finder = terms.source if side is Side.SOURCE else terms.target
    kept = finder.find(text, words, stems)
    in_domain = {concept.id for concept, _ in finder.terms}
    seen = attempts(everywhere.source if side is Side.SOURCE else everywhere.target, text, words, stems)
    for each in seen:
        if each.level is None:
            yield Tried(each, side, False, each.against)
        elif each.concept.id not in in_domain:
            why = f"its concept is of the domain {', '.join(each.concept.domain)}, not of {terms.domain}"
            yield Tried(each, side, False, why)
        elif over := _hiding(each, kept):
            yield Tried(each, side, False, over)
        elif unmet := terms.unmet(each.concept, stems, finder.language):
            yield Tried(each, side, False, unmet)
        else:
            yield Tried(each, side, True, _won(each, seen), verdicts(each))


def _hiding(attempt: Attempt, kept: list[Match]) -> str:
    """What hides a term that is found; empty where nothing does."""
    if any(match.span == attempt.span for match in kept):
        return ""
    by = next(match for match in kept if match.span.overlaps(attempt.span))
    longer = by.span.end - by.span.start > attempt.span.end - attempt.span.start
    return f"hidden by “{by.term.text}”, which is {'longer' if longer else 'as long and comes first'}"


def _won(attempt: Attempt, seen: list[Attempt]) -> str:
    """What a term that stands won over."""
    others = [each for each in seen if each.level and each is not attempt and each.span.overlaps(attempt.span)]
    beside = _named(each for each in others if each.span == attempt.span)
    shorter = _named(each for each in others if each.span != attempt.span)
    told = [f"the longest here, over {shorter}" * bool(shorter), f"beside {beside} in the same words" * bool(beside)]
    return ", ".join(filter(None, told)) or "nothing else claims these words"


def _named(attempts: Iterator[Attempt]) -> str:
    return ", ".join(dict.fromkeys(f"“{each.term.text}”" for each in attempts))
