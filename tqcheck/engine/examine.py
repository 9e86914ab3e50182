"""One document: read it, run the planned checks, locate what they say. Only flat results leave."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from sys import intern

from tqcheck.checks.base import DocumentCheck, SegmentCheck
from tqcheck.checks.context import Context
from tqcheck.config.settings import ConfigError, Settings
from tqcheck.engine.languages import resolve
from tqcheck.engine.plan import Planned, describe, selected, unmet
from tqcheck.engine.stamp import Stamp
from tqcheck.engine.suppress import Suppressor
from tqcheck.engine.walk import Job
from tqcheck.glossary.concept import GlossaryError
from tqcheck.glossary.finder import compiled
from tqcheck.glossary.load import load as load_glossary
from tqcheck.idioms.load import load as load_bank
from tqcheck.idioms.rows import BankError
from tqcheck.model.finding import Finding, Location, Notice
from tqcheck.model.issue import MOST_FACTS, MOST_PLACES, Conclusion, Fact, Issue, Observation
from tqcheck.model.run import DocumentSummary, Paragraph
from tqcheck.model.segment import Document, Segment, Side
from tqcheck.model.text import Span
from tqcheck.readers.base import ReadError, ReadOptions


@dataclass(slots=True)
class Examined:
    """What one document gave; picklable."""

    summary: DocumentSummary | None = None
    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    silent: dict[str, str] = field(default_factory=dict)
    """Checks that were asked for but could not run here, and why."""
    plan: tuple[tuple[str, str, str], ...] = ()
    bank: str = ""
    """Digest of the bank in play."""
    facts: dict[str, list[Fact]] = field(default_factory=dict)
    """What the checks saw that were asked to compare documents."""


def examine(job: Job, settings: Settings, keep_text: bool = False) -> Examined:
    """Check one file. Whatever is wrong with it becomes a notice, and never hides the other files; so do the glossary
    and the bank that only this file needs. ConfigError is the caller's."""
    own = settings.for_path(job.given.path)
    path = job.given.path
    try:
        document = job.reader.read(job.given, ReadOptions(own.wrap, job.source))
        return _Examination(document, own, Examined(), keep_text).run()
    except ReadError as error:
        return _not_examined("unreadable", str(error), error.path or path, error.line)
    except GlossaryError as error:
        return _not_examined("glossary", str(error), error.path, error.line)
    except BankError as error:
        return _not_examined("bank", str(error), error.path, error.line)
    except RecursionError:
        return _not_examined("unreadable", "is nested too deeply", path)
    except ConfigError:
        raise
    except Exception as error:
        if os.environ.get("TQCHECK_DEBUG"):
            raise
        return _not_examined("internal", f"could not be checked ({_described(error)})", path)


def _not_examined(kind: str, message: str, path: str, line: int | None = None) -> Examined:
    return Examined(notices=[Notice(kind, message, path, line, trouble=True)])


def _described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]


