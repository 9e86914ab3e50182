"""Hostile files, folders, names, configurations and surroundings: one clear line, exit code 2, never a traceback."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from test_cli import DOUBLED, SCHEMA, check, tqcheck, write

from tqcheck.engine.walk import UsageError, jobs
from tqcheck.language.protected import protect
from tqcheck.model.finding import Notice
from tqcheck.model.segment import Document
from tqcheck.model.text import Span
from tqcheck.readers.base import Input, ReadError, ReadOptions
from tqcheck.readers.comments import COMMENT
from tqcheck.readers.markdown import File, block_text
from tqcheck.readers.registry import all_readers, reader_for

posix = pytest.mark.skipif(os.name == "nt", reason="names and files that Windows has not")


def read(folder: Path, name: str, content: str | bytes, source: str | None = None) -> Document:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    beside = None
    if source is not None:
        (folder / f"source-{name}").write_bytes(source.encode())
        beside = Input(f"source-{name}", folder / f"source-{name}")
    reader = reader_for(name)
    assert reader is not None
    document = reader.read(Input(name, folder / name), ReadOptions(source=beside))
    document.segments = list(document.segments)
    return document


def targets(document: Document) -> list[str]:
    return [segment.target.plain for segment in document.segments]


# Files


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"abc\n" * 3000 + b"\xe9t\xe9\n", 3001, "not UTF-8"),
        (b"abc\n" * 5 + b"a\0b\n", 6, "binary"),
        (b"\xfe\xff\0a", None, "UTF-16"),
        ("\u00e4".encode() * 1_000_001, 1, "more than 1,000,000"),
        (b"a\xff" * 4_000_000, 1, "more than 1,000,000"),
    ],
)
def test_what_is_no_text_names_its_line(tmp_path: Path, content: bytes, line: int | None, message: str) -> None:
    for name in ("a.txt", "a.md", "a.tsv"):
        with pytest.raises(ReadError, match=message) as error:
            read(tmp_path, name, content)
        assert error.value.line == line


@posix
def test_what_is_no_file_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    write(tmp_path, d__good_DOT_en_DOT_txt=DOUBLED)
    folder = tmp_path / "d"
    os.mkfifo(folder / "fifo.txt")
    (folder / "dangling.txt").symlink_to("nowhere")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "null.txt").symlink_to("/dev/null")
    (folder / "up").symlink_to("..")
    (folder / "folder.txt").mkdir()
    answer = check("d", cwd=tmp_path)
    assert [f["path"] for f in answer["findings"]] == ["d/good.en.txt"]
    assert answer["exit"] == 2
    troubled = [n["path"] for n in answer["notices"] if n["kind"] == "unreadable"]
    assert troubled == ["d/dangling.txt", "d/fifo.txt", "d/loop.txt", "d/null.txt"]


NAMES = ("a\nb", "\x1b[31mred", "\u202egnp", "\udcff", "::error::x", "##[error]x", "a,b:c%", " x ")


@posix
def test_names_of_files_are_harmless(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.en.txt").write_text(DOUBLED)
        (tmp_path / f"{name}.txt").write_bytes(b"\xff")
    for form in ("text", "github", "json"):
        done = tqcheck("check", ".", "--format", form, "-t", "en", cwd=tmp_path)
        assert done.returncode == 2 and done.stderr.count("\n") == len(NAMES)
        output = done.stdout + done.stderr
        assert not set(output) & set("\x1b\u202e\x9b") and "##[" not in output
        if form == "json":
            jsonschema.validate(json.loads(done.stdout), SCHEMA)
            assert len(json.loads(done.stdout)["findings"]) == len(NAMES)
        elif form == "text":
            assert not any(line.lstrip().startswith("::") for line in output.splitlines())
    done = tqcheck("report", ".", "-o", "r.html", cwd=tmp_path)
    assert done.returncode == 2 and (tmp_path / "r.html").read_text("utf-8")


def test_paths_that_are_none(tmp_path: Path) -> None:
    for path in ("x" * 5000, "", "a/" * 3000 + "b.txt"):
        for command in ("check", "report"):
            done = tqcheck(command, path, cwd=tmp_path)
            assert done.returncode == 2 and done.stderr.startswith("error: ") and "internal" not in done.stderr


def test_files_are_checked_once_under_the_first_name_given(tmp_path: Path) -> None:
    write(tmp_path, d__a_DOT_en_DOT_txt=DOUBLED, b_DOT_en_DOT_txt=DOUBLED)
    answer = check("./b.en.txt", "d", "d/a.en.txt", "b.en.txt", str(tmp_path / "b.en.txt"), "./d/", cwd=tmp_path)
    assert [d["path"] for d in answer["documents"]] == ["./b.en.txt", "d/a.en.txt"]
    assert check(tmp_path / "b.en.txt", cwd=tmp_path)["documents"][0]["path"] == str(tmp_path / "b.en.txt")


# Lines and columns

ODD = "\u2028\u2029\x0b\x0c\x85\x1c\r"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tsv"])
def test_only_lf_ends_a_line(tmp_path: Path, name: str) -> None:
    start = "x\t" if name == "a.tsv" else ""
    content = f"\ufeff{start}One{ODD}one 😀 e\u0301.\n\n{start}Two.\r\n\n{start}Three{ODD}\n\n{start}Four"
    document = read(tmp_path, name, content)
    assert document.lines is not None
    found = []
    for segment in document.segments:
        span = segment.target.in_file(Span(0, len(segment.target.plain)))
        assert span is not None
        found.append(
            (document.lines.region(span).line, document.lines.region(span).column, segment.target.plain.strip(ODD))
        )
    column = 1 + len(start)
    assert found == [
        (1, column, f"One{ODD}one 😀 e\u0301."),
        (3, column, "Two."),
        (5, column, "Three"),
        (7, column, "Four"),
    ]


# TSV


def test_rows_that_lack_a_column_never_fail(tmp_path: Path) -> None:
    for header in ("target\tsource", "id\ttarget\tsource", "source\ttarget"):
        document = read(tmp_path, "a.tsv", f"{header}\nalone\n\t\n\n\t\t\t\none\ttwo\tthree\n")
        assert len(targets(document)) == 1
        assert document.notices and not any(notice.trouble for notice in document.notices)


# Sources


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["t.txt", "--source", "s"], "must be a folder too"),
        (["t", "--source", "s.txt"], "exactly one"),
        (["t.txt", "--source", "s.tsv"], "TSV"),
        (["t.tsv", "--source", "s.txt"], "TSV"),
        (["t.txt", "--source", "-"], "standard input"),
        (["t.txt", "--source", "none.txt"], "none.txt: cannot be opened"),
        (["t.txt", "--source", "bad.txt"], "bad.txt: is not UTF-8"),
        (["-", "-", "--source", "s.txt"], "exactly one"),
        (["t", "--source", "s"], "t/only.txt: has no source file s/only.txt"),
    ],
)
def test_sources_that_do_not_fit(tmp_path: Path, args: list[str], message: str) -> None:
    write(
        tmp_path,
        t_DOT_txt="One.\n",
        s_DOT_txt="S.\n",
        t_DOT_tsv="a\tb\n",
        s_DOT_tsv="a\tb\n",
        t__only_DOT_txt="O.\n",
        s__x_DOT_txt="X.\n",
    )
    (tmp_path / "bad.txt").write_bytes(b"\xff\n")
    done = tqcheck("check", *args, cwd=tmp_path, stdin="One.\n")
    assert done.returncode == 2 and message in done.stderr and done.stderr.count("\n") == 1


def test_standard_input_beside_a_source(tmp_path: Path) -> None:
    write(tmp_path, s_DOT_de_DOT_txt="Ist der Hafen schon wieder offen?\n")
    answer = check(
        "-",
        "--source",
        "s.de.txt",
        "-t",
        "en",
        "--select",
        "end-punctuation",
        cwd=tmp_path,
        stdin="Is the harbour open again.\n",
    )
    assert [f["path"] for f in answer["findings"]] == ["-"]


def test_markdown_beside_its_source_is_prose_alone(tmp_path: Path) -> None:
    source = "# Der *Hafen*\n\n```\nCode 1\n```\n\n| a | `b` |\n|---|---|\n| 1 | zwei |\n\n**fett\nund** weiter\n"
    target = "# The *harbour*\n\n```\nCode 2\n```\n\n| a | `b` |\n|---|---|\n| 1 | two |\n\n**bold\nand** on\n"
    document = read(tmp_path, "a.md", target, source)
    assert [(s.source and s.source.plain, s.target.plain, s.unit) for s in document.segments] == [
        ("Der Hafen", "The harbour", "p1"), ("a", "a", "p7.1"), ("`b`", "`b`", "p7.2"), ("1", "1", "p9.1"),
        ("zwei", "two", "p9.2"), ("fett", "bold", "p11"), ("und weiter", "and on", "p12"),
    ]  # fmt: skip


# Markdown


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Setext\nheading\n===\n\nText ##\n", ["Setext heading", "Text ##"]),
        ("## Closed # one ##  \n", ["Closed # one"]),
        ("    code\n\n\tcode\n\nprose\n", ["prose"]),
        ("- - 1. deep\n\n      more\n", ["deep", "more"]),
        ("> - quoted\n>   item\n\n> > twice\nlazy\n", ["quoted item", "twice lazy"]),
        ("> | a | b\\|c |\n> |---|---|\n> | - | `x` |\n", ["a", "b|c", "-", "`x`"]),
        ("[![alt](i.png)](https://x.org) end\n", ["alt end"]),
        ("[text][ref], [ref] and [none][gone]\n\n[ref]: <u> 'T'\n", ["text, ref and [none][gone]"]),
        ("2 * 3 * 4, a_b_c, **bold**ly, ***both***, 5* and 6*\n", ["2 * 3 * 4, a_b_c, boldly, both, 5* and 6*"]),
        ("~~gone~~ and ~ this\n", ["gone and ~ this"]),
        ("end\\\nnext \\*star\\*\n", ["end next *star*"]),
        ("+++\ntitle = 'x'\n+++\nprose\n", ["prose"]),
        ("<div align='center'>\n  <p>Prose <b>in</b> HTML</p>\n</div>\n\n<pre>\ncode\n</pre>\n\n<!-- silent\nstill -->\n", ["Prose <b>in</b> HTML"]),
        ("<details>\n<summary>More</summary>\n<code>x = 1</code>\n</details>\n", ["More"]),
        ("a\r\n\r\n- b\r\n\r\n1. c\r\n", ["a", "b", "c"]),
        ("Note.[^1]\n\n[^1]: The note says more.\n", ["Note.[^1]", "[^1]: The note says more."]),
        ("A ` tick and ``two` ticks`` here\n", ["A ` tick and ``two` ticks`` here"]),
        ("".join("  " * depth + "- x\n" for depth in range(30)), ["x"] * 30),
    ],
)  # fmt: skip
def test_markdown(tmp_path: Path, content: str, expected: list[str]) -> None:
    found = targets(read(tmp_path, "a.md", content))
    assert [text.replace("\\|", "|") for text in found] == expected


# Suppressions

SILENT = "<!-- tqcheck-ignore word-repeated: a stammer -->"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.en.txt", f"{SILENT}\nThe the.\n"),
        ("a.en.txt", f"The the. {SILENT}"),
        ("a.en.txt", f"{SILENT} The the."),
        ("a.en.txt", "The the.\n<!-- tqcheck-ignore-file *: all of it -->"),
        ("a.en.md", f"{SILENT} The the.\n"),
        ("a.en.md", f"{SILENT}\n\n# The the\n"),
        ("a.en.md", f"# The the {SILENT}\n"),
        ("a.en.md", f"- The the {SILENT}\n"),
        ("a.en.md", f"| A | B |\n|---|---|\n| b | The the {SILENT} |\n"),
        ("a.en.md", "The the.\n\n<!-- tqcheck-ignore-file accuracy: all of it -->\n"),
    ],
)
def test_suppressions_work_wherever_they_stand(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert check(name, "--select", "word-repeated,suppression", cwd=tmp_path)["findings"] == []


def test_suppressions_are_no_text(tmp_path: Path) -> None:
    assert targets(read(tmp_path, "a.txt", f"One {SILENT} two.\n{SILENT} Three {SILENT}\n")) == ["One two.", "Three"]
    assert targets(read(tmp_path, "a.md", f"One {SILENT} *two*.\n")) == ["One two."]
    document = read(tmp_path, "b.txt", f"One {SILENT}.\n", "Eins.\n")
    assert targets(document) == ["One."] and document.segments[0].suppressions  # type: ignore[index]


def test_faulty_suppressions_are_findings(tmp_path: Path) -> None:
    write(
        tmp_path,
        a_DOT_en_DOT_txt="One. <!-- tqcheck-ignore word-repeted: x -->\nTwo. <!-- tqcheck-ignore accuracy: x -->\n",
    )
    messages = [f["message"] for f in check("a.en.txt", cwd=tmp_path)["findings"]]
    assert "no check or category: word-repeted" in messages[0] and "silences nothing" in messages[1]
    assert not check("a.en.txt", "--ignore", "suppression", cwd=tmp_path)["findings"]
    write(tmp_path, tqcheck_DOT_toml='[severities]\nsuppression = "critical"\n')
    assert {f["severity"] for f in check("a.en.txt", cwd=tmp_path)["findings"]} == {"critical"}


def test_long_comments_leave_text_hard_wrapped(tmp_path: Path) -> None:
    from test_readers import WRAPPED

    first, second = WRAPPED.split("\n\n")
    comment = (
        "<!-- tqcheck-ignore word-repeated: the author, the editor and the publisher agreed on it, so leave it -->"
    )
    assert len(targets(read(tmp_path, "a.txt", f"{first}\n\n{comment}\n{second}"))) == 2


# Time: nothing grows faster than the text

LONG = 60_000


@pytest.mark.parametrize(
    "content",
    [
        "<a x" + " " * LONG, "<!--" * (LONG // 4), "@" + "a" * LONG, "%" + "0" * LONG, "a" + " " * LONG + "b", "<code>" * (LONG // 6),
        "<!-- tqcheck-ignore a:" * (LONG // 22), "<!-- tqcheck-ignore a " + " " * LONG, "[" * LONG, "[a](" * (LONG // 4), "*a" * LONG,
        "**a *b " * (LONG // 7), "`" * LONG, ">" * LONG, "- " * LONG, "\\" * LONG, "![" * LONG, "a\n" * LONG, "|a\n|-\n" + "|x\n" * LONG,
    ],
    ids=range(19),
)  # fmt: skip
def test_hostile_text_takes_no_longer(content: str) -> None:
    """Quadratic time would take minutes here; the limit is pytest's patience with the whole file."""
    from time import process_time

    begun = process_time()
    protect(content)
    list(COMMENT.finditer(content))
    for block in File(content).blocks():
        block_text(block)
    assert process_time() - begun < 10


