"""`tqcheck glossary merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli.glossary import shared
from tqcheck.cli.glossary.edit import Id


def command(
    file: shared.File,
    id: Id,
    others: Annotated[
        list[str], typer.Argument(metavar="OTHER...", help="The concepts that become part of it.", show_default=False)
    ],
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Make several concepts one: the first keeps its id and its word on what they disagree about.

    To bring another file in, see `import`.
    """
    from tqcheck.glossary.sheets.edit import editing

    with shared.guarded(form):
        with editing(file, dry) as edit:
            edit.sheet.merge(id, others)
        shared.report_edit(
            edit, file, [f"Merged {', '.join(others)} into {id} in {file}."], form, dry, id=id, merged=others
        )
