"""Markdown: prose without its code, links and emphasis marks, every character still at its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tqcheck.language.lazy import lazy
from tqcheck.language.protected import TAG, protect
from tqcheck.model.segment import Document, LineIndex, Segment, Suppression
from tqcheck.model.text import MASK, Mark, MarkKind, Piece, Span, Text
from tqcheck.readers.base import SAMPLE, Input, Reader, ReadOptions, declared_language
from tqcheck.readers.comments import cuts, suppressions
from tqcheck.readers.text import paired

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = lazy(r"\A(---|\+\+\+)[ \t]*\r?\n.*?(?<=\n)(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
ROW_LEAD = lazy(r"(?:[ \t]|>|(?:[-+*]|\d{1,9}[.)])[ \t])*")
"""Quote marks and list marks before the first cell of a table."""

HTML_CODE = r"<(?P<name>code|pre|kbd|samp|script|style|textarea)\b[^<>]*>(?:(?!<(?P=name)\b).)*?</(?P=name)\s*>"
INLINE = lazy(
    r"(?P<escape>\\(?:[!-/:-@\[-`{-~]|(?=\n)))"
    r"|(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    rf"|{HTML_CODE})"
    r"|(?P<literal>`+)"
    r"|(?P<link><(?:https?://|mailto:)[^>\s]+>|\[\^[^\[\]\s]+\]:?)"
    rf"|(?P<tag>{TAG.pattern})",
    re.S | re.I,
)
"""What holds before links and emphasis, found in one pass: the first to begin wins."""
LINK = lazy(
    r"!?\[((?:[^\[\]\\]|\\.)*)\]"
    r"(\(\s*(?:<[^<>\n]*>|(?:[^()\\\s]|\\.|\([^()]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)|\[[^\[\]]*\]|)",
    re.S,
)
RUN = lazy(r"\*+|_+|~+")
DEEPEST = 3
"""Links in links that are undone: an image as a link's text, and one to spare."""
DEEPEST_BLOCK = 100
"""Quotes in lists in quotes; what is deeper is not read."""
FARTHEST = 200
"""Openers that a closing run of stars looks back over."""

HTML_SILENT = lazy(
    rf"{HTML_CODE}|<!--(?:(?!<!--).)*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^<>]*>|{TAG.pattern}",
    re.S | re.I,
)
"""What of an HTML block says nothing."""
HTML_WORD = lazy(r"</?(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^<>\n]*>", re.I)
"""A tag that does not end a sentence."""
HTML_OPEN = lazy(r"\s*<(?:pre|script|style|textarea)\b", re.I)


class Part(NamedTuple):
    """A line's share of a block, without block marks."""

    line: int
    """0-based."""
    text: str
    offset: int
    """In the file."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item or cell."""

    kind: str
    parts: list[Part]
    comments: tuple[Suppression, ...] = ()
    html: bool = False
    """Text between tags: stars and brackets are characters there."""
    column: int = 0
    """Of a cell."""
    references: frozenset[str] = frozenset()
    """The labels that the file defines: elsewhere, brackets are characters."""


