"""Start-up stays light: what is not needed is not imported."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"torch", "transformers", "sacrebleu", "numpy"}
LATER = {
    "yaml",
    "eld",
    "jinja2",
    "simplemma",
    "sentencex",
    "snowballstemmer",
    "rapidfuzz",
    "ftfy",
    "markdown_it",
    "pathspec",
    "tomllib",
}


def imported(*args: str, cwd: Path) -> set[str]:
    code = f"import sys; sys.argv = ['tqcheck', *{args!r}]\nfrom tqcheck.cli.app import main\ntry: main()\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True)
    return {name.split(".")[0] for name in done.stderr.split("\n")}


def test_help(tmp_path: Path) -> None:
    assert not imported("--help", cwd=tmp_path) & (HEAVY | LATER)


@pytest.mark.parametrize("args", [("check", "a.txt"), ("report", "a.txt", "-o", "r.html")])
def test_default_path(tmp_path: Path, args: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text("The harbour of the town is closed. Nobody knows for how long it will be.\n")
    assert not imported(*args, cwd=tmp_path) & HEAVY
