"""Running a check on its card's examples; for tqcheck's own tests and those of plug-ins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tqcheck.checks.base import AnyCheck, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.glossary.concept import Termbase
from tqcheck.glossary.finder import Terms
from tqcheck.idioms.load import load as load_bank
from tqcheck.language.protected import protect
from tqcheck.model.finding import Location
from tqcheck.model.issue import MOST_PLACES, Fact
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Span, Text

BLOCK = re.compile(r"^```yaml (flag|pass)\n(.*?)^```", re.M | re.S)
MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
KEYS = ("options", "glossary", "source-language")


@dataclass(frozen=True)
class Example:
    """A case of a card or trial file: the last language is the target; [[…]] marks the expected spans, on either side.

    Lines of the target are segments. `options` sets the check's options, `glossary` is the text of a glossary
    (YAML where it begins with `concepts:`, else CSV), `source-language` declares it where no source is given.
    """

    flagged: bool
    target: str
    target_language: str
    spans: tuple[tuple[int, Span, Side], ...] = ()
    """Line (0-based), span within it and side, sorted as `find` sorts; empty where the case marks none."""
    source: str | None = None
    source_language: str = ""
    options: dict[str, Any] = field(default_factory=dict)
    glossary: str = ""


def card_examples(card: str) -> Iterator[Example]:
    """The flag and pass examples of a card."""
    import yaml

    for kind, body in BLOCK.findall(card):
        for case in yaml.safe_load(body) or ():
            yield example(dict(case), kind == "flag")


def example(case: dict[str, Any], flagged: bool) -> Example:
    """An example from its YAML mapping."""
    extra = {key: case.pop(key) for key in KEYS if key in case}
    *sources, (language, marked) = case.items()
    target, spans = _unmark(str(marked), Side.TARGET)
    source = None
    if sources:
        source, in_source = _unmark(str(sources[0][1]), Side.SOURCE)
        spans += in_source
    return Example(
        flagged, target, language, tuple(sorted(spans)), source,
        sources[0][0] if sources else str(extra.get("source-language", "")),
        extra.get("options", {}), str(extra.get("glossary", "")),
    )  # fmt: skip


def _unmark(marked: str, side: Side) -> tuple[str, list[tuple[int, Span, Side]]]:
    """The text without its [[…]], and where they stood."""
    lines, spans = marked.rstrip("\n").split("\n"), []
    for at, line in enumerate(lines):
        for number, match in enumerate(MARK.finditer(line)):
            start = match.start() - 4 * number
            spans.append((at, Span(start, start + len(match.group(1))), side))
    return MARK.sub(r"\1", "\n".join(lines)), spans


def find(check: AnyCheck, given: Example) -> list[tuple[int, Span, Side]]:
    """What the check flags in an example: line, span and side, sorted."""
    return sorted((line, span, side) for line, span, side, _ in _made(check, given))


def messages(check: AnyCheck, given: Example) -> set[str]:
    """The keys of the messages that the check gives for an example; each message is filled in on the way."""
    return {key for *_, key in _made(check, given)}


def _made(check: AnyCheck, given: Example) -> Iterator[tuple[int, Span, Side, str]]:
    context = Context(
        given.source_language,
        given.target_language,
        _terms(given) if given.glossary else None,
        load_bank(given.target_language) if check.needs.bank else None,
    )
    options = check.options(**{key.replace("-", "_"): value for key, value in given.options.items()})
    facts: dict[tuple[str, str], Fact] = {}
    for segment in _segments(given):
        context.begin()
        if check.needs.source and segment.source is None:
            continue
        if isinstance(check, SegmentCheck):
            for issue in check.run(segment, options, context):
                check.messages[issue.message].format_map(issue.values)
                yield segment.index, issue.span, issue.side, issue.message
            continue
        for seen in check.observe(segment, options, context):
            fact = facts.setdefault((seen.key, seen.value), Fact(seen.key, seen.value, 0, []))
            fact.count += 1
            if len(fact.places) < MOST_PLACES:
                fact.places.append(_place(segment, seen.side, seen.span))
    if not isinstance(check, SegmentCheck):
        context.begin()
        for made in check.conclude(list(facts.values()), options, context):
            check.messages[made.message].format_map(made.values)
            yield made.place.index, Span(made.place.start, made.place.end), Side(made.place.side), made.message


def _place(segment: Segment, side: Side, span: Span) -> Location:
    excerpt = segment.text(side).plain[span.start : span.end]
    return Location("example", segment.unit, side, span.start, span.end, excerpt, None, segment.index)


def _segments(given: Example) -> Iterator[Segment]:
    targets = given.target.split("\n")
    sources: list[str | None] = [None] * len(targets)
    if given.source is not None:
        sources = [*given.source.split("\n")]
    if len(sources) != len(targets):
        targets, sources = [given.target], [given.source]
    for at, (target, source) in enumerate(zip(targets, sources, strict=True)):
        yield Segment(
            f"p{at + 1}",
            at,
            Text(target, protect(target)),
            Text(source, protect(source)) if source is not None else None,
        )


def _terms(given: Example) -> Terms:
    from tqcheck.glossary.load import load

    with TemporaryDirectory() as folder:
        suffix = "yaml" if given.glossary.lstrip().startswith(("concepts:", "tqcheck-glossary:")) else "csv"
        file = Path(folder, f"glossary.{suffix}")
        file.write_text(given.glossary, encoding="utf-8")
        base: Termbase = load([str(file)])
    return Terms(base, given.source_language, given.target_language)
