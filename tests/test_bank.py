"""Every row of the banks does what it says."""

from collections import Counter
from pathlib import Path

import pytest

from tqcheck.checks.bank_rows import Options, literal_renderings
from tqcheck.checks.context import Context
from tqcheck.idioms.bank import KINDS, Bank, home
from tqcheck.idioms.pattern import PatternError, Token, compile_pattern, tokens
from tqcheck.idioms.rows import BankError, Row, read
from tqcheck.language.stems import stem
from tqcheck.language.words import words
from tqcheck.model.segment import Segment
from tqcheck.model.text import Text

FILES = sorted(home().glob("*/*.txt"))


def rows(file: Path) -> list[Row]:
    return list(read(file.read_text("utf-8"), KINDS[file.name.split(".")[0]], file.parent.name, file.name))


def text(sentence: str, language: str) -> list[Token]:
    return tokens(words(sentence), [stem(word.text, language) for word in words(sentence)], sentence, language)


def flagged(row: Row, sentence: str, language: str) -> bool:
    """Whether the row, alone in the bank, is found in the sentence and nothing silences it."""
    context = Context("", language, bank=Bank([row], language))
    segment = Segment("p1", 0, Text(sentence))
    return any(True for _ in literal_renderings(row.kind, segment, Options(least_confidence=0.0), context))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_rows(file: Path) -> None:
    language = file.name.split(".")[1]
    wrong = []
    for row in rows(file):
        for key in ("source", "good", "unless"):
            for pattern in row.all(key):
                compile_pattern(pattern, row.language if key == "source" else language)
        for sentence in row.fields["flag"]:
            if not flagged(row, sentence, language):
                wrong.append(f"line {row.line}: not flagged: {sentence}")
        for sentence in row.fields.get("pass", ()):
            if flagged(row, sentence, language):
                wrong.append(f"line {row.line}: flagged: {sentence}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_phrases_stand_once(file: Path) -> None:
    count = Counter(phrase for row in rows(file) for phrase in row.all("source"))
    assert not [phrase for phrase, times in count.items() if times > 1]


def test_patterns() -> None:
    found = compile_pattern("{hang, noodle, (on|onto) ear}", "en").find(
        text("Noodles were being hung on their ears.", "en")
    )
    assert found is not None
    assert compile_pattern("put ... long box", "en").find(text("They put it all in the long box.", "en"))
    assert not compile_pattern("put ... long box", "en").find(text("They put it there. A long box stood by.", "en"))
    assert compile_pattern("=spirit of time", "en").find(text("the spirit of the time", "en"))
    assert not compile_pattern("=spirit of time", "en").find(text("the spirits of the time", "en"))
    assert compile_pattern("[very] high level", "en").find(text("at a high level", "en"))
    assert compile_pattern("day anger", "en").find(text("the day's anger", "en"))


@pytest.mark.parametrize("pattern", ["(a|b", "[word]", "a | b", "", "{a, b"])
def test_wrong_patterns(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern, "en")


def test_wrong_rows_name_their_line() -> None:
    with pytest.raises(BankError) as error:
        list(read("source: a\nmeans: b\nliterally: c\n", "idiom", "ru", "x.txt"))
    assert error.value.line == 3


def test_size_of_the_bank_does_not_matter_to_matching() -> None:
    """The work per text is bounded by the patterns whose rarest word stands in it, not by the rows there are."""
    real = [row for file in FILES for row in rows(file) if file.name.endswith(".en.txt")]
    noise = [
        Row("idiom", "ru", {"literal": (f"zq{i} vx{i} wj{i}",), "severity": ("minor",), "confidence": ("0.9",)}, "n", i)
        for i in range(20_000)
    ]
    small, large = Bank(real, "en"), Bank([*real, *noise], "en")
    here = text("They were hanging noodles on the ears of the whole town on Monday.", "en")
    tried = [sum(len(bank.index[t.stem]) for t in here if t.stem in bank.index) for bank in (small, large)]
    assert tried[0] == tried[1]
    vocabulary = frozenset(token.stem for token in here)
    rows_found = [[hit.row for hit in bank.find(bank.candidates(vocabulary), here)] for bank in (small, large)]
    assert rows_found[0] == rows_found[1]
