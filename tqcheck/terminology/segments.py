"""Texts as a glossary meets them: segment by segment, with the services that checks have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.checks.context import Context
from tqcheck.config.settings import Settings
from tqcheck.engine.languages import resolve
from tqcheck.engine.walk import Job
from tqcheck.glossary.finder import compiled
from tqcheck.glossary.load import load
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Document, Segment, Side
from tqcheck.model.text import Span
from tqcheck.readers.base import ReadError, ReadOptions

CHECKS = ("term-missing", "term-deprecated", "name-variant")
"""The checks that a glossary speaks to."""


@dataclass(frozen=True, slots=True)
class Met:
    """A segment, to be looked at before the next one is asked for."""

    document: Document
    context: Context
    segment: Segment

    @property
    def sides(self) -> tuple[Side, ...]:
        return (Side.SOURCE, Side.TARGET) if self.segment.source is not None else (Side.TARGET,)

    def place(self, side: Side, span: Span) -> str:
        """`path:line`; `path:unit` where the format has no lines."""
        document = self.document
        lines, path = document.lines, document.path
        if side is Side.SOURCE and document.source_lines is not None:
            lines, path = document.source_lines, document.source_path
        in_file = self.segment.text(side).in_file(span)
        line = lines.position(in_file.start)[0] if lines is not None and in_file is not None else None
        return f"{path}:{line or self.segment.unit}"


def segments(
    jobs: Sequence[Job],
    settings: Settings,
    notices: list[Notice],
    progress: Callable[[int, int, str], None] | None = None,
) -> Iterator[Met]:
    """Every segment that has words, file by file; one is held at a time. What cannot be read becomes a notice.

    Raises GlossaryError.
    """
    base = load(settings.glossaries)
    for done, job in enumerate(jobs, 1):
        path = job.given.path
        own = settings.for_path(path)
        try:
            document = job.reader.read(job.given, ReadOptions(own.wrap, job.source))
            languages, doubts = resolve(document, own.source_language, own.target_language)
            notices += doubts
            terms = compiled(base, languages.source, languages.target, own.domain)
            context = Context(languages.source, languages.target, terms)
            for segment in document.segments:
                if segment.target.plain:
                    context.begin()
                    yield Met(document, context, segment)
            notices += document.notices
        except ReadError as error:
            notices.append(Notice("unreadable", str(error), error.path or path, error.line, trouble=True))
        except RecursionError:
            notices.append(Notice("unreadable", "is nested too deeply", path, trouble=True))
        if progress:
            progress(done, len(jobs), path)
