"""`tqcheck glossary remove`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli.glossary import shared


def command(
    file: shared.File,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="The concepts' ids.", show_default=False)],
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Take concepts out. To take out one term, see `edit --drop`."""
    from tqcheck.glossary.sheets.edit import editing

    with shared.guarded(form):
        with editing(file, dry) as edit:
            for id in ids:
                edit.sheet.remove(id)
        shared.report_edit(edit, file, [f"Removed {', '.join(ids)} from {file}."], form, dry, ids=ids)
