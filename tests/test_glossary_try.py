"""`tqcheck glossary try`: what becomes of each term in a sentence, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.glossary.attempts import attempts
from tqcheck.glossary.concept import Concept, Term, Termbase
from tqcheck.glossary.finder import Finder, Terms, longest
from tqcheck.language.protected import protect
from tqcheck.language.stems import stem
from tqcheck.language.words import words
from tqcheck.model.segment import Side
from tqcheck.model.text import Text

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
    en: [trading port, {term: trading post office, status: admitted}]
- id: country
  beside: [Tbilisi, Batumi]
  not-beside: [Atlanta]
  terms:
    en:
    - Sakartvelo
    - {term: Georgia, status: deprecated}
- id: computing
  domain: computing
  terms:
    en: [{term: gate, status: deprecated}, {term: AND gate, case: sensitive}]
- id: lexis
  terms:
    en:
    - {term: goose, forms: [geezers]}
    - {term: US, type: abbreviation}
    - {term: Mayor}
    - {term: harbour master}
    - {term: sea gate}
    - {term: analysis}
    - C++
- id: brand
  terms:
    ru: {term: Lern}
    en: [Lern]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    content = GLOSSARY.replace("ru: {term: Lern}", "ru: [{term: Lern, do-not-translate: true}]")
    Path("g.yaml").write_text(content, encoding="utf-8")
    return tmp_path


def run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["glossary", "try", *args])
    return done.exit_code, done.output


def data(sentence: str, *args: str) -> dict[str, Any]:
    given = ["glossary", "try", sentence, "-g", "g.yaml", "-t", "en", "-s", "ru", "-f", "json", *args]
    done = CliRunner().invoke(app, given)
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def fates(sentence: str, *args: str) -> dict[str, tuple[bool, str]]:
    """By term and what was found of it: whether it stands, and why or why not."""
    return {
        f"{each['term']}: {each['found']}": (each["stands"], each["why"]) for each in data(sentence, *args)["terms"]
    }


def test_a_longer_term_hides_a_shorter_one_and_both_say_so(folder: Path) -> None:
    assert fates("Trading ports.") == {
        "trading port: Trading ports": (True, "the longest here, over “port”"),
        "port: ports": (False, "hidden by “trading port”, which is longer"),
        "trading post office: Trading": (False, "“post” does not follow; “ports” (stem port) does"),
    }


@pytest.mark.parametrize(
    ("sentence", "term", "why"),
    [
        ("Georgia of old.", "Georgia: Georgia", "nothing is there of what it must stand beside: Tbilisi, Batumi"),
        ("Georgia, Batumi, Atlanta.", "Georgia: Georgia", "“Atlanta” is there, which it must not stand beside"),
        ("Some geezer.", "goose: geezer", "a declared form stands as it is given, or is not it"),
        ("Give it to us.", "US: us", "an abbreviation stands as it is given, or is not it"),
        ("All mayors.", "Mayor: mayors", "it is a name: in small letters, and inflected besides, it is another word"),
        ("A harbour fee.", "harbour master: harbour", "“master” does not follow; “fee” does"),
        ("The trading posts close.", "trading post office: trading posts", "“office” (stem offic) does not follow; “close” does"),
        ("By the sea", "sea gate: sea", "“gate” does not follow; the text ends"),
        ("The sea (far) gate", "sea gate: sea", "“gate” does not follow; “far” does"),
        ("The sea ... --- gate", "sea gate: sea ... --- gate", "more stands between its words than may stand there"),
        ("Some analyses.", "analysis: analyses", "“analyses” (stem analys) and “analysis” (stem analysi) have not the same stem"),
        ("The C++98 book.", "C++: C++", ""),
        ("See https://port.example/harbour now.", "harbour: harbour", "it stands in protected text: code, a link, a tag or a placeholder"),
        ("A fishharbour.", "harbour: harbour", "it stands inside a longer word, or in another case"),
    ],
)  # fmt: skip
def test_a_term_that_fails_says_by_what(folder: Path, sentence: str, term: str, why: str) -> None:
    found = fates(sentence)
    assert term in found, found
    if why:
        assert found[term] == (False, why)
    else:
        assert found[term][0]


def test_a_condition_that_holds_lets_the_check_speak(folder: Path) -> None:
    made = data("Georgia lies between Batumi and the sea.")
    (georgia,) = [each for each in made["terms"] if each["term"] == "Georgia"]
    assert georgia["stands"] and georgia["checks"] == [{"check": "term-deprecated", "silent": ""}]
    assert [(each["check"], each["found"]) for each in made["findings"]] == [("term-deprecated", "Georgia")]


def test_the_domain_of_the_configuration_counts(folder: Path) -> None:
    assert fates("A gate.")["gate: gate"][0]
    Path("tqcheck.toml").write_text('domain = "shipping"\nglossaries = ["g.yaml"]\n', encoding="utf-8")
    assert fates("A gate.")["gate: gate"] == (False, "its concept is of the domain computing, not of shipping")
    assert "1 term found, 0 in force" in run("A gate.", "-t", "en")[1], "the glossary is that of the configuration"


@pytest.mark.parametrize(
    ("sentence", "source", "term", "silent"),
    [
        ("Two harbours.", "Два порта.", "порт", "the target has “harbour”"),
        ("One port.", "Один порт.", "порт", "the target has “port”, which is another check's"),
        ("Ports of trading.", "Торговый порт.", "торговый порт", "words of the target begin like “trading port”"),
        ("We like Lern.", "Мы любим Lern.", "Lern", "the target has “Lern”"),
        ("Nothing of it.", "Один порт.", "порт", ""),
        ("Nothing.", "Порт у порта.", "порт", ""),
        ("The port.", "Лодка.", "port", "the source has no term of its concept"),
    ],
)
def test_what_the_checks_make_of_a_term(folder: Path, sentence: str, source: str, term: str, silent: str) -> None:
    made = data(sentence, "--source", source)
    checks = [check for each in made["terms"] if each["term"] == term for check in each["checks"]]
    assert checks[0]["silent"] == silent, made["terms"]
    assert bool(made["findings"]) == (not silent or silent.endswith("another check's"))
    if len(checks) > 1 and checks[0]["check"] == checks[1]["check"]:
        assert checks[1]["silent"] == "its concept has come up before in this segment"


def test_people_read_blocks_and_last_what_was_not_found(folder: Path) -> None:
    code, output = run(
        "The trading ports and a harbour fee.", "--source", "Порты.", "-g", "g.yaml", "-t", "en", "-s", "ru"
    )
    assert code == 0
    blocks = output.split("\n\n")
    assert blocks[0].split("\n") == [
        "порт  (ru, preferred; port; g.yaml:4)",
        "  sought   “порт”; stems порт; in any case",
        "  found    “Порты” (stem)",
        "  stands   nothing else claims these words",
        "  term-missing: silent: the target has “harbour”",
    ]
    assert "  not used hidden by “trading port”, which is longer" in blocks[2]
    assert blocks[-2].startswith("Not found\nterm") and "“master” does not follow" in blocks[-2]
    assert blocks[-1] == "4 terms found, 3 in force; 0 findings\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("x",), "name a glossary"),
        (("", "-g", "g.yaml"), "the sentence is empty"),
        (("x", "-g", "g.yaml"), "--target-language"),
        (("x", "-g", "g.yaml", "-t", "en", "--source", "y"), "--source-language"),
        (("x", "-g", "none.yaml"), "none.yaml: cannot be read"),
        (("x", "-g", "g.yaml", "-t", "1"), "no language tag"),
        (("x", "-g", "g.yaml", "-f", "yaml"), "none of text, json"),
    ],
)
def test_what_cannot_be_done_is_said(folder: Path, args: tuple[str, ...], said: str) -> None:
    code, output = run(*args)
    assert code == 2 and said in output and "Traceback" not in output


@pytest.mark.parametrize(
    "sentence", ["<!-- tqcheck-ignore term-deprecated: x -->", "\x1b[31m", "…", "\udcff port", "ﬁ İ port"]
)
def test_odd_sentences_do_no_harm(folder: Path, sentence: str) -> None:
    code, output = run(sentence, "-g", "g.yaml", "-t", "en")
    assert code == 0 and "\x1b" not in output


PARTS = ["port", "ports", "Port", "trading", "sea", "gate", "US", "us", "C++", "harbour's", "the", "goose", "geese"]
wordings = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)
terms = st.builds(
    Term, wordings, st.just("en"), forms=st.lists(wordings, max_size=2).map(tuple),
    case=st.sampled_from(["", "sensitive"]), type=st.sampled_from(["", "abbreviation"]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(terms, min_size=1, max_size=3).map(tuple), min_size=1, max_size=5),
    st.lists(st.sampled_from([*PARTS, ",", "`port`"]), max_size=12).map(" ".join),
)
def test_what_is_told_is_what_the_finder_does(made: list[tuple[Term, ...]], sentence: str) -> None:
    concepts = [Concept(f"c{at}", each) for at, each in enumerate(made)]
    finder = Finder(concepts, "en", Side.TARGET)
    text = Text(sentence, protect(sentence))
    found = words(text.prose)
    stems = [stem(word.text, "en") for word in found]
    told = attempts(finder, text, found, stems)
    matched = {(id(each.term), each.span) for each in told if each.level}
    assert matched == {(id(match.term), match.span) for match in finder.every(text, found, stems)}
    assert all(each.against for each in told if not each.level)
    matches = finder.find(text, found, stems)
    assert matches == longest(finder.every(text, found, stems))
    assert finder.size == sum(map(len, made))


def test_a_doubt_about_the_language_is_told_once(folder: Path) -> None:
    german = "Die Schiffe liegen seit vielen Jahren in dem alten Hafen der kleinen Stadt an der See."
    assert [each["kind"] for each in data(german)["notices"]] == ["language"]
    made = json.loads(CliRunner().invoke(app, ["glossary", "try", german, "-g", "g.yaml", "-f", "json"]).stdout)
    assert (made["languages"], made["notices"]) == ({"source": "", "target": "de"}, [])


def test_conditions_are_told_as_they_hold() -> None:
    concept = Concept("a", (Term("port", "en"),), beside=("sea gate",), not_beside=("old Town",))
    base = Terms(Termbase((concept,)), "ru", "en")
    for stems, unmet in (
        (["port"], "nothing is there of what it must stand beside: sea gate"),
        (["gate", "port", "sea"], ""),
        (["gate", "town", "sea", "old"], "“old Town” is there, which it must not stand beside"),
    ):
        assert base.unmet(concept, stems, "en") == unmet
        assert base.applies(concept, stems, "en") == (not unmet)
