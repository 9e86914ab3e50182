"""`tqcheck glossary edit`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared, terms

Id = Annotated[str, typer.Argument(metavar="ID", help="The concept's id.", show_default=False)]


def command(
    file: shared.File,
    id: Id,
    term: terms.Terms = None,
    prefer: terms.Preferred = None,
    admit: terms.Admitted = None,
    deprecate: terms.Deprecated = None,
    supersede: terms.Superseded = None,
    drop: terms.Dropped = None,
    set_: terms.Set = None,
    of: terms.Of = "",
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Change a concept: its terms, their status, what is said of them. Only its own lines are rewritten."""
    from tqcheck.glossary.sheets.edit import editing

    change = terms.changes(
        term=term, prefer=prefer, admit=admit, deprecate=deprecate, supersede=supersede, drop=drop, set_=set_, of=of
    )
    if not change.terms and not change.keys:
        o.fail("say what to change, such as --deprecate en=TEXT or --set note=TEXT; see --help")
    with shared.guarded(form):
        with editing(file, dry) as edit:
            edit.sheet.change(id, change)
        shared.report_edit(edit, file, [f"Changed {id} in {file}."], form, dry, id=id)
