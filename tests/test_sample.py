"""A real machine translation that is not ours to keep: read where it lies beside the project, else left out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tqcheck.config.settings import Settings
from tqcheck.engine.run import run
from tqcheck.engine.walk import jobs
from tqcheck.model.run import Run

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT.parent / "shared" / "seed" / "interview.en.txt"

pytestmark = pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not beside the project")

LEAST = {
    "idiom-literal": 6, "word-repeated": 2, "dash-for-hyphen": 2, "capital-misplaced": 2, "article-misused": 1,
    "name-variant": 1, "term-variant": 1, "abbreviation": 2, "tense-conflict": 1, "pronoun-gender": 1,
    "preposition-missing": 1, "fragment": 1,
}  # fmt: skip
"""What a reviser marks in it without the source, by check; the last four are preview checks."""


@pytest.fixture(scope="module")
def checked() -> Run:
    return run(jobs([str(SAMPLE)], None, (), []), Settings(preview=True))


def test_what_a_reviser_marks_is_found(checked: Run) -> None:
    count = Counter(finding.check for finding in checked.findings)
    assert {check: count[check] for check in LEAST if count[check] < LEAST[check]} == {}
    assert len(checked.findings) < 40


def test_every_place_is_exact(checked: Run) -> None:
    lines = SAMPLE.read_text("utf-8").split("\n")
    for finding in checked.findings:
        region = finding.location.region
        assert region is not None
        assert lines[region.line - 1][region.column - 1 : region.end_column - 1] == finding.location.excerpt


def test_its_wording_stands_in_no_code_and_no_card(checked: Run) -> None:
    text = "\n".join(
        p.read_text("utf-8") for p in (ROOT / "tqcheck").rglob("*") if p.suffix in (".py", ".md")
    ).casefold()
    phrases = {f.location.excerpt.casefold() for f in checked.findings if len(f.location.excerpt.split()) > 2}
    assert not [phrase for phrase in phrases if phrase in text]
