"""One word mixes letters of two scripts that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.checks.base import Context, NoOptions, SegmentCheck
from tqcheck.language.lazy import lazy
from tqcheck.language.lookalikes import LOOKALIKES, in_one_script
from tqcheck.language.scripts import WESTERN, script
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.segment import Segment
from tqcheck.model.text import Span

GATE = lazy(r"[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]")
RUN = lazy(r"[^\W\d_]+")


def run(segment: Segment, options: NoOptions, context: Context) -> Iterator[Issue]:
    plain = context.prose(segment.target)
    if context.rare(segment.target) <= WESTERN or not GATE.search(plain):
        return
    for match in RUN.finditer(plain):
        word = match.group()
        scripts = [script(char) for char in word]
        kinds = set(scripts) & LOOKALIKES
        if len(kinds) < 2 or len(word) < 2:
            continue
        fixed = in_one_script(word, scripts)
        if fixed is None:
            continue
        wrong = ", ".join(
            f"{char} ({kind.title()})"
            for char, kind in zip(word, scripts, strict=True)
            if char not in fixed and kind in LOOKALIKES
        )
        yield Issue("mixed", Span(*match.span()), {"word": word, "letters": wrong}, suggestions=(fixed,))


CHECK = SegmentCheck(
    id="mixed-script",
    category=Category.ENCODING,
    severity=Severity.MINOR,
    confidence=0.97,
    messages={"mixed": "“{word}” mixes look-alike letters of two scripts: {letters}."},
    options=NoOptions,
    run=run,
)
