"""How long tqcheck takes, as whole processes: python benchmarks/speed.py [--lines N] [--runs N]."""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = Path(__file__).resolve().parent.parent / "seeds" / "ru-en-interview"
NUMBER = re.compile(r"\d+")
SYLLABLES = "ba be bo da de do ga go ka ke ko la le lo ma me mo na ne no pa po ra re ro sa se so ta te to va ve vo za zo".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, {processor()}, Python {platform.python_version()}, {platform.system()}"
    )
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), given.lines)
        small, half = given.lines // 10, given.lines // 2
        measure("--help", ["--help"], folder, given.runs)
        measure(
            "one short file, 1,000 terms",
            ["check", "short.en.txt", "--isolated", "-g", "terms.csv"],
            folder,
            given.runs,
        )
        for lines in (small, half, given.lines):
            args = [
                "check",
                f"{lines}.tsv",
                "--isolated",
                "-s",
                "ru",
                "-t",
                "en",
                "-g",
                "terms.csv",
                "--format",
                "json",
            ]
            measure(f"{lines:,} lines of TSV, 1,000 terms", args, folder, given.runs, lines)


def processor() -> str:
    try:
        info = Path("/proc/cpuinfo").read_text()
        return re.search(r"model name\s*:\s*(.+)", info)[1]  # type: ignore[index]
    except (OSError, TypeError):
        return platform.processor()


def make(folder: Path, lines: int) -> None:
    """The text and the glossary."""
    chance = random.Random(7)
    sources = (SEED / "source.ru.txt").read_text("utf-8").split("\n")
    targets = (SEED / "clean.en.txt").read_text("utf-8").split("\n")
    pairs = [(s, t) for s, t in zip(sources, targets, strict=True) if 60 < len(t) < 260]
    terms = [(name(chance), name(chance)) for _ in range(1000)]
    (folder / "terms.csv").write_text("ru,en\n" + "".join(f"{s},{t}\n" for s, t in terms), encoding="utf-8")
    (folder / "short.en.txt").write_text("\n".join(t for _, t in pairs[:30]) + "\n", encoding="utf-8")
    # Written row by row: what this process holds would count as the peak of the processes it starts.
    files = [
        (count, (folder / f"{count}.tsv").open("w", encoding="utf-8")) for count in (lines // 10, lines // 2, lines)
    ]
    for number in range(lines):
        source, target = chance.choice(pairs)
        figure = str(chance.randrange(2, 10_000))
        source, target = NUMBER.sub(figure, source), NUMBER.sub(figure, target)
        if chance.random() < 0.15:  # a term, rightly or wrongly rendered
            term, rendering = chance.choice(terms)
            source, target = f"{term}: {source}", f"{rendering if chance.random() < 0.9 else name(chance)}: {target}"
        for count, file in files:
            if number < count:
                file.write(f"{source}\t{target}\n")
    for _, file in files:
        file.close()


def name(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=3)) for _ in range(chance.choice((1, 2, 2))))


def measure(title: str, args: list[str], folder: str, runs: int, lines: int = 0) -> None:
    """Print median wall and processor time of a whole process, and the most memory it took."""
    walls, users, peak = [], [], 0
    for _ in range(runs + 1):  # the first warms the caches of the file system
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "tqcheck", *args], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, _, usage = os.wait4(process.pid, 0)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - begun)
        users.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        peak = max(peak, usage.ru_maxrss)
    wall, user = statistics.median(walls[1:]), statistics.median(users[1:])
    rate = f"  {lines / user:,.0f} lines/s of processor time" if lines else ""
    print(f"{title:34} wall {wall:6.2f} s  processor {user:6.2f} s  peak {peak / 1024:.0f} MiB{rate}", flush=True)


if __name__ == "__main__":
    main()
