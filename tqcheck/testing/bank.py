"""What is wrong with rows of the bank: each row is tried on its own sentences, then all rows against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.checks.bank_rows import Options, Verdict, literal_renderings, verdicts
from tqcheck.checks.context import Context
from tqcheck.idioms.bank import Bank
from tqcheck.idioms.load import KINDS, kind_of, load, text_of
from tqcheck.idioms.parts import PatternError
from tqcheck.idioms.pattern import compile_pattern
from tqcheck.idioms.rows import BankError, Row, is_plain, read
from tqcheck.model.segment import Segment
from tqcheck.model.text import Text

OF_SOURCE = ("source", "source-unless")
OF_TARGET = ("literal", "good", "unless")
SURE, LIKELY = 0.85, 0.6
"""From these confidences on the report calls a finding sure, or likely."""
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
    except KeyError:
        raise BankError("a bank file is called idioms….LANGUAGE.txt or calques….LANGUAGE.txt", str(file), 1) from None
    content = text_of(file)
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
        for good in filter(is_plain, row.all("good")):
            if flagged(row, good, language):
                yield Fault(row.path, row.line, f"its own good rendering is flagged: {good}")


def contradictions(rows: Sequence[Row], language: str) -> Iterator[Fault]:
    """Good renderings of one row that another row takes for literal ones; the rows are those of all source languages."""
    context = Context("", language, bank=Bank.of(rows, language))
    least = Options().least_confidence
    for row in rows:
        for good in filter(is_plain, row.all("good")):
            context.begin()
            segment = Segment("p1", 0, Text(good))
            for kind in KINDS.values():
                for verdict in verdicts(kind, segment, context, least):
                    other = verdict.row
                    if verdict.span is not None and not verdict.silenced and other != row:
                        message = f"flags {good!r}, a good rendering of {row.phrase!r} ({row.path}:{row.line})"
                        yield Fault(other.path, other.line, message)


def flagged(row: Row, sentence: str, language: str) -> bool:
    """Whether the row, alone in the bank, is found in the sentence and nothing silences it."""
    context = Context("", language, bank=Bank.of([row], language))
    segment = Segment("p1", 0, Text(sentence))
    return any(True for _ in literal_renderings(row.kind, segment, ANY_CONFIDENCE, context))


@dataclass(frozen=True, slots=True)
class Tried:
    """What one row says of a sentence."""

    verdict: Verdict
    sentence: str
    source: str

    @property
    def flagged(self) -> bool:
        return self.verdict.span is not None and not self.verdict.silenced

    def lines(self) -> Iterator[str]:
        """For people, a line each: the row, what it matched on both sides, and the outcome."""
        row, span, original = self.verdict.row, self.verdict.span, self.verdict.original
        yield f"{row.phrase}  ({row.path}:{row.line}, {row.kind})"
        yield f"  means    {row.one('means')}"
        if original is not None:
            yield f"  source   “{self.source[original.start : original.end]}”"
        if span is not None:
            by = {
                "listed": "a listed rendering",
                "loose": "a listed rendering, scattered",
                "gloss": "by the words of the gloss",
                "image": "by a rare word of the gloss",
            }
            yield f"  target   “{self.sentence[span.start : span.end]}” ({by[self.verdict.by]})"
        yield f"  silent   {self.verdict.silenced}" if not self.flagged else f"  flagged  {self.verdict.confidence:.2f}"


def tried(
    sentence: str, source: str, source_language: str, target_language: str, own: tuple[str, ...] = ()
) -> list[Tried]:
    """Every row of the bank that a sentence, with or without its source, brings up. Raises BankError."""
    bank = load(target_language, own)
    context = Context(source_language, target_language, bank=bank)
    segment = Segment("p1", 0, Text(sentence), Text(source) if source else None)
    least = Options().least_confidence
    return [
        Tried(verdict, sentence, source)
        for kind in KINDS.values()
        for verdict in verdicts(kind, segment, context, least)
    ]


def counted(files: Sequence[Path]) -> list[dict[str, str | int]]:
    """How many rows each pair has, by what they can do. Raises BankError."""
    pairs: dict[tuple[str, str], list[Row]] = {}
    for file in files:
        rows, language = read_file(file)
        pairs.setdefault((file.resolve().parent.name, language), []).extend(rows)
    made: list[dict[str, str | int]] = []
    for (source, target), rows in sorted(pairs.items()):
        literal = [row for row in rows if row.fields.get("literal")]
        made.append({
            "from": source, "to": target,
            "idioms": sum(row.kind == "idiom" for row in literal),
            "calques": sum(row.kind == "calque" for row in literal),
            "source only": len(rows) - len(literal),
            "patterns": sum(len(row.all("literal")) for row in literal),
            "sure": sum(row.confidence >= SURE for row in literal),
            "likely": sum(LIKELY <= row.confidence < SURE for row in literal),
            "look": sum(row.confidence < LIKELY for row in literal),
        })  # fmt: skip
    return made
