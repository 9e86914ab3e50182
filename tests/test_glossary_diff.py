"""`tqcheck glossary diff`: versions of a glossary told apart by what they say."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_glossary_edit import concepts
from typer.testing import CliRunner

from tqcheck.cli.app import app
from tqcheck.glossary.concept import Concept, Status, Term
from tqcheck.glossary.difference import Difference, differences
from tqcheck.glossary.formats import csv_form, yaml_form

OLD = """tqcheck-glossary: 1
concepts:
- id: port
  definition: Where ships lie.
  terms:
    ru: порт
    en:
    - harbour
    - {term: seaport, status: admitted}
    - {term: port, status: deprecated}
- id: council
  terms: {en: town council, ru: городской совет}
- id: gone
  terms: {en: gone, ru: ушло}
"""
NEW = """# Another layout, another order.
concepts:
- id: new
  terms: {en: [fresh, {term: stale, status: superseded}]}

- id: town-council
  terms:
    ru: городской совет
    en: [{term: town council, pos: noun}]

- id: port
  definition: Where ships lie at anchor.
  note: See ships.
  terms:
    en:
    - haven
    - {term: sea-port, status: admitted}
    - {term: port, status: admitted, forms: [ports]}
    - {term: anchorage, status: admitted}
    ru: порт
"""


def read(text: str, path: str = "g.yaml") -> list[Concept]:
    return list((yaml_form if path.endswith("yaml") else csv_form).read(text, path))


def told(made: list[Difference]) -> list[tuple[str, str, str]]:
    """Kind, id before, id after."""
    return [(d.kind, d.before.id if d.before else "", d.after.id if d.after else "") for d in made]


def terms_of(made: Difference) -> list[tuple[str, str, list[tuple[str, Any, Any]]]]:
    """Text before, text after, keys."""
    return [
        (
            t.before.text if t.before else "",
            t.after.text if t.after else "",
            [(k.name, k.before, k.after) for k in t.keys],
        )
        for t in made.terms
    ]


def test_concepts_come_go_change_and_are_renamed() -> None:
    made = differences(read(OLD), read(NEW))
    assert told(made) == [
        ("added", "", "new"), ("renamed", "council", "town-council"), ("changed", "port", "port"), ("removed", "gone", ""),
    ]  # fmt: skip
    assert terms_of(made[1]) == [("town council", "town council", [("pos", None, "noun")])]
    assert [(k.name, k.before, k.after) for k in made[2].keys] == [
        ("definition", "Where ships lie.", "Where ships lie at anchor."), ("note", None, "See ships."),
    ]  # fmt: skip
    assert terms_of(made[2]) == [
        ("harbour", "haven", []),
        ("seaport", "sea-port", []),
        ("port", "port", [("status", "deprecated", "admitted"), ("forms", None, ["ports"])]),
        ("", "anchorage", []),
    ], "the new preferred term replaces the old one; an admitted one replaces what looks like it"


def test_a_term_that_looks_like_no_other_came_and_the_other_went() -> None:
    before = [Concept("a", tuple(Term(text, "en", Status.ADMITTED) for text in ("lorry", "coach")))]
    after = [Concept("a", tuple(Term(text, "en", Status.ADMITTED) for text in ("truck", "coaches")))]
    assert terms_of(differences(before, after)[0]) == [("", "truck", []), ("coach", "coaches", []), ("lorry", "", [])]


def test_the_place_in_a_table_is_no_id() -> None:
    before = "ru,en\nпорт,port\nсовет,council\nсовет города,city council\n"
    after = "ru,en\nнет,no\nсовет города,town council\nпорт,port\nсовет,council\n"
    made = differences(read(before, "old/g.csv"), read(after, "HEAD:g.csv"))
    assert told(made) == [
        ("added", "", "HEAD:g.csv:1"), ("changed", "old/g.csv:3", "HEAD:g.csv:2"),
    ]  # fmt: skip
    assert terms_of(made[1]) == [("city council", "town council", [])]
    assert not differences(read(before, "a.csv"), read(before, "b.csv"))


def test_an_id_that_only_looks_like_a_place_is_one() -> None:
    before, after = Concept("g:1", (Term("a", "en"),)), Concept("g:2", (Term("a", "en"),))
    assert told(differences([before], [after])) == [("renamed", "g:1", "g:2")]


def test_concepts_with_ids_of_their_own_are_not_paired_by_half() -> None:
    before = Concept("a", (Term("x", "en"), Term("у", "ru")))
    after = Concept("b", (Term("x", "en"), Term("й", "ru")))
    assert told(differences([before], [after])) == [("added", "", "b"), ("removed", "a", "")]


def test_a_term_of_every_concept_pairs_none() -> None:
    before = [Concept(f"a{n}", (Term("same", "en"),)) for n in range(3000)]
    after = [Concept(f"b{n}", (Term("same", "en"),)) for n in range(3000)]
    assert len(differences(before, after)) == 6000


lists = st.lists(concepts, max_size=4, unique_by=lambda c: c.id)


@settings(max_examples=80, deadline=None)
@given(lists, lists, st.randoms())
def test_only_what_is_said_differs_and_either_way_the_same(old: list[Concept], new: list[Concept], random: Any) -> None:
    shuffled = random.sample(old, len(old))
    assert not differences(old, shuffled)
    there, back = differences(old, new + old[:1]), differences(new + old[:1], old)
    opposite = {"added": "removed", "removed": "added", "renamed": "renamed", "changed": "changed"}
    assert sorted(each.kind for each in there) == sorted(opposite[each.kind] for each in back)
    assert len(there) == len(old[1:]) + len(new) - sum(each.kind == "renamed" for each in there)


def run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["glossary", "diff", *args])
    return done.exit_code, done.output


def git(*args: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *args], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    Path("old.yaml").write_text(OLD, encoding="utf-8")
    Path("new.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "-q")
    Path("terms").mkdir()
    Path("terms/g.yaml").write_text(OLD, encoding="utf-8")
    git("add", "terms")
    git("commit", "-qm", "one")
    git("tag", "v1")
    Path("terms/g.yaml").write_text(NEW, encoding="utf-8")
    return folder


SAID = """+ new  en “fresh”; en “stale” (superseded)
~ town-council (was council)
    en “town council” pos: none → “noun”
