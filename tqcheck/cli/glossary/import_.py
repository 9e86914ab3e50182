"""`tqcheck glossary import`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.glossary.concept import Concept

NAME = "import"
KEEP = ("ours", "theirs", "stop")


def command(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="A termbase in any format that is read.", show_default=False)
    ],
    into: Annotated[
        str,
        typer.Option(
            "--into", metavar="GLOSSARY", help="A YAML or CSV glossary; made if there is none.", show_default=False
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--from", metavar="FORMAT", help="The file's format, where its name does not tell.", show_default=False
        ),
    ] = "",
    prefer: Annotated[
        str, typer.Option("--prefer", metavar="ours|theirs|stop", help="Whose word counts where the two contradict.")
    ] = "stop",
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Bring the concepts of another file in: new ones are added, known ones get the terms they lack.

    Where the two contradict nothing is written (exit code 2) until --prefer says whose word counts.
    """
    from tqcheck.glossary.join import incoming, joined
    from tqcheck.glossary.load import bytes_of, parsed
    from tqcheck.glossary.sheets.edit import begun, editing

    if prefer not in KEEP:
        o.fail(f"--prefer: {prefer!r} is neither {', '.join(KEEP[:-1])} nor {KEEP[-1]}")
    with shared.guarded(form):
        concepts = parsed(source, bytes_of(source), kind)
        if not concepts:
            o.fail(f"{source}: holds no concept")
        if not dry:
            begun(into)
        counts = dict.fromkeys(("new", "same", "joins", "conflict"), 0)
        conflicts = []
        with editing(into, dry) as edit:
            known = [edit.sheet.concept(id) for id in edit.sheet.ids()]
            for each in incoming(known, concepts):
                counts[each.fate] += 1
                if each.fate == "conflict":
                    conflicts.append(each)
                if each.fate == "new":
                    edit.sheet.add(each.concept)
                elif each.fate == "joins" or (each.fate == "conflict" and prefer == "ours"):
                    edit.sheet.replace(each.into, joined(edit.sheet.concept(each.into), [_unnamed(each.concept)]))
                elif each.fate == "conflict" and prefer == "theirs":
                    made = joined(_unnamed(each.concept, each.into), [_unnamed(edit.sheet.concept(each.into), "")])
                    edit.sheet.replace(each.into, made)
            if conflicts and prefer == "stop":
                for each in conflicts:
                    print_conflict(source, each.concept.line, each.concept.id, into, each.into, each.why)
                o.fail(
                    f"{len(conflicts)} of {len(concepts)} concepts contradict {into}; nothing was written (see --prefer)"
                )
        said = (
            f"{source}: {shared.counted(len(concepts), 'concept')}; {counts['new']} added, {counts['joins']} joined to known ones, "
            f"{counts['same']} known, {counts['conflict']} in conflict"
        )
        shared.report_edit(edit, into, said + ".", form, dry, **counts)


def print_conflict(source: str, line: int, id: str, into: str, known: str, why: str) -> None:
    import sys

    from tqcheck.reporters.visible import visible

    print(visible(f"{source}:{line}: {id} contradicts {known} in {into}: {why}"), file=sys.stderr)


def _unnamed(concept: Concept, id: str = "") -> Concept:
    from dataclasses import replace

    return replace(concept, id=id)
