"""`tqcheck idioms`: tools for those who write the bank."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tqcheck.cli import options as o

app = typer.Typer(no_args_is_help=True, help="Tools for the bank of idioms and calques.", rich_markup_mode=None)

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]...", help="Bank files; without any, the bank that ships.", show_default=False),
]


@app.command()
def lint(files: Files = None) -> None:
    """Try every row on its own sentences; name what is wrong. Exit code 1 if anything is."""
    from tqcheck.idioms.bank import home
    from tqcheck.idioms.rows import BankError, Row
    from tqcheck.testing.bank import Fault, faults, read_file

    found: list[Fault] = []
    pairs: dict[tuple[str, str], list[Row]] = {}
    for file in files or sorted(home().glob("*/*.txt")):
        try:
            rows, language = read_file(file)
        except BankError as error:
            found.append(Fault(error.path, error.line, str(error)))
            continue
        pairs.setdefault((rows[0].language if rows else "", language), []).extend(rows)
    for (_, language), rows in sorted(pairs.items()):
        found += faults(rows, language)
    for fault in sorted(found):
        o.write(f"{fault.path}:{fault.line}: {fault.message}\n")
    count = sum(map(len, pairs.values()))
    o.write(f"{count} rows, {len(found)} fault{'s' * (len(found) != 1)}\n")
    if found:
        raise typer.Exit(1)
