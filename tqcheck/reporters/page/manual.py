"""Cards of checks (Markdown) as HTML."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from tqcheck.reporters.page.characters import plain


@cache
def _parser() -> MarkdownIt:
    # No images: the page loads nothing, and its policy would only log a refusal.
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def manual(text: str, title: str, level: int) -> Markup:
    """The card below its name and the title (which the page shows already); second-level headings become `level`."""
    parser = _parser()
    tokens = parser.parse(plain(text))
    if tokens and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        del tokens[:3]
    first = tokens[1].content if tokens and tokens[0].type == "paragraph_open" else ""
    if first and first.split() == plain(title).split():
        del tokens[:3]
    _each(tokens, lambda token: _adapt(token, level))
    return Markup(parser.renderer.render(tokens, parser.options, {}))  # raw HTML is off in the parser


def phrase(text: str) -> Markup:
    """A paragraph's inline Markdown, without the paragraph."""
    return Markup(_parser().renderInline(plain(" ".join(text.split()))))


def _each(tokens: list[Token], change: Callable[[Token], None]) -> None:
    for token in tokens:
        change(token)
        _each(token.children or [], change)


def _adapt(token: Token, level: int) -> None:
    # Column alignment comes as a style attribute, which the page's policy forbids.
    token.attrs.pop("style", None)
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(max(int(token.tag[1]) - 2, 0) + level, 6)}"
    if token.type == "link_open":
        token.attrs["rel"] = "noreferrer noopener"
