"""`tqcheck glossary rename`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared
from tqcheck.cli.glossary.edit import Id


def command(
    file: shared.File,
    id: Id,
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="The new id; with --term, the term's new wording.", show_default=False)
    ],
    term: Annotated[
        str, typer.Option("--term", metavar="LANG=TEXT", help="Reword this term instead of the id.", show_default=False)
    ] = "",
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Give a concept another id, or one of its terms another wording."""
    from tqcheck.cli.glossary.terms import parted
    from tqcheck.glossary.change import Change, TermChange
    from tqcheck.glossary.sheets.edit import editing

    if not new.strip():
        o.fail("the new name is empty")
    change = Change(id=new.strip())
    if term:
        change = Change(terms=(TermChange(*parted("--term", term), becomes=new.strip()),))
    with shared.guarded(form):
        with editing(file, dry) as edit:
            edit.sheet.change(id, change)
        shared.report_edit(edit, file, [f"Renamed {term or id} to {new.strip()} in {file}."], form, dry, id=id, new=new)
