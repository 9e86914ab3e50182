"""What is wrong with rows of the bank: each row is tried on its own sentences, then all rows against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.checks.bank_rows import Options, literal_renderings
from tqcheck.checks.context import Context
from tqcheck.idioms.bank import Bank, kind_of
from tqcheck.idioms.pattern import PatternError, compile_pattern
from tqcheck.idioms.rows import BankError, Row, read
from tqcheck.model.segment import Segment
from tqcheck.model.text import Text

OF_SOURCE = ("source", "source-unless")
OF_TARGET = ("literal", "good", "unless")
ANY_CONFIDENCE = Options(least_confidence=0.0)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    path: str
    line: int
    message: str


def read_file(file: Path) -> tuple[list[Row], str]:
    """The rows of a bank file and its target language: `banks/ru/idioms-animals.en.txt` holds Russian rows for English.

    Raises BankError where the file cannot be read or its name says neither kind nor languages.
    """
    parts = file.name.split(".")
    try:
        kind = kind_of(file)
        content = file.read_text(encoding="utf-8")
    except KeyError:
        raise BankError("a bank file is called idioms….LANGUAGE.txt or calques….LANGUAGE.txt", str(file), 1) from None
    except (OSError, UnicodeDecodeError) as error:
        raise BankError(f"cannot be read: {error}", str(file), 1) from error
    if len(parts) != 3:
        raise BankError("the file's name must say the target language: idioms.en.txt", str(file), 1)
    return list(read(content, kind, file.resolve().parent.name, str(file))), parts[1]


def faults(rows: Sequence[Row], language: str) -> Iterator[Fault]:
    """What is wrong with the rows for one target language."""
    seen: dict[tuple[str, str, str], Row] = {}
    for row in rows:
        try:
            yield from _own(row, language)
        except BankError as error:
            yield Fault(error.path, error.line, str(error))
        for phrase in row.all("source"):
            first = seen.setdefault((row.kind, row.language, phrase.casefold()), row)
            if first is row:
                continue
            yield Fault(row.path, row.line, f"{phrase!r} stands in {first.path} too, line {first.line}")


def _own(row: Row, language: str) -> Iterator[Fault]:
    """What is wrong with a row by itself."""
    for keys, of in ((OF_SOURCE, row.language), (OF_TARGET, language)):
        for key in keys:
            for value in row.all(key):
                try:
                    compile_pattern(value, of)
                except PatternError as error:
                    yield Fault(row.path, row.line, f"{key}: {error} (in {value!r})")
                    return
    for sentence in row.fields.get("flag", ()):
        if not flagged(row, sentence, language):
            yield Fault(row.path, row.line, f"not flagged: {sentence}")
    for sentence in row.fields.get("pass", ()):
        if flagged(row, sentence, language):
            yield Fault(row.path, row.line, f"flagged, though it should pass: {sentence}")
    if row.fields.get("literal"):
        for good in row.all("good"):
            if not set(good) & set("()[]{}|=…") and "..." not in good and flagged(row, good, language):
                yield Fault(row.path, row.line, f"its own good rendering is flagged: {good}")


def flagged(row: Row, sentence: str, language: str) -> bool:
    """Whether the row, alone in the bank, is found in the sentence and nothing silences it."""
    context = Context("", language, bank=Bank.of([row], language))
    segment = Segment("p1", 0, Text(sentence))
    return any(True for _ in literal_renderings(row.kind, segment, ANY_CONFIDENCE, context))
