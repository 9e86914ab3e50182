"""`tqcheck glossary lint`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o
from tqcheck.cli.glossary import shared

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tqcheck.glossary.lint.base import Rule
    from tqcheck.glossary.lint.run import Fault

FAIL_ON = ("error", "warning", "info", "never")


def command(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="GLOSSARY...", help="Glossaries in any format that is read.", show_default=False),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Repair what changes no meaning: spaces, invisible characters, duplicates.")
    ] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULE",
            help="Only these rules, or those of a level (comma-separated or repeated).",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE", help="Not these rules or levels.", show_default=False),
    ] = None,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require", metavar="TAG", help="Languages that every concept must have: ru,en.", show_default=False
        ),
    ] = None,
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="LEVEL", help="error, warning, info or never.")
    ] = "warning",
    today: Annotated[
        str,
        typer.Option("--today", metavar="DATE", help="What expires by this day is reported.", show_default="today"),
    ] = "",
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and what to do about each.")] = False,
    form: shared.Form = "text",
) -> None:
    """Find what is wrong with glossaries: contradictions, duplicates, terms that are never found.

    Files given together are looked at together. Ends with 1 if there is a fault of --fail-on or worse.
    """
    from tqcheck.glossary.lint.fix import repair
    from tqcheck.glossary.lint.run import faults

    named = _chosen(o.listed(select), o.listed(ignore))
    day = _day(today)
    tags = [o.tag("--require", tag) for tag in o.listed(require)]
    o.one_of("--fail-on", fail_on, FAIL_ON)
    if rules:
        _print_rules(named, form)
        return
    if not files:
        o.fail("name a glossary, or --rules to list the rules")
    paths = list(dict.fromkeys(files))
    done: list[tuple[str, str]] = []
    with shared.guarded(form):
        for path in paths if fix else ():
            done += [(path, what) for what in repair(path)]
        found, concepts = faults(paths, named, day, tags)
        if not found:
            shared.hold_something(paths, concepts)
    (_print_json if form == "json" else _print_text)(found, done, concepts)
    if fail_on != "never" and any(FAIL_ON.index(fault.rule.level) <= FAIL_ON.index(fail_on) for fault in found):
        raise typer.Exit(1)


def _chosen(select: Sequence[str], ignore: Sequence[str]) -> list[Rule]:
    from tqcheck.glossary.lint.rules import chosen

    try:
        return chosen(select, ignore)
    except ValueError as error:
        o.fail(str(error))


def _day(given: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        o.fail(f"--today: {given!r} is no date; write it as 2030-12-31")


def _print_text(found: Sequence[Fault], done: Sequence[tuple[str, str]], concepts: int) -> None:
    """A line for each repair and each fault; a summary."""
    from tqcheck.reporters.visible import visible

    lines = [f"{path}: repaired: {what}" for path, what in done]
    for fault in found:
        place = ":".join(str(part) for part in (fault.path, fault.line, fault.column) if part)
        lines.append(f"{place}: {fault.rule.level} {fault.rule.id}: {fault.message} ({fault.fix})")
    counts = [
        shared.counted(number, noun)
        for level, noun in (("error", "error"), ("warning", "warning"), ("info", "remark"))
        if (number := sum(fault.rule.level == level for fault in found))
    ]
    summary = f"{', '.join(counts) or 'No faults'} in {shared.counted(concepts, 'concept')}"
    if done:
        summary += f"; {shared.counted(len(done), 'repair')} made"
    o.write("".join(visible(line) + "\n" for line in (*lines, summary + ".")))


def _print_json(found: Sequence[Fault], done: Sequence[tuple[str, str]], concepts: int) -> None:
    shared.print_json(
        {
            "concepts": concepts,
            "faults": [
                {
                    "rule": fault.rule.id, "level": fault.rule.level.value, "glossary": fault.path, "line": fault.line,
                    "column": fault.column or None, "concept": fault.concept, "message": fault.message,
                    "fix": fault.fix, "repairable": fault.rule.mends,
                }
                for fault in found
            ],
            "repaired": [{"glossary": path, "what": what} for path, what in done],
        }
    )  # fmt: skip


def _print_rules(rules: Sequence[Rule], form: str) -> None:
    with shared.guarded(form):
        if form == "json":
            shared.print_json(
                [
                    {
                        "rule": rule.id, "level": rule.level.value, "title": rule.title, "why": rule.why,
                        "what to do": rule.todo, "repairable": rule.mends,
                    }
                    for rule in rules
                ]
            )  # fmt: skip
            return
    o.write("\n".join(_rule_text(rule) for rule in rules))


def _rule_text(rule: Rule) -> str:
    import textwrap

    said = f"{rule.why} {rule.todo}" + " Repaired by --fix." * rule.mends
    body = textwrap.fill(said, 80, initial_indent="  ", subsequent_indent="  ")
    return f"{rule.id} ({rule.level})\n  {rule.title}.\n{body}\n"