@dataclass(slots=True)
class File:
    """A Markdown file as its lines."""

    content: str
    lines: LineIndex = field(default_factory=LineIndex)
    raw: list[str] = field(default_factory=list)
    references: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        # To CommonMark a lone CR ends a line, and the library strips every kind of space; to us, here as everywhere,
        # only LF ends a line and what is no blank is text. A stand-in of the same length keeps all places.
        self.raw = re.sub(r"\r(?!\n)|[^\S \t\r\n]", MASK, self.content).split("\n")
        for match in re.finditer("\n", self.content):
            self.lines.add(match.end())

    def part(self, line: int, start: int, end: int) -> Part:
        offset = self.lines.starts[line] + start
        return Part(line, self.content[offset : offset + end - start], offset)

    def comments(self, first: int, last: int) -> tuple[Suppression, ...]:
        return tuple(
            found
            for line in range(first, min(last, len(self.raw)))
            for found in suppressions(self.raw[line], self.lines.starts[line])
        )

    def blocks(self) -> Iterator[Block]:
        """Every block of prose, in order; comments that stand alone go with the next."""
        waiting: tuple[Suppression, ...] = ()
        for block in self._blocks():
            if block.parts:
                yield replace(block, comments=waiting + block.comments, references=self.references)
                waiting = ()
            else:
                waiting += block.comments
        if waiting:  # nothing to silence any more, but the file-wide ones count
            yield Block("prose", [], waiting)

    def _blocks(self) -> Iterator[Block]:
        from markdown_it import MarkdownIt

        front = FRONT_MATTER.match(self.content)
        skipped = self.content.count("\n", 0, front.end()) if front else 0
        # Where blocks begin and end is the library's business; what stands in their lines is ours, as we need places.
        markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST_BLOCK}).enable("table").disable("inline")
        env: dict[str, dict[str, object]] = {}
        tokens = markdown.parse("\n".join(self.raw[skipped:]), env)
        self.references = frozenset(env.get("references", ()))
        row = cursor = column = 0
        for number, token in enumerate(tokens):
            first, last = (skipped + line for line in token.map or (0, 0))
            if token.type == "html_block":
                yield from self._html(first, last)
            elif token.type == "tr_open":
                row, cursor, column = first, ROW_LEAD.match(self.raw[first]).end(), -1  # type: ignore[union-attr]
            elif token.type in ("th_open", "td_open"):
                column += 1
            elif token.type == "inline" and token.content.strip():
                if tokens[number - 1].type not in ("th_open", "td_open"):
                    parts = [self._place(line, text) for line, text in enumerate(token.content.split("\n"), first)]
                    if any(part.text.strip() for part in parts):
                        yield Block(_kind(tokens, number), parts, self.comments(first, first + len(parts)))
                    continue
                content = token.content.replace("|", "\\|")  # as it stands in the file: a bare one would part cells
                start = self.raw[row].find(content, cursor)
                cursor = start + len(content)
                part = self.part(row, start, cursor)
                yield Block("cell", [part], tuple(suppressions(part.text, part.offset)), column=column)

    def _place(self, line: int, text: str) -> Part:
        """A line's text without its block marks, and where it begins: marks stand before it, and `#` behind headings."""
        raw, text = self.raw[line], text.strip()
        end = len(raw.rstrip())
        if not raw[:end].endswith(text):
            end = len(raw[:end].rstrip("#").rstrip())
        start = end - len(text) if raw[:end].endswith(text) else len(raw) - len(raw.lstrip(" \t>"))
        return self.part(line, start, end)

    def _html(self, first: int, last: int) -> Iterator[Block]:
        """The text between the tags of an HTML block: lines that hold tags alone part it."""
        last = min(last, len(self.raw))
        html = "\n".join(self.raw[first:last])
        yield Block("prose", [], self.comments(first, last))
        if HTML_OPEN.match(html):
            return
        html = HTML_SILENT.sub(_blanked, html)
        parts: list[Part] = []
        for line, left in enumerate((*html.split("\n"), ""), first):
            said = left.strip().lstrip("> \t")
            start = left.index(said)
            spoken = any(char.isalnum() for char in TAG.sub("", said))
            if parts and (not spoken or self.raw[line][:start].strip("> \t")):
                yield Block("prose", parts, html=True)
                parts = []
            if spoken:
                parts.append(self.part(line, start, start + len(said)))
                if self.raw[line][start + len(said) :].strip():
                    yield Block("prose", parts, html=True)
                    parts = []


def _blanked(match: re.Match[str]) -> str:
    """Blanks for a tag, but that of a word stays in its sentence."""
    return match.group() if HTML_WORD.fullmatch(match.group()) else re.sub("[^\n]", " ", match.group())


def read(given: Input, options: ReadOptions) -> Document:
    if options.source is not None:
        document = paired(given, options.source, "markdown")
        target, source = File(given.text()), File(options.source.text())
        document.lines, document.source_lines = target.lines, source.lines
        document.segments = list(_pairs(target, source))
        return document
    file = File(given.text())
    document = Document(given.path, "markdown", (), file.lines, target_language=declared_language(given.path))
    document.segments = [
        Segment(f"p{index + 1}", index, block_text(block), kind=block.kind, suppressions=block.comments)
        for index, block in enumerate(file.blocks())
    ]
    document.sample = "\n".join(segment.target.prose for segment in document.segments[:100])[:SAMPLE]
    return document


def _pairs(target: File, source: File) -> Iterator[Segment]:
    """Line beside line, cell beside cell, prose alone; emphasis and links may still go over line ends."""
    others = {
        (part.line, block.column): text
        for block in source.blocks()
        for part, text in zip(block.parts, line_texts(block), strict=True)
    }
    index = 0
    for block in target.blocks():
        comments = block.comments
        for part, text in zip(block.parts, line_texts(block), strict=True):
            unit = f"p{part.line + 1}" + f".{block.column + 1}" * (block.kind == "cell")
            yield Segment(unit, index, text, others.get((part.line, block.column)), block.kind, comments)
            index, comments = index + 1, ()
        if not block.parts:
            yield Segment("end", index, Text(""), kind=block.kind, suppressions=comments)


def _kind(tokens: Sequence[Token], number: int) -> str:
    if tokens[number - 1].type == "heading_open":
        return "heading"
    return "item" if number > 1 and tokens[number - 2].type == "list_item_open" else "prose"


def block_text(block: Block) -> Text:
    """Markup out, code and addresses kept as protected marks, escapes undone."""
    joined = "\n".join(part.text for part in block.parts)
    return _assemble(joined, block.parts, *_markup(joined, block))


def line_texts(block: Block) -> Iterator[Text]:
    """The same, line by line."""
    joined = "\n".join(part.text for part in block.parts)
    drop, keep = _markup(joined, block)
    at = 0
    for part in block.parts:
        end = at + len(part.text)
        yield _assemble(
            part.text, [part],
            [(max(a, at) - at, min(b, end) - at) for a, b in drop if a < end and at < b],
            [(max(a, at) - at, min(b, end) - at, kind) for a, b, kind in keep if a < end and at < b],
        )  # fmt: skip
        at = end + 1