~ port
    definition: “Where ships lie.” → “Where ships lie at anchor.”
    note: none → “See ships.”
    en “harbour” → “haven”
    en “seaport” → “sea-port”
    en “port” status: “deprecated” → “admitted”
    en “port” forms: none → ports
    + en “anchorage” (admitted)
- gone  en “gone”; ru “ушло”

Concepts: 1 added, 1 removed, 1 renamed, 1 changed
"""


def test_two_files(folder: Path) -> None:
    assert run("old.yaml", "new.yaml") == (1, SAID)
    assert run("old.yaml", "old.yaml") == (0, "The glossaries say the same.\n")


def test_formats_may_differ(folder: Path) -> None:
    Path("a.csv").write_text("ru,en\nпорт,harbour\n", encoding="utf-8")
    Path("a.yaml").write_text("concepts:\n- id: x\n  terms: {ru: порт, en: harbour}\n", encoding="utf-8")
    assert run("a.csv", "a.yaml")[0] == 0


def test_data_for_programs(folder: Path) -> None:
    code, output = run("old.yaml", "new.yaml", "-f", "json")
    made = json.loads(output)
    assert code == 1 and made["counts"] == {"added": 1, "removed": 1, "renamed": 1, "changed": 1}
    port = made["concepts"][2]
    assert port["before"]["id"] == port["after"]["id"] == "port" and port["after"]["line"] == 11
    assert port["terms"][0] == {"language": "en", "before": "harbour", "after": "haven", "keys": []}
    assert made["concepts"][3]["after"] is None and made["findings"] is None


def test_a_version_that_git_remembers(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for old in ("HEAD:terms/g.yaml", "v1:terms/g.yaml", "v1", ":terms/g.yaml", "HEAD:./terms/g.yaml"):
        assert run(old, "terms/g.yaml") == (1, SAID), old
    assert run("HEAD:terms/g.yaml", "v1:terms/g.yaml")[0] == 0
    monkeypatch.chdir("terms")
    assert run("HEAD", "g.yaml")[0] == run("HEAD:./g.yaml", "g.yaml")[0] == run("v1:terms/g.yaml", "g.yaml")[0] == 1
    monkeypatch.chdir("/")
    assert run("HEAD", str(repository / "terms" / "g.yaml"))[0] == 1, "the file's own repository is asked"


def test_a_file_whose_name_holds_a_colon_is_a_file(repository: Path) -> None:
    Path("HEAD:new.yaml").write_text(NEW, encoding="utf-8")
    assert run("HEAD:new.yaml", "new.yaml")[0] == 0


@pytest.mark.parametrize(
    ("old", "said"),
    [
        ("nope:terms/g.yaml", "nope:terms/g.yaml: invalid object name"),
        ("HEAD:nope.yaml", "does not exist in"),
        ("HEAD:", "names no file"),
        ("HEAD:terms", "is a tree, not a file"),
        ("nope", "is no file, and git says: "),
        ("--output=x:g.yaml", "is no revision"),
        ("HEAD:terms/readme.md", "is no glossary format"),
        ("HEAD:terms/broken.yaml", "HEAD:terms/broken.yaml:1"),
    ],
)
def test_what_git_cannot_give_is_said(repository: Path, old: str, said: str) -> None:
    Path("terms/broken.yaml").write_text("concepts: 1\n", encoding="utf-8")
    Path("terms/readme.md").write_text("x\n", encoding="utf-8")
    git("add", "terms")
    git("commit", "-qm", "two")
    code, output = run("--", old, "terms/g.yaml")
    assert code == 2 and said in output and output.count("\n") == 1, output
    assert not Path("x").exists()


def test_outside_a_repository_and_without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, output = run("HEAD:old.yaml", "new.yaml")
    assert code == 2 and "not a git repository" in output
    code, output = run("none.yaml", "none.yaml")
    assert code == 2 and "none.yaml: does not exist" in output
    monkeypatch.setenv("PATH", str(folder))
    code, output = run("HEAD:old.yaml", "new.yaml")
    assert code == 2 and "git is not installed" in output


def test_large_files_and_pipes_are_refused(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.glossary.versions.LARGEST", 100)
    assert "is larger than" in run("HEAD:terms/g.yaml", "new.yaml")[1]
    os.mkfifo("pipe.yaml")
    code, output = run("pipe.yaml", "new.yaml")
    assert code == 2 and "not a regular file" in output


TEXT = """The harbour is near the port.

