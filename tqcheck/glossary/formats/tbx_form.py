"""TBX (ISO 30042): every kind is read as one, each dialect and style is written under a name of its own."""

from __future__ import annotations

from functools import partial

from tqcheck.glossary.formats.base import Format
from tqcheck.glossary.formats.tbx_entry import Flavour
from tqcheck.glossary.formats.tbx_read import read
from tqcheck.glossary.formats.tbx_write import write


def _format(name: str, title: str, dialect: str, style: str = "dca") -> Format:
    return Format(name, title, (".tbx",), read=read, write=partial(write, flavour=Flavour(dialect, style)))


FORMATS = (
    _format("tbx", "TBX-Basic, version 3, style DCA", "Basic"),
    _format("tbx-min", "TBX-Min, version 3, style DCA", "Min"),
    _format("tbx-core", "TBX-Core, version 3, style DCA", "Core"),
    _format("tbx-dct", "TBX-Basic, version 3, style DCT", "Basic", "dct"),
    _format("tbx-min-dct", "TBX-Min, version 3, style DCT", "Min", "dct"),
    _format("tbx-core-dct", "TBX-Core, version 3, style DCT", "Core", "dct"),
    _format("tbx-v2", "TBX-Basic, version 2 (martif)", "Basic", "v2"),
)
