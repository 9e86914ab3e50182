"""`tqcheck glossary import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.glossary.concept import Concept

KEEP = ("ours", "theirs", "stop")


def _language(side: str) -> object:
    help = f"The {side} language of a list of pairs that does not say it."
    return typer.Option(f"--{side}-language", f"-{side[0]}", metavar="TAG", help=help, show_default=False)


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
    source_language: Annotated[str, _language("source")] = "",
    target_language: Annotated[str, _language("target")] = "",
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Bring the concepts of another file in: new ones are added, known ones get the terms they lack.

    Formats: yaml, csv, tsv, tbx in all its kinds, xlsx, omegat (.utf8, .tab, .txt), utx, weblate (its CSV), po.

    Where the two contradict nothing is written (exit code 2) until --prefer says whose word counts.
    """
    from tqcheck.glossary.join import incoming, joined
    from tqcheck.glossary.sheets.edit import begun, editing

    o.one_of("--prefer", prefer, KEEP)
    if source_language:
        source_language = o.tag("--source-language", source_language)
    if target_language:
        target_language = o.tag("--target-language", target_language)
    with shared.guarded(form):
        concepts, passed = _read(source, kind, source_language, target_language, into)
        counts = dict.fromkeys(("new", "same", "joins", "conflict"), 0)
        conflicts = []
        with begun(into, dry), editing(into, dry, may_begin=True) as edit:
            known = [edit.sheet.concept(id) for id in edit.sheet.ids()]
            for each in incoming(known, concepts):
                counts[each.fate] += 1
                if each.fate == "conflict":
                    conflicts.append(each)
                if each.fate == "new":
                    edit.sheet.add(each.concept)
                elif each.fate == "joins" or (each.fate == "conflict" and prefer == "ours"):
                    edit.sheet.replace(each.into, joined(edit.sheet.concept(each.into), [_under("", each.concept)]))
                elif each.fate == "conflict" and prefer == "theirs":
                    made = joined(_under(each.into, each.concept), [_under("", edit.sheet.concept(each.into))])
                    edit.sheet.replace(each.into, made)
            if conflicts and prefer == "stop":
                for each in conflicts:
                    o.tell(
                        f"{source}:{each.concept.line}: {each.concept.id} contradicts {each.into} in {into}: {each.why}"
                    )
                o.fail(
                    f"{len(conflicts)} of {len(concepts)} concepts contradict {into}; nothing was written (see --prefer)"
                )
        said = (
            f"{source}: {shared.counted(len(concepts), 'concept')}; {counts['new']} added, {counts['joins']} joined to known ones, "
            f"{counts['same']} known, {counts['conflict']} in conflict" + f"; left out: {passed}" * bool(passed)
        )
        shared.report_edit(edit, into, [said + "."], form, dry, always=True, **counts, left_out=passed)


def _read(source: str, kind: str, source_language: str, target_language: str, into: str) -> tuple[list[Concept], str]:
    """The concepts of a file in languages of their own, and what of it was left out, in words."""
    from tqcheck.glossary.concept import SOURCE, TARGET
    from tqcheck.glossary.formats.bilingual import with_languages
    from tqcheck.glossary.formats.registry import format_of
    from tqcheck.glossary.load import bytes_of, parsed

    data = bytes_of(source)
    concepts = parsed(source, data, kind)
    if not concepts:
        o.fail(f"{source}: holds no concept")
    concepts = with_languages(concepts, source_language, target_language, source)
    options = ((SOURCE, "--source-language"), (TARGET, "--target-language"))
    unsaid = [option for tag, option in options if any(term.language == tag for c in concepts for term in c.terms)]
    if unsaid and Path(into).suffix.lower() in (".yaml", ".yml"):
        o.fail(f"{source}: does not say what languages it is in; give {' and '.join(unsaid)}")
    left_out = format_of(source, data, kind).left_out
    return concepts, left_out(data, source) if left_out else ""


def _under(id: str, concept: Concept) -> Concept:
    from dataclasses import replace

    return replace(concept, id=id)
