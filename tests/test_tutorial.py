"""The tutorial's commands, run in their order, print what it says they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TUTORIAL = ROOT / "glossaries" / "TUTORIAL.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def steps() -> Iterator[tuple[str, str]]:
    """Each command and what is printed after it."""
    for block in BLOCK.findall(TUTORIAL.read_text("utf-8")):
        for step in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, printed = step.partition("\n")
            yield command, printed


def shaped_like(printed: str) -> re.Pattern[str]:
    """`…` stands for anything in a line; alone in a line for any lines."""
    lines = [
        r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
        for line in printed.removesuffix("\n").split("\n")
        if printed
    ]
    return re.compile("".join(lines))


def test_the_commands_of_the_tutorial(tmp_path: Path) -> None:
    for name in ("source.ru.txt", "target.en.txt"):
        shutil.copy(ROOT / "seeds" / "ru-en-interview" / name, tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "tqcheck").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tqcheck "$@"\n')
    (tmp_path / "bin" / "tqcheck").chmod(0o755)
    paths = [str(tmp_path / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
    env = {**os.environ, "PATH": os.pathsep.join(paths), "COLUMNS": "100", "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = 0
    for command, printed in steps():
        done = subprocess.run(
            ["/bin/sh", "-c", command], cwd=tmp_path, env=env, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert shaped_like(printed).fullmatch(done.stdout), f"$ {command}\n{done.stdout}"
        ran += 1
    assert ran > 15
