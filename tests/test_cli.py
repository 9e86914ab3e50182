"""The command line as a user meets it: outputs, exit codes, configuration, suppressions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SCHEMA = json.loads((Path(__file__).parent.parent / "tqcheck/reporters/findings.schema.json").read_text())
DOUBLED = "The the harbour is closed.\n"


def tqcheck(
    *args: str | Path, cwd: Path, stdin: str | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tqcheck", *map(str, args)],
        cwd=cwd, capture_output=True, encoding="utf-8", input=stdin, env={**os.environ, "COLUMNS": "80", **(env or {})},
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def check(*args: str | Path, cwd: Path, stdin: str | None = None) -> dict[str, Any]:
    done = tqcheck("check", "--format", "json", *args, cwd=cwd, stdin=stdin)
    answer: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(answer, SCHEMA)
    answer["exit"] = done.returncode
    return answer


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        place = folder / name.replace("__", "/").replace("_DOT_", ".")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8", newline="")


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_json(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt="Nothing here.\n" + DOUBLED)
    answer = check("a.en.txt", cwd=tmp_path)
    (finding,) = answer["findings"]
    assert (finding["check"], finding["path"], finding["line"], finding["column"], finding["end_column"]) == (
        "word-repeated", "a.en.txt", 2, 1, 8,
    )  # fmt: skip
    assert (finding["start"], finding["end"], finding["excerpt"], finding["unit"]) == (0, 7, "The the", "p2")
    assert answer["documents"] == [
        {
            "path": "a.en.txt",
            "format": "text",
            "source_language": None,
            "target_language": "en",
            "segments": 2,
            "words": 7,
        }
    ]
    assert answer["exit"] == 0 and answer["gate"] == {"passed": True, "fail_on": "major"}


@pytest.mark.parametrize(("level", "code"), [("minor", 1), ("major", 0), ("critical", 0), ("never", 0)])
def test_gate(tmp_path: Path, level: str, code: int) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED)
    assert tqcheck("check", "a.en.txt", "--fail-on", level, cwd=tmp_path).returncode == code


def test_text(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt="x" * 10 + " " + DOUBLED)
    done = tqcheck("check", "a.en.txt", "--select", "word-repeated", cwd=tmp_path)
    assert max(map(len, done.stdout.splitlines())) <= 80
    lines = done.stdout.splitlines()
    under = next(at for at, line in enumerate(lines) if set(line.strip()) == {"^"})
    start = lines[under].index("^")
    assert lines[under - 1][start : start + lines[under].count("^")] == "The the"
    assert "\x1b" not in done.stdout


def test_nothing_in_a_file_commands_the_terminal_or_the_runner(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt="::error::x \x1b[31mThe the\u202e ##[error]y\x9b\n")
    text = tqcheck("check", "a.en.txt", cwd=tmp_path).stdout
    github = tqcheck("check", "a.en.txt", "--format", "github", cwd=tmp_path).stdout
    as_json = tqcheck("check", "a.en.txt", "--format", "json", cwd=tmp_path).stdout
    for output in (text, github):
        assert not set(output) & set("\x1b\u202e\x9b")
        assert "##[" not in output
    assert "##[" not in as_json
    assert all(
        line.startswith(("::warning file=", "::error file=", "::notice file=", "tqcheck:"))
        for line in github.splitlines()
    )


def test_github_escapes(tmp_path: Path) -> None:
    name = "a,b:c%.en.txt" if os.name != "nt" else "a,b%.en.txt"
    (tmp_path / name).write_text("100% the the\n", encoding="utf-8")
    line = tqcheck("check", name, "--format", "github", cwd=tmp_path).stdout.splitlines()[0]
    properties = line[: line.index("::", 2)]
    assert "%2C" in properties and "%25" in properties and ":" not in properties[2:].replace("%3A", "")
    assert "line=1,col=6,endColumn=12" in properties


def test_broken_files_do_not_hide_the_others(tmp_path: Path) -> None:
    write(tmp_path, c_DOT_en_DOT_txt=DOUBLED)
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\n")
    (tmp_path / "b.txt").write_bytes(b"a\0b")
    done = tqcheck("check", ".", "--format", "json", cwd=tmp_path)
    answer = json.loads(done.stdout)
    assert done.returncode == 2
    assert len(answer["findings"]) == 1
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert [line.split(":")[1].strip() for line in errors] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["missing.txt"], "does not exist"),
        (["a.docx"], "no known type"),
        (["--format", "yaml", "a.txt"], "none of text, json"),
        (["--fail-on", "bad", "a.txt"], "none of minor"),
        (["-t", "english", "a.txt"], "no language tag"),
        (["--select", "idiom", "a.txt"], "did you mean 'idiom-literal'"),
        (["--glossary", "none.yaml", "a.txt"], "none.yaml"),
        (["--config", "none.toml", "a.txt"], "none.toml"),
        (["--source", "s.txt", "a.tsv"], "TSV"),
        (["--source", "s.txt", "a.txt", "b.txt"], "exactly one"),
        ([], "name a file"),
    ],
)
def test_what_cannot_be_done_ends_with_2(tmp_path: Path, args: list[str], message: str) -> None:
    write(tmp_path, a_DOT_txt="One.\n", b_DOT_txt="Two.\n", s_DOT_txt="S.\n", a_DOT_docx="x", a_DOT_tsv="a\tb\n")
    done = tqcheck("check", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr and done.stderr.count("\n") == 1


def test_unequal_lines_name_both_numbers(tmp_path: Path) -> None:
    write(tmp_path, s_DOT_txt="a\nb\n", t_DOT_txt="a\n")
    done = tqcheck("check", "t.txt", "--source", "s.txt", cwd=tmp_path)
    assert done.returncode == 2 and "has 1 lines" in done.stderr and "has 2" in done.stderr


def test_source_file_and_folder(tmp_path: Path) -> None:
    write(tmp_path, src__a_DOT_txt="Ist der Hafen schon wieder offen?\n", tgt__a_DOT_txt="Is the harbour open again.\n")
    for args in (["tgt", "--source", "src"], ["tgt/a.txt", "--source", "src/a.txt"]):
        answer = check(*args, "-s", "de", "-t", "en", "--isolated", cwd=tmp_path)
        assert [(f["check"], f["path"]) for f in answer["findings"]] == [("end-punctuation", "tgt/a.txt")]
    write(tmp_path, tgt__b_DOT_txt="One.\n")
    assert check("tgt", "--source", "src", cwd=tmp_path)["exit"] == 2


def test_folders(tmp_path: Path) -> None:
    write(
        tmp_path, d__b_DOT_txt="B b.\n", d__a__c_DOT_txt="C c.\n", d__z_DOT_png="x", d___DOT_hidden_DOT_txt="H h.\n",
        d__ignored_DOT_txt="I i.\n", d___DOT_gitignore="ignored.txt\nout/\n", d__out__o_DOT_txt="O o.\n", d__x_DOT_draft_DOT_md="D d.\n",
    )  # fmt: skip
    answer = check("d", "--exclude", "*.draft.md", cwd=tmp_path)
    assert [document["path"] for document in answer["documents"]] == ["d/a/c.txt", "d/b.txt"]
    assert [n["message"] for n in answer["notices"] if n["kind"] == "skipped"] == [
        "Files of other types in the folders were skipped: 1 .png."
    ]
    assert [d["path"] for d in check(".", cwd=tmp_path / "d")["documents"]] == ["a/c.txt", "b.txt", "x.draft.md"]


def test_standard_input(tmp_path: Path) -> None:
    answer = check("-", "-t", "en", cwd=tmp_path, stdin=DOUBLED)
    assert [f["path"] for f in answer["findings"]] == ["-"]


def test_empty_file(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="")
    answer = check("a.txt", cwd=tmp_path)
    assert answer["exit"] == 0 and answer["documents"][0]["segments"] == 0
    assert "empty" in {notice["kind"] for notice in answer["notices"]}


def test_language_disagreement_is_a_notice(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_de_DOT_txt="The harbour of the town is closed until the end of May because of the storm.\n")
    answer = check("a.de.txt", cwd=tmp_path)
    assert answer["documents"][0]["target_language"] == "de"
    assert any("looks like en" in notice["message"] for notice in answer["notices"])
    assert check("a.de.txt", "-t", "en", cwd=tmp_path)["documents"][0]["target_language"] == "en"


def test_configuration(tmp_path: Path) -> None:
    write(
        tmp_path,
        tqcheck_DOT_toml='target-language = "en"\nfail-on = "minor"\npaths = ["docs", {glob = "docs/de/**", target-language = "de"}]\n'
        '[severities]\nword-repeated = "critical"\n[checks.word-repeated]\nallow = ["ping"]\n',
        docs__a_DOT_txt="The the ping ping.\n", docs__de__b_DOT_txt="Der Hafen ist ist zu.\n",
    )  # fmt: skip
    answer = check(cwd=tmp_path / "docs")
    assert [(f["path"], f["severity"], f["excerpt"]) for f in answer["findings"]] == [
        ("a.txt", "critical", "The the"), ("de/b.txt", "critical", "ist ist"),
    ] or [f["excerpt"] for f in answer["findings"]] == ["The the", "ist ist"]  # fmt: skip
    assert [d["target_language"] for d in answer["documents"]] == ["en", "de"]
    assert answer["exit"] == 1
    isolated = check("docs/a.txt", "--isolated", "-t", "en", cwd=tmp_path)
    assert [f["severity"] for f in isolated["findings"]] == ["minor", "minor"]
    assert check("docs/a.txt", "--isolated", "--config", "tqcheck.toml", cwd=tmp_path)["exit"] == 1


@pytest.mark.parametrize(
    ("content", "line", "hint"),
    [
        ('target-langage = "en"\n', 1, "target-language"),
        ('\nfail-on = "majr"\n', 2, "major"),
        ("[severities]\nword-repeted = 'major'\n", 2, "word-repeated"),
        ("[checks.word-repeated]\n\nalow = []\n", 3, "allow"),
        ("[checks.word-repeated]\nallow = 3\n", 2, "list of texts"),
        ("[[paths]]\nglob = 'a'\ntarget-languag = 'en'\n", 3, "target-language"),
        ("select = ['acuracy']\n", 1, "accuracy"),
        ("preview = 'yes'\n", 1, "true or false"),
        ("a = = b\n", 1, "TOML"),
    ],
)
def test_wrong_configuration_names_file_line_and_remedy(tmp_path: Path, content: str, line: int, hint: str) -> None:
    write(tmp_path, tqcheck_DOT_toml=content, a_DOT_txt="One.\n")
    for command in ("check", "report"):
        done = tqcheck(command, "a.txt", cwd=tmp_path)
        assert done.returncode == 2
        assert f"tqcheck.toml:{line}: " in done.stderr and hint in done.stderr


def test_pyproject(tmp_path: Path) -> None:
    write(tmp_path, pyproject_DOT_toml='[tool.tqcheck]\nfail-on = "minor"\n', sub__a_DOT_en_DOT_txt=DOUBLED)
    assert tqcheck("check", "a.en.txt", cwd=tmp_path / "sub").returncode == 1
    write(tmp_path, pyproject_DOT_toml="[tool.tqcheck]\nfail-onn = 'minor'\n")
    assert "pyproject.toml:2: " in tqcheck("check", "a.en.txt", cwd=tmp_path / "sub").stderr


def test_select_and_ignore(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED)
    for args, count in (
        (["--select", "accuracy"], 1),
        (["--select", "terminology"], 0),
        (["--ignore", "word-repeated"], 0),
        (["--ignore", "accuracy/addition"], 0),
    ):
        assert len(check("a.en.txt", *args, cwd=tmp_path)["findings"]) == count


def test_suppressions(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_DOT_en_DOT_txt="The the <!-- tqcheck-ignore word-repeated: a stammer --> harbour.\n"
        "<!-- tqcheck-ignore word-repeated -->\nAn an end.\n<!-- tqcheck-ignore loop: none here -->\nThe end end.\n",
        b_DOT_en_DOT_md="<!-- tqcheck-ignore-file word-repeated: poems -->\n\nThe the.\n\nThe end end.\n",
    )
    answer = check(".", cwd=tmp_path)
    assert [(f["check"], f["line"], f["path"]) for f in answer["findings"]] == [
        ("suppression", 2, "a.en.txt"), ("suppression", 4, "a.en.txt"), ("word-repeated", 5, "a.en.txt"),
    ]  # fmt: skip
    assert "gives no reason" in answer["findings"][0]["message"]
    assert "silences nothing" in answer["findings"][1]["message"]


def test_fingerprints_survive_edits_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED + DOUBLED)
    before = [f["fingerprint"] for f in check("a.en.txt", cwd=tmp_path)["findings"]]
    write(tmp_path, a_DOT_en_DOT_txt="A new line.\n\n" + DOUBLED + "Another.\n" + DOUBLED)
    assert [f["fingerprint"] for f in check("a.en.txt", cwd=tmp_path)["findings"]] == before
    assert len(set(before)) == 2


def test_jobs_hash_seed_and_locale_change_nothing(tmp_path: Path) -> None:
    for number in range(4):
        write(
            tmp_path,
            **{f"f{number}_DOT_en_DOT_txt": DOUBLED * number + "Zelensky met Zelenskyy. They hang noodles on ears.\n"},
        )
    outputs = {
        tqcheck(
            "check", ".", "--format", "json", "--jobs", jobs, cwd=tmp_path, env={"PYTHONHASHSEED": seed, "LC_ALL": "C"}
        ).stdout
        for jobs, seed in (("1", "0"), ("3", "1"), ("1", "2"))
    }
    assert len(outputs) == 1


def test_report(tmp_path: Path) -> None:
    write(tmp_path, talk_DOT_en_DOT_txt=DOUBLED)
    done = tqcheck("report", "talk.en.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "talk.en.report.html").read_text("utf-8")
    assert "The the" in page
    assert tqcheck("report", "talk.en.txt", cwd=tmp_path).returncode == 0, "its own report it may replace"
    assert (tmp_path / "talk.en.report.html").read_text("utf-8") == page, "same input, same bytes"
    assert tqcheck("report", "talk.en.txt", "--fail-on", "minor", cwd=tmp_path).returncode == 1
    write(tmp_path, talk_DOT_en_DOT_report_DOT_html="mine")
    assert tqcheck("report", "talk.en.txt", cwd=tmp_path).returncode == 2
    assert (tmp_path / "talk.en.report.html").read_text() == "mine"
    assert tqcheck("report", "talk.en.txt", "-o", "talk.en.txt", cwd=tmp_path).returncode == 2
    assert (tmp_path / "talk.en.txt").read_text() == DOUBLED
    assert tqcheck("report", "talk.en.txt", "-o", "none/r.html", cwd=tmp_path).returncode == 2
    assert not list(tmp_path.glob(".*tmp"))


def test_explain_and_checks(tmp_path: Path) -> None:
    assert tqcheck("explain", "word-repeated", cwd=tmp_path).stdout.startswith("# word-repeated\n")
    assert "did you mean 'word-repeated'" in tqcheck("explain", "word-repeted", cwd=tmp_path).stderr
    rows = json.loads(tqcheck("checks", "--format", "json", cwd=tmp_path).stdout)
    assert {"id", "category", "severity", "languages", "needs_source", "status"} <= set(rows[0])
    assert "word-repeated" in tqcheck("checks", cwd=tmp_path).stdout


def test_init(tmp_path: Path) -> None:
    assert tqcheck("init", cwd=tmp_path).returncode == 0
    written = (tmp_path / "tqcheck.toml").read_text()
    write(tmp_path, a_DOT_en_DOT_txt="One.\n")
    assert tqcheck("check", "a.en.txt", cwd=tmp_path).returncode == 0
    assert tqcheck("init", cwd=tmp_path).returncode == 2
    assert (tmp_path / "tqcheck.toml").read_text() == written


def test_every_key_of_the_starting_configuration_is_real(tmp_path: Path) -> None:
    import tomllib

    from tqcheck.cli.init import START
    from tqcheck.config.load import load

    lines = [
        line[2:] if line.startswith("# ") and ("=" in line or "[" in line[:4]) and not line.endswith((".", ")")) else ""
        for line in START.splitlines()
    ]
    content = "\n".join(lines)
    assert {"paths", "glossaries", "severities", "wrap"} <= set(
        tomllib.loads(content.replace('paths = ["translations"]', ""))
    ) | {"paths"}
    file = tmp_path / "tqcheck.toml"
    file.write_text(content.replace('paths = ["translations"]', ""))
    load(file)


def test_names_across_documents(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_DOT_en_DOT_txt="President Zelensky met the ministers. Later Zelensky left for the airport.\n",
        b_DOT_en_DOT_txt="In the evening Zelenskyy spoke on television.\n",
        tqcheck_DOT_toml="[checks.name-variant]\nproject = true\n",
    )
    found = check("a.en.txt", "b.en.txt", "--isolated", cwd=tmp_path)["findings"]
    assert not [f for f in found if f["check"] == "name-variant"]
    for jobs in ("1", "2"):
        found = check("a.en.txt", "b.en.txt", "--jobs", jobs, cwd=tmp_path)["findings"]
        (only,) = [f for f in found if f["check"] == "name-variant"]
        assert (only["path"], only["excerpt"]) == ("b.en.txt", "Zelenskyy")
        assert {place["path"] for place in only["related"]} == {"a.en.txt"}
