"""Concepts suggested from texts: names, terms, abbreviations, spellings, translations; and their way into a glossary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.glossary.formats import yaml_form
from tqcheck.terminology.c_value import c_values
from tqcheck.terminology.edges import is_predicate, may_bound
from tqcheck.terminology.pairing import log_likelihood
from tqcheck.terminology.short_forms import is_short, short_forms

SEED = Path(__file__).parent.parent / "seeds" / "ru-en-interview"
ENGLISH = """The town council met on Monday. The town council heard Anna Verin.
“A drainage plan was made,” said Anna Verin. The drainage plan pleased the town council of Omm.
In Omm the European Rivers Facility (ERF) paid. The ERF paid for the drainage plan. He said that. He said so.
"""


def suggest(*arguments: str | Path) -> list[dict[str, Any]]:
    done = CliRunner().invoke(app, ["glossary", "suggest", *map(str, arguments), "--format", "json"])
    assert done.exit_code == 0, done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["concepts"]
    return found


def terms(concepts: list[dict[str, Any]], language: str) -> list[str]:
    firsts = [concept["terms"].get(language, "") for concept in concepts]
    return [each[0] if isinstance(each, list) else each for each in firsts]


def written(folder: Path, text: str, name: str = "a.en.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_names_terms_and_abbreviations_of_one_text(tmp_path: Path) -> None:
    found = suggest(written(tmp_path, ENGLISH))
    kinds = {name: each["evidence"]["kind"] for name, each in zip(terms(found, "en"), found, strict=True)}
    assert kinds == {
        "town council": "term", "drainage plan": "term", "Anna Verin": "name", "Omm": "name",
        "European Rivers Facility": "abbreviation",
    }  # fmt: skip
    facility = next(each for each in found if "Facility" in str(each["terms"]))
    assert facility["terms"]["en"][1] == {"term": "ERF", "status": "admitted", "type": "abbreviation"}
    plan = found[terms(found, "en").index("drainage plan")]["evidence"]
    assert plan["count"] == 3
    assert [place["place"].rpartition("/")[2] for place in plan["places"]] == ["a.en.txt:2", "a.en.txt:3"]
    assert "drainage plan" in plan["places"][1]["text"]


def test_a_glossary_hides_what_it_holds(tmp_path: Path) -> None:
    text = written(tmp_path, ENGLISH)
    held = "concepts:\n- terms: {en: Town councils}\n- terms: {en: [ERF, Verin]}\n- terms: {de: Omm}\n"
    glossary = written(tmp_path, held, "g.yaml")
    left = terms(suggest(text, "-g", glossary), "en")
    assert "town council" not in left and "European Rivers Facility" not in left
    assert {"Anna Verin", "Omm"} <= set(left), "one word of a name, and a term of another language, are others"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Речной музей открыт. Мы были в речном музее. О речном музее знают.", "речной музей"),
        ("uk", "Водяний млин стоїть. Ми були біля водяного млина. Про водяний млин знають.", "водяний млин"),
        ("de", "Das lineare Getriebe läuft. Ein lineares Getriebe steht. Mit linearem Getriebe.", "Getriebe"),
        ("fr", "Le conseil d'administration siège. Le conseil d’administration vote.", "conseil d'administration"),
        ("es", "La base de datos crece. Una base de datos pequeña.", "base de datos"),
        ("zh", "永安桥很老。我们走过永安桥。永安桥在河上。", "永安桥"),
    ],
)
def test_languages(tmp_path: Path, language: str, text: str, expected: str) -> None:
    made = terms(suggest(written(tmp_path, text, f"a.{language}.txt"), "-t", language), language)
    assert any(expected in each for each in made), made


def test_general_words_verbs_and_numbers_bound_no_term() -> None:
    for word, language in (
        ("the", "en"), ("last", "en"), ("12", "en"), ("said", "en"), ("slowly", "en"), ("сказал", "ru"),
        ("первую", "ru"), ("Monday", "en"), ("parlait", "fr"), ("wurde", "de"), ("d'", "fr"), ("в", "ru"),
    ):  # fmt: skip
        assert not may_bound(word, language, False), word
    for word, language in (("council", "en"), ("музей", "ru"), ("lumières", "fr"), ("Getriebe", "de"), ("桥", "zh")):
        assert may_bound(word, language, False), word
    assert is_predicate("shows", "the", "en") and not is_predicate("shows", "of", "en")


def test_bitext_brings_translations_with_their_evidence() -> None:
    found = suggest(SEED / "clean.en.txt", "--source", SEED / "source.ru.txt")
    pairs = dict(zip(terms(found, "ru"), terms(found, "en"), strict=True))
    for russian, english in (
        ("Фонд музеев Ломского края", "Lom Region Museums Fund"), ("Алексей Дубровин", "Aleksei Dubrovin"),
        ("Верхнеломск", "Verkhnelomsk"), ("Ласточка", "Lastochka"), ("музей", "museum"),
    ):  # fmt: skip
        assert pairs[russian] == english
    fund = found[terms(found, "en").index("Lom Region Museums Fund")]["evidence"]
    assert fund["together"] == 3 and fund["log-likelihood"] > 10.83
    assert "Museums Fund" in fund["places"][0]["translation"] and fund["places"][0]["place"].endswith("ru.txt:26")
    assert suggest(SEED / "clean.en.txt", "--source", SEED / "source.ru.txt") == found


def test_spellings_that_vary_are_one_concept() -> None:
    found = suggest(SEED / "target.en.txt")
    (museum,) = [each for each in found if "Verkhnelomsk" in str(each["terms"])]
    assert museum["terms"]["en"] == ["Verkhnelomsk", {"term": "Verhnelomsk", "status": "deprecated"}]
    assert museum["evidence"]["forms"] == {"Verkhnelomsk": 2, "Verhnelomsk": 1}


def test_a_tsv_file_holds_its_own_source(tmp_path: Path) -> None:
    rows = [("en", "de"), *[(f"The gear box number {n} turns.", f"Das Getriebe Nummer {n} dreht.") for n in range(9)]]
    rows += [(f"Weather {n} was fine.", f"Wetter {n} war gut.") for n in range(9)]
    found = suggest(written(tmp_path, "\n".join("\t".join(row) for row in rows) + "\n", "a.tsv"))
    box = next(each for each in found if "gear box" in str(each["terms"]))
    assert box["evidence"]["together"] == 9


def test_suggestions_are_accepted_by_number(tmp_path: Path) -> None:
    text = written(tmp_path, ENGLISH)
    suggestions = written(tmp_path, json.dumps({"concepts": suggest(text)}, indent=1, ensure_ascii=False), "s.json")
    glossary = written(tmp_path, "concepts: []\n", "g.yaml")
    wanted = terms(suggest(text), "en")
    done = CliRunner().invoke(app, ["glossary", "add", str(glossary), "--from", str(suggestions), "--accept", "1,3-4"])
    assert done.exit_code == 0, done.output
    made = list(yaml_form.read(glossary.read_text("utf-8"), "g.yaml"))
    assert [concept.terms[0].text for concept in made] == [wanted[0], wanted[2], wanted[3]]
    assert all(not concept.rest for concept in made), "the evidence stays behind"


def test_text_form_numbers_them_and_says_how_to_accept(tmp_path: Path) -> None:
    text = written(tmp_path, ENGLISH + "Wide\x1b[31mred. Wide\x1b[31mred.\n")
    done = CliRunner().invoke(app, ["glossary", "suggest", str(text), "--most", "2"])
    lines = done.stdout.splitlines()
    assert [line.split(".")[0].strip() for line in lines if line[:4].strip().rstrip(".").isdigit()] == ["1", "2"]
    assert (
        "glossary add GLOSSARY --from suggestions.json --accept" in done.stdout and "2 suggestions of 6" in done.stdout
    )
    assert "\x1b" not in done.stdout


def test_nothing_and_what_cannot_be_read(tmp_path: Path) -> None:
    runner = CliRunner()
    empty = written(tmp_path, "")
    assert "Nothing is suggested" in runner.invoke(app, ["glossary", "suggest", str(empty)]).stdout
    assert suggest(empty) == []
    assert suggest(written(tmp_path, "Qwx Zzy 1. Qwx Zzy 2.", "u.txt"))[0]["terms"] == {"und": "Qwx Zzy"}
    wrong = tmp_path / "b.en.txt"
    wrong.write_bytes(b"\xff\xfe\x00")
    for arguments in ([str(wrong)], [str(tmp_path / "none.txt")], [str(empty), "--source", str(tmp_path)],
                      [str(empty), "-g", str(wrong)], [str(empty), "-t", "no tag"]):  # fmt: skip
        done = runner.invoke(app, ["glossary", "suggest", *arguments])
        assert done.exit_code == 2 and "Traceback" not in done.output


def test_c_value_takes_off_what_stands_in_longer_terms() -> None:
    made = c_values({("a",): 10, ("a", "b"): 4, ("c", "a"): 2, ("a", "b", "c", "d"): 3})
    assert made["a", "b", "c", "d"] == (9.0, 3.0), "(1 + log2 4) * 3"
    assert made["a", "b"] == (2.0, 1.0), "(1 + log2 2) * (4 - 3)"
    assert made["a",][1] == 10 - (4 + 2 + 3) / 3


def test_log_likelihood_by_hand() -> None:
    assert log_likelihood(5, 10, 50, 100) == 0.0, "as often as by chance"
    assert log_likelihood(1, 10, 50, 100) == 0.0, "less often"
    # A. Agresti's tea tasting, 3 1 / 1 3: 2 * (2 * 3 ln 1.5 + 2 * 1 ln 0.5)
    assert log_likelihood(3, 4, 4, 8) == pytest.approx(2.09298, abs=1e-4)


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
@settings(deadline=None)
def test_log_likelihood_is_even_handed_and_never_negative(both: int, one: int, other: int, rest: int) -> None:
    total = both + one + other + rest
    made = log_likelihood(both, both + one, both + other, total)
    assert made >= 0 and made == pytest.approx(log_likelihood(both, both + other, both + one, total))


def test_short_forms_and_what_they_stand_for(tmp_path: Path) -> None:
    from tqcheck.config.settings import Settings
    from tqcheck.engine.walk import jobs
    from tqcheck.terminology.passages import read

    text = (
        "The Office for River Safety (ORS) met.\nКомитет по охране рек (КОР) собрался.\nThe ABC (a broadcaster) spoke.\n"
        "GDX (the General Depot of Xylophones) closed.\nThe king (Louis XIV) died.\nA box (B) fell.\n"
    )
    (corpus,) = read(jobs([str(written(tmp_path, text))], None, (), []), Settings(target_language="en"), [])
    assert {short: form.long for short, form in short_forms(corpus.targets).items()} == {
        "ORS": "Office for River Safety", "КОР": "Комитет по охране рек", "GDX": "General Depot of Xylophones",
    }  # fmt: skip
    assert not is_short("Vim") and not is_short("XIV") and is_short("OSCE")


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    from tqcheck.config.settings import Settings
    from tqcheck.engine.walk import Job
    from tqcheck.glossary.concept import Termbase
    from tqcheck.readers.base import Input
    from tqcheck.readers.registry import all_readers
    from tqcheck.terminology.suggestions import suggest as made

    data = f"{text}\n\n{text} {text}\n".encode("utf-8", "replace")
    found = made([Job(Input("-", data=data), all_readers()[0])], Settings(target_language="en"), Termbase(), [])
    document = json.dumps({"concepts": [each.concept() for each in found]}, ensure_ascii=False, indent=1)
    assert len(list(yaml_form.read(document, "s.json"))) == len(found)
