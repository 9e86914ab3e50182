"""Every finding's place in the file is exact: proved on texts nobody chose."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqcheck.model.segment import Document, LineIndex
from tqcheck.model.text import Span, Text
from tqcheck.readers.base import Input, ReadOptions
from tqcheck.readers.registry import reader_for

PIECES = st.sampled_from(
    ["word", "Слово", "字", "é", "e\u0301", "😀", "👩‍👩‍👧", " ", "  ", ".", "—", "\t", '"', "`code`", "**", "_", "[a](b)", "\\*",
     "# ", "- ", "> ", "1. ", "\n", "\n\n", "\r\n", "<b>", "&amp;", "https://x.org/a_b", "|", "\u2028", "\x0b", "---\n", "```\n"]
)  # fmt: skip
CONTENT = st.lists(PIECES, max_size=40).map("".join)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def document(name: str, content: str, folder: str, **options: object) -> Document:
    file = Path(folder, name)
    file.write_text(content, encoding="utf-8", newline="")
    reader = reader_for(name)
    assert reader is not None
    return reader.read(Input(name, file), ReadOptions(**options))  # type: ignore[arg-type]


def assert_exact(text: Text, lines: LineIndex, content: str) -> None:
    """Every character of the text is the character of the file at the place it claims, or an undone line break."""
    rows = content.split("\n")
    for at, char in enumerate(text.plain):
        place = text.in_file(Span(at, at + 1))
        assert place is not None
        raw = content[place.start : place.end]
        assert raw == char or (char == " " and raw.strip(" \t\r\n>") == "" and "\n" in raw)
        region = lines.region(place)
        assert rows[region.line - 1][region.column - 1 :][:1] == content[place.start : place.start + 1].replace(
            "\n", ""
        )


@given(CONTENT, st.sampled_from(["auto", "hard", "none"]))
@QUICK
def test_text(content: str, wrap: str) -> None:
    with TemporaryDirectory() as folder:
        read = document("a.txt", content, folder, wrap=wrap)
        for segment in list(read.segments):
            assert read.lines is not None
            assert_exact(segment.target, read.lines, content)


@given(CONTENT)
@QUICK
def test_markdown(content: str) -> None:
    with TemporaryDirectory() as folder:
        read = document("a.md", content, folder)
        for segment in list(read.segments):
            assert read.lines is not None
            assert_exact(segment.target, read.lines, content)


@given(CONTENT)
@QUICK
def test_tsv(content: str) -> None:
    with TemporaryDirectory() as folder:
        read = document("a.tsv", content, folder)
        rows = content.split("\n")
        for segment in list(read.segments):
            assert read.lines is not None
            assert_exact(segment.target, read.lines, content)
            if segment.source is not None:
                assert_exact(segment.source, read.lines, content)
            if segment.unit.startswith("r"):
                assert segment.target.plain in rows[int(segment.unit[1:]) - 1]


@given(
    st.lists(st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"]), max_size=12), max_size=8)
)
@QUICK
def test_pair(lines: list[str]) -> None:
    content = "".join(line + "\n" for line in lines)
    with TemporaryDirectory() as folder:
        source = Path(folder, "s.txt")
        source.write_text(content, encoding="utf-8", newline="")
        read = document("t.txt", content, folder, source=Input("s.txt", source))
        for segment in list(read.segments):
            assert segment.source is not None and read.lines is not None and read.source_lines is not None
            assert_exact(segment.target, read.lines, content)
            assert_exact(segment.source, read.source_lines, content)
