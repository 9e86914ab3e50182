"""The JSON form of a run; its schema is findings.schema.json beside this module."""

from __future__ import annotations

import json
from typing import Any

from tqcheck.model.finding import Finding, Location, Notice
from tqcheck.model.run import Run
from tqcheck.reporters.visible import HIDDEN, SURROGATE


def render(run: Run) -> str:
    """UTF-8 text whatever the locale, ending in a line feed.

    Lone surrogates, `##[` and what could command a terminal cannot occur in it: they are written as escapes.
    """
    text = json.dumps(form(run), ensure_ascii=False, indent=1, default=str)
    # File names may hold undecodable bytes; `##[command]` would be obeyed by CI runners anywhere in a line.
    text = SURROGATE.sub(lambda match: f"\\\\u{ord(match.group()):04x}", text)
    text = HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return text.replace("##[", "#\\u0023[") + "\n"


def form(run: Run) -> dict[str, Any]:
    return {
        "version": 1,
        "tool": {"name": "tqcheck", "version": run.version},
        "signature": run.signature,
        "documents": [
            {
                "path": document.path,
                "format": document.format,
                "source_language": document.source_language or None,
                "target_language": document.target_language or None,
                "segments": document.segments,
                "words": document.words,
            }
            for document in run.documents
        ],
        "findings": [_finding(finding) for finding in run.findings],
        "notices": [_notice(notice) for notice in run.notices],
        "summary": {
            "documents": len(run.documents),
            "segments": sum(document.segments for document in run.documents),
            "words": sum(document.words for document in run.documents),
            "findings": len(run.findings),
            "by_severity": run.by_severity(),
            "by_check": run.by_check(),
        },
        "gate": {"passed": run.gate.passed, "fail_on": run.gate.fail_on},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.location
    region = place.region
    return {
        "check": finding.check,
        "category": finding.category,
        "severity": finding.severity.label,
        "confidence": finding.confidence,
        "message": finding.message,
        "path": place.path,
        "unit": place.unit,
        "side": place.side,
        "start": place.start,
        "end": place.end,
        "line": region.line if region else None,
        "column": region.column if region else None,
        "end_line": region.end_line if region else None,
        "end_column": region.end_column if region else None,
        "excerpt": place.excerpt,
        "suggestions": list(finding.suggestions),
        "evidence": dict(finding.evidence),
        "related": [_related(location) for location in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _related(location: Location) -> dict[str, Any]:
    region = location.region
    return {
        "path": location.path,
        "unit": location.unit,
        "line": region.line if region else None,
        "column": region.column if region else None,
        "excerpt": location.excerpt,
    }


def _notice(notice: Notice) -> dict[str, Any]:
    return {"kind": notice.kind, "message": notice.message, "path": notice.path, "line": notice.line}
