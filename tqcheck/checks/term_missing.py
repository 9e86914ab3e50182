"""A glossary term of the source has none of its permitted translations in the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.base import Context, Needs, NoOptions, SegmentCheck
from tqcheck.checks.term_verdict import Verdict
from tqcheck.glossary.concept import Term
from tqcheck.glossary.finder import Level, Match
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side

CONFIDENCE = {Level.EXACT: 0.9, Level.DECLARED: 0.9, Level.LEMMA: 0.85, Level.STEM: 0.8}


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    return (_issue(each.match, each.wanted, segment) for each in verdicts(segment, context) if not each.silenced)


def verdicts(segment: Segment, context: Context) -> Iterator[Verdict]:
    """What is made of the source terms of a segment that has a source, those that are in order too."""
    assert context.terms is not None
    if not (matches := context.matches(segment, Side.SOURCE)):
        return
    seen: set[str] = set()  # counted once per segment
    for span in sorted({match.span for match in matches}):
        # Concepts that share a source term are readings of it: any one's translation will do.
        readings = [m for m in matches if m.span == span and m.term.status.allowed]
        wanted = tuple(term for m in readings for term in context.terms.permitted(m.concept))
        if not readings:
            continue
        if not wanted:
            yield Verdict(readings[0], wanted, "its concept permits no term in the target language")
        elif readings[0].concept.id in seen:
            yield Verdict(readings[0], wanted, "its concept has come up before in this segment")
        else:
            seen.add(readings[0].concept.id)
            silenced = _rendered(readings, wanted, segment, context) or _kept(readings, segment)
            yield Verdict(readings[0], wanted, silenced)


def _rendered(readings: Sequence[Match], wanted: Sequence[Term], segment: Segment, context: Context) -> str:
    """Which of the wanted terms the target has, or which deprecated one, which `term-deprecated` reports."""
    assert context.terms is not None
    concepts = {match.concept.id for match in readings}
    # "The French President" renders the name of France too, where the glossary ties the two.
    kindred = {other for concept in concepts for other in context.terms.kindred.get(concept, ())}
    for match in context.matches(segment, Side.TARGET):
        if match.concept.id in concepts or (match.concept.id in kindred and match.term.status.allowed):
            return f"the target has “{match.term.text}”" + ", which is another check's" * (
                not match.term.status.allowed
            )
    words = context.words(segment.target)
    for term in wanted:
        if context.terms.present(term, segment.target, words):
            return f"words of the target begin like “{term.text}”"
    return ""


def _kept(readings: Sequence[Match], segment: Segment) -> str:
    """Whether a do-not-translate term stands in the target as the source has it."""
    kept = any(m.term.do_not_translate and m.term.text in segment.target.plain for m in readings)
    return "it is not translated, and the target has it" if kept else ""


def _issue(match: Match, wanted: Sequence[Term], segment: Segment) -> Issue:
    assert segment.source is not None
    span = match.span
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
