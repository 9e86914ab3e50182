"""`tqcheck glossary` as people type it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from test_cli import tqcheck

from tqcheck.glossary.load import read_file
from tqcheck.storage.files import write_atomically

GLOSSARY = """# Our house style.
concepts:

# towns
- id: lern
  terms:
    ru: Лернь
    en:
    - Lern
    - {term: Lernia, status: deprecated}

- id: treaty
  subject: law
  definition: A pact between states.
  terms:
    ru: договор
    en: treaty
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "g.yaml").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


def glossary(*args: str, cwd: Path, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    return tqcheck("glossary", *args, cwd=cwd, stdin=stdin)


def answer(*args: str, cwd: Path) -> Any:
    done = glossary(*args, "--format", "json", cwd=cwd)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def text(place: Path) -> str:
    return (place / "g.yaml").read_text("utf-8")


def test_list(place: Path) -> None:
    assert glossary("list", "g.yaml", cwd=place).stdout.split("\n") == [
        "id      ru       en", "lern    Лернь    Lern; Lernia*", "treaty  договор  treaty", "2 of 2 concepts", "",
    ]  # fmt: skip
    for options, ids in (
        (["--search", "PACT"], ["treaty"]), (["--language", "en-GB"], ["lern", "treaty"]), (["-l", "de"], []),
        (["--status", "deprecated"], ["lern"]), (["--domain", "law"], ["treaty"]),
    ):  # fmt: skip
        assert [c["id"] for c in answer("list", "g.yaml", *options, cwd=place)] == ids, options
    assert "is no status" in glossary("list", "g.yaml", "--status", "good", cwd=place).stderr


def test_show(place: Path) -> None:
    by_id, by_term = (glossary("show", "g.yaml", name, cwd=place).stdout for name in ("lern", "lernia"))
    assert (
        by_id
        == by_term
        == "lern  (g.yaml:5)\n  ru\n    preferred  Лернь\n  en\n    preferred  Lern\n    deprecated Lernia\n"
    )
    done = glossary("show", "g.yaml", "treatie", cwd=place)
    assert (
        done.returncode == 2
        and done.stderr == "error: g.yaml has neither a concept nor a term 'treatie'; is 'treaty' meant?\n"
    )


def test_add_makes_an_id_and_knows_what_is_there(place: Path) -> None:
    done = glossary(
        "add", "g.yaml", "--term", "ru=совет", "--term", "en=town council", "--deprecate", "en=soviet", cwd=place
    )
    assert done.stdout == "Added town-council to g.yaml.\n"
    assert text(place) == GLOSSARY + (
        "\n- id: town-council\n  terms:\n    ru: совет\n    en:\n    - town council\n    - {term: soviet, status: deprecated}\n"
    )
    again = glossary("add", "g.yaml", "--term", "en=town council", cwd=place)
    assert again.returncode == 2 and "stands there already (town-council); --anyway" in again.stderr
    assert answer("add", "g.yaml", "--term", "en=town council", "--anyway", cwd=place)["ids"] == ["town-council-2"]
    assert glossary("add", "g.yaml", cwd=place).returncode == 2
    assert "write it as LANG=TEXT" in glossary("add", "g.yaml", "--term", "treaty", cwd=place).stderr


def test_suggestions_are_added_by_number(place: Path) -> None:
    concepts = [{"terms": {"en": [f"term {n}"]}, "evidence": {"count": n}} for n in range(1, 5)]
    (place / "s.json").write_text(json.dumps({"concepts": concepts}), encoding="utf-8")
    assert answer("add", "g.yaml", "--from", "s.json", "--accept", "1,3-4", cwd=place)["ids"] == [
        "term-1",
        "term-3",
        "term-4",
    ]
    assert "evidence" not in text(place)
    assert "there are 4 suggestions" in glossary("add", "g.yaml", "--from", "s.json", "--accept", "5", cwd=place).stderr
    assert "numbers and ranges" in glossary("add", "g.yaml", "--from", "s.json", "--accept", "x", cwd=place).stderr
    assert answer("add", "g.yaml", "--from", "s.json", cwd=place)["ids"] == ["term-2"], (
        "those that are there are passed over"
    )


def test_add_asks_on_a_terminal(place: Path) -> None:
    main, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tqcheck", "glossary", "add", "g.yaml"],
        cwd=place, stdin=child, stdout=child, stderr=child, env={**os.environ, "TERM": "dumb"},
    )  # fmt: skip
    os.close(child)
    os.write(main, b"xx1\nen\nborder\n\nfrontier line\n\n\nWhere two states meet.\n\n")
    said = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    assert process.wait(30) == 0, said.decode()
    (made,) = [c for c in read_file(str(place / "g.yaml")) if c.id == "border"]
    assert [(t.text, t.status.value) for t in made.terms] == [("border", "preferred"), ("frontier line", "deprecated")]
    assert made.definition == "Where two states meet."


