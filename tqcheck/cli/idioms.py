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


TargetLanguage = Annotated[str, typer.Option("--target-language", "-t", metavar="TAG", help="Of the sentence.")]
SourceLanguage = Annotated[
    str,
    typer.Option("--source-language", "-s", metavar="TAG", help="Without it every language's rows are in play."),
]


@app.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence of the translation.", show_default=False)],
    source: Annotated[str, typer.Option("--source", metavar="TEXT", help="Its source.", show_default=False)] = "",
    source_language: SourceLanguage = "",
    target_language: TargetLanguage = "en",
    bank: o.Banks = None,
) -> None:
    """Show which rows of the bank a sentence brings up, what they match, and what silences them."""
    from tqcheck.idioms.rows import BankError
    from tqcheck.language.tags import is_tag
    from tqcheck.testing.bank import Tried, tried

    for tag in filter(None, (source_language, target_language)):
        if not is_tag(tag):
            o.fail(f"{tag!r} is no language tag (BCP-47), such as en or pt-BR")
    try:
        found: list[Tried] = tried(sentence, source, source_language, target_language, tuple(bank or ()))
    except BankError as error:
        o.fail(f"{error.path}:{error.line}: {error}")
    for item in found:
        o.write("\n".join(item.lines()) + "\n\n")
    flagged = sum(item.flagged for item in found)
    o.write(f"{len(found)} row{'s' * (len(found) != 1)} brought up, {flagged} flagged\n")


@app.command()
def stats(
    files: Files = None,
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json", help="How they are printed.")] = "text",
) -> None:
    """Count the rows of each pair: with literal renderings, for texts with a source only, by confidence."""
    import json

    from tqcheck.idioms.load import home
    from tqcheck.idioms.rows import BankError
    from tqcheck.testing.bank import counted

    if form not in ("text", "json"):
        o.fail(f"--format: {form!r} is neither text nor json")
    try:
        counts = counted(files or sorted(home().glob("*/*.txt")))
    except BankError as error:
        o.fail(f"{error.path}:{error.line}: {error}")
    if form == "json":
        o.write(json.dumps(counts, ensure_ascii=False, indent=1) + "\n")
        return
    heads = ("from", "to", "idioms", "calques", "source only", "patterns", "sure", "likely", "look")
    table = [heads, *(tuple(str(row[head]) for head in heads) for row in counts)]
    widths = [max(len(line[at]) for line in table) for at in range(len(heads))]
    for line in table:
        o.write("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n")


@app.command()
def lint(files: Files = None) -> None:
    """Try every row on its own sentences and on the others' good renderings; name what is wrong.

    Exit code 1 if anything is.
    """
    from tqcheck.idioms.load import home
    from tqcheck.idioms.rows import BankError, Row
    from tqcheck.testing.bank import Fault, contradictions, faults, read_file

    found: list[Fault] = []
    pairs: dict[tuple[str, str], list[Row]] = {}
    for file in files or sorted(home().glob("*/*.txt")):
        try:
            rows, language = read_file(file)
        except BankError as error:
            found.append(Fault(error.path, error.line, str(error)))
            continue
        pairs.setdefault((rows[0].language if rows else "", language), []).extend(rows)
    together: dict[str, list[Row]] = {}
    for (_, language), rows in sorted(pairs.items()):
        found += faults(rows, language)
        together.setdefault(language, []).extend(rows)
    if not found:  # rows that cannot be read cannot be compared
        for language, rows in together.items():
            found += contradictions(rows, language)
    for fault in sorted(found):
        o.write(f"{fault.path}:{fault.line}: {fault.message}\n")
    count = sum(map(len, pairs.values()))
    o.write(f"{count} rows, {len(found)} fault{'s' * (len(found) != 1)}\n")
    if found:
        raise typer.Exit(1)
