"""The tools for the bank, and banks of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.idioms.load import load

ROW = """
source: (бить|били) баклуши
means: to idle
gloss: to beat the blanks
literal: beat (blanks|baklushi|buckets)
good: idle | twiddle one's thumbs
flag: They beat the blanks all summer.
pass: They fired blanks all summer.
"""


@pytest.fixture(autouse=True)
def forget() -> None:
    """Banks are read once a process; here they change."""
    load.cache_clear()


def run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["idioms", *args])
    return done.exit_code, done.output


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "idioms.en.txt").write_text(ROW, encoding="utf-8")
    return tmp_path


def test_lint_names_what_is_wrong(own: Path) -> None:
    file = own / "ru" / "idioms.en.txt"
    assert run("lint", str(file)) == (0, "1 rows, 0 faults\n")
    worse = ROW.replace("They beat", "They bear").replace("They fired", "They beat")
    file.write_text(ROW + "\n" + worse, encoding="utf-8")
    code, output = run("lint", str(file))
    assert code == 1
    for message in ("not flagged", "though it should pass", "stands in"):
        assert message in output


def test_lint_refuses_names_that_say_no_language(tmp_path: Path) -> None:
    (tmp_path / "phrases.txt").write_text(ROW, encoding="utf-8")
    code, output = run("lint", str(tmp_path / "phrases.txt"))
    assert code == 1
    assert "idioms….LANGUAGE.txt" in output


def test_try_explains(own: Path) -> None:
    bank = ("--bank", str(own))
    code, output = run("try", "They beat the blanks all summer.", "-s", "ru", *bank)
    assert code == 0
    assert "“beat the blanks” (a listed rendering)" in output
    assert "1 flagged" in output
    code, output = run("try", "They beat the blanks, that is, twiddled their thumbs.", "-s", "ru", *bank)
    assert "a good rendering stands beside" in output
    assert "0 flagged" in output
    source = "Всё лето они били баклуши."
    assert "does not render it word for word" in run("try", "They were lazy.", "--source", source, "-s", "ru", *bank)[1]
    assert "no language tag" in run("try", "x", "-s", "12")[1]


def test_own_bank_wins(own: Path, tmp_path: Path) -> None:
    text = tmp_path / "talk.en.txt"
    text.write_text("They beat the blanks all summer.\n", encoding="utf-8")
    args = ["check", str(text), "--isolated", "-s", "ru", "--format", "json", "--bank", str(own)]
    done = json.loads(CliRunner().invoke(app, args).stdout)
    assert [finding["check"] for finding in done["findings"]] == ["idiom-literal"]
    quiet = ROW.replace("good:", "confidence: 0.1\ngood:")
    (own / "ru" / "idioms.en.txt").write_text(quiet, encoding="utf-8")
    load.cache_clear()
    assert not json.loads(CliRunner().invoke(app, args).stdout)["findings"]


def test_folder_without_bank_is_named(tmp_path: Path) -> None:
    text = tmp_path / "talk.en.txt"
    text.write_text("They beat the blanks all summer.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["check", str(text), "--isolated", "--bank", str(tmp_path / "none")])
    assert done.exit_code == 2
    assert "has no bank" in done.output


def test_stats_counts(own: Path) -> None:
    code, output = run("stats", "--format", "json", str(own / "ru" / "idioms.en.txt"))
    assert code == 0
    assert json.loads(output)[0] | {"patterns": 1} == {
        "from": "ru", "to": "en", "idioms": 1, "calques": 0, "source only": 0, "patterns": 1, "sure": 0, "likely": 1, "look": 0,
    }  # fmt: skip


def test_pattern_that_cannot_be_read_is_named(own: Path) -> None:
    file = own / "ru" / "idioms.en.txt"
    file.write_text(ROW.replace("beat (", "(beat ("), encoding="utf-8")
    assert "is missing" in run("lint", str(file))[1]
    code, output = run("try", "They beat the blanks.", "-s", "ru", "--bank", str(own))
    assert code == 2
    assert "idioms.en.txt:2:" in output
