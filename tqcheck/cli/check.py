"""`tqcheck check`: findings on the terminal or as data, and a gate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.model.run import Run

Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="text|json|github|…", help="How findings are printed.", show_default="text"),
]


def command(
    paths: o.Paths = None,
    source: o.Source = None,
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    glossary: o.Glossaries = None,
    bank: o.Banks = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    preview: o.Preview = False,
    form: Format = None,
    fail_on: o.FailOn = None,
    wrap: o.Wrap = "",
    exclude: o.Exclude = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
    jobs: o.Jobs = 1,
) -> None:
    """Check translations and print the findings.

    Ends with 0 if clean, 1 if a finding is as bad as --fail-on (default: major), 2 if something could not be done.
    """
    from tqcheck.reporters.registry import all_reporters

    form = form or "text"
    if form != "text" and form not in all_reporters():
        o.fail(f"--format: {form!r} is none of text, {', '.join(all_reporters())}")
    made = o.settings(
        config, isolated, paths=paths, source_language=source_language, target_language=target_language, glossaries=glossary, banks=bank,
        select=select, ignore=ignore, preview=preview, fail_on=fail_on, wrap=wrap, exclude=exclude,
    )  # fmt: skip
    done = o.execute(made, source, jobs, keep_text=form == "text")
    o.report_trouble(done)
    o.write(_terminal(done) if form == "text" else all_reporters()[form](done))
    raise typer.Exit(done.exit_code)


def _terminal(done: Run) -> str:
    import os
    import shutil

    from tqcheck.reporters.terminal import render

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    columns = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
    return render(done, columns=min(columns, 120), colour=colour)
