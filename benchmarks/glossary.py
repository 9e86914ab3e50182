"""How long a glossary of many concepts takes: python benchmarks/glossary.py [--concepts N] [--runs N].

Opening is measured inside a process of its own, reading alone; commands as whole processes.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import SYLLABLES, processor

OPEN = """
import sys, time
from tqcheck.glossary.load import load
begun = time.perf_counter()
count = len(load([sys.argv[1]]).concepts)
print(count, time.perf_counter() - begun)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--concepts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    print(f"{os.cpu_count()} cores, {processor()}, Python {platform.python_version()}, {platform.system()}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TQCHECK_CACHE"] = str(Path(folder) / "cache")
        file = Path(folder) / "terms.yaml"
        file.write_text(made(given.concepts), encoding="utf-8")
        print(f"{given.concepts:,} concepts, {file.stat().st_size / 1e6:.1f} MB of YAML")
        print(f"opened for the first time  {opened(file):.2f} s")
        print(f"opened again               {statistics.median(opened(file) for _ in range(given.runs)):.2f} s")
        for name, args in {
            "add": ["add", "terms.yaml", "--anyway", "--term", "en=new term", "--term", "ru=новый термин"],
            "edit": ["edit", "terms.yaml", "c500", "--set", "note=Seldom used."],
            "lint": ["lint", "terms.yaml"],
        }.items():
            times = [timed(["glossary", *args], folder) for _ in range(given.runs)]
            print(f"glossary {name:17} {statistics.median(times):.2f} s")


def made(count: int) -> str:
    chance = random.Random(3)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=4))

    blocks = (
        f"\n- id: c{number}\n  definition: The {word()} of {word()} and {word()}.\n  terms:\n    ru:\n"
        f"    - {{term: {word()} {word()}, status: preferred, pos: noun}}\n    en:\n"
        f"    - {{term: {word()} {word()}, status: preferred, pos: noun}}\n"
        f"    - {{term: {word()} {word()}, status: deprecated, pos: noun, forms: [{word()}, {word()}]}}\n"
        for number in range(count)
    )
    return "# Made for measuring.\nconcepts:\n" + "".join(blocks)


def opened(file: Path) -> float:
    done = subprocess.run([sys.executable, "-c", OPEN, str(file)], capture_output=True, encoding="utf-8", check=True)
    return float(done.stdout.split()[1])


def timed(args: list[str], folder: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-m", "tqcheck", *args], cwd=folder, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
