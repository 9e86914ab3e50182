"""Texts as terms are sought in them: words with their keys, what stands between them, and where that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tqcheck.checks.name_variant import ELIDED
from tqcheck.config.settings import Settings
from tqcheck.engine.walk import Job
from tqcheck.language import sentences
from tqcheck.language.names import ELIDING
from tqcheck.language.tags import primary
from tqcheck.language.words import parts, placed
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Side
from tqcheck.model.text import MASK, Span
from tqcheck.terminology.segments import Met, segments

AROUND = 45
"""Characters shown on either side of a word in its excerpt."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of one segment."""

    segment: int
    """The same number on both sides, over all files of a pair of languages."""
    place: str
    """`path:line`; `path:unit` where the format has no lines."""
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    gaps: tuple[str, ...]
    """What stands before each word."""
    begins: frozenset[int]
    """Which words begin a sentence."""
    first: frozenset[int]
    """Which words may have their capital from their place: those, and what follows a quotation mark, a dash, a colon."""
    heading: bool
    """Capitals tell nothing: a title, or a line in capitals."""

    def excerpt(self, at: int, end: int) -> str:
        """The words from `at` up to `end` with what stands around them."""
        return self.around(self.starts[at], self.starts[end - 1] + len(self.words[end - 1]))

    def around(self, start: int, end: int) -> str:
        """A stretch of the text (code points) with what stands around it, on one line, printable."""
        before, after = self.text[max(0, start - AROUND) : start], self.text[end : end + AROUND]
        before = before if start <= AROUND else "…" + before.partition(" ")[2]
        after = after if end + AROUND >= len(self.text) else after.rpartition(" ")[0] + "…"
        shown = " ".join((before + self.text[start:end] + after).split())
        return "".join(char for char in shown if char.isprintable())


@dataclass(slots=True)
class Corpus:
    """All texts of one pair of languages, or of one language where there is no source."""

    source_language: str
    """BCP-47; empty where there is no source."""
    target_language: str
    targets: list[Passage] = field(default_factory=list)
    sources: list[Passage] = field(default_factory=list)


def read(jobs: Sequence[Job], settings: Settings, notices: list[Notice]) -> list[Corpus]:
    """The texts of the files by pair of languages; what cannot be read becomes a notice."""
    found: dict[tuple[str, str], Corpus] = {}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for met in segments(jobs, settings, notices):
        bilingual = bool(met.document.source_path or met.document.source_sample)
        pair = (met.context.source_language if bilingual else "", met.context.target_language)
        corpus = found.setdefault(pair, Corpus(*pair))
        counts[pair] += 1
        corpus.targets += _passages(met, Side.TARGET, counts[pair], pair[1])
        if met.segment.source is not None:
            corpus.sources += _passages(met, Side.SOURCE, counts[pair], pair[0])
    return list(found.values())


def _passages(met: Met, side: Side, number: int, language: str) -> Iterator[Passage]:
    prose = met.segment.text(side).prose
    parted = _elided(parts(prose)) if primary(language) in ELIDING else parts(prose)
    found = placed(parted)
    if not found:
        return
    sentence_starts = [span.start for span in sentences.spans(prose, language)]
    begins = frozenset(bisect_left(found, (start,)) for start in sentence_starts)
    first = {at for at in range(len(found)) if parted[2 * at].strip(" \u00a0-,'’&/+" + MASK)}
    capitals = sum(word.text[0].isupper() for word in found)
    yield Passage(
        number,
        met.place(side, Span(found[0].start, found[0].end)),
        prose,
        tuple(word.text for word in found),
        tuple(word.start for word in found),
        tuple(parted[0:-1:2]),
        begins,
        begins | first,
        prose.isupper() or (primary(language) != "de" and len(found) > 3 and capitals > 0.7 * len(found)),
    )


def _elided(parted: list[str]) -> list[str]:
    """Articles and prepositions that lean on the next word as words of their own: d', eau."""
    made = parted[:1]
    for word, after in zip(parted[1::2], parted[2::2], strict=True):
        head, mark, tail = word.replace("’", "'").partition("'")
        if mark and tail and head.casefold() in ELIDED:
            made += [word[: len(head) + 1], ""]
            word = tail
        made += [word, after]
    return made
