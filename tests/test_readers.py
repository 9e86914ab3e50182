"""What each reader takes for a block, a row, a source; and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.language.sentences import spans
from tqcheck.model.segment import Document
from tqcheck.readers.base import Input, ReadError, ReadOptions, declared_language
from tqcheck.readers.registry import reader_for


def read(folder: Path, name: str, content: str | bytes, **options: object) -> Document:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    reader = reader_for(name)
    assert reader is not None
    document = reader.read(Input(name, file), ReadOptions(**options))  # type: ignore[arg-type]
    document.segments = list(document.segments)
    return document


def targets(document: Document) -> list[str]:
    return [segment.target.plain for segment in document.segments]


def test_every_line_is_a_block(tmp_path: Path) -> None:
    assert targets(read(tmp_path, "a.txt", "\ufeffOne.\r\nTwo.\n\nThree.")) == ["One.", "Two.", "Three."]


WRAPPED = """\
The harbour of Lerne was closed on Monday after the crane had been damaged by
the storm. Nobody was hurt. The mayor said that the repairs would take until
the end of May, and that the ferry would land at the fishing pier meanwhile.

The ferry company disagrees: the pier is too short for its two larger ships,
which would have to anchor in the bay and land their passengers by tender.
"""


def test_hard_wrapped_text_is_joined(tmp_path: Path) -> None:
    found = targets(read(tmp_path, "a.txt", WRAPPED))
    assert len(found) == 2
    assert "damaged by the storm. Nobody" in found[0]


def test_wrap_can_be_told(tmp_path: Path) -> None:
    assert len(targets(read(tmp_path, "a.txt", WRAPPED, wrap="none"))) == 5
    assert targets(read(tmp_path, "a.txt", "One\ntwo\n\nthree\n", wrap="hard")) == ["One two", "three"]


def test_short_lines_are_not_wrapped_text(tmp_path: Path) -> None:
    poem = "The sea is grey\nand so am I\n\nThe harbour sleeps\nthe gulls go by\n"
    assert len(targets(read(tmp_path, "a.txt", poem))) == 4


def test_dialogue_dashes_begin_blocks(tmp_path: Path) -> None:
    assert len(targets(read(tmp_path, "a.txt", "— Who is it?\n— The postman.\nHe rang\ntwice.\n", wrap="hard"))) == 2


def test_tsv_has_no_quoting(tmp_path: Path) -> None:
    document = read(tmp_path, "a.tsv", 'Он "тут\tHe is "here\nдва\ttwo\n')
    assert targets(document) == ['He is "here', "two"]
    assert [segment.unit for segment in document.segments] == ["r1", "r2"]


@pytest.mark.parametrize(
    ("header", "languages"),
    [("source\ttarget", ("", "")), ("ru\ten-GB", ("ru", "en-GB")), ("id\tTARGET\tSource\tnote", ("", ""))],
)
def test_tsv_headers(tmp_path: Path, header: str, languages: tuple[str, str]) -> None:
    document = read(tmp_path, "a.tsv", header + "\n" + "\t".join(["один"] * (header.count("\t") + 1)) + "\n")
    assert len(targets(document)) == 1
    assert (document.source_language, document.target_language) == languages


def test_no_header(tmp_path: Path) -> None:
    assert len(targets(read(tmp_path, "a.tsv", "source text\ttarget text\nдва\ttwo\n"))) == 2


def test_rows_without_a_target_are_notices(tmp_path: Path) -> None:
    document = read(tmp_path, "a.tsv", "один\tone\nдва\nтри\t\n\nпять\tfive\n")
    assert targets(document) == ["one", "five"]
    assert [(notice.line, notice.trouble) for notice in document.notices] == [(2, False), (3, False)]


def test_many_rows_without_a_target_are_counted(tmp_path: Path) -> None:
    document = read(tmp_path, "a.tsv", "один\n" * 500)
    assert len(document.notices) == 21
    assert "480 more" in document.notices[-1].message


def test_pairs(tmp_path: Path) -> None:
    source = tmp_path / "s.ru.txt"
    source.write_text("Раз.\n\nДва.\n", encoding="utf-8")
    document = read(tmp_path, "t.en.txt", "One.\n\nTwo.\n", source=Input("s.ru.txt", source))
    assert [(s.source.plain if s.source else None, s.target.plain) for s in document.segments] == [
        ("Раз.", "One."),
        ("Два.", "Two."),
    ]
    assert (document.source_language, document.target_language) == ("ru", "en")


def test_unequal_pairs_name_both_numbers(tmp_path: Path) -> None:
    source = tmp_path / "s.txt"
    source.write_text("Раз.\nДва.\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"has 3 lines .* has 2"):
        read(tmp_path, "t.txt", "One.\nTwo.\nThree.\n", source=Input("s.txt", source))


MARKDOWN = """\
---
title: Nothing to read
---

# The *harbour* of Lerne

It was `code` and a [link to prose](https://example.org/a_b "title"), **bold
and wrapped** \\* here.

- first item
- second item

| Place | State |
|-------|-------|
| Pier  | open  |

```
not prose
```

> quoted
> twice
"""


def test_markdown(tmp_path: Path) -> None:
    document = read(tmp_path, "a.md", MARKDOWN)
    assert targets(document) == [
        "The harbour of Lerne",
        "It was `code` and a link to prose, bold and wrapped * here.",
        "first item", "second item", "Place", "State", "Pier", "open", "quoted twice",
    ]  # fmt: skip
    assert [segment.kind for segment in document.segments][:3] == ["heading", "prose", "item"]
    assert "code" not in next(s for s in document.segments if s.index == 1).target.prose


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfea\0", "UTF-16"),
        (b"abc\n\xe9t\xe9\n", "not UTF-8"),
        (b"a\0b", "binary"),
        (b"x" * 1_000_001, "more than 1,000,000"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read(tmp_path, "a.txt", content)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    import os

    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "a.txt")
    reader = reader_for("a.txt")
    assert reader is not None
    with pytest.raises(ReadError, match="regular file"):
        reader.read(Input("a.txt", tmp_path / "a.txt"), ReadOptions())


@pytest.mark.parametrize(
    ("name", "tag"),
    [("talk.en.txt", "en"), ("a/b_pt-BR.md", "pt-BR"), ("notes.to.txt", ""), ("en.txt", ""), ("x.zh-Hant.txt", "zh-Hant"), ("v1.2.txt", "")],
)  # fmt: skip
def test_language_of_a_file_name(name: str, tag: str) -> None:
    assert declared_language(name) == tag


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "M. N. Ivanov came. He sat down.", 2),
        ("ru", "См. рис. 5. Там всё видно.", 2),
        ("ru", "— Кто там? — спросил он. — Это я.", 2),
        ("de", "Das sind z.B. Äpfel. Sie kosten ca. 3 Euro.", 2),
        ("en", "Mr. Smith paid 3.50 at No. 5. Then he left.", 2),
        ("zh", "他来了。她走了！", 2),
        ("en", "", 0),
        ("en", "   ", 0),
        ("en", "No stop", 1),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    found = spans(text, language)
    assert len(found) == count, [text[s.start : s.end] for s in found]
