"""Names that are one and names that are two: pairs written by somebody who had not seen the check."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tqcheck.checks.registry import all_checks
from tqcheck.testing import example, find

PAIRS = yaml.safe_load((Path(__file__).parent / "names" / "pairs.yaml").read_text("utf-8"))
JOINED, PARTED = 0.95, 0.02
"""At least this share of the pairs to join is joined, at most this share of those to keep apart."""


def joined(one: str, other: str) -> bool:
    text = f"Nobody in the hall had expected {one} to leave so early.\nThe paper wrote about {other} again on Friday."
    return bool(find(all_checks()["name-variant"], example({"en": text}, True)))


@pytest.mark.parametrize(("kind", "wanted"), [("join", True), ("apart", False)])
def test_pairs(kind: str, wanted: bool) -> None:
    assert len(PAIRS[kind]) == 200
    wrong = [pair for pair in PAIRS[kind] if joined(*pair[:2]) is not wanted]
    print(f"{kind}: {len(wrong)} of {len(PAIRS[kind])} wrong: {wrong}")
    assert len(wrong) <= (1 - JOINED if wanted else PARTED) * len(PAIRS[kind]), wrong
