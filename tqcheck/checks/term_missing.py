"""A glossary term of the source has none of its permitted translations in the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.base import Context, Needs, NoOptions, SegmentCheck
from tqcheck.glossary.concept import Term
from tqcheck.glossary.finder import Level, Match
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span

CONFIDENCE = {Level.EXACT: 0.9, Level.DECLARED: 0.9, Level.LEMMA: 0.85, Level.STEM: 0.8}


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    assert context.terms is not None and segment.source is not None
    if not (matches := context.matches(segment, Side.SOURCE)):
        return
    seen: set[str] = set()  # counted once per segment
    for span in sorted({match.span for match in matches}):
        # Concepts that share a source term are readings of it: any one's translation will do.
        readings = [m for m in matches if m.span == span and m.term.status.allowed]
        wanted = [term for m in readings for term in context.terms.permitted(m.concept)]
        if not wanted or readings[0].concept.id in seen:
            continue
        seen.add(readings[0].concept.id)
        if not _rendered(readings, wanted, segment, context) and not _kept(readings, segment):
            yield _issue(readings[0], span, wanted, segment)


def _rendered(readings: Sequence[Match], wanted: Sequence[Term], segment: Segment, context: Context) -> bool:
    """Whether the target has one of the wanted terms, or a deprecated one, which `term-deprecated` reports."""
    assert context.terms is not None
    concepts = {match.concept.id for match in readings}
    if any(match.concept.id in concepts for match in context.matches(segment, Side.TARGET)):
        return True
    words = context.words(segment.target)
    return any(context.terms.present(term, segment.target, words) for term in wanted)


def _kept(readings: Sequence[Match], segment: Segment) -> bool:
    """A do-not-translate term stands in the target as the source has it."""
    return any(m.term.do_not_translate and m.term.text in segment.target.plain for m in readings)


def _issue(match: Match, span: Span, wanted: Sequence[Term], segment: Segment) -> Issue:
    assert segment.source is not None
    targets = list(dict.fromkeys(term.text for term in wanted))
    return Issue(
        "missing",
        span,
        {"term": match.term.text, "wanted": "”, “".join(targets[:3])},
        side=Side.SOURCE,
        suggestions=tuple(targets[:3]),
        confidence=CONFIDENCE.get(match.level, 0.8),
        evidence={
            "source_term": match.term.text,
            "target_terms": targets,
            "matched": segment.source.plain[span.start : span.end],
            "level": str(match.level),
            "concept": match.concept.id,
            "glossary": match.concept.glossary,
        },
    )


CHECK = SegmentCheck(
    id="term-missing",
    category=Category.TERMINOLOGY_RESOURCE,
    severity=Severity.MAJOR,
    confidence=0.85,
    messages={"missing": "The source says “{term}”; the target has none of the glossary's forms: “{wanted}”."},
    options=NoOptions,
    needs=Needs(source=True, glossary=True),
    run=run,
)
