"""The target uses a form that the glossary deprecates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.base import Context, Needs, NoOptions, SegmentCheck
from tqcheck.checks.term_verdict import Verdict
from tqcheck.glossary.concept import Term
from tqcheck.glossary.finder import Level, Match
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span

CONFIDENCE = {Level.EXACT: 0.97, Level.DECLARED: 0.97, Level.LEMMA: 0.9, Level.STEM: 0.85}


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    return (
        _issue(each.match, each.wanted, segment, context) for each in verdicts(segment, context) if not each.silenced
    )


def verdicts(segment: Segment, context: Context) -> Iterator[Verdict]:
    """What is made of the deprecated terms of a target, those that are let be too."""
    matches = context.matches(segment, Side.TARGET)
    if not matches or context.terms is None:
        return
    allowed = [match for match in matches if match.term.status.allowed]
    in_source = _in_source(segment, context)
    seen: set[Span] = set()
    for match in matches:
        if match.term.status.allowed:
            continue
        silenced = ""
        # The very words of a deprecated term are not taken for an inflected form of an allowed one.
        better = next((o for o in allowed if o.span == match.span and not match.surer_than(o)), None)
        if better is not None:
            silenced = f"the same words are “{better.term.text}”, which is permitted"
        elif match.span in seen:
            silenced = "the same words are reported already"
        elif _is_source_form(match.concept.id, in_source, segment, context):
            silenced = "the source has no term of its concept"
        else:
            seen.add(match.span)
        yield Verdict(match, context.terms.permitted(match.concept), silenced)


def _in_source(segment: Segment, context: Context) -> dict[str, Match]:
    """The terms of the source, by concept."""
    return {m.concept.id: m for m in context.matches(segment, Side.SOURCE)} if segment.source is not None else {}


def _issue(match: Match, better: Sequence[Term], segment: Segment, context: Context) -> Issue:
    evidence: dict[str, object] = {
        "target_terms": [term.text for term in better],
        "matched": segment.target.plain[match.span.start : match.span.end],
        "level": str(match.level),
        "concept": match.concept.id,
        "glossary": match.concept.glossary,
    }
    if (original := _in_source(segment, context).get(match.concept.id)) is not None:
        evidence["source_term"] = original.term.text
    return Issue(
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
