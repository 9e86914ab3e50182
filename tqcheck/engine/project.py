"""What only all documents together show: one name spelled in two ways, each in a document of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.checks.base import DocumentCheck
from tqcheck.checks.context import Context
from tqcheck.config.settings import Settings
from tqcheck.engine.examine import Examined
from tqcheck.engine.plan import Planned, selected
from tqcheck.engine.stamp import Stamp
from tqcheck.glossary.finder import compiled
from tqcheck.glossary.load import load as load_glossary
from tqcheck.language.tags import primary
from tqcheck.model.finding import Finding, Notice
from tqcheck.model.issue import MOST_PLACES, Conclusion, Fact


def conclude(results: Sequence[Examined], settings: Settings) -> tuple[list[Finding], list[Notice]]:
    """The findings of the checks that were asked to compare documents, but for those a document already has."""
    findings: list[Finding] = []
    notices: list[Notice] = []
    stamp = Stamp()
    known = {(f.check, f.location.path, f.location.excerpt) for result in results for f in result.findings}
    for name, item in selected(settings).items():
        for language, facts in _by_language(results, name):
            try:
                made = list(_concluded(item, facts, language, settings))
            except Exception as error:  # as in a document: a broken check must not hide what the others found
                message = f"The check {name} failed over the documents together ({type(error).__name__}: {error})."
                notices.append(Notice("check-crashed", message[:300], trouble=True))
                continue
            findings += [
                stamp.finding(item, said, said.place)
                for said in made
                if (name, said.place.path, said.place.excerpt) not in known
            ]
    return findings, notices


def _concluded(item: Planned, facts: list[Fact], language: str, settings: Settings) -> Iterator[Conclusion]:
    assert isinstance(item.check, DocumentCheck)
    base = load_glossary(settings.glossaries)
    terms = compiled(base, settings.source_language, language, settings.domain) if base.concepts else None
    return item.check.conclude(facts, item.options, Context(settings.source_language, language, terms))


def _by_language(results: Sequence[Examined], name: str) -> Iterator[tuple[str, list[Fact]]]:
    """The facts of a check, those of all documents in one language together, where there are several such documents."""
    groups: dict[str, list[Examined]] = {}
    for result in results:
        if result.summary is not None and name in result.facts:
            groups.setdefault(primary(result.summary.target_language), []).append(result)
    for language, some in groups.items():
        if len(some) > 1:
            yield language, _joined(fact for result in some for fact in result.facts[name])


def _joined(facts: Iterator[Fact]) -> list[Fact]:
    made: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        known = made.setdefault((fact.key, fact.value), Fact(fact.key, fact.value, 0, []))
        known.count += fact.count
        known.places += fact.places[: MOST_PLACES - len(known.places)]
    return list(made.values())
