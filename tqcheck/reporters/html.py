"""The HTML report: one file that needs no network, shows the text with its findings, and says what was not checked."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter, defaultdict
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tqcheck.model.finding import Severity
from tqcheck.model.run import DocumentSummary, Run

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from tqcheck.reporters.page.groups import Places
    from tqcheck.reporters.page.marks import Marked

STYLES = ("base.css", "summary.css", "text.css", "tools.css", "panel.css", "print.css")
HEAD_SCRIPTS = ("head.js",)
SCRIPTS = ("model.js", "filter.js", "panel.js", "decide.js", "keys.js")
WORST = 10


def render(run: Run) -> str:
    """The same run gives the same bytes."""
    from tqcheck.reporters.page import labels
    from tqcheck.reporters.page.decisions import as_json, choices, fingerprint
    from tqcheck.reporters.page.groups import Places, groups_of, worst
    from tqcheck.reporters.page.manual import manual, phrase

    places = Places(run.documents)
    groups, numbers = groups_of(run, places)
    head, style, script = _asset(HEAD_SCRIPTS), _asset(STYLES), _asset(SCRIPTS)
    found = choices(groups, places)
    words = sum(document.words for document in run.documents)
    checks = {check.id: check for check in run.checks}
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            run=run,
            labels=labels,
            severities=sorted(Severity, reverse=True),
            head=head,
            style=style,
            script=script,
            policy=_policy(style, head, script),
            words=words,
            rate=round(1000 * len(run.findings) / words) if words else 0,
            chart=_chart(run),
            groups=groups,
            worst=worst(groups, WORST),
            places=places,
            texts=_texts(run, places, numbers),
            per_document=Counter(places.by_path.get(finding.location.path) for finding in run.findings),
            checks=checks,
            ran=[check for check in run.checks if check.ran],
            idle=_idle(run),
            manual=lambda check: manual(check.manual, check.title, level=4),
            phrase=phrase,
            data=_data(run, places, numbers),
            choices=found,
            choices_json=as_json(found),
            fingerprint=fingerprint(run),
        )
    )


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from tqcheck.reporters.page.characters import plain, visible

    environment = Environment(
        loader=PackageLoader("tqcheck.reporters.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # A text printed without the `show` filter still hides nothing.
        finalize=lambda value: plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    environment.filters["show"] = visible
    return environment


def _asset(names: tuple[str, ...]) -> Markup:
    from markupsafe import Markup

    folder = files("tqcheck.reporters.page")
    text = "".join((folder / name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)
    # One scope for all scripts, so that a page's own names cannot reach in.
    return Markup(f'(() => {{\n"use strict";\n{text}}})();\n' if names[0].endswith(".js") else text)


def _policy(style: str, *scripts: str) -> str:
    def source(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; script-src {' '.join(map(source, scripts))}; style-src {source(style)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _chart(run: Run) -> list[dict[str, Any]]:
    """A row per check: its counts by severity, and the bar's parts in hundredths of the longest bar."""
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    for finding in run.findings:
        counts[finding.check][finding.severity] += 1
    longest = max(run.by_check().values(), default=1)
    rows = []
    for check, total in run.by_check().items():
        at, bars = 0.0, []
        for severity in sorted(Severity, reverse=True):
            width = 100 * counts[check][severity] / longest
            if width:
                bars.append({"severity": severity, "x": f"{at:.2f}", "width": f"{width:.2f}"})
            at += width
        rows.append({"check": check, "total": total, "counts": counts[check], "bars": bars})
    return rows


def _texts(run: Run, places: Places, numbers: list[int]) -> list[list[dict[str, Any]]]:
    """Per document and paragraph: both sides with their marks."""
    from tqcheck.reporters.page.groups import shown_side
    from tqcheck.reporters.page.marks import Marked, marked

    spans: dict[tuple[int, str], list[Marked]] = defaultdict(list)
    for index, finding in enumerate(run.findings):
        spot = places.spot(finding.location)
        paragraph = places.paragraph(spot)
        if paragraph is not None and spot.paragraph is not None:
            key = (spot.paragraph, shown_side(paragraph, finding.location.side))
            at = finding.location
            spans[key].append(Marked(index, numbers[index], finding.severity, at.start, at.end))

    def rows(document: DocumentSummary, first: int) -> list[dict[str, Any]]:
        return [
            {
                "id": f"p{first + index}",
                "number": index + 1,
                "unit": paragraph.unit,
                "kind": paragraph.kind if paragraph.kind in ("heading", "item", "cell") else "prose",
                "source": None
                if paragraph.source is None
                else marked(paragraph.source, spans.get((first + index, "source"), ())),
                "target": marked(paragraph.target, spans.get((first + index, "target"), ())),
            }
            for index, paragraph in enumerate(document.paragraphs)
        ]

    return [rows(document, first) for document, first in zip(run.documents, places.first_paragraph, strict=True)]


def _idle(run: Run) -> dict[str, list[str]]:
    """The checks which did not run, by reason."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for check in run.checks:
        if not check.ran:
            reasons[check.reason or "no reason given"].append(check.id)
    return dict(reasons)


def _data(run: Run, places: Places, numbers: list[int]) -> Markup:
    """What the script needs to filter, numbers only: [note, severity, certainty, check, document, paragraph]."""
    from markupsafe import Markup

    from tqcheck.reporters.page.labels import CERTAINTIES

    certainties = list(CERTAINTIES)
    checks = list(run.by_check())
    rows = []
    for index, finding in enumerate(run.findings):
        spot = places.spot(finding.location)
        row = [numbers[index], int(finding.severity), certainties.index(finding.certainty)]
        row += [checks.index(finding.check)]
        row += [-1 if number is None else number for number in (spot.document, spot.paragraph)]
        rows.append(row)
    return Markup(json.dumps(rows, separators=(",", ":")).replace("<", "\\u003c"))
