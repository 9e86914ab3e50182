"""`tqcheck checks`: the list of checks."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from tqcheck.cli import options as o


def command(
    form: Annotated[str, typer.Option("--format", "-f", metavar="text|json", help="How the list is printed.")] = "text",
) -> None:
    """List the checks: id, MQM category, severity, languages, whether they need a source, stable or preview."""
    rows = _rows()
    if form == "json":
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif form == "text":
        heads = ("check", "category", "severity", "languages", "source", "status")
        table = [heads, *((r["id"], r["category"], r["severity"], r["languages"] or "all", r["needs"], r["status"]) for r in rows)]
        widths = [max(len(line[at]) for line in table) for at in range(len(heads))]
        for line in table:
            typer.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    else:
        o.fail(f"--format: {form!r} is neither text nor json")


def _rows() -> list[dict[str, Any]]:
    from tqcheck.checks.registry import all_checks, title

    return [
        {
            "id": check.id,
            "category": str(check.category),
            "severity": check.severity.label,
            "confidence": check.confidence,
            "languages": " ".join(check.needs.languages),
            "needs": "needed" if check.needs.source else "glossary" if check.needs.glossary else "no",
            "needs_source": check.needs.source,
            "needs_glossary": check.needs.glossary,
            "status": "preview" if check.preview else "stable",
            "title": title(check.id),
        }
        for check in all_checks().values()
    ]
