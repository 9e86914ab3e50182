"""`tqcheck report`: one HTML page that shows an editor what to fix."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath
from typing import Annotated

import typer

from tqcheck.cli import options as o

MADE_BY = '<meta name="generator" content="tqcheck'
"""Stands in every report: without -o, only a file that says so is overwritten."""

Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the report goes.", show_default="NAME.report.html"),
]
Open = Annotated[bool, typer.Option("--open", help="Open the report in the browser.")]


def command(
    paths: o.Paths = None,
    output: Output = None,
    open_: Open = False,
    source: o.Source = None,
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    glossary: o.Glossaries = None,
    bank: o.Banks = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    preview: o.Preview = False,
    fail_on: o.FailOn = None,
    wrap: o.Wrap = "",
    exclude: o.Exclude = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
    jobs: o.Jobs = 1,
) -> None:
    """Check translations and write an HTML report for review.

    Ends with 0 once the report is written, unless --fail-on is given; 2 if something could not be done.
    """
    from tqcheck.reporters.html import render
    from tqcheck.reporters.visible import visible
    from tqcheck.storage.files import write_atomically

    made = o.settings(
        config, isolated, paths=paths, source_language=source_language, target_language=target_language, glossaries=glossary, banks=bank,
        select=select, ignore=ignore, preview=preview, fail_on=fail_on or "never", wrap=wrap, exclude=exclude,
    )  # fmt: skip
    place = Path(output) if output else _default(made.paths)
    if os.path.isdir(place):  # noqa: PTH112 - never raises
        o.fail(f"{place} is a folder; name a file with -o")
    if not output and os.path.lexists(place) and not _ours(place):
        o.fail(f"{place} exists and is no report of tqcheck; name another file with -o")
    done = o.execute(made, source, jobs, keep_text=True, output=place)
    o.report_trouble(done)
    try:
        write_atomically(place, render(done))
    except OSError as error:
        o.fail(f"{place}: cannot be written: {error.strerror or error}")
    found = f"{len(done.findings)} finding{'s' * (len(done.findings) != 1)}"
    files = f"{len(done.documents)} file{'s' * (len(done.documents) != 1)}"
    o.write(f"{found} in {files}; the report is {visible(str(place))}\n")
    if open_ and not _opened(place):
        print(f"No browser could be started; open {visible(str(place))} yourself.", file=sys.stderr)
    if not done.gate.passed:
        print(f"The gate fails: at least one finding is {done.gate.fail_on} or worse.", file=sys.stderr)
    raise typer.Exit(done.exit_code)


def _default(paths: tuple[str, ...]) -> Path:
    """NAME.report.html in the current folder, named after the first path."""
    first = paths[0] if paths and paths[0] != "-" else ""
    name = PurePath(first).name.lstrip(".")
    stem = name if os.path.isdir(first) else PurePath(name).stem  # noqa: PTH112
    return Path(f"{stem or 'tqcheck'}.report.html")


def _opened(place: Path) -> bool:
    import webbrowser

    try:
        return webbrowser.open(place.resolve().as_uri())
    except (OSError, webbrowser.Error):
        return False


def _ours(place: Path) -> bool:
    try:
        with place.open("rb") as file:
            return MADE_BY.encode() in file.read(4096)
    except OSError:
        return False
