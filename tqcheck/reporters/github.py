"""GitHub workflow commands: one annotation per finding, worst first."""

from __future__ import annotations

from tqcheck.model.finding import Finding, Severity
from tqcheck.model.run import Run
from tqcheck.reporters.visible import visible

LEVEL = {Severity.NEUTRAL: "notice", Severity.MINOR: "warning", Severity.MAJOR: "error", Severity.CRITICAL: "error"}


def render(run: Run) -> str:
    """Commands as actions/runner reads them: `%`, CR and LF escaped in data, `:` and `,` too in properties."""
    worst = sorted(run.findings, key=lambda finding: (-finding.severity, -finding.confidence))
    lines = [_finding(finding) for finding in worst]
    for notice in run.notices:
        if notice.trouble:
            where = f"file={_property(notice.path)}" if notice.path else ""
            where += f",line={notice.line}" if notice.path and notice.line else ""
            lines.append(f"::error {where}::{_data(notice.message)}" if where else f"::error::{_data(notice.message)}")
    lines.append(f"tqcheck: {len(run.findings)} findings in {len(run.documents)} files")
    return "\n".join(lines) + "\n"


def _finding(finding: Finding) -> str:
    place = finding.location
    properties = [f"file={_property(place.path)}"]
    if place.region:
        properties += [f"line={place.region.line}", f"col={place.region.column}"]
        if place.region.end_line == place.region.line:
            properties.append(f"endColumn={max(place.region.end_column - 1, place.region.column)}")
        else:
            properties.append(f"endLine={place.region.end_line}")
    properties.append(f"title={_property(finding.check)}")
    text = f"“{place.excerpt}”: {finding.message}" if place.excerpt else finding.message
    if finding.suggestions:
        text += f" Perhaps: {finding.suggestions[0]}"
    return f"::{LEVEL[finding.severity]} {','.join(properties)}::{_data(text)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
