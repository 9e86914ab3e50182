"""Recall per check and false alarms per 1,000 words over seeds/: python tests/seeds.py [--update] [--show].

A planted mistake counts as found if a finding of its check overlaps it; a finding that overlaps no planted mistake, or
stands in the clean counterpart, is a false alarm. Preview checks are on. `--update` writes seeds/figures.json.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from tqcheck.config.settings import Settings
from tqcheck.engine.run import run
from tqcheck.engine.walk import jobs
from tqcheck.model.finding import Finding
from tqcheck.model.run import Run

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FIGURES = SEEDS / "figures.json"


def checked(target: Path, source: Path | None) -> Run:
    languages = (source or next(target.parent.glob("source.*"))).name.split(".")[1], target.name.split(".")[1]
    settings = Settings(source_language=languages[0], target_language=languages[1], preview=True)
    return run(jobs([str(target)], str(source) if source else None, (), []), settings)


def overlaps(finding: Finding, line: int, start: int, end: int) -> bool:
    """Whether a finding, or one of its further places, touches a stretch of the target (columns 0-based)."""
    places = [finding.location, *finding.related]
    if (
        finding.location.side == "source"
    ):  # what is missing is marked in the source: the line is all there is to compare
        return finding.location.region is not None and finding.location.region.line == line
    return any(
        p.region is not None and p.region.line == line and p.region.column - 1 < end and start < p.region.end_column - 1
        for p in places
    )


def measure(show: bool = False) -> dict[str, Any]:
    planted: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    alarms: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    for folder in sorted(path.parent for path in SEEDS.glob("*/errors.tsv")):
        target, clean, source = (next(folder.glob(f"{name}.*.txt")) for name in ("target", "clean", "source"))
        with (folder / "errors.tsv").open(encoding="utf-8", newline="") as file:
            errors = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        lines = target.read_text("utf-8").split("\n")
        places = []
        for error in errors:
            start = lines[int(error["line"]) - 1].index(error["excerpt"])
            places.append((error["check"], int(error["line"]), start, start + len(error["excerpt"])))
            planted[error["check"]] += 1
        for mode, beside in (("with source", source), ("target only", None)):
            for file in (target, clean):
                result = checked(file, beside)
                words[mode] += sum(document.words for document in result.documents)
                for finding in result.findings:
                    if file is clean or not any(overlaps(finding, *place[1:]) for place in places):
                        alarms[mode][finding.check] += 1
                        if show:
                            print(f"alarm  {mode:11} {file.relative_to(SEEDS)}:{finding.location.region.line if finding.location.region else 0}",
                                  finding.check, repr(finding.location.excerpt), sep="  ")  # fmt: skip
                if file is target:
                    for place in places:
                        hit = any(f.check == place[0] and overlaps(f, *place[1:]) for f in result.findings)
                        found[mode][place[0]] += hit
                        if show and not hit:
                            print(
                                f"missed {mode:11} {file.relative_to(SEEDS)}:{place[1]}",
                                place[0],
                                repr(lines[place[1] - 1][place[2] : place[3]]),
                                sep="  ",
                            )
    return {
        mode: {
            "recall": {check: f"{found[mode][check]}/{count}" for check, count in sorted(planted.items())},
            "found": f"{sum(found[mode].values())}/{sum(planted.values())}",
            "alarms": dict(sorted(alarms[mode].items())),
            "alarms per 1000 words": round(1000 * sum(alarms[mode].values()) / words[mode], 2),
        }
        for mode in ("with source", "target only")
    }


if __name__ == "__main__":
    figures = measure("--show" in sys.argv)
    print(json.dumps(figures, indent=1))
    if "--update" in sys.argv:
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
