"""`tqcheck glossary list`."""

from __future__ import annotations

from typing import Annotated

import typer

from tqcheck.cli.glossary import shared


def command(
    files: shared.Files,
    search: Annotated[
        str,
        typer.Option(
            "--search",
            metavar="TEXT",
            help="Only concepts with this in an id, a term or a definition.",
            show_default=False,
        ),
    ] = "",
    languages: Annotated[
        list[str] | None,
        typer.Option("--language", "-l", metavar="TAG", help="Only these languages.", show_default=False),
    ] = None,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="Only terms of this status.", show_default=False)
    ] = "",
    domain: Annotated[
        str,
        typer.Option("--domain", metavar="NAME", help="Only concepts of this domain or subject.", show_default=False),
    ] = "",
    form: shared.Form = "text",
) -> None:
    """List the concepts: id, then the terms by language; * marks deprecated and superseded ones."""
    from tqcheck.cli import options as o
    from tqcheck.glossary.concept import STATUS_WORDS
    from tqcheck.glossary.load import load
    from tqcheck.glossary.select import Wanted, selected

    if status and status.casefold() not in STATUS_WORDS:
        o.fail(f"--status: {status!r} is no status; use preferred, admitted, deprecated or superseded")
    tags = tuple(o.tag("--language", tag) for tag in languages or ())
    with shared.guarded(form):
        base = load(files)
        shared.hold_something(files, len(base.concepts))
    wanted = Wanted(search, tags, STATUS_WORDS.get(status.casefold()), domain)
    found = list(selected(base.concepts, wanted))
    if form == "json":
        shared.print_json([shared.as_json(concept) for concept in found])
        return
    shown = list(dict.fromkeys(term.language for concept in found for term in concept.terms))
    rows = [
        (
            c.id,
            *("; ".join(t.text + "*" * (not t.status.allowed) for t in c.terms if t.language == tag) for tag in shown),
        )
        for c in found
    ]
    if rows:
        o.write(shared.table(("id", *shown), rows))
    o.write(f"{len(found)} of {shared.counted(len(base.concepts), 'concept')}\n")
