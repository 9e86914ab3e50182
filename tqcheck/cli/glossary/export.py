"""`tqcheck glossary export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

MOST_SHOWN = 20
"""Losses printed one by one."""


def command(
    files: shared.Files,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FILE", help="Where it goes; - is standard output.", show_default=False),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="One of the formats below; told from the file's name if not given.",
            show_default=False,
        ),
    ] = "",
    languages: Annotated[
        list[str] | None,
        typer.Option(
            "--language", "-l", metavar="TAG", help="Only these languages, the source first.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Over a file that is there.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Write nothing (exit code 2) if anything would be lost.")
    ] = False,
    form: shared.Form = "text",
) -> None:
    """Write glossaries in another format; what it has no place for is listed.

    Formats: yaml, csv, tsv, tbx (TBX-Basic v3, style DCA), tbx-core, tbx-min, tbx-dct, tbx-core-dct, tbx-min-dct,
    tbx-v2 (martif), xlsx, omegat, utx, weblate, po.
    """
    from tqcheck.glossary.formats.registry import writer_of
    from tqcheck.glossary.load import load
    from tqcheck.storage.files import write_atomically

    tags = [o.tag("--language", tag) for tag in languages or ()]
    if output == "-" and form == "json":
        o.fail("-o - and --format json would both go to standard output; name a file")
    place = Path(output)
    if output != "-" and place.exists() and not force:
        o.fail(f"{output} exists; --force writes over it")
    with shared.guarded(form):
        write = writer_of(output, kind)
        base = load(files)
        if not base.concepts:
            o.fail(f"{', '.join(files)}: no concept to write")
        made = write(base.concepts, tags)
        if not strict or not made.lost:
            if output == "-":
                o.write(made.data)
            else:
                write_atomically(place, made.data)
    if form == "json":
        shared.print_json(
            {"concepts": len(base.concepts), "lost": [{"concept": c, "what": what} for c, what in made.lost]}
        )
    else:
        for concept, what in made.lost[:MOST_SHOWN]:
            o.tell(f"lost: {concept}: {what}")
        if len(made.lost) > MOST_SHOWN:
            o.tell(f"and {len(made.lost) - MOST_SHOWN:,} more (--format json has all)")
        if strict and made.lost:
            o.fail(f"{shared.counted(len(made.lost), 'thing')} would be lost; nothing was written")
        if output != "-":
            o.write(
                f"{shared.counted(len(base.concepts), 'concept')} written to {output}"
                + f"; {shared.counted(len(made.lost), 'thing')} lost" * bool(made.lost)
                + "\n"
            )
    if strict and made.lost:
        raise typer.Exit(2)