def test_edit(place: Path) -> None:
    done = glossary(
        "edit",
        "g.yaml",
        "lern",
        "--prefer",
        "en=Lernia",
        "--drop",
        "ru=Лернь",
        "--set",
        "note=Renamed.",
        "-n",
        cwd=place,
    )
    assert done.stdout.startswith("--- g.yaml\n+++ g.yaml\n") and text(place) == GLOSSARY
    glossary(
        "edit", "g.yaml", "lern", "--prefer", "en=Lernia", "--drop", "ru=Лернь", "--set", "note=Renamed.", cwd=place
    )
    assert text(place) == GLOSSARY.replace(
        "  terms:\n    ru: Лернь\n    en:\n    - Lern\n    - {term: Lernia, status: deprecated}\n",
        "  note: Renamed.\n  terms:\n    en:\n    - {term: Lern, status: admitted}\n    - {term: Lernia, status: preferred}\n",
    )
    glossary(
        "edit",
        "g.yaml",
        "treaty",
        "--of",
        "en=treaty",
        "--set",
        "forms=treaties|treaty's",
        "--set",
        "case=sensitive",
        cwd=place,
    )
    assert "    - {term: treaty, forms: [treaties, treaty's], case: sensitive}\n" in text(place)
    for options, why in (
        ([], "say what to change"), (["--drop", "en=x"], "there is no term 'x' in en; it has treaty"),
        (["--set", "case"], "write it as KEY=VALUE"), (["--set", "id=x"], "`id` is not set like this"),
    ):  # fmt: skip
        done = glossary("edit", "g.yaml", "treaty", *options, cwd=place)
        assert done.returncode == 2 and why in done.stderr and done.stderr.count("\n") == 1, options
    assert "no concept 'x'" in glossary("edit", "g.yaml", "x", "--admit", "en=y", cwd=place).stderr


def test_rename_remove_merge(place: Path) -> None:
    glossary("rename", "g.yaml", "lern", "town", cwd=place)
    glossary("rename", "g.yaml", "town", "Lerno", "--term", "en=Lern", cwd=place)
    assert text(place) == GLOSSARY.replace("id: lern", "id: town").replace("- Lern\n", "- Lerno\n")
    assert "is taken" in glossary("rename", "g.yaml", "town", "treaty", cwd=place).stderr
    glossary("merge", "g.yaml", "treaty", "town", cwd=place)
    (made,) = read_file(str(place / "g.yaml"))
    assert made.id == "treaty" and {t.text: t.status.value for t in made.terms} == {
        "договор": "preferred", "Лернь": "admitted", "treaty": "preferred", "Lerno": "admitted", "Lernia": "deprecated",
    }  # fmt: skip
    glossary("remove", "g.yaml", "treaty", cwd=place)
    assert read_file(str(place / "g.yaml")) == [] and text(place).startswith("# Our house style.\n")


