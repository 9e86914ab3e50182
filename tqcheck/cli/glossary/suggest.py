"""`tqcheck glossary suggest`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.model.finding import Notice
    from tqcheck.terminology.suggestion import Suggestion


def command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Files or folders; - is standard input.", show_default=False),
    ],
    source: o.Source = None,
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    glossary: Annotated[
        list[str] | None,
        typer.Option(
            "--glossary", "-g", metavar="GLOSSARY", help="What it holds is not suggested.", show_default=False
        ),
    ] = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many at most.")] = 50,
    wrap: o.Wrap = "",
    exclude: o.Exclude = None,
    form: shared.Form = "text",
) -> None:
    """Suggest concepts from texts: recurring names, terms of several words, abbreviations, spellings that vary.

    Where the source is there too (--source, or a TSV file), each comes with its likely translation. Best first.
    The JSON is a glossary file: `glossary add GLOSSARY --from FILE --accept 1,3-5` takes from it.
    """
    from tqcheck.glossary.load import load
    from tqcheck.terminology.suggestions import suggest

    settings = o.settings(
        None, True, source_language=source_language, target_language=target_language, wrap=wrap,
        glossaries=glossary, exclude=exclude,
    )  # fmt: skip
    notices: list[Notice] = []
    with shared.guarded(form):
        base = load(settings.glossaries)
        made = suggest(o.jobs_in(files, source, settings, notices), settings, base, notices)
    shown = made[:most]
    if form == "json":
        shared.print_json({"concepts": [each.concept() for each in shown]})
    else:
        _print(shown, len(made))
    shared.report_notices(notices)
    shared.end_with_trouble(notices)


def _print(shown: Sequence[Suggestion], total: int) -> None:
    from tqcheck.reporters.visible import visible

    if not shown:
        o.write("Nothing is suggested: no name, term or abbreviation recurs that the glossary does not hold.\n")
        return
    for number, each in enumerate(shown, 1):
        o.write("".join(visible(line) + "\n" for line in _lines(number, each)))
    more = f" of {total:,} (--most shows more)" if total > len(shown) else ""
    o.write(
        f"\n{shared.counted(len(shown), 'suggestion')}{more}. To take some of them in, give the same command with\n"
        "  --format json > suggestions.json\nand then\n  tqcheck glossary add GLOSSARY --from suggestions.json --accept 1,3-5\n"
    )


def _lines(number: int, each: Suggestion) -> Iterator[str]:
    sides = []
    for language, entries in each.terms.items():
        texts = []
        for entry in entries:
            if isinstance(entry, str):
                texts.append(entry)
            else:
                texts.append(f"not {entry['term']}" if entry["status"] == "deprecated" else entry["term"])
        sides.append(f"{language or '?'} {', '.join(texts)}")
    yield f"{number:3}. " + " = ".join(sides)
    said = [each.kind, shared.counted(each.count, "time"), f"score {each.score:.1f}"]
    if "together" in each.more:
        said.append(f"{each.more['together']} segments with both (log-likelihood {each.more['log-likelihood']:.0f})")
    if "forms" in each.more:
        said.append(", ".join(f"{text} {count}" for text, count in each.more["forms"].items()))
    yield "     " + "; ".join(said)
    for place in each.places:
        yield f"     {place['place']}  {place['text']}"
        if "translation" in place:
            yield f"     {' ' * len(place['place'])}  {place['translation']}"
