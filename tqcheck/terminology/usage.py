"""What the terms of a glossary do over a corpus: how often each fires, how surely, what hides it, what it gets reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tqcheck.checks import term_deprecated, term_missing
from tqcheck.glossary.attempts import ORDER
from tqcheck.glossary.concept import Concept, Term
from tqcheck.glossary.finder import Finder, Level, Match, longest
from tqcheck.model.segment import Side
from tqcheck.model.text import Span
from tqcheck.terminology.segments import Met

MOST_PLACES = 5
"""Places kept of a term, and of its alarms."""

Key = tuple[Side, str, str, str, str]
"""Side, concept, language, text and status: what a term is known by, whatever object it is."""


@dataclass(slots=True)
class Use:
    """What one term did. It fires where it is found, nothing longer hides it and its concept applies."""

    concept: Concept
    term: Term
    side: Side
    levels: Counter[Level] = field(default_factory=Counter)
    """How often it fired, by how surely it was there."""
    hidden: Counter[str] = field(default_factory=Counter)
    """How often it was found, but hidden by a longer term: this one."""
    held: int = 0
    """How often it was found, but in a segment to which its concept does not apply."""
    alarms: int = 0
    """How often `term-missing` or `term-deprecated` spoke of it."""
    places: list[str] = field(default_factory=list)
    """The first places where it fired, each line once."""
    alarm_places: list[str] = field(default_factory=list)

    @property
    def times(self) -> int:
        return self.levels.total()

    @property
    def precision(self) -> float | None:
        """The share of its firings that raised no alarm; in texts known to be right each alarm is a false one.

        None where it never fired, or where no check could speak of it: a permitted term of the target.
        """
        silent = self.side is Side.TARGET and self.term.status.allowed
        return None if silent or not self.times else round(1 - min(self.alarms / self.times, 1.0), 3)


@dataclass(slots=True)
class Usage:
    """A tally that grows segment by segment; as large as the glossary, however long the corpus."""

    uses: dict[Key, Use] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    segments: int = 0
    sought: set[tuple[str, str, Side]] = field(default_factory=set)
    """Languages that came up, by domain and side: their terms are in `uses`, whether they fire or not."""

    def add(self, met: Met) -> None:
        """Count what the terms do in one segment."""
        assert met.context.terms is not None
        self.files.add(met.document.path)
        self.segments += 1
        terms = met.context.terms
        for side in met.sides:
            finder = terms.source if side is Side.SOURCE else terms.target
            if (finder.language, terms.domain, side) not in self.sought:
                self.sought.add((finder.language, terms.domain, side))
                for concept, term in finder.terms:
                    self._use(concept, term, side)
            self._count(met, side, finder)
        verdicts = [(Side.TARGET, each) for each in term_deprecated.verdicts(met.segment, met.context)]
        if met.segment.source is not None:
            verdicts += [(Side.SOURCE, each) for each in term_missing.verdicts(met.segment, met.context)]
        for side, verdict in verdicts:
            if not verdict.silenced:
                use = self._use(verdict.match.concept, verdict.match.term, side)
                use.alarms += 1
                _note(use.alarm_places, met, side, verdict.match.span)

    def _count(self, met: Met, side: Side, finder: Finder) -> None:
        context, text = met.context, met.segment.text(side)
        assert context.terms is not None
        if not finder.may_find(context.vocabulary(text, side)):
            return
        stems = context.stems(text, side)
        every = list(_once(finder.every(text, context.words(text), stems)))
        kept = longest(every)
        standing = {match.span for match in kept}
        for match in every:
            use = self._use(match.concept, match.term, side)
            if match.span not in standing:
                by = next(k.term for k in kept if k.span.overlaps(match.span))
                if by is not match.term:  # a longer form of its own is no rival
                    use.hidden[by.text] += 1
            elif not context.terms.applies(match.concept, stems, finder.language):
                use.held += 1
            else:
                use.levels[match.level] += 1
                _note(use.places, met, side, match.span)

    def _use(self, concept: Concept, term: Term, side: Side) -> Use:
        key = (side, concept.id, term.language, term.text, term.status.value)
        if key not in self.uses:
            self.uses[key] = Use(concept, term, side)
        return self.uses[key]

    def firing(self) -> list[Use]:
        """The terms that fire, most often first, then by language and text."""
        return sorted((use for use in self.uses.values() if use.times), key=lambda use: (-use.times, *_name(use)))

    def silent(self) -> list[Use]:
        """The terms that never fire, by language and text."""
        return sorted((use for use in self.uses.values() if not use.times), key=_name)


def _name(use: Use) -> tuple[str, str, str, str]:
    return use.term.language, use.term.text.casefold(), use.term.text, use.concept.id


def _once(matches: Iterable[Match]) -> Iterable[Match]:
    """Each term once at a place, as sure as can be, though several of its forms may match there."""
    best: dict[tuple[int, Span], Match] = {}
    for match in matches:
        known = best.setdefault((id(match.term), match.span), match)
        if ORDER.index(match.level) < ORDER.index(known.level):
            best[id(match.term), match.span] = match
    return best.values()


def _note(places: list[str], met: Met, side: Side, span: Span) -> None:
    if len(places) < MOST_PLACES and (place := met.place(side, span)) not in places:
        places.append(place)