# Folders


def gathered(folder: Path, *paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [job.given.path for job in jobs([str(folder / path) for path in paths], None, exclude, [])]


def test_gitignore(tmp_path: Path) -> None:
    names = (
        "a.txt",
        "b.bak.txt",
        "keep.bak.txt",
        "sub/a.bak.txt",
        "sub/keep.bak.txt",
        "out/o.txt",
        "sub/out/o.txt",
        ".hidden/h.txt",
    )
    for name in names:
        write(tmp_path, **{f"r__{name.replace('/', '__').replace('.', '_DOT_')}": "x\n"})
    write(
        tmp_path,
        r___DOT_gitignore="# none\n!\n*.bak.txt\n!/keep.bak.txt\r\n/out/\n\u2028x\n",
        r__sub___DOT_gitignore="!keep.bak.txt\n",
    )
    (tmp_path / "r/.git").mkdir()
    found = [path.removeprefix(f"{tmp_path}/r/") for path in gathered(tmp_path, "r")]
    assert found == ["a.txt", "keep.bak.txt", "sub/keep.bak.txt", "sub/out/o.txt"]
    assert len(gathered(tmp_path, "r/sub")) == 2, "what the repository ignores stays ignored below"
    assert len(gathered(tmp_path, "r/out")) == 1, "a folder that is named is meant"
    assert len(gathered(tmp_path, "r/b.bak.txt", exclude=("*.txt",))) == 1, "so is a file"


def test_folders_deeper_than_calls(tmp_path: Path) -> None:
    here, depth = os.open(tmp_path, os.O_RDONLY), 1200
    if os.name == "nt":
        return
    for _ in range(depth):
        os.mkdir("d", dir_fd=here)
        inner = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=here))
    os.close(here)
    assert len(gathered(tmp_path, ".")) == 1
    subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)


