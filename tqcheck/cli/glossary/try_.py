"""`tqcheck glossary try`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.terminology.trial import Trial, Tried

SHOWN = 10
"""Terms shown of which no more than a part is there; JSON has all."""


def command(
    sentence: Annotated[str, typer.Argument(help="A sentence of the translation.", show_default=False)],
    glossary: o.Glossaries = None,
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Its source.", show_default=False)] = "",
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    config: o.Config = None,
    isolated: o.Isolated = False,
    form: shared.Form = "text",
) -> None:
    """Show which terms a sentence brings up: what was looked for, what was found, what stands and why.

    Terms of which only the first words are there come last, with the word that fails. Then follows what term-missing,
    term-deprecated and name-variant say. Without -g the glossaries of the configuration are tried.
    """
    from tqcheck.config.settings import ConfigError
    from tqcheck.terminology.trial import trial

    made = o.settings(
        config, isolated, glossaries=glossary, source_language=source_language, target_language=target_language
    )
    if not made.glossaries:
        o.fail("name a glossary with -g, or set `glossaries` in tqcheck.toml")
    if not sentence.strip():
        o.fail("the sentence is empty")
    with shared.guarded(form):
        try:
            done = trial(sentence, source, made)
        except ConfigError as error:
            o.fail(o.where(error))
    for side, language in (("target", done.languages.target), ("source", done.languages.source)):
        if not language and (side == "target" or done.source):
            o.fail(f"the text is too short to tell its language; give it with --{side}-language")
    if form == "json":
        shared.print_json(_as_json(done))
    else:
        shared.report_notices(done.notices)
        o.write("\n".join(_told(done)))
    shared.end_with_trouble(done.notices)


def _as_json(done: Trial) -> dict[str, Any]:
    return {
        "sentence": done.sentence, "source": done.source,
        "languages": {"source": done.languages.source, "target": done.languages.target},
        "terms": [_tried_as_json(each, done) for each in done.tried],
        "findings": [
            {
                "check": each.check, "severity": each.severity.label, "confidence": each.confidence,
                "message": each.message, "side": each.location.side, "found": each.location.excerpt,
                "start": each.location.start, "end": each.location.end, "suggestions": list(each.suggestions),
            }
            for each in done.findings
        ],
        "notices": [shared.notice_as_json(notice) for notice in done.notices],
    }  # fmt: skip


def _tried_as_json(each: Tried, done: Trial) -> dict[str, Any]:
    concept, term, (start, end) = each.attempt.concept, each.attempt.term, each.attempt.span
    return {
        "term": term.text, "language": term.language, "side": each.side.value, "status": term.status.value,
        "concept": concept.id, "glossary": concept.glossary, "line": term.line or concept.line,
        "sought": each.attempt.form, "stems": list(each.attempt.stems), "case-sensitive": term.case_sensitive,
        "found": _text(each, done)[start:end], "start": start, "end": end,
        "level": each.attempt.level.value if each.attempt.level else None, "stands": each.stands, "why": each.why,
        "checks": [{"check": check, "silent": why} for check, why in each.verdicts],
    }  # fmt: skip


def _text(each: Tried, done: Trial) -> str:
    return done.source if each.side == "source" else done.sentence


def _told(done: Trial) -> Iterator[str]:
    """For people, a block for each term that is found, a line for each of which a part is, and the findings."""
    from tqcheck.reporters.visible import visible

    found = [each for each in done.tried if each.found]
    parts = sorted((each for each in done.tried if not each.found), key=_least_first)
    for each in found:
        yield "".join(visible(line) + "\n" for line in _lines(each, _text(each, done)))
    if parts:
        rows = [
            (each.attempt.form, each.attempt.term.language, _excerpt(each, _text(each, done)), each.why)
            for each in parts[:SHOWN]
        ]
        more = f"and {len(parts) - SHOWN} more (--format json has all)\n" * (len(parts) > SHOWN)
        yield "Not found\n" + shared.table(("term", "language", "found", "but"), rows) + more
    said = "".join(
        f"{each.check}  {each.severity.label}, {each.confidence:.2f}  {visible(each.message)}\n"
        for each in done.findings
    )
    standing = sum(each.stands for each in found)
    yield (
        said
        + "\n" * bool(said)
        + (
            f"{shared.counted(len(found), 'term')} found, {standing} in force; {shared.counted(len(done.findings), 'finding')}\n"
        )
    )


def _least_first(each: Tried) -> tuple[int, int]:
    """Those first of which most is there."""
    start, end = each.attempt.span
    return start - end, start


def _excerpt(each: Tried, text: str) -> str:
    start, end = each.attempt.span
    return f"“{text[start:end]}”"


def _lines(each: Tried, text: str) -> Iterator[str]:
    concept, term = each.attempt.concept, each.attempt.term
    place = f"{concept.glossary}:{term.line or concept.line}"
    yield f"{term.text}  ({term.language}, {term.status.value}; {concept.id}; {place})"
    yield f"  sought   {'; '.join(_sought(each))}"
    yield f"  found    {_excerpt(each, text)} ({each.attempt.level})"
    yield f"  {'stands  ' if each.stands else 'not used'} {each.why}"
    for check, silent in each.verdicts:
        yield f"  {check}: {'silent: ' + silent if silent else 'reports it'}"


def _sought(each: Tried) -> Iterator[str]:
    """What was looked for, and under what conditions."""
    concept, term = each.attempt.concept, each.attempt.term
    yield f"“{each.attempt.form}”" + " (a declared form)" * (each.attempt.form != term.text)
    if each.attempt.stems:
        yield f"stems {' '.join(each.attempt.stems)}"
    if term.forms:
        yield f"forms {', '.join(term.forms)}"
    yield "case as given" if term.case_sensitive else "in any case"
    for name, values in (("domain", concept.domain), ("beside", concept.beside), ("not beside", concept.not_beside)):
        if values:
            yield f"{name} {', '.join(values)}"