The stale haven.

Nothing here.
"""


def test_the_findings_that_come_and_go(repository: Path) -> None:
    Path("text.en.txt").write_text(TEXT, encoding="utf-8")
    args = ["glossary", "diff", "HEAD", "terms/g.yaml", "text.en.txt", "-t", "en", "--isolated"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 1 and done.stderr == "Not run: term-missing (needs the source beside the target).\n"
    assert done.stdout.split("\n\n")[2:] == [
        "+ text.en.txt:3:5  term-deprecated  The glossary lists “stale” as superseded; it prefers “fresh”.\n"
        "- text.en.txt:1:25  term-deprecated  The glossary lists “port” as deprecated; it prefers “harbour”.",
        "Findings: 1 new, 1 gone, 0 reworded\n",
    ]
    made = json.loads(CliRunner().invoke(app, [*args, "-f", "json"]).stdout)["findings"]
    assert [(each["line"], each["found"]) for each in made["new"]] == [(3, "stale")]
    assert [(each["line"], each["found"]) for each in made["gone"]] == [(1, "port")]


def test_a_finding_that_says_something_else_is_reworded(folder: Path) -> None:
    Path("text.en.txt").write_text("The port.\n", encoding="utf-8")
    Path("source.ru.txt").write_text("Порт и совет.\n", encoding="utf-8")
    Path("new.yaml").write_text(OLD.replace("- harbour", "- haven"), encoding="utf-8")
    args = ["old.yaml", "new.yaml", "text.en.txt", "--source", "source.ru.txt", "-t", "en", "-s", "ru", "--isolated"]
    code, output = run(*args)
    assert code == 1 and "Findings: 0 new, 0 gone, 1 reworded\n" in output
    assert "it prefers “haven”. (was: The glossary lists “port” as deprecated; it prefers “harbour”.)" in output


def test_texts_that_cannot_be_read_end_with_two(folder: Path) -> None:
    code, output = run("old.yaml", "old.yaml", "none.txt", "-t", "en")
    assert code == 2 and output.count("error: none.txt: does not exist") == 1