def test_a_folder_of_nothing_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = check("empty", cwd=tmp_path)
    assert answer["exit"] == 0 and [n["kind"] for n in answer["notices"]] == ["empty"]


@pytest.mark.parametrize(
    ("pattern", "bad"), [("[", False), ("!", True), ("\\", True), ("**", False), ("[a-", False), ("/", False)]
)
def test_patterns(tmp_path: Path, pattern: str, bad: bool) -> None:
    write(tmp_path, a_DOT_txt="One.\n")
    if bad:
        with pytest.raises(UsageError):
            gathered(tmp_path, ".", exclude=(pattern,))
    else:
        gathered(tmp_path, ".", exclude=(pattern,))


# Configurations and glossaries


@pytest.mark.parametrize(
    ("content", "line", "hint"),
    [
        ("x = " + "9" * 5000 + "\n", None, "not valid TOML"),
        ("x = " + "[" * 3000 + "\n", None, "not valid TOML"),
        ("# \u2028 here\n'target-langage' = 'en'\n", 2, "target-language"),
        ("\nseverities . word-repeted = 'major'\n", 2, "word-repeated"),
        ('"severities"."word-repeted" = "major"\n', 1, "word-repeated"),
        ("[[paths]]\nglob = 'a'\n[[paths]]\nglob = 'b'\n[paths.checks.word-repeated]\nalow = []\n", 6, "allow"),
        ("[[paths]]\nglob = 'a/**'\nselect = ['acuracy']\n", 3, "accuracy"),
        ("[[paths]]\nglob = 'a'\n[paths.severities]\nloop = 'bad'\n", 4, "major"),
        ("[[paths]]\nglob = '!'\n", 2, "pattern"),
        ("[[paths]]\nselect = ['loop']\n", 1, "needs `glob`"),
        ("paths = [3]\n", 1, "list of paths"),
        ("paths = [{glob = 'a', exclude = ['b']}]\n", 1, "unknown key 'exclude'"),
        ("checks = {word-repeated = {alow = []}}\n", 1, "allow"),
        ("checks = 1979-05-27\n", 1, "table"),
        ("fail-on = []\n", 1, "one of"),
    ],
)
def test_wrong_configuration(tmp_path: Path, content: str, line: int | None, hint: str) -> None:
    write(tmp_path, tqcheck_DOT_toml=content, a_DOT_txt="One.\n")
    done = tqcheck("check", "a.txt", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.count("\n") == 1
    assert (
        done.stderr.startswith(f"error: tqcheck.toml:{line}: " if line else "error: tqcheck.toml: ")
        and hint in done.stderr
    )


@pytest.mark.parametrize("content", ["tool = 3\n", "tool = ['tqcheck']\n", "[tool]\nx = 1\n", "= broken\n"])
def test_a_pyproject_of_others_is_no_concern(tmp_path: Path, content: str) -> None:
    write(tmp_path, pyproject_DOT_toml=content, a_DOT_txt="One.\n")
    assert tqcheck("check", "a.txt", cwd=tmp_path).returncode == 0


def test_overrides_name_files_wherever_one_stands(tmp_path: Path) -> None:
    write(
        tmp_path, tqcheck_DOT_toml='target-language = "en"\n[[paths]]\nglob = "sub/*.txt"\nignore = ["word-repeated"]\n',
        sub__a_DOT_txt=DOUBLED, sub__x__b_DOT_txt=DOUBLED, c_DOT_txt=DOUBLED,
    )  # fmt: skip
    assert [f["path"] for f in check("../a.txt", "b.txt", "../../c.txt", cwd=tmp_path / "sub/x")["findings"]] == [
        "b.txt",
        "../../c.txt",
    ]
    assert len(check(cwd=tmp_path / "sub")["documents"]) == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("g.csv", b"ru,en\n\xff,x\n"), ("g.csv", b'ru,en\n"' + b"x" * 1_100_000 + b'",y\n'), ("g.csv", b""), ("g.csv", b"ru,en\n\0,\0\n"),
        ("g.yaml", b"\xff\xfea\0"), ("g.yaml", b"concepts: " + b"[" * 9000), ("g.yaml", b"concepts: [{id: !!python/object:os.system x}]"),
        ("g.yaml", b"concepts: [1]"), ("g.yaml", b"concepts:\n- terms: {en: {term: {a: b}}}\n  id: [x]\n  domain: {a: 1}\n- 3\n"),
        ("g.yaml", b"a: &a [*a]\nconcepts: *a\n"), ("g.yaml", b"concepts: !!timestamp 99999-99-99\n"), ("g.yaml", b"\x00"),
        ("g.yaml", b"? [a]\n: b\n"), ("g.yaml", b"<<: 3\nconcepts: []\n"), ("g.docx", b""),
    ],
    ids=range(15),
)  # fmt: skip
def test_wrong_glossaries(tmp_path: Path, name: str, content: bytes) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED)
    (tmp_path / name).write_bytes(content)
    done = tqcheck("check", "a.en.txt", "--glossary", name, cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.startswith(f"error: {name}:") and done.stderr.count("\n") == 1


@posix
def test_pipes_and_devices_are_no_settings(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_txt="One.\n")
    os.mkfifo(tmp_path / "f.yaml")
    for option in ("--config", "--glossary"):
        for name in ("f.yaml", "/dev/zero", "."):
            done = tqcheck("check", "a.txt", option, name, cwd=tmp_path)
            assert done.returncode == 2 and done.stderr.count("\n") == 1


# Surroundings


def shell(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    line = command.replace("tqcheck", f"'{sys.executable}' -m tqcheck", 1)
    return subprocess.run(["bash", "-c", line], cwd=cwd, capture_output=True, text=True)


@posix
@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("tqcheck check a.en.txt >/dev/full", "No space left"),
        ("tqcheck check a.en.txt >&-", "standard output is closed"),
        ("tqcheck check none.txt 2>&-", ""),
        ("tqcheck check - <&-", "standard input is closed"),
        ("tqcheck check - </dev/urandom", "error: -: "),
        ("tqcheck report a.en.txt -o /proc/none.html", "cannot be written"),
        ("tqcheck report . -o ./a.en.txt", "is an input"),
        ("tqcheck report a.en.txt -g g.csv -o g.csv", "is an input"),
        ("tqcheck report a.en.txt -o " + "x" * 300, "cannot be written"),
    ],
)
def test_surroundings(tmp_path: Path, command: str, error: str) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED, g_DOT_csv="ru,en\nпорт,port\n")
    if "urandom" in command:
        command = "head -c 3000 /dev/urandom | " + command.replace("</dev/urandom", "")
    done = shell(command, tmp_path)
    assert done.returncode == 2 and error in done.stderr
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr
    assert "error" not in done.stdout


