"""The whole run: every file, in one process or several, then order, gate and signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from tqcheck import __version__
from tqcheck.checks.registry import all_checks, card, title
from tqcheck.config.settings import FailOn, Settings
from tqcheck.engine.examine import Examined, examine
from tqcheck.engine.plan import SUPPRESSION, selected
from tqcheck.engine.project import conclude
from tqcheck.engine.walk import Job
from tqcheck.glossary.load import load as load_glossary
from tqcheck.model.finding import Finding, Notice, Severity
from tqcheck.model.run import CheckSummary, DocumentSummary, Gate, Run

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

TRIPS_FROM = 0.5
"""A finding less sure than this never fails the gate."""

MOST_PROCESSES = 61
"""Windows waits for no more."""

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the path just done."""


def run(
    jobs: Sequence[Job],
    settings: Settings,
    notices: Sequence[Notice] = (),
    *,
    keep_text: bool = False,
    processes: int = 1,
    progress: Progress | None = None,
) -> Run:
    """Check the files. Raises ConfigError and GlossaryError before anything is read; all else becomes a notice."""
    selected(settings)
    for override in settings.overrides:
        selected(settings.overridden(override))
    base = load_glossary(settings.glossaries)
    results = []
    for done, result in enumerate(_examined(jobs, settings, keep_text, processes), 1):
        results.append(result)
        if progress:
            progress(done, len(jobs), jobs[done - 1].given.path)
    together, trouble = conclude(results, settings)
    findings = [
        finding for result in results for finding in sorted((*result.findings, *_own(together, result)), key=_order)
    ]
    documents = tuple(result.summary for result in results if result.summary is not None)
    return Run(
        version=__version__,
        signature=_signature(results, documents, base.digest),
        documents=documents,
        findings=tuple(findings),
        notices=(
            *notices,
            *(notice for result in results for notice in result.notices),
            *trouble,
            *_silent_notices(results),
        ),
        gate=gate(findings, settings.fail_on),
        checks=tuple(_summaries(results, settings)),
    )


def _own(findings: Sequence[Finding], result: Examined) -> Iterator[Finding]:
    return (f for f in findings if result.summary is not None and f.location.path == result.summary.path)


def _examined(jobs: Sequence[Job], settings: Settings, keep_text: bool, processes: int) -> Iterator[Examined]:
    """Results in the order of the jobs, whatever the number of processes."""
    processes = min(processes, len(jobs), MOST_PROCESSES)
    if processes <= 1:
        for job in jobs:
            yield examine(job, settings, keep_text)
        return
    pool = _pool(processes)
    try:
        futures = [_submitted(pool, job, settings, keep_text) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            result = _result(future) or _alone(job, settings, keep_text)
            yield result
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context
    from signal import SIG_IGN, SIGINT, signal

    # Ctrl-C is for the parent: workers that hear it too would each print a traceback.
    return ProcessPoolExecutor(processes, get_context("spawn"), initializer=signal, initargs=(SIGINT, SIG_IGN))


def _submitted(pool: ProcessPoolExecutor, job: Job, settings: Settings, keep_text: bool) -> Future[Examined] | None:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(examine, job, settings, keep_text)
    except BrokenProcessPool:
        return None


def _result(future: Future[Examined] | None) -> Examined | None:
    """None where a worker was killed. Which file it held is not known, so each unfinished one is tried again, alone."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _alone(job: Job, settings: Settings, keep_text: bool) -> Examined:
    pool = _pool(1)
    try:
        result = _result(_submitted(pool, job, settings, keep_text))
    finally:
        pool.shutdown(cancel_futures=True)
    message = "could not be checked: its process was killed"
    return result or Examined(notices=[Notice("worker-died", message, job.given.path, trouble=True)])


def _order(finding: Finding) -> tuple[int, str, int, int, str, str]:
    place = finding.location
    return place.index, place.side, place.start, place.end, finding.check, finding.message


def gate(findings: Sequence[Finding], fail_on: FailOn) -> Gate:
    if fail_on == "never":
        return Gate(fail_on, True)
    least = Severity.of(fail_on)
    return Gate(fail_on, not any(f.severity >= least and f.confidence >= TRIPS_FROM for f in findings))


def _signature(results: Sequence[Examined], documents: Sequence[DocumentSummary], glossaries: str) -> str:
    """Two runs with one signature judged by the same rules (the idea of sacreBLEU's signatures)."""
    checks = sha256(repr(sorted({result.plan for result in results if result.plan})).encode()).hexdigest()[:12]
    banks = sha256(repr(sorted({result.bank for result in results if result.bank})).encode()).hexdigest()[:12]
    pairs = sorted({f"{d.source_language or '?'}-{d.target_language or '?'}" for d in documents})
    return "|".join((
        f"tqcheck:{__version__}", f"checks:{checks}", f"bank:{banks}", f"glossaries:{glossaries or 'none'}",
        f"languages:{','.join(pairs) or 'none'}",
    ))  # fmt: skip


def _silent_notices(results: Sequence[Examined]) -> Iterator[Notice]:
    """One notice per reason: which of the checks asked for could not run on any document."""
    by_reason: dict[str, list[str]] = {}
    for name, reason in _silent_everywhere(results).items():
        by_reason.setdefault(reason, []).append(name)
    for reason, names in sorted(by_reason.items()):
        yield Notice("check-skipped", f"Not run: {', '.join(names)} ({reason}).")


def _silent_everywhere(results: Sequence[Examined]) -> dict[str, str]:
    read = [result for result in results if result.summary is not None]
    return {
        name: reason
        for result in read[:1]
        for name, reason in result.silent.items()
        if all(name in other.silent for other in read)
    }


def _summaries(results: Sequence[Examined], settings: Settings) -> Iterator[CheckSummary]:
    silent, asked = _silent_everywhere(results), selected(settings)
    for name, check in all_checks().items():
        ran = name in asked and name not in silent
        reason = silent.get(name, "")
        if name not in asked:
            reason = "a preview check (--preview)" if check.preview and not settings.preview else "not selected"
        severity = asked[name].severity if ran else None
        yield CheckSummary(
            name, check.category, check.severity if severity is None else severity,
            "preview" if check.preview else "stable", title(name), card(name), ran, reason,
        )  # fmt: skip
    about = "A suppression comment that silences nothing, names no check or gives no reason."
    yield CheckSummary(SUPPRESSION, "custom", Severity.MINOR, "stable", about, "", True)
