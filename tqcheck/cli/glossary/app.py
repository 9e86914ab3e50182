"""The commands of `tqcheck glossary`, in the order they are listed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

MODULES = {
    "list": "list_", "show": "show", "add": "add", "edit": "edit", "remove": "remove", "rename": "rename",
    "merge": "merge", "format": "format", "lint": "lint", "import": "import_", "export": "export", "diff": "difference",
    "usage": "usage", "try": "try_", "suggest": "suggest", "stats": "stats",
}  # fmt: skip
"""Command to module; each module has a function `command`."""


class Lazy(TyperGroup):
    """Loads the module of a command when it is asked for: the other commands of tqcheck need none of them."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        # For a name that is none all are loaded: typer suggests the nearest of those it has.
        for name in [cmd_name] if cmd_name in MODULES else MODULES:
            if name not in self.commands:
                self.commands[name] = _made(name)
        return self.commands.get(cmd_name)


def _made(name: str) -> Any:
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(name)(import_module(f"tqcheck.cli.glossary.{MODULES[name]}").command)
    return get_command(one)


app = typer.Typer(cls=Lazy, no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def root() -> None:
    """Keep a glossary: look into it, edit it in its own layout, convert, compare and test it."""