@posix
def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED * 1000)
    command = [sys.executable, "-m", "tqcheck", "check", "a.en.txt", "--format", "json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read() == b"" and running.wait() == 2


@posix
def test_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED)
    done = shell("tqcheck report a.en.txt -o /dev/stdout", tmp_path)
    assert done.returncode == 0 and done.stdout.lower().startswith("<!doctype html>")
    assert tqcheck("report", "a.en.txt", "-o", os.devnull, cwd=tmp_path).returncode == 0
    assert not Path(os.devnull).is_file()


def test_a_browser_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, a_DOT_en_DOT_txt=DOUBLED)
    done = tqcheck("report", "a.en.txt", "--open", cwd=tmp_path, env={"BROWSER": "none-such", "PATH": ""})
    assert done.returncode == 0 and "Traceback" not in done.stderr


def test_a_broken_reader_or_check_hides_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck.config.settings import Settings
    from tqcheck.engine.run import run
    from tqcheck.readers import registry
    from tqcheck.readers.base import Reader

    def broken(given: Input, options: ReadOptions) -> Document:
        raise KeyError("what \x1b now")

    write(tmp_path, a_DOT_xyz="x", b_DOT_en_DOT_txt=DOUBLED)
    monkeypatch.setattr(registry, "all_readers", lambda: (*all_readers(), Reader("broken", (".xyz",), broken)))
    notices: list[Notice] = []
    done = run(jobs([str(tmp_path / "a.xyz"), str(tmp_path / "b.en.txt")], None, (), notices), Settings(), notices)
    assert len(done.findings) == 1 and done.exit_code == 2
    assert [n.kind for n in done.notices if n.trouble] == ["internal"]


