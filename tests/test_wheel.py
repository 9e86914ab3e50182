"""What users install: the wheel holds all that is needed, and works away from the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_cli import check, tqcheck, write

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as `pip install .` builds it: with what the build system asks for, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_contents(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"tqcheck/{path.relative_to(ROOT / 'tqcheck').as_posix()}"
        for path in (ROOT / "tqcheck").rglob("*")
        if _ships(path)
    }
    wanted |= {
        f"tqcheck/data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "glossaries").rglob("*")
        if path.is_file()
    }
    assert {
        "tqcheck/reporters/findings.schema.json",
        "tqcheck/checks/idiom_literal.md",
        "tqcheck/data/glossaries/banks/ru/idioms.en.txt",
    } <= wanted
    assert wanted <= names, sorted(wanted - names)
    assert not [name for name in names if name.startswith(("tests/", "seeds/"))]


def _ships(path: Path) -> bool:
    return path.is_file() and path.suffix in (".py", ".md", ".json", ".css", ".js", ".j2")


def test_it_works_elsewhere(wheel: Path, tmp_path: Path) -> None:
    site, away = tmp_path / "site", tmp_path / "away"
    zipfile.ZipFile(wheel).extractall(site)
    write(
        away,
        talk_DOT_en_DOT_txt="They keep hanging noodles on our ears about the new bridge, and nobody minds any more.\n",
    )
    env = {"PYTHONPATH": str(site), "TQCHECK_CACHE": str(tmp_path / "cache")}
    where = subprocess.run(
        [sys.executable, "-c", "import tqcheck; print(tqcheck.__file__)"],
        cwd=away,
        env=env,
        capture_output=True,
        text=True,
    )
    assert where.stdout.startswith(str(site)), "the checkout must not stand in for the wheel"
    done = tqcheck("check", "talk.en.txt", "-s", "ru", "--select", "idiom-literal", cwd=away, env=env)
    assert "hanging noodles on our ears" in done.stdout and done.returncode in (0, 1), done.stderr
    assert not (tmp_path / "cache").exists(), "the index of the bank came with the wheel"
    assert tqcheck("report", "talk.en.txt", cwd=away, env=env).returncode == 0
    assert "noodles" in (away / "talk.en.report.html").read_text("utf-8")
    assert tqcheck("explain", "idiom-literal", cwd=away, env=env).stdout.startswith("# idiom-literal")
    assert check("talk.en.txt", cwd=away)["exit"] in (0, 1)
