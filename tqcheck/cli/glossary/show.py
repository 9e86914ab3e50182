"""`tqcheck glossary show`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.glossary.concept import Concept


def command(
    file: shared.File,
    name: Annotated[
        str, typer.Argument(metavar="ID|TERM", help="A concept's id, or one of its terms.", show_default=False)
    ],
    form: shared.Form = "text",
) -> None:
    """Show all there is about a concept, found by its id or by one of its terms."""
    import difflib

    from tqcheck.glossary.load import load
    from tqcheck.glossary.select import called
    from tqcheck.reporters.visible import visible

    with shared.guarded(form):
        concepts = load([file]).concepts
    found = called(concepts, name)
    if not found:
        known = [c.id for c in concepts] + [t.text for c in concepts for t in c.terms]
        near = difflib.get_close_matches(name, known, n=1)
        o.fail(f"{file} has neither a concept nor a term {name!r}" + (f"; is {near[0]!r} meant?" if near else ""))
    if form == "json":
        shared.print_json([shared.as_json(concept) for concept in found])
        return
    o.write("\n".join("".join(visible(line) + "\n" for line in _lines(concept)) for concept in found))


def _lines(concept: Concept) -> Iterator[str]:
    yield f"{concept.id}  ({concept.glossary}:{concept.line})"
    values = {
        "subject": concept.subject, "domain": ", ".join(concept.domain), "definition": concept.definition,
        "note": concept.note, "source": concept.source, "beside": ", ".join(concept.beside),
        "not beside": ", ".join(concept.not_beside), **{key: str(value) for key, value in concept.rest.items()},
    }  # fmt: skip
    for key, value in values.items():
        if value:
            yield f"  {key}: {value}"
    for language, terms in concept.by_language().items():
        yield f"  {language}"
        for term in terms:
            more = [term.type, "do not translate" * term.do_not_translate, f"case {term.case}" * bool(term.case)]
            more += [f"forms: {', '.join(term.forms)}" * bool(term.forms)]
            more += [f"{key}: {value}" for key, value in term.rest.items()]
            yield f"    {term.status.value:11}{term.text}" + "".join(f"; {each}" for each in more if each)
