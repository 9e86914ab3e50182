"""`tqcheck glossary usage`: what terms do over a corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tqcheck.cli.app import app

GLOSSARY = """concepts:
- id: port
  terms:
    ru: порт
    en:
    - harbour
    - {term: port, status: deprecated}
- id: trading-port
  terms:
    ru: торговый порт
    en: trading port
- id: country
  not-beside: [Atlanta]
  terms:
    ru: Грузия
    en:
    - {term: Sakartvelo, forms: [Sakartveloan]}
    - {term: Georgia, status: deprecated}
- id: goose
  terms:
    de: Gans
    en:
    - {term: goose, forms: [geezers, goosy]}
    - {term: New York, status: admitted, forms: [New York City]}
"""
TEXT = """The trading ports and a port.

Georgia has a harbour; harbours all over.

Georgia and Atlanta. Geezers and geese and New York City.
"""
SOURCE = """Торговые порты и порт.

В Грузии есть порт.

В Грузии и Атланте.
"""


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("g.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("texts").mkdir()
    Path("texts/a.en.txt").write_text(TEXT, encoding="utf-8")
    Path("source").mkdir()
    Path("source/a.en.txt").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["glossary", "usage", *args])
    return done.exit_code, done.output


def data(*args: str, code: int = 0) -> dict[str, Any]:
    done = CliRunner().invoke(app, ["glossary", "usage", "g.yaml", "-f", "json", "-t", "en", *args])
    assert done.exit_code == code, done.output
    return dict(json.loads(done.stdout))


def by_term(listed: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["term"]: each for each in listed}


def test_terms_are_counted_by_level_and_the_silent_ones_listed_apart(corpus: Path) -> None:
    made = data("--over", "texts")
    assert (made["files"], made["segments"]) == (1, 3)
    terms = by_term(made["terms"])
    assert [(name, each["times"]) for name, each in terms.items()] == [
        ("goose", 2), ("harbour", 2), ("Georgia", 1), ("New York", 1), ("port", 1), ("trading port", 1),
    ]  # fmt: skip
    assert terms["harbour"]["levels"] == {"exact": 1, "declared form": 0, "lemma": 0, "stem": 1}
    assert terms["goose"]["levels"]["declared form"] == terms["goose"]["levels"]["stem"] == 1
    assert [each["term"] for each in made["never"]] == ["Sakartvelo"], "no source was looked at, and no German"
    assert made["never"][0]["line"] == 17


def test_what_hides_a_term_and_what_holds_it_back(corpus: Path) -> None:
    terms = by_term(data("--over", "texts")["terms"])
    assert terms["port"]["hidden"] == {"trading port": 1}
    assert terms["port"]["places"] == ["texts/a.en.txt:1"]
    assert (terms["Georgia"]["held"], terms["Georgia"]["times"]) == (1, 1)
    assert terms["New York"]["hidden"] == {}, "its own longer form is no rival"


def test_both_sides_are_counted_where_there_is_a_source(corpus: Path) -> None:
    made = data("--over", "texts", "--source", "source", "-s", "ru")
    terms = by_term(made["terms"])
    assert terms["порт"] | {"hidden": 0} == terms["порт"] | {"times": 2, "side": "source", "hidden": 0}
    assert terms["порт"]["places"] == ["source/a.en.txt:1", "source/a.en.txt:3"]
    assert terms["порт"]["hidden"] == {"торговый порт": 1}
    assert terms["Грузия"]["times"] == 2
    assert {each["term"] for each in made["never"]} == {"Sakartvelo"}


def test_on_good_texts_every_alarm_is_a_false_one(corpus: Path) -> None:
    terms = by_term(data("--over", "texts", "--source", "source", "-s", "ru", "--good")["terms"])
    assert (terms["port"]["alarms"], terms["port"]["precision"]) == (1, 0.0)
    assert terms["port"]["alarm_places"] == ["texts/a.en.txt:1"]
    assert (terms["Georgia"]["alarms"], terms["Georgia"]["precision"]) == (1, 0.0)
    # The source speaks of Грузия beside Атланта, which its own condition does not know; nothing translates it.
    assert (terms["Грузия"]["alarms"], terms["Грузия"]["precision"]) == (1, 0.5)
    assert terms["порт"]["precision"] == 1.0
    assert terms["harbour"]["precision"] is None, "a permitted term can raise no alarm"
    assert by_term(data("--over", "texts")["terms"])["port"]["precision"] is None


def test_people_read_tables(corpus: Path) -> None:
    code, output = run("g.yaml", "--over", "texts", "-t", "en", "--good", "--isolated")
    assert code == 0
    blocks = output.split("\n\n")
    assert blocks[0] == "1 file, 3 segments: 6 of 7 terms fire, 8 times"
    assert [block.split("\n")[0] for block in blocks[2:]] == [
        "False alarms", "Hidden by a longer term", "Held back by beside and not-beside", "Never",
    ]  # fmt: skip
    assert blocks[3].split("\n")[2].split(maxsplit=4) == ["1", "port", "en", "deprecated", "trading port (1)"]
    assert blocks[-1].split("\n")[2].split() == ["Sakartvelo", "en", "preferred", "g.yaml:17"]
    assert "Alarms\n" in run("g.yaml", "--over", "texts", "-t", "en")[1]


def test_folders_are_walked_as_check_walks_them(corpus: Path) -> None:
    Path("texts/b.en.md").write_text("# A harbour\n\nSome `port`.\n", encoding="utf-8")
    Path("texts/c.tsv").write_text("ru\ten\nпорт\tharbour\n", encoding="utf-8")
    Path("texts/x.en.txt").write_text("harbour\n", encoding="utf-8")
    Path("texts/.gitignore").write_text("x.*\n", encoding="utf-8")
    made = data("--over", "texts", "--exclude", "a.*")
    assert made["files"] == 2
    assert by_term(made["terms"])["harbour"]["places"] == ["texts/b.en.md:1", "texts/c.tsv:2"]
    assert data("--over", "texts/b.en.md", "--over", "texts/c.tsv")["terms"] == made["terms"]


def test_places_are_few_and_lines_come_once(corpus: Path) -> None:
    Path("texts/a.en.txt").write_text("harbour and harbour\n" * 40, encoding="utf-8")
    (use,) = data("--over", "texts")["terms"]
    assert use["times"] == 80 and use["places"] == [f"texts/a.en.txt:{n}" for n in range(1, 6)]


def test_a_broken_text_is_named_and_hides_no_other(corpus: Path) -> None:
    Path("texts/bad.en.txt").write_bytes(b"harbour \xff\n")
    made = data("--over", "texts", "--over", "none.txt", code=2)
    assert by_term(made["terms"])["harbour"]["times"] == 2
    assert {(each["path"], each["trouble"]) for each in made["notices"]} >= {
        ("texts/bad.en.txt", True), ("none.txt", True),
    }  # fmt: skip
    code, output = run("g.yaml", "--over", "texts", "-t", "en")
    assert code == 2 and "error: texts/bad.en.txt: " in output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("g.yaml",), "--over"),
        (("none.yaml", "--over", "texts"), "none.yaml: cannot be read"),
        (("g.yaml", "--over", "texts", "-t", "!"), "no language tag"),
        (("g.yaml", "--over", "texts", "--source", "g.yaml"), "--source names one file"),
        (("g.yaml", "--over", "texts", "--format", "xml"), "none of text, json"),
    ],
)
def test_what_cannot_be_done_is_said(corpus: Path, args: tuple[str, ...], said: str) -> None:
    code, output = run(*args)
    assert code == 2 and said in output and "Traceback" not in output


def test_texts_and_languages_come_from_the_configuration(corpus: Path) -> None:
    Path("tqcheck.toml").write_text('paths = ["texts"]\ntarget-language = "en"\n', encoding="utf-8")
    code, output = run("g.yaml")
    assert code == 0 and output.startswith("1 file, 3 segments")
