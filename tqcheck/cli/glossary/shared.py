"""What the commands of `tqcheck glossary` share: their options, their errors, how they print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.glossary.concept import Concept
    from tqcheck.glossary.sheets.edit import Edit
    from tqcheck.model.finding import Notice

Form = Annotated[str, typer.Option("--format", "-f", metavar="text|json", help="How the answer is printed.")]
File = Annotated[str, typer.Argument(metavar="GLOSSARY", help="A glossary, YAML or CSV.", show_default=False)]
Files = Annotated[
    list[str], typer.Argument(metavar="GLOSSARY...", help="Glossaries in any format that is read.", show_default=False)
]
DryRun = Annotated[bool, typer.Option("--dry-run", "-n", help="Show what would change, and change nothing.")]


@contextmanager
def guarded(form: str = "text") -> Iterator[None]:
    """What is wrong with a glossary or with a change to it becomes one line and exit code 2."""
    from tqcheck.glossary.change import ChangeError
    from tqcheck.glossary.concept import GlossaryError

    o.one_of("--format", form, ("text", "json"))
    try:
        yield
    except GlossaryError as error:
        o.fail(o.where(error))
    except ChangeError as error:
        o.fail(str(error))
    except OSError as error:
        o.fail(f"{error.filename or ''}{': ' if error.filename else ''}{error.strerror or error}")


def hold_something(files: Sequence[str], concepts: int) -> None:
    """Glossaries without a single concept are an error: an answer about nothing would look like a good one."""
    if not concepts:
        o.fail(f"{', '.join(files)}: no concept in {'it' if len(files) == 1 else 'them'}")


def counted(number: int, noun: str) -> str:
    """`1 concept`, `2 concepts`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def print_json(value: Any) -> None:
    """A value of texts, numbers, lists and mappings as JSON, indented by one."""
    o.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Columns parted by two spaces, Chinese characters counted as two; the last is not padded."""
    from tqcheck.reporters.visible import visible, width

    def columns(cell: str) -> int:
        return len(cell) if cell.isascii() else sum(map(width, cell))

    lines = [tuple(heads), *(tuple(visible(str(cell)) for cell in row) for row in rows)]
    widths = [max(columns(line[at]) for line in lines) for at in range(len(heads))]
    padded = ([cell + " " * (most - columns(cell)) for cell, most in zip(line, widths, strict=True)] for line in lines)
    return "".join("  ".join(cells).rstrip() + "\n" for cells in padded)


def report_notices(notices: Sequence[Notice]) -> None:
    """What texts gave rise to, a line each on stderr."""
    from tqcheck.reporters.terminal import trouble

    for notice in notices:
        line = trouble(notice)
        o.tell(line if notice.trouble else line.removeprefix("error: "))


def end_with_trouble(notices: Sequence[Notice]) -> None:
    """End with 2 where a text could not be read."""
    if any(notice.trouble for notice in notices):
        raise typer.Exit(2)


def notice_as_json(notice: Notice) -> dict[str, Any]:
    """A notice as `--format json` prints it everywhere."""
    return {
        "kind": notice.kind, "message": notice.message, "path": notice.path, "line": notice.line,
        "trouble": notice.trouble,
    }  # fmt: skip


def as_json(concept: Concept) -> dict[str, Any]:
    """A concept as `--format json` prints it everywhere."""
    return {
        "id": concept.id, "glossary": concept.glossary, "line": concept.line, "subject": concept.subject,
        "domain": list(concept.domain), "definition": concept.definition, "note": concept.note,
        "source": concept.source, "beside": list(concept.beside), "not-beside": list(concept.not_beside),
        **concept.rest,
        "terms": [
            {
                "term": t.text, "language": t.language, "status": t.status.value, "type": t.type,
                "forms": list(t.forms), "case": t.case, "do-not-translate": t.do_not_translate, **t.rest, "line": t.line,
            }
            for t in concept.terms
        ],
    }  # fmt: skip


def report_edit(
    edit: Edit, path: str, done: Sequence[str], form: str, dry: bool, always: bool = False, **details: Any
) -> None:
    """What was changed: lines for people (`always`: even if nothing was), the difference where it is not written yet,
    all of it as JSON."""
    from tqcheck.reporters.visible import visible

    after = edit.sheet.text
    if form == "json":
        print_json(
            {"glossary": path, "written": edit.written, "difference": _unified(edit.before, after, path), **details}
        )
    elif dry:
        o.write(_unified(edit.before, after, path) or "Nothing would change.\n")
    else:
        o.write("".join(visible(line) + "\n" for line in done) if edit.written or always else "Nothing changed.\n")


def _unified(before: str, after: str, path: str) -> str:
    import difflib

    from tqcheck.reporters.visible import visible

    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=2)
    return "".join(visible(line) + "\n" for line in lines)
