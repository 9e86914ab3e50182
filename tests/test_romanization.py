"""What transliteration systems do to a name, family by family, and which system a spelling shows."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tqcheck.checks.registry import all_checks
from tqcheck.language.east_asia import chinese, japanese, korean
from tqcheck.language.name_tables import TITLES
from tqcheck.language.slips import declined, slipped
from tqcheck.language.systems import systems
from tqcheck.testing import example, find

PAIRS = yaml.safe_load((Path(__file__).parent / "names" / "pairs.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    "pair",
    "sichuan szechwan|hangzhou hangchow|hubei hupeh|henan honan|guizhou kweichow|zedong tsetung|xi'an sian".split("|"),
)
def test_pinyin_gives_wade_giles_and_postal(pair: str) -> None:
    pinyin, other = pair.split()
    assert other in chinese(pinyin)
    assert not chinese("yamada")


@pytest.mark.parametrize("pair", "incheon inchon|daejeon taejon|jeonju chonju|suk-yeol seok-yeol".split("|"))
def test_korean_systems_agree(pair: str) -> None:
    one, other = pair.split()
    assert korean(one) & korean(other)


@pytest.mark.parametrize("pair", "shinjuku sinzyuku|tsushima tusima|gumma gunma|ohtani otani".split("|"))
def test_hepburn_and_kunrei_agree(pair: str) -> None:
    one, other = pair.split()
    assert japanese(one) == japanese(other) != ""


def test_endings_and_slips() -> None:
    assert "bulgakovym" in declined("Bulgakov") and "bulgakova" not in declined("Bulgakov")
    assert slipped("Krasnoyarsk", "Krasnoyrask") and not slipped("Christian", "Christina")


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_forms_of_one_word_are_no_names(code: str) -> None:
    text = {
        "de": "Der Schlauch, die Rekruten.\nDes Schlauchs, die Rekrutin.",
        "fr": "Martin.\nMartine.",
        "es": "Alternativa.\nAlternativas.",
    }
    assert not find(all_checks()["name-variant"], example({code: text[code]}, True))


def _named(one: str, other: str) -> str:
    """What is said about the system of the first words that differ."""
    parts = zip(one.split(), other.split(), strict=False)
    words = [(one, other), *(pair for pair in parts if pair[0] != pair[1] and pair[0].casefold() not in TITLES)]
    return next((" / ".join(found) for pair in words if (found := systems(*pair))), "")


def test_systems() -> None:
    """Three of four are named; hardly any by a wrong name."""
    told = [(_named(*pair[:2]), pair[2]) for pair in PAIRS["join"] if len(pair) > 2]
    right = sum(bool(said) and wanted.startswith(said) for said, wanted in told)
    assert right >= 0.75 * len(told)
    assert sum(bool(said) for said, _ in told) - right <= 0.05 * len(told)
