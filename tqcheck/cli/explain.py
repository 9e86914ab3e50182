"""`tqcheck explain`: the card of a check."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli import options as o


def command(check: Annotated[str, typer.Argument(metavar="CHECK", help="A check's id, as in `tqcheck checks`.")]) -> None:
    """Print the card of a check: what it finds, why, examples, options, limits."""
    import difflib

    from tqcheck.checks.registry import all_checks, card

    if check not in all_checks():
        near = difflib.get_close_matches(check, all_checks(), 1)
        o.fail(f"there is no check {check!r}" + (f"; did you mean {near[0]!r}?" if near else "; see `tqcheck checks`"))
    typer.echo(card(check).rstrip("\n") or f"# {check}\n\nThis check ships no card.")