class _Examination:
    """The state of checking one document."""

    def __init__(self, document: Document, settings: Settings, result: Examined, keep_text: bool) -> None:
        self.document, self.settings, self.result, self.keep_text = document, settings, result, keep_text
        self.languages, notices = resolve(document, settings.source_language, settings.target_language)
        self.has_source = bool(document.source_path or document.source_sample)
        base = load_glossary(settings.glossaries)
        terms = compiled(base, self.languages.source, self.languages.target, settings.domain) if base.concepts else None
        self.planned: dict[str, Planned] = {}
        for name, item in (asked := selected(settings)).items():
            if why := unmet(item.check, self.has_source, self.languages.target, terms is not None):
                result.silent[name] = why
            else:
                self.planned[name] = item
        bank = None
        if self.languages.target and any(item.check.needs.bank for item in self.planned.values()):
            bank = load_bank(self.languages.target, settings.banks)
            result.bank = bank.digest
            for name, item in list(self.planned.items()):
                if item.check.needs.bank and not len(bank):
                    result.silent[name] = f"the bank has no rows for {self.languages.target}"
                    del self.planned[name]
        self.context = Context(self.languages.source, self.languages.target, terms, bank)
        self.facts: dict[str, dict[tuple[str, str], Fact]] = {
            name: {} for name, item in self.planned.items() if isinstance(item.check, DocumentCheck)
        }
        self.stamp = Stamp()
        self.crashed: set[str] = set()
        self.full: set[str] = set()
        """Checks that saw more than they may remember."""
        self._line_up()
        self.suppressor = Suppressor(document.path)
        result.notices += notices
        result.plan = describe(asked)

    def run(self) -> Examined:
        segments = sentences = count = 0
        paragraphs: list[Paragraph] = []
        for segment in self.document.segments:
            self.context.begin()
            self.suppressor.add(segment, self.document)
            if segment.target.plain:
                segments += 1
                sentences += len(self.context.sentences(segment.target))
                count += len(self.context.strings(segment.target))
                self._segment(segment)
            if self.keep_text:
                source = segment.source.plain if segment.source is not None else None
                paragraphs.append(Paragraph(segment.unit, segment.target.plain, source, segment.kind))
        self.context.begin()
        self._conclude()
        if not segments:
            self.result.notices.append(
                Notice("empty", "There is nothing to check in it (0 segments).", self.document.path)
            )
        self.result.notices += self.document.notices
        self.result.findings = self.suppressor.apply(self.result.findings, self.settings, set(self.planned))
        self.result.summary = DocumentSummary(
            self.document.path, self.document.format, self.languages.source, self.languages.target,
            sentences, count, tuple(paragraphs), self.document.source_path,
        )  # fmt: skip
        return self.result

    def _segment(self, segment: Segment) -> None:
        context = self.context
        for item in self.bilingual if segment.source is not None else self.monolingual:
            check = item.check
            try:
                if isinstance(check, SegmentCheck):
                    for issue in check.run(segment, item.options, context):
                        self._stamp(item, issue, self._locate(segment, issue.side, issue.span), segment)
                else:
                    assert isinstance(check, DocumentCheck)
                    for seen in check.observe(segment, item.options, context):
                        self._note(check.id, seen, segment)
            except Exception as error:  # a broken check must not hide what the others found
                self._crash(check.id, error)

    def _line_up(self) -> None:
        """The checks of a segment with its source and of one without; those that failed are left out."""
        self.bilingual = [item for name, item in self.planned.items() if name not in self.crashed]
        self.monolingual = [item for item in self.bilingual if not item.check.needs.source]

    def _note(self, name: str, seen: Observation, segment: Segment) -> None:
        facts = self.facts[name]
        fact = facts.get(seen[:2])
        if fact is None:
            if len(facts) >= MOST_FACTS:
                self.full.add(name)
                return
            fact = facts[seen[:2]] = Fact(seen.key, seen.value, 0, [])
        fact.count += 1
        if len(fact.places) < MOST_PLACES:
            fact.places.append(self._locate(segment, seen.side, seen.span))

    def _conclude(self) -> None:
        for name, facts in self.facts.items():
            item = self.planned[name]
            assert isinstance(item.check, DocumentCheck)
            if name in self.crashed:
                continue
            try:
                for made in item.check.conclude(list(facts.values()), item.options, self.context):
                    self._stamp(item, made, made.place, None)
            except Exception as error:
                self._crash(name, error)
            if getattr(item.options, "project", False):
                self.result.facts[name] = list(facts.values())

        for name in sorted(self.full):
            message = f"{name} compared the first {MOST_FACTS:,} things it saw; there are more. Split the file to compare all."
            self.result.notices.append(Notice("too-much", message, self.document.path))

    def _crash(self, name: str, error: Exception) -> None:
        self.crashed.add(name)
        self._line_up()
        message = f"The check {name} failed and was left out ({_described(error)})."
        self.result.notices.append(Notice("check-crashed", message, self.document.path, trouble=True))

    def _locate(self, segment: Segment, side: Side, span: Span) -> Location:
        text = segment.text(side)
        lines, path = self.document.lines, self.document.path
        if side is Side.SOURCE and self.document.source_lines is not None:
            lines, path = self.document.source_lines, self.document.source_path
        in_file = text.in_file(span)
        region = lines.region(in_file) if lines is not None and in_file is not None else None
        return Location(
            path,
            segment.unit,
            side,
            span.start,
            span.end,
            intern(text.plain[span.start : span.end]),
            region,
            segment.index,
        )

    def _stamp(self, item: Planned, said: Issue | Conclusion, location: Location, segment: Segment | None) -> None:
        around = "" if segment is None else (segment.source or segment.target).plain
        self.result.findings.append(self.stamp.finding(item, said, location, around))
