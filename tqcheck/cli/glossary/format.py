"""`tqcheck glossary format`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared


def command(
    file: shared.File,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 if the layout is another.")] = False,
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Lay a YAML glossary out in the usual way: order of keys, indents, quotes, a blank line between concepts.

    Comments stay. Formatting twice changes nothing more.
    """
    from tqcheck.glossary.sheets.edit import editing
    from tqcheck.glossary.sheets.layout import tidy
    from tqcheck.glossary.sheets.yaml_sheet import YamlSheet

    with shared.guarded(form):
        with editing(file, dry or check) as edit:
            if not isinstance(edit.sheet, YamlSheet):
                o.fail(f"{file}: only YAML glossaries are laid out")
            tidy(edit.sheet)
        changed = edit.sheet.text != edit.before
        if not check or form == "json":
            shared.report_edit(edit, file, [f"Laid out {file}."], form, dry, changed=changed)
        elif changed:
            o.write(f"{file} is laid out in another way.\n")
    if check and changed:
        raise typer.Exit(1)
