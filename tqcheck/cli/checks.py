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
        o.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    elif form == "text":
        heads = ("check", "category", "severity", "languages", "source", "status")
        keys = ("id", "category", "severity", "languages", "needs", "status")
        table = [heads, *(tuple(str(row[key] or "all") for key in keys) for row in rows)]
        widths = [max(len(line[at]) for line in table) for at in range(len(heads))]
        padded = ((cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in table)
        o.write("".join("  ".join(line).rstrip() + "\n" for line in padded))
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
