"""The seeds give the figures that are committed: a change of detection shows as a change of seeds/figures.json."""

import json

import pytest

from seeds import FIGURES, SEEDS, measure


def test_figures() -> None:
    committed = json.loads(FIGURES.read_text("utf-8"))
    assert measure() == committed, "run `python tests/seeds.py --update`, read the difference, note it in CHANGELOG"


@pytest.mark.parametrize(
    "folder", sorted(path.parent for path in SEEDS.glob("*/errors.tsv")), ids=lambda folder: folder.name
)
def test_texts_are_aligned(folder) -> None:  # type: ignore[no-untyped-def]
    counts = {len(file.read_text("utf-8").split("\n")) for file in folder.glob("*.txt")}
    assert len(counts) == 1
