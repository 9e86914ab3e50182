"""What the size of the bank costs: python benchmarks/bank.py [--rows 50000] [--lines 2000].

Texts of `seeds/` are matched against 500 rows of the bank, then against the same rows and many more whose patterns are made
of the words of all rows in new combinations; so both find the same. The time is that of parting and stemming the words and
finding the literal renderings; both banks are indexed beforehand. A third line shows the bank that ships, which finds more.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from tqcheck.checks.context import Context
from tqcheck.idioms.bank import Bank
from tqcheck.idioms.load import home
from tqcheck.idioms.pattern import common
from tqcheck.idioms.rows import Row
from tqcheck.language.stems import stem
from tqcheck.language.words import strings
from tqcheck.model.segment import Segment, Side
from tqcheck.model.text import Text
from tqcheck.testing.bank import read_file

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--lines", type=int, default=2000)
    given = parser.parse_args()
    chance = random.Random(7)
    real = [
        row
        for file in sorted(home().glob("*/idioms*.en.txt"))
        for row in read_file(file)[0]
        if row.fields.get("literal")
    ]
    few = chance.sample(real, 500)
    many = [*few, *made(real, given.rows - len(few), chance)]
    texts = [line for file in sorted(SEEDS.glob("*/*.en.txt")) for line in file.read_text("utf-8").split("\n") if line]
    segments = [Segment("p", at, Text(chance.choice(texts))) for at in range(given.lines)]
    banks = [Bank.of(rows, "en") for rows in (few, many, real)]
    took: list[list[float]] = [[], [], []]
    for _ in range(5):  # in turns, so that all see the same machine
        for times, bank in zip(took, banks, strict=True):
            times.append(seconds(bank, segments))
    for times, bank, which in zip(took, banks, ("", "", " (as they ship)"), strict=True):
        print(f"{len(bank):6,} rows{which}  {statistics.median(times) / given.lines * 1e6:.1f} µs a line")
    ratios = [b / a for a, b in zip(took[0], took[1], strict=True)]
    print(f"ratio {statistics.median(ratios):.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")


def made(real: Sequence[Row], count: int, chance: random.Random) -> list[Row]:
    """Rows of three telling words each, drawn from the words of the real patterns."""
    words = sorted({
        word for row in real for value in row.fields["literal"] for word in strings(value)
        if word.isalpha() and stem(word, "en") not in common("en")
    })  # fmt: skip
    return [
        Row("idiom", "ru", {"source": (f"x{n}",), "literal": (" ".join(chance.sample(words, 3)),)}, "made", n)
        for n in range(count)
    ]


def seconds(bank: Bank, segments: Sequence[Segment]) -> float:
    """The processor time of a pass, the whole of what a line costs with words, stems, sentences and the bank."""
    context = Context("", "en", bank=bank)
    begun = time.process_time()
    for segment in segments:
        context.begin()
        context.stems(segment.target, Side.TARGET)
        context.hits(segment)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
