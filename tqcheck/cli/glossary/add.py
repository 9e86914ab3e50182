"""`tqcheck glossary add`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import accepted, shared, terms

if TYPE_CHECKING:
    from tqcheck.glossary.change import Change
    from tqcheck.glossary.concept import Concept
    from tqcheck.glossary.sheets.edit import Sheet


def command(
    file: shared.File,
    id: Annotated[
        str, typer.Option("--id", metavar="ID", help="Made of the English term if not given.", show_default=False)
    ] = "",
    term: terms.Terms = None,
    admit: terms.Admitted = None,
    deprecate: terms.Deprecated = None,
    supersede: terms.Superseded = None,
    set_: terms.Set = None,
    after: Annotated[
        str, typer.Option("--after", metavar="ID", help="Where it goes; else at the end.", show_default=False)
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Take concepts from `glossary suggest --format json` or from a report's decisions.",
            show_default=False,
        ),
    ] = "",
    accept: Annotated[
        str, typer.Option("--accept", metavar="1,3-5|all", help="Which of them.", show_default="all")
    ] = "",
    anyway: Annotated[bool, typer.Option("--anyway", help="Even if one of the terms stands in the glossary.")] = False,
    dry: shared.DryRun = False,
    form: shared.Form = "text",
) -> None:
    """Add a concept. On a terminal, without --term and --from, it asks.

    A glossary that is not there yet is made.
    """
    from tqcheck.glossary.sheets.edit import begun, editing

    with shared.guarded(form):
        if source:
            made = accepted.concepts(source, accept)
        elif term or admit or deprecate or supersede:
            made = [
                _concept(
                    terms.changes(term=term, admit=admit, deprecate=deprecate, supersede=supersede, set_=set_, id=id)
                )
            ]
        elif sys.stdin.isatty() and form == "text":
            made = [_asked(id)]
        else:
            o.fail("give at least one term, such as --term en=treaty, or --from FILE; see --help")
        added, changed, known = [], [], []
        with begun(file, dry) as new, editing(file, dry, may_begin=True) as edit:
            for concept in made:
                if source and concept.id in edit.sheet.ids():  # a decision about a concept of this glossary
                    edit.sheet.change(concept.id, accepted.change(concept, edit.sheet.concept(concept.id)))
                    changed.append(concept.id)
                    continue
                if (twin := _twin(concept, edit.sheet)) and not anyway:
                    known.append((concept, twin))
                    continue
                named = _named(concept, edit.sheet)
                edit.sheet.add(named, after)
                added.append(named.id)
                after = after and named.id
        if new:
            o.tell(f"{file} is new.")
        for concept, twin in known:
            o.tell(f"{file}: “{concept.terms[0].text}” stands there already ({twin}); --anyway adds it all the same")
        said = [f"Added {', '.join(added)} to {file}."] * bool(added or not changed)
        said += [f"Changed {', '.join(changed)} in {file}."] * bool(changed)
        shared.report_edit(edit, file, said, form, dry, ids=added, changed=changed, known=[t for _, t in known])
    if known and not added and not changed:
        raise typer.Exit(2)


def _concept(change: Change) -> Concept:
    """A new concept; without an id if the change gives none."""
    from dataclasses import replace

    from tqcheck.glossary.change import apply
    from tqcheck.glossary.formats.yaml_form import concept_of

    raw: dict[str, object] = {"id": "new", "terms": {}}
    apply(raw, change)
    return replace(concept_of(raw), id=change.id)


def _named(concept: Concept, sheet: Sheet) -> Concept:
    from dataclasses import replace

    from tqcheck.glossary.naming import id_for
    from tqcheck.glossary.sheets.csv_sheet import CsvSheet

    if concept.id:
        return concept
    if isinstance(sheet, CsvSheet) and "id" not in sheet.names:
        return replace(concept, id=f"{sheet.path}:{len(sheet.rows)}")
    return replace(concept, id=id_for(concept, set(sheet.ids())))


def _twin(concept: Concept, sheet: Sheet) -> str:
    """The id of a concept of the glossary that has one of its terms."""
    for term in concept.terms:
        for id in sheet.holding(term.text):
            if any((t.text, t.language) == (term.text, term.language) for t in sheet.concept(id).terms):
                return id
    return ""


def _asked(id: str) -> Concept:
    """A concept asked for on the terminal: an empty answer ends each list."""
    from tqcheck.language.tags import is_tag

    listed: list[str] = []
    avoid: list[str] = []
    o.write("A new concept. Languages are tags such as en or pt-BR; an empty answer goes on.\n")
    while language := typer.prompt("Language", default="", show_default=False).strip():
        if not is_tag(language):
            o.write(f"{language!r} is no language tag.\n")
            continue
        while text := typer.prompt(
            f"  Term in {language}" if not listed else f"  Another term in {language}", default="", show_default=False
        ).strip():
            listed.append(f"{language}={text}")
        while text := typer.prompt(f"  Not to be used in {language}", default="", show_default=False).strip():
            avoid.append(f"{language}={text}")
    if not listed and not avoid:
        o.fail("a concept needs at least one term")
    keys = [
        f"{key}={value}"
        for key in ("definition", "note")
        if (value := typer.prompt(key.capitalize(), default="", show_default=False).strip())
    ]
    return _concept(terms.changes(term=listed, deprecate=avoid, set_=keys, id=id))