# Whatever else


def noise(seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    bits = ["The the ", "\t", "\n", "\r\n", "\ufeff", "\u2028", "😀", "e\u0301", "«", "—", "100 %", "{x}", "<b>", "**", "| a |", "1. ", "# ",
            "```\n", "<!-- tqcheck-ignore *: x -->", "<!-- tqcheck-ignore", "\x1b[2J", "\u202e", "##[error]", "::error::", "source\ttarget\n",
            "12/31/2024", "Он вешал лапшу на уши. ", "字", "&amp;", "http://x.y", "\\n", "\x9b", "\U000e0041", "نص", "١٢"]  # fmt: skip
    for _ in range(12):
        content = "".join(chance.choices(bits, k=chance.randint(0, 60))).encode()
        if chance.random() < 0.2:
            at = chance.randint(0, len(content))
            content = content[:at] + chance.randbytes(3) + content[at:]
        yield content


@pytest.mark.parametrize("seed", range(3))
def test_noise(tmp_path: Path, seed: int) -> None:
    """Any bytes in any format: valid JSON, safe text, a page; the same whatever the number of processes."""
    for number, content in enumerate(noise(seed)):
        (tmp_path / f"{number}.{('txt', 'md', 'tsv')[number % 3]}").write_bytes(content)
    options = ("--preview", "-t", ("en", "de", "ru")[seed], "--isolated")
    outputs = set()
    for jobs_, encoding in (("1", "utf-8"), ("3", "ascii")):
        done = tqcheck(
            "check",
            ".",
            "--format",
            "json",
            "-j",
            jobs_,
            *options,
            cwd=tmp_path,
            env={"PYTHONIOENCODING": encoding, "PYTHONHASHSEED": jobs_},
        )
        outputs.add(done.stdout)
        answer = json.loads(done.stdout)
        jsonschema.validate(answer, SCHEMA)
        assert not [n for n in answer["notices"] if n["kind"] in ("internal", "check-crashed")], answer["notices"]
    assert len(outputs) == 1
    for finding in answer["findings"]:
        assert 0 <= finding["start"] <= finding["end"]
    for form in ("text", "github"):
        assert not set(tqcheck("check", ".", "--format", form, *options, cwd=tmp_path).stdout) & set("\x1b\u202e\x9b")
    assert tqcheck("report", ".", "-o", "r.html", *options, cwd=tmp_path).returncode in (0, 2)


def test_more_facts_than_are_kept_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tqcheck.config.settings import Settings
    from tqcheck.engine import examine
    from tqcheck.engine.run import run

    monkeypatch.setattr(examine, "MOST_FACTS", 3)
    write(tmp_path, a_DOT_en_DOT_txt="We met Anna. We met Boris. We met Clara. We met Dora. We met Emil.\n")
    done = run(jobs([str(tmp_path / "a.en.txt")], None, (), []), Settings())
    assert [notice.kind for notice in done.notices if "name-variant" in notice.message] == ["too-much"]