def test_format_is_a_gate_and_settles(place: Path) -> None:
    (place / "g.yaml").write_text(
        'concepts:\n  # one\n  - terms: {ru: Лернь, en: [Lern]}   # both\n    id: "lern"\n    note: n\n  - id: b\n    terms:\n      en:\n        - c\n        - pos: noun\n          term: d\n',
        encoding="utf-8",
    )
    assert glossary("format", "g.yaml", "--check", cwd=place).returncode == 1
    before = read_file(str(place / "g.yaml"))
    glossary("format", "g.yaml", cwd=place)
    assert [(c.id, c.terms, c.note) for c in read_file(str(place / "g.yaml"))] == [
        (c.id, c.terms, c.note) for c in before
    ]
    assert "# one" in text(place) and "# both" in text(place) and "    - {term: d, pos: noun}\n" in text(place)
    assert glossary("format", "g.yaml", "--check", cwd=place).returncode == 0


def test_import_adds_joins_and_stops_at_contradictions(place: Path) -> None:
    (place / "new.csv").write_text("ru,en,de\nЛернь,Lern,Lern\nграница,border,Grenze\n", encoding="utf-8")
    counts = answer("import", "new.csv", "--into", "g.yaml", cwd=place)
    assert (counts["new"], counts["joins"], counts["conflict"]) == (1, 1, 0)
    assert [t.text for t in read_file(str(place / "g.yaml"))[0].terms] == ["Лернь", "Lern", "Lernia", "Lern"]
    assert text(place).startswith(GLOSSARY.split("- id: lern")[0]), "what was there stays"
    assert answer("import", "new.csv", "--into", "g.yaml", cwd=place)["same"] == 2
    (place / "against.csv").write_text("ru,en\nЛернь,Lernia\n", encoding="utf-8")
    before = text(place)
    done = glossary("import", "against.csv", "--into", "g.yaml", cwd=place)
    assert done.returncode == 2 and "“Lernia” (en) is deprecated there and preferred here" in done.stderr
    assert text(place) == before
    glossary("import", "against.csv", "--into", "g.yaml", "--prefer", "theirs", cwd=place)
    status = {t.text: t.status.value for t in read_file(str(place / "g.yaml"))[0].terms if t.language == "en"}
    assert status == {"Lernia": "preferred", "Lern": "admitted"}
    assert answer("import", "new.csv", "--into", "fresh.yaml", cwd=place)["new"] == 2, (
        "a glossary that is not there is made"
    )


def test_export_lists_what_is_lost(place: Path) -> None:
    glossary("edit", "g.yaml", "lern", "--of", "en=Lern", "--set", "forms=Lern's", cwd=place)
    done = glossary("export", "g.yaml", "-o", "t.csv", cwd=place)
    assert done.returncode == 0 and done.stdout == "2 concepts written to t.csv; 1 thing lost\n"
    assert done.stderr == "lost: lern: `forms` of “Lern” (en)\n"
    assert (place / "t.csv").read_text("utf-8") == (
        "id,ru,en,status,subject,definition\nlern,Лернь,Lern,,,\nlern,Лернь,Lernia,deprecated,,\ntreaty,договор,treaty,,law,A pact between states.\n"
    )
    assert "--force writes over it" in glossary("export", "g.yaml", "-o", "t.csv", cwd=place).stderr
    done = glossary("export", "g.yaml", "-o", "u.csv", "--strict", cwd=place)
    assert done.returncode == 2 and not (place / "u.csv").exists()
    done = glossary("export", "g.yaml", "-o", "-", "--to", "yaml", "--language", "en", cwd=place)
    assert "ru:" not in done.stdout and "- {term: Lern, status: preferred, forms: [Lern's]}" in done.stdout
    assert "use --to" in glossary("export", "g.yaml", "-o", "x.doc", cwd=place).stderr
    (place / "none.yaml").write_text("concepts: []\n")
    assert "no concept to write" in glossary("export", "none.yaml", "-o", "y.csv", cwd=place).stderr


