"""The target uses a form that the glossary deprecates."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, Needs, NoOptions, SegmentCheck
from tqcheck.glossary.finder import Level, Match
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span

CONFIDENCE = {Level.EXACT: 0.97, Level.DECLARED: 0.97, Level.LEMMA: 0.9, Level.STEM: 0.85}


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    matches = context.matches(segment, Side.TARGET)
    if not matches or context.terms is None:
        return
    allowed = {match.span for match in matches if match.term.status.allowed}
    in_source = {m.concept.id: m for m in context.matches(segment, Side.SOURCE)} if segment.source is not None else {}
    seen: set[Span] = set()
    for match in matches:
        if match.term.status.allowed or match.span in allowed or match.span in seen:
            continue
        if _is_source_form(match.concept.id, in_source, segment, context):
            continue
        seen.add(match.span)
        better = context.terms.permitted(match.concept)
        evidence: dict[str, object] = {
            "target_terms": [term.text for term in better],
            "matched": segment.target.plain[match.span.start : match.span.end],
            "level": str(match.level),
            "concept": match.concept.id,
            "glossary": match.concept.glossary,
        }
        if (original := in_source.get(match.concept.id)) is not None:
            evidence["source_term"] = original.term.text
        yield Issue(
            "deprecated" if better else "forbidden",
            match.span,
            {"term": match.term.text, "status": str(match.term.status), "better": better[0].text if better else ""},
            suggestions=tuple(term.text for term in better),
            confidence=CONFIDENCE.get(match.level, 0.8),
            evidence=evidence,
        )


def _is_source_form(concept: str, in_source: dict[str, Match], segment: Segment, context: Context) -> bool:
    """With a source that never speaks of the concept, a homograph in the target is not the glossary's term."""
    has_source_terms = context.terms is not None and concept in context.terms.with_source
    return segment.source is not None and has_source_terms and concept not in in_source


CHECK = SegmentCheck(
    id="term-deprecated",
    category=Category.TERMINOLOGY_RESOURCE,
    severity=Severity.MAJOR,
    confidence=0.95,
    messages={
        "deprecated": "The glossary lists “{term}” as {status}; it prefers “{better}”.",
        "forbidden": "The glossary lists “{term}” as {status} and offers no other form.",
    },
    options=NoOptions,
    needs=Needs(glossary=True),
    run=run,
)
