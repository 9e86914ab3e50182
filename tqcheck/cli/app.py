"""`tqcheck`: one command per module."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from tqcheck import __version__
from tqcheck.cli import check, checks, explain, idioms, init, report
from tqcheck.cli.glossary import app as glossary
from tqcheck.model.plugin import PluginError
from tqcheck.reporters.visible import visible

app = typer.Typer(
    name="tqcheck",
    help="A linter for translations: literal idioms, terminology, name variants, machine-translation artefacts.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for module in (report, check, init, checks, explain):
    app.command(module.__name__.rpartition(".")[2])(module.command)
app.add_typer(glossary.app, name="glossary")
app.add_typer(idioms.app, name="idioms")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"tqcheck {__version__}")
        raise typer.Exit()


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Exit codes: 0 clean, 1 the gate failed, 2 something could not be done."""


def main() -> None:
    """The console script. No traceback reaches a user unless TQCHECK_DEBUG is set."""
    if sys.stderr is None:  # closed by the caller; `print` would turn to standard output
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - lives as long as the program
    if sys.stdout is None:
        print("error: standard output is closed", file=sys.stderr)
        sys.exit(2)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except SystemExit as end:
        sys.exit(end.code if end.code in (None, 0, 1) else 2)  # Ctrl-C is something that could not be done
    except PluginError as error:
        print(f"error: {visible(str(error))}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("TQCHECK_DEBUG"):
            raise
        detail = visible(str(error))[:300]
        print(f"error: internal: {type(error).__name__}: {detail} (set TQCHECK_DEBUG=1 for details)", file=sys.stderr)
        sys.exit(2)
