"""`tqcheck glossary usage`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.model.finding import Notice
    from tqcheck.terminology.usage import Usage, Use

SHOWN = 3
"""Places shown of a term; JSON has more."""


def command(
    files: shared.Files,
    over: Annotated[
        list[str] | None,
        typer.Option(
            "--over",
            metavar="FILE",
            help="A text or a folder of texts; give it again for more. Without it: `paths` of the configuration.",
            show_default=False,
        ),
    ] = None,
    source: o.Source = None,
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    good: Annotated[
        bool, typer.Option("--good", help="The texts are known to be right: whatever is reported of a term is wrong.")
    ] = False,
    wrap: o.Wrap = "",
    exclude: o.Exclude = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
    form: shared.Form = "text",
) -> None:
    """Count what each term does in texts: how often it fires and how surely, what hides it, which never fires.

    Alarms are what term-missing and term-deprecated say of it. With --good each is a false one, and the precision of a
    term is the share of its firings without. Ends with 2 if a text could not be read.
    """
    from tqcheck.terminology.segments import segments
    from tqcheck.terminology.usage import Usage

    made = o.settings(
        config, isolated, paths=over, source_language=source_language, target_language=target_language,
        glossaries=files, wrap=wrap, exclude=exclude,
    )  # fmt: skip
    if not made.paths:
        o.fail("name a text or a folder of texts with --over, or set `paths` in tqcheck.toml")
    notices: list[Notice] = []
    usage = Usage()
    with shared.guarded(form):
        jobs = o.jobs_in(made.paths, source, made, notices)
        with o.progress(len(jobs)) as progress:
            for met in segments(jobs, made, notices, progress):
                usage.add(met)
    if usage.segments and not usage.firing() and not usage.silent():
        shared.report_notices(notices)
        o.fail("no term is in a language of these texts; say which languages they are in with -s and -t")
    if form == "json":
        shared.print_json(_as_json(usage, files, good, notices))
    else:
        shared.report_notices(notices)
        o.write("".join(_told(usage, good)))
    shared.end_with_trouble(notices)


def _as_json(usage: Usage, files: Sequence[str], good: bool, notices: Sequence[Notice]) -> dict[str, Any]:
    return {
        "glossaries": list(files), "files": len(usage.files), "segments": usage.segments, "good": good,
        "terms": [_use_as_json(use, good) for use in usage.firing()],
        "never": [_use_as_json(use, good) for use in usage.silent()],
        "notices": [shared.notice_as_json(notice) for notice in notices],
    }  # fmt: skip


def _use_as_json(use: Use, good: bool) -> dict[str, Any]:
    from tqcheck.glossary.finder import Level

    return {
        "term": use.term.text, "language": use.term.language, "side": use.side.value, "status": use.term.status.value,
        "concept": use.concept.id, "glossary": use.concept.glossary, "line": _line(use),
        "times": use.times, "levels": {level.value: use.levels[level] for level in Level},
        "hidden": dict(sorted(use.hidden.items(), key=lambda item: (-item[1], item[0]))), "held": use.held,
        "alarms": use.alarms, "precision": use.precision if good else None,
        "places": use.places, "alarm_places": use.alarm_places,
    }  # fmt: skip


def _told(usage: Usage, good: bool) -> Iterator[str]:
    """For people: the terms that fire, what is reported of them, what is hidden, and last what never fires."""
    from tqcheck.glossary.finder import Level

    firing, known = usage.firing(), list(usage.uses.values())
    yield (
        f"{shared.counted(len(usage.files), 'file')}, {shared.counted(usage.segments, 'segment')}: "
        f"{len(firing):,} of {shared.counted(len(known), 'term')} fire, "
        f"{shared.counted(sum(use.times for use in firing), 'time')}\n"
    )
    yield from _section(
        "", ("times", "exact", "form", "lemma", "stem", *NAMED, "where"),
        [(use.times, *(use.levels[level] or "" for level in Level), *_named(use), _places(use.places)) for use in firing],
    )  # fmt: skip
    alarmed = sorted((use for use in firing if use.alarms), key=lambda use: -use.alarms)
    if good:
        yield from _section(
            "False alarms", ("alarms", "of", "precision", *NAMED, "where"),
            [(use.alarms, use.times, f"{use.precision:.2f}", *_named(use), _places(use.alarm_places)) for use in alarmed],
        )  # fmt: skip
    else:
        yield from _section(
            "Alarms", ("alarms", "of", *NAMED, "where"),
            [(use.alarms, use.times, *_named(use), _places(use.alarm_places)) for use in alarmed],
        )  # fmt: skip
    yield from _section(
        "Hidden by a longer term", ("times", *NAMED, "by"),
        [(use.hidden.total(), *_named(use), _by(use)) for use in sorted(known, key=lambda u: -u.hidden.total()) if use.hidden],
    )  # fmt: skip
    yield from _section(
        "Held back by beside and not-beside", ("times", *NAMED, "concept"),
        [(use.held, *_named(use), use.concept.id) for use in sorted(known, key=lambda u: -u.held) if use.held],
    )  # fmt: skip
    yield from _section(
        "Never", (*NAMED, "listed"), [(*_named(use), f"{use.concept.glossary}:{_line(use)}") for use in usage.silent()]
    )


NAMED = ("term", "language", "status")


def _named(use: Use) -> tuple[str, str, str]:
    return use.term.text, use.term.language, use.term.status.value


def _section(title: str, heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    if rows:
        yield f"\n{title}\n" * bool(title) or "\n"
        yield shared.table(heads, rows)


def _places(places: Sequence[str]) -> str:
    return ", ".join(places[:SHOWN])


def _by(use: Use) -> str:
    """What hides a term, most often first."""
    ranked = sorted(use.hidden.items(), key=lambda item: (-item[1], item[0]))
    told = ", ".join(f"{text} ({times})" for text, times in ranked[:SHOWN])
    return told + f" and {len(ranked) - SHOWN} more" * (len(ranked) > SHOWN)


def _line(use: Use) -> int:
    return use.term.line or use.concept.line