def test_stats(place: Path) -> None:
    made = answer("stats", "g.yaml", cwd=place)
    assert (made["concepts"], made["terms"], made["defined"]) == (2, 5, 1)
    assert made["languages"]["en"] == {
        "concepts": 2, "preferred": 2, "admitted": 0, "deprecated": 1, "superseded": 0, "forms": 0,
    }  # fmt: skip
    assert "2 concepts, 5 terms; 1 defined, 0 with a source" in glossary("stats", "g.yaml", cwd=place).stdout


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("concepts:\n- id: a\n  terms:\n    en:\n    - {term: b, status: fine}\n", "g.yaml:5:25"),
        ("concepts:\n- id: a\n  term: {en: b}\n", "g.yaml:2:3"),
        ("concepts:\n- id: a\n  terms: {en: b}\n- id: a\n  terms: {en: c}\n", "g.yaml:4:3"),
        ("concepts:\n- id: a\n  terms: {en: b, en: c}\n", "g.yaml:3:18"),
        ("concepts:\n- [\n", "g.yaml:3:1"),
        ("terms: []\n", "g.yaml:1"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(place: Path, content: str, where: str) -> None:
    (place / "g.yaml").write_text(content, encoding="utf-8")
    done = glossary("list", "g.yaml", cwd=place)
    assert done.returncode == 2 and done.stderr.startswith(f"error: {where}: "), done.stderr
    assert done.stderr.count("\n") == 1


def test_a_glossary_that_is_not_there(place: Path) -> None:
    for args in (["list"], ["show", "x"], ["edit", "x", "--admit", "en=y"], ["remove", "x"], ["stats"], ["format"]):
        done = glossary(args[0], "none.yaml", *args[1:], cwd=place)
        assert done.returncode == 2 and done.stderr.startswith("error: none.yaml: cannot be read"), args
    assert not (place / "none.yaml").exists()


def test_a_new_glossary_is_made(tmp_path: Path) -> None:
    done = glossary("add", "new.yaml", "--term", "en=treaty", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Added treaty to new.yaml.\n", "new.yaml is new.\n")
    assert (tmp_path / "new.yaml").read_text(
        "utf-8"
    ) == "tqcheck-glossary: 1\nconcepts:\n- id: treaty\n  terms:\n    en: treaty\n"
    assert "a new glossary is a YAML file" in glossary("add", "new.csv", "--term", "en=treaty", cwd=tmp_path).stderr
    assert glossary("add", "dry.yaml", "--term", "en=treaty", "-n", cwd=tmp_path).stdout.startswith("--- dry.yaml\n")
    assert [f.name for f in tmp_path.iterdir()] == ["new.yaml"]


def test_every_command_says_what_it_does_and_speaks_json() -> None:
    from typer.testing import CliRunner

    from tqcheck.cli.app import app

    names = "list show add edit remove rename merge format lint import export diff usage try suggest stats".split()
    listed = CliRunner().invoke(app, ["glossary", "--help"], terminal_width=80).output
    for name in names:
        assert f"\n  {name} " in listed
        told = CliRunner().invoke(app, ["glossary", name, "--help"], terminal_width=80).output
        assert "--format" in told and "text|json" in told, name
        assert max(map(len, told.split("\n"))) <= 80, name


def test_nothing_of_a_glossary_commands_the_terminal(place: Path) -> None:
    done = glossary("add", "g.yaml", "--id", "a\x1b[31mb", "--term", "en=x\u202ey", cwd=place)
    assert done.stdout == "Added a\\x1b[31mb to g.yaml.\n"
    again = glossary("add", "g.yaml", "--term", "en=x\u202ey", cwd=place)
    assert again.returncode == 2 and "“x\\u202ey” stands there already (a\\x1b[31mb)" in again.stderr
    assert glossary("rename", "g.yaml", "a\x1b[31mb", "c\x07", cwd=place).stdout.startswith(
        "Renamed a\\x1b[31mb to c\\x07"
    )


@pytest.mark.parametrize("numbers", ["0", "2", "3-1", "1-999999999999", "1,,1", "١"])
def test_numbers_that_are_none_of_the_suggestions_are_refused(place: Path, numbers: str) -> None:
    (place / "s.json").write_text('{"concepts": [{"terms": {"en": "x"}}]}', encoding="utf-8")
    done = glossary("add", "n.yaml", "--from", "s.json", "--accept", numbers, cwd=place)
    assert done.returncode == 2 and done.stderr.startswith(f"error: --accept '{numbers}': ")
    assert not (place / "n.yaml").exists()


def test_a_file_without_suggestions_is_an_error(place: Path) -> None:
    (place / "s.json").write_text('{"concepts": []}', encoding="utf-8")
    done = glossary("add", "n.yaml", "--from", "s.json", cwd=place)
    assert (done.returncode, done.stderr) == (2, "error: s.json: holds no concept\n") and not (
        place / "n.yaml"
    ).exists()


def test_a_language_that_is_no_tag_is_an_error(place: Path) -> None:
    done = glossary("list", "g.yaml", "-l", "x y", cwd=place)
    assert (done.returncode, done.stderr) == (
        2,
        "error: --language: 'x y' is no language tag (BCP-47), such as en or pt-BR\n",
    )


def test_a_glossary_that_is_not_there_is_shown_before_it_is_begun(place: Path) -> None:
    done = glossary("add", "n.yaml", "--term", "en=x", "-n", cwd=place)
    assert done.returncode == 0 and "+- id: x" in done.stdout.split("\n"), done.stderr
    done = glossary("import", "g.yaml", "--into", "n.yaml", "-n", cwd=place)
    assert done.returncode == 0 and "+- id: lern" in done.stdout.split("\n"), done.stderr
    assert not (place / "n.yaml").exists()
    done = glossary("add", "no/n.yaml", "--term", "en=x", cwd=place)
    assert (done.returncode, done.stderr) == (2, "error: no/n.yaml: cannot be made: there is no folder no\n")


def test_a_folder_that_takes_no_file_is_told_by_the_name_of_the_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere/.g.yaml.x7.tmp")

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(PermissionError) as caught:
        write_atomically(tmp_path / "g.yaml", "x")
    assert caught.value.filename == str(tmp_path / "g.yaml")


@pytest.mark.parametrize("command", ["list", "stats", "lint"])
@pytest.mark.parametrize(("name", "content"), [("e.yaml", "concepts: []\n"), ("e.csv", "ru,en\n")])
def test_no_concept_at_all_is_an_error(place: Path, command: str, name: str, content: str) -> None:
    (place / name).write_text(content, encoding="utf-8")
    done = glossary(command, name, cwd=place)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"error: {name}: no concept in it\n")


def test_a_status_that_a_table_changes_is_listed(place: Path) -> None:
    (place / "g.yaml").write_text(
        'concepts:\n- id: x\n  terms:\n    pt-BR: [{term: "a|b", status: preferred}, c]\n    en: d\n', encoding="utf-8"
    )
    done = glossary("export", "g.yaml", "-o", "t.csv", cwd=place)
    assert done.stderr.split("\n")[:-1] == [
        "lost: x: “a|b” (pt-BR)",
        "lost: x: that “c” (pt-BR) is admitted: it is written as preferred",
    ]


def test_usage_without_a_term_of_the_language_is_an_error(place: Path) -> None:
    (place / "t.txt").write_text("Слово за словом, строка за строкой.\n", encoding="utf-8")
    (place / "g.yaml").write_text("concepts:\n- id: x\n  terms: {en: d}\n", encoding="utf-8")
    done = glossary("usage", "g.yaml", "--over", "t.txt", "-t", "ru", cwd=place)
    assert done.returncode == 2 and "no term is in a language of these texts" in done.stderr
