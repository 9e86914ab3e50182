"""Terms and keys as `add` and `edit` take them: LANG=TEXT, KEY=VALUE."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from tqcheck.cli import options as o

if TYPE_CHECKING:
    from tqcheck.glossary.change import Change, TermChange
    from tqcheck.glossary.concept import Status


Given = list[str] | None


def _option(name: str, help: str) -> object:
    return typer.Option(name, metavar="LANG=TEXT", help=help, show_default=False)


Terms = Annotated[list[str] | None, _option("--term", "A term: preferred if its language has none yet, else admitted.")]
Preferred = Annotated[list[str] | None, _option("--prefer", "The preferred term; a former one becomes admitted.")]
Admitted = Annotated[list[str] | None, _option("--admit", "An admitted term.")]
Deprecated = Annotated[list[str] | None, _option("--deprecate", "A term not to be used.")]
Superseded = Annotated[list[str] | None, _option("--supersede", "A term of former times.")]
Dropped = Annotated[list[str] | None, _option("--drop", "Take a term out.")]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="definition, note, subject, domain, source, beside, not-beside or a key of your own; "
        "| parts the items of a list; nothing after = removes the key.",
        show_default=False,
    ),
]
Of = Annotated[
    str,
    typer.Option(
        "--of",
        metavar="LANG=TEXT",
        help="--set speaks of this term: type, forms, case, do-not-translate, note, context …",
        show_default=False,
    ),
]


def changes(
    *, term: Given = None, prefer: Given = None, admit: Given = None, deprecate: Given = None, supersede: Given = None,
    drop: Given = None, set_: Given = None, of: str = "", id: str = "",
) -> Change:  # fmt: skip
    """The change that the options of these names ask for; `id` is the new one. What cannot be read ends the command with 2."""
    from tqcheck.glossary.change import Change, TermChange
    from tqcheck.glossary.concept import Status

    asked = (
        ("--term", term, None), ("--prefer", prefer, Status.PREFERRED), ("--admit", admit, Status.ADMITTED),
        ("--deprecate", deprecate, Status.DEPRECATED), ("--supersede", supersede, Status.SUPERSEDED),
    )  # fmt: skip
    made = [_term(option, given, status) for option, listed, status in asked for given in listed or ()]
    made += [TermChange(*parted("--drop", given), drop=True) for given in drop or ()]
    keys = dict(map(_key, set_ or ()))
    if of:
        made.append(TermChange(*parted("--of", of), keys=keys))
        keys = {}
    return Change(id, keys, tuple(made))


def _term(option: str, given: str, status: Status | None) -> TermChange:
    from tqcheck.glossary.change import TermChange

    return TermChange(*parted(option, given), status)


def parted(option: str, given: str) -> tuple[str, str]:
    """Language and text of LANG=TEXT."""
    from tqcheck.language.tags import canonical, is_tag

    language, equals, text = given.partition("=")
    if not equals or not is_tag(language.strip()) or not text.strip():
        o.fail(f"{option} {given!r}: write it as LANG=TEXT, such as en=town council")
    return canonical(language.strip()), text.strip()


def _key(given: str) -> tuple[str, object]:
    from tqcheck.glossary.raw import LISTS

    key, equals, value = given.partition("=")
    if not equals or not key.strip():
        o.fail(f"--set {given!r}: write it as KEY=VALUE, such as note=Seldom used.")
    key, value = key.strip(), value.strip()
    if key in LISTS:
        return key, tuple(part.strip() for part in value.split("|") if part.strip())
    if key == "do-not-translate":
        return key, value.casefold() in ("true", "yes")
    if key == "case" and value not in ("", "sensitive", "insensitive"):
        o.fail(f"--set case={value}: it is sensitive or insensitive")
    return key, value
