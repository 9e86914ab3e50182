"""The commands of `tqcheck glossary`, in the order they are listed."""

from __future__ import annotations

import typer

from tqcheck.cli.glossary import (
    add,
    difference,
    edit,
    export,
    format,
    import_,
    lint,
    list_,
    merge,
    remove,
    rename,
    show,
    stats,
    suggest,
    try_,
    usage,
)

app = typer.Typer(
    no_args_is_help=True,
    help="Keep a glossary: look into it, edit it in its own layout, convert, compare and test it.",
    rich_markup_mode=None,
)
COMMANDS = (
    list_, show, add, edit, remove, rename, merge, format, lint, import_, export, difference, usage, try_, suggest, stats,
)  # fmt: skip
for module in COMMANDS:
    app.command(module.NAME)(module.command)
