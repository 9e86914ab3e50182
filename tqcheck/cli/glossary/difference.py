"""`tqcheck glossary diff`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from tqcheck.config.settings import Settings
    from tqcheck.glossary.concept import Term
    from tqcheck.glossary.difference import Difference, Key, TermDifference
    from tqcheck.glossary.versions import Version
    from tqcheck.model.finding import Finding, Notice
    from tqcheck.terminology.effects import Effects

KINDS = ("added", "removed", "renamed", "changed")


def command(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="A glossary; REV:PATH as git has it; or a revision of NEW.", show_default=False
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A glossary, or REV:PATH.", show_default=False)],
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE]...", help="Texts in which the findings are compared too.", show_default=False),
    ] = None,
    source: o.Source = None,
    source_language: o.SourceLanguage = "",
    target_language: o.TargetLanguage = "",
    wrap: o.Wrap = "",
    exclude: o.Exclude = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
    form: shared.Form = "text",
) -> None:
    """Tell two versions of a glossary apart: concepts and terms that came, went, or say something else now.

    Layout and order count for nothing. With texts, term-missing, term-deprecated and name-variant run over them with
    either version, and the findings that would appear or vanish are listed.

    Ends with 0 if nothing differs, 1 if something does, 2 if something could not be done.
    """
    from tqcheck.glossary.difference import differences
    from tqcheck.glossary.versions import version

    found: Effects | None = None
    notices: list[Notice] = []
    with shared.guarded(form):
        before, after = version(old, beside=new), version(new)
        made = differences(before.concepts(), after.concepts())
        if texts:
            from tqcheck.terminology.segments import CHECKS

            settings = o.settings(
                config, isolated, paths=texts, source_language=source_language, target_language=target_language,
                glossaries=[after.name], select=list(CHECKS), wrap=wrap, exclude=exclude,
            )  # fmt: skip
            found = _effects(before, after, settings, source, notices)
    if form == "json":
        shared.print_json(_as_json(before, after, made, found, notices))
    else:
        shared.report_notices(notices)
        o.write("".join(_told(made, found)))
    shared.end_with_trouble(notices)
    if made or found:
        raise typer.Exit(1)


def _effects(before: Version, after: Version, settings: Settings, source: str | None, notices: list[Notice]) -> Effects:
    from dataclasses import replace

    from tqcheck.glossary.versions import on_disk
    from tqcheck.terminology.effects import effects

    runs = []
    for each in (before, after):
        with on_disk(each) as path:
            runs.append(o.execute(replace(settings, glossaries=(path,)), source, 1, keep_text=False))
        notices += [notice for notice in runs[-1].notices if notice not in notices]
    return effects(*runs)


def _as_json(
    before: Version, after: Version, made: Sequence[Difference], found: Effects | None, notices: Sequence[Notice]
) -> dict[str, Any]:
    counts = Counter(each.kind for each in made)
    return {
        "old": before.name, "new": after.name, "counts": {kind: counts[kind] for kind in KINDS},
        "concepts": [_difference_as_json(each) for each in made],
        "findings": None if found is None else {
            "new": [_finding_as_json(each) for each in found.new],
            "gone": [_finding_as_json(each) for each in found.gone],
            "reworded": [{**_finding_as_json(b), "was": a.message} for a, b in found.reworded],
        },
        "notices": [shared.notice_as_json(notice) for notice in notices],
    }  # fmt: skip


def _difference_as_json(each: Difference) -> dict[str, Any]:
    return {
        "kind": each.kind,
        "before": shared.as_json(each.before) if each.before else None,
        "after": shared.as_json(each.after) if each.after else None,
        "keys": [_key_as_json(key) for key in each.keys],
        "terms": [
            {
                "language": _either(term).language,
                "before": term.before.text if term.before else None,
                "after": term.after.text if term.after else None,
                "keys": [_key_as_json(key) for key in term.keys],
            }
            for term in each.terms
        ],
    }


def _key_as_json(key: Key) -> dict[str, Any]:
    return {"key": key.name, "before": key.before, "after": key.after}


def _finding_as_json(each: Finding) -> dict[str, Any]:
    place = each.location
    return {
        "check": each.check, "path": place.path, "line": place.region.line if place.region else None,
        "column": place.region.column if place.region else None, "unit": place.unit, "side": place.side,
        "found": place.excerpt, "severity": each.severity.label, "confidence": each.confidence,
        "message": each.message, "suggestions": list(each.suggestions),
    }  # fmt: skip


def _told(made: Sequence[Difference], found: Effects | None) -> Iterator[str]:
    """For people: + came, - went, ~ says something else."""
    from tqcheck.reporters.visible import visible

    for each in made:
        yield from (visible(line) + "\n" for line in _lines(each))
    counts = Counter(each.kind for each in made)
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in KINDS if counts[kind])
    yield "\n" * bool(made) + (f"Concepts: {told}\n" if told else "The glossaries say the same.\n")
    if found is None:
        return
    if found:
        yield "\n"
    for mark, listed in (("+", found.new), ("-", found.gone)):
        yield from (f"{mark} {visible(_finding(finding))}\n" for finding in listed)
    yield from (f"~ {visible(_finding(after))} (was: {visible(before.message)})\n" for before, after in found.reworded)
    yield f"\nFindings: {len(found.new)} new, {len(found.gone)} gone, {len(found.reworded)} reworded\n"


def _finding(each: Finding) -> str:
    place = each.location
    where = f"{place.region.line}:{place.region.column}" if place.region else place.unit
    return f"{place.path}:{where}  {each.check}  {each.message}"


def _lines(each: Difference) -> Iterator[str]:
    if each.before is None or each.after is None:
        concept = each.after or each.before
        assert concept is not None
        yield f"{'-' if each.after is None else '+'} {concept.id}  {'; '.join(_term(term) for term in concept.terms)}"
        return
    yield f"~ {each.after.id}" + f" (was {each.before.id})" * each.renamed
    for key in each.keys:
        yield f"    {key.name}: {_value(key.before)} → {_value(key.after)}"
    for term in each.terms:
        yield from _term_lines(term)


def _term_lines(each: TermDifference) -> Iterator[str]:
    if each.before is None or each.after is None:
        yield f"    {'-' if each.after is None else '+'} {_term(_either(each))}"
        return
    if each.replaced:
        yield f"    {each.after.language} “{each.before.text}” → “{each.after.text}”"
    for key in each.keys:
        yield f"    {each.after.language} “{each.after.text}” {key.name}: {_value(key.before)} → {_value(key.after)}"


def _either(each: TermDifference) -> Term:
    term = each.after or each.before
    assert term is not None
    return term


def _term(term: Term) -> str:
    return f"{term.language} “{term.text}”" + f" ({term.status.value})" * (term.status.value != "preferred")


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"“{value}”" if isinstance(value, str) else str(value)
