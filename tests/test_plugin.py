"""Third parties add checks, readers and reporters by entry points; nothing in tqcheck changes for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_cli import check, tqcheck, write

CHECKS = """
from collections.abc import Iterator

from tqcheck.checks.base import NoOptions, SegmentCheck
from tqcheck.model.finding import Category, Severity
from tqcheck.model.issue import Issue
from tqcheck.model.text import Span


def shouts(segment, options, context) -> Iterator[Issue]:
    for word in context.words(segment.target):
        if len(word.text) > 3 and word.text.isupper():
            yield Issue("shout", Span(word.start, word.end), {"word": word.text}, evidence={"why": {1}})


CHECK = SegmentCheck(
    id="shouting", category=Category.UNIDIOMATIC, severity=Severity.MINOR, confidence=0.9,
    messages={"shout": "“{word}” shouts."}, options=NoOptions, run=shouts,
)
"""

READERS = """
from tqcheck.model.segment import Document, LineIndex, Segment
from tqcheck.model.text import Piece, Text
from tqcheck.readers.base import Reader

# Not picklable, and need not be: readers travel to other processes by name.
READ = lambda given, options: Document(
    given.path, "reversed", [Segment("u1", 0, Text(given.text()[::-1].strip()))], sample=given.text()[::-1]
)
READER = Reader("reversed", (".xyz",), READ)
"""

REPORTERS = """
def count(run):
    return f"{len(run.findings)} found\\n"
"""

ENTRY_POINTS = """\
[tqcheck.checks]
shouting = loud.checks:CHECK
[tqcheck.readers]
reversed = loud.readers:READER
[tqcheck.reporters]
count = loud.reporters:count
"""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A package as pip would leave it, on the path of what is started with this environment."""
    site = tmp_path / "site"
    write(
        site, loud____init___DOT_py="", loud__checks_DOT_py=CHECKS, loud__readers_DOT_py=READERS,
        loud__reporters_DOT_py=REPORTERS, loud__shouting_DOT_md="# shouting\n\nA word in capitals.\n",
    )  # fmt: skip
    info = site / "loud-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    write(tmp_path, a_DOT_en_DOT_txt="Do it NOW.\n", b_DOT_en_DOT_xyz="\n.TAHW yaS", c_DOT_en_DOT_txt="All SHOUTED.\n")
    return {"PYTHONPATH": str(site)}


def test_a_check_a_reader_and_a_reporter(tmp_path: Path, env: dict[str, str]) -> None:
    for jobs in ("1", "3"):
        done = tqcheck(
            "check",
            ".",
            "--exclude",
            "site",
            "--format",
            "count",
            "--select",
            "shouting",
            "-j",
            jobs,
            cwd=tmp_path,
            env=env,
        )
        assert (done.stdout, done.returncode) == ("2 found\n", 0), done.stderr
    done = tqcheck("check", ".", "--exclude", "site", "--format", "json", "--select", "shouting", cwd=tmp_path, env=env)
    assert '"excerpt": "WHAT"' in done.stdout and '"why"' in done.stdout
    assert tqcheck("report", ".", "--exclude", "site", "-o", "r.html", cwd=tmp_path, env=env).returncode == 0
    assert "shouts" in (tmp_path / "r.html").read_text("utf-8")


def test_its_card_and_its_row(tmp_path: Path, env: dict[str, str]) -> None:
    assert tqcheck("explain", "shouting", cwd=tmp_path, env=env).stdout == "# shouting\n\nA word in capitals.\n"
    assert "shouting" in tqcheck("checks", cwd=tmp_path, env=env).stdout


def test_without_it(tmp_path: Path, env: dict[str, str]) -> None:
    assert check("a.en.txt", cwd=tmp_path)["findings"] == []
    assert tqcheck("check", "b.en.xyz", cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("[tqcheck.checks]\nloop = loud.doubled:CHECK\n", "two checks are called 'loop'"),
        ("[tqcheck.checks]\nx = loud.absent:CHECK\n", "loud"),
        ("[tqcheck.readers]\nx = loud.broken:READER\n", "x = loud.broken:READER of tqcheck.readers cannot be loaded"),
        ("[tqcheck.readers]\nx = loud.checks:shouts\n", "no Reader"),
        ("[tqcheck.reporters]\nx = loud.absent:render\n", "x = loud.absent:render"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_named(tmp_path: Path, env: dict[str, str], entry: str, message: str) -> None:
    site = tmp_path / "site"
    write(site, loud__doubled_DOT_py=CHECKS.replace('"shouting"', '"loop"'), loud__broken_DOT_py="1 / 0\n")
    (site / "loud-1.0.dist-info/entry_points.txt").write_text(entry)
    done = tqcheck("check", "a.en.txt", "--format", "json", cwd=tmp_path, env=env)
    assert done.returncode == 2 and message in done.stderr and done.stderr.count("\n") == 1


def test_a_worker_that_is_killed_loses_no_other_file(tmp_path: Path, env: dict[str, str]) -> None:
    """A reader kills its own process, as a lack of memory would."""
    killer = "import os, signal\nfrom tqcheck.readers.base import Reader\n\n\ndef read(given, options):\n    os._exit(9)\n\n\n"
    write(tmp_path / "site", loud__killer_DOT_py=killer + 'READER = Reader("killer", (".kill",), read)\n')
    (tmp_path / "site/loud-1.0.dist-info/entry_points.txt").write_text(
        "[tqcheck.readers]\nkiller = loud.killer:READER\n"
    )
    write(tmp_path, **{f"{number}_DOT_en_DOT_txt": "The the end.\n" for number in range(3)}, bb_DOT_kill="x")
    done = tqcheck("check", ".", "--exclude", "site", "-j", "2", "--select", "word-repeated", cwd=tmp_path, env=env)
    assert done.returncode == 2 and "3 findings" in done.stdout
    assert done.stderr == "error: bb.kill: could not be checked: its process was killed\n"
