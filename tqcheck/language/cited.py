"""What is cited or glossed: quotation marks, brackets, italics."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tqcheck.language.lazy import lazy
from tqcheck.language.scripts import script
from tqcheck.model.text import Span

QUOTES = lazy(
    r"\"[^\"\n]*\"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|‘[^‘’\n]*’(?!\w)|「[^「」\n]*」|『[^『』\n]*』|《[^《》\n]*》"
    r"|\([^()\n]*\)|（[^（）\n]*）|\[[^\[\]\n]*\]|\*[^*\n]+\*|_[^_\n]+_|<[^<>\n]*>"
)
MOST_AROUND = 4
"""Words of the target beside a cited word inside the same quotation marks or brackets."""


def citations(prose: str) -> list[Span]:
    """What stands in quotation marks, brackets or italics: cited, or glossed."""
    return [Span(*match.span()) for match in QUOTES.finditer(prose)]


def is_cited(span: Span, kept: Sequence[Span], prose: str) -> bool:
    """Whether it is most of what stands in quotation marks or brackets: in a longer speech it is no citation."""
    at = bisect_right(kept, span.start, key=lambda hold: hold.start) - 1
    if at < 0 or not kept[at].covers(span):
        return False
    outside = prose[kept[at].start : span.start] + " " + prose[span.end : kept[at].end]
    native = script(next((char for char in prose if char.isalpha()), "a"))
    return sum(script(word[0]) == native for word in re.findall(r"[^\W\d_]+", outside[:1000])) <= MOST_AROUND
