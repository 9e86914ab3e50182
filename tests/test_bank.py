"""Every row of the banks does what it says."""

from pathlib import Path

import pytest

from tqcheck.idioms.bank import Bank, find
from tqcheck.idioms.load import home, kind_of
from tqcheck.idioms.parts import PatternError
from tqcheck.idioms.pattern import compile_pattern
from tqcheck.idioms.rows import BankError, Row, read
from tqcheck.idioms.tokens import Token, tokens
from tqcheck.language.stems import stem
from tqcheck.language.words import words
from tqcheck.testing.bank import contradictions, faults, read_file

FILES = sorted(home().glob("*/*.txt"))


def rows(file: Path) -> list[Row]:
    return list(read(file.read_text("utf-8"), kind_of(file), file.parent.name, file.name))


def text(sentence: str, language: str) -> list[Token]:
    return tokens(words(sentence), [stem(word.text, language) for word in words(sentence)], sentence, language)


def test_rows() -> None:
    """Every row is flagged in its own sentence, and not where it must not be; no phrase stands twice."""
    wrong = []
    pairs: dict[tuple[str, str], list[Row]] = {}
    for file in FILES:
        found, language = read_file(file)
        pairs.setdefault((file.parent.name, language), []).extend(found)
    for (_, language), found in pairs.items():
        wrong += [f"{Path(fault.path).name}:{fault.line}: {fault.message}" for fault in faults(found, language)]
    assert not wrong, "\n".join(wrong)


def test_no_row_flags_the_good_rendering_of_another() -> None:
    together: dict[str, list[Row]] = {}
    for file in FILES:
        found, language = read_file(file)
        together.setdefault(language, []).extend(found)
    wrong = [str(fault) for language, found in together.items() for fault in contradictions(found, language)]
    assert not wrong, "\n".join(wrong)


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
    small, large = Bank.of(real, "en"), Bank.of([*real, *noise], "en")
    here = text("They were hanging noodles on the ears of the whole town on Monday.", "en")
    places = {token.stem: [at] for at, token in enumerate(here)}
    tried = [bank.renderings(places) for bank in (small, large)]
    assert len(tried[0]) == len(tried[1])
    assert [hit.row for hit in find(tried[0], here)] == [hit.row for hit in find(tried[1], here)]
