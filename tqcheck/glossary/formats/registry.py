"""The formats by name and by suffix; a format's module is loaded when a file asks for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from tqcheck.glossary.concept import Concept, GlossaryError
from tqcheck.glossary.formats.base import Format, Written

MODULES = {
    "yaml": "yaml_form", "csv": "csv_form", "tsv": "csv_form", "tbx": "tbx_form", "tbx-core": "tbx_form",
    "tbx-min": "tbx_form", "tbx-dct": "tbx_form", "tbx-core-dct": "tbx_form", "tbx-min-dct": "tbx_form",
    "tbx-v2": "tbx_form", "xlsx": "xlsx_form", "omegat": "omegat_form", "utx": "utx_form", "weblate": "weblate_form",
    "po": "po_form",
}  # fmt: skip
"""Name to module; each module has a tuple FORMATS. Of those of one suffix a file is written in the first."""
SUFFIXES = {
    ".yaml": ("yaml",), ".yml": ("yaml",), ".json": ("yaml",), ".csv": ("csv", "weblate"), ".tsv": ("tsv",),
}  # fmt: skip
"""What most files are: no other modules are loaded for them."""


@cache
def formats() -> dict[str, Format]:
    """Every format, by name."""
    found = {}
    for module in dict.fromkeys(MODULES.values()):
        for each in import_module(f"tqcheck.glossary.formats.{module}").FORMATS:
            found[each.name] = each
    return found


def format_of(path: str, data: bytes = b"", name: str = "") -> Format:
    """The format of a file that is to be read: the one named, else by suffix and first bytes. Raises GlossaryError."""
    if name:
        return named(name, path)
    suffix = Path(path).suffix.lower()
    known = [named(each, path) for each in SUFFIXES[suffix]] if suffix in SUFFIXES else formats().values()
    able = [each for each in known if each.read and suffix in each.suffixes]
    told = [each for each in able if each.recognises and each.recognises(data)]
    plain = [each for each in able if each.recognises is None]
    if not (told or plain):
        suffixes = dict.fromkeys(s for each in formats().values() if each.read for s in each.suffixes)
        if suffix in suffixes:
            names = " or ".join(each.name for each in able)
            raise GlossaryError(f"does not look like {names}, the glossary formats of its name", path)
        raise GlossaryError(f"is no glossary format; known are {', '.join(suffixes)}", path)
    return (told or plain)[0]


def writer_of(path: str, name: str = "") -> Callable[[Sequence[Concept], Sequence[str]], Written]:
    """How a file is written: in the format named, else the first of its suffix. Raises GlossaryError."""
    suffix = Path(path).suffix.lower()
    able = {each.name: each.write for each in formats().values() if each.write and suffix in each.suffixes}
    write = named(name, path).write if name else next(iter(able.values()), None)
    if write is None:
        why = f"cannot be written as {name}, only read" if name else "does not say by its name what to write; use --to"
        raise GlossaryError(why, path)
    return write


def named(name: str, path: str) -> Format:
    """Raises GlossaryError for an unknown name."""
    if name in MODULES:
        own: tuple[Format, ...] = import_module(f"tqcheck.glossary.formats.{MODULES[name]}").FORMATS
        return next(each for each in own if each.name == name)
    raise GlossaryError(f"cannot be {name}: known formats are {', '.join(formats())}", path)