def _markup(joined: str, block: Block) -> tuple[list[tuple[int, int]], list[tuple[int, int, MarkKind]]]:
    """What to leave out of a block's text, and what to keep but protect."""
    drop = list(cuts(joined))
    keep: list[tuple[int, int, MarkKind]] = []
    taken = bytearray(len(joined))
    for start, end in drop:
        taken[start:end] = b"\1" * (end - start)
    for match in INLINE.finditer(joined):
        start, end = match.span()
        if any(taken[start:end]) or (block.html and match.lastgroup != "code"):
            continue
        taken[start:end] = b"\1" * (end - start)
        if match["escape"]:
            drop.append((start, start + 1))
        elif match["code"]:
            keep.append((start, end, MarkKind.CODE))
        elif match["link"]:
            keep.append((start, end, MarkKind.LINK))
    if block.html:
        return drop, keep
    # Links inside out: once an inner one is undone, its brackets no longer hide the outer one's.
    for _ in range(DEEPEST):
        left = "".join("\ufffc" if gone and char in "[]()!" else char for char, gone in zip(joined, taken, strict=True))
        for match in LINK.finditer(left):
            if not match[2].startswith("(") and _label(match[2][1:-1] or match[1]) not in block.references:
                continue
            for start, end in ((match.start(), match.start(1)), (match.end(1), match.end())):
                drop.append((start, end))
                taken[start:end] = b"\1" * (end - start)
    return drop + list(_emphasis(joined, taken)), keep


def _label(text: str) -> str:
    from markdown_it.common.utils import normalizeReference

    return normalizeReference(text)


@dataclass(slots=True)
class _Run:
    """A run of stars, underscores or tildes: what is left of it, and what it may do."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool
    length: int


def _emphasis(joined: str, taken: bytearray) -> Iterator[tuple[int, int]]:
    """The stars and underscores that CommonMark takes for emphasis (0.31.2, section 6.2), and `~~`."""
    openers: list[_Run] = []
    for match in RUN.finditer(joined):
        if any(taken[match.start() : match.end()]) or (match.group()[0] == "~" and match.group() != "~~"):
            continue
        run = _run(joined, *match.span())
        at = len(openers) - 1
        while run.closes and run.start < run.end and at >= max(len(openers) - FARTHEST, 0):
            opener = openers[at]
            if opener.char != run.char or _by_three(opener, run):
                at -= 1
                continue
            used = 2 if min(opener.end - opener.start, run.end - run.start) > 1 else 1
            yield opener.end - used, opener.end
            yield run.start, run.start + used
            opener.end -= used
            run.start += used
            del openers[at + 1 :]
            if opener.start == opener.end:
                openers.pop()
                at -= 1
        if run.opens and run.start < run.end:
            openers.append(run)


def _run(joined: str, start: int, end: int) -> _Run:
    before, after = joined[start - 1 : start] or " ", joined[end : end + 1] or " "
    left = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    right = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    if joined[start] != "_":
        return _Run(joined[start], start, end, left, right, end - start)
    opens = left and (not right or _is_punctuation(before))
    return _Run("_", start, end, opens, right and (not left or _is_punctuation(after)), end - start)


def _by_three(opener: _Run, closer: _Run) -> bool:
    """Runs that could do both do not meet where their lengths make a multiple of three (`*foo**bar*`)."""
    both = opener.closes or closer.opens
    return both and (opener.length + closer.length) % 3 == 0 and bool(opener.length % 3 or closer.length % 3)


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _assemble(
    joined: str, parts: Sequence[Part], drop: list[tuple[int, int]], keep: list[tuple[int, int, MarkKind]]
) -> Text:
    gone = bytearray(len(joined))
    for start, end in drop:
        gone[start:end] = b"\1" * (end - start)
    plain: list[str] = []
    pieces: list[Piece] = []
    place: dict[int, int] = {}
    """Offset in `joined` to offset in `plain`."""
    at = 0
    for number, part in enumerate(parts):
        if number:
            before = parts[number - 1]
            end = before.offset + len(before.text)
            pieces.append(Piece(len(plain), end, 1, part.offset - end))
            place[at] = len(plain)
            plain.append(" ")
            at += 1
        for stretch in re.finditer(b"\0+", gone[at : at + len(part.text)]):
            start, end = stretch.span()
            pieces.append(Piece(len(plain), part.offset + start, end - start, end - start))
            place.update((at + inside, len(plain) + inside - start) for inside in range(start, end))
            plain += part.text[start:end]
        at += len(part.text)
    text = "".join(plain)
    marks = [
        Mark(Span(place[start], place[end - 1] + 1), kind, joined[start:end])
        for start, end, kind in keep
        if start in place and end - 1 in place
    ]
    own = bytearray(len(text))
    for mark in marks:
        own[mark.span.start : mark.span.end] = b"\1" * (mark.span.end - mark.span.start)
    marks += [mark for mark in protect(text) if not any(own[mark.span.start : mark.span.end])]
    return Text(text, tuple(sorted(marks, key=lambda mark: mark.span)), tuple(pieces))


READER = Reader("markdown", (".md", ".markdown"), read, takes_source=True)
