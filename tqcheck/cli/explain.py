"""`tqcheck explain`: the card of a check."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli import options as o


def command(
    check: Annotated[str, typer.Argument(metavar="CHECK", help="A check's id, as in `tqcheck checks`.")],
) -> None:
    """Print the card of a check: what it finds, why, examples, options, limits."""
    from tqcheck.checks.registry import all_checks, card
    from tqcheck.config.hints import did_you_mean

    if check not in all_checks():
        o.fail(f"there is no check {check!r}{did_you_mean(check, all_checks(), '; see `tqcheck checks`')}")
    o.write((card(check).rstrip("\n") or f"# {check}\n\nThis check ships no card.") + "\n")
