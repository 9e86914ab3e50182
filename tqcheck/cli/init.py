"""`tqcheck init`: a commented starting configuration."""

from __future__ import annotations

from pathlib import Path

import typer

from tqcheck.cli import options as o

START = """\
# tqcheck configuration; every key is optional. `tqcheck checks` lists the checks, `tqcheck explain CHECK` explains one.

# What is checked when no path is given.
# paths = ["translations"]

# BCP-47 tags. Without them the file's own word holds (a header, a name such as talk.en.txt), then detection.
# source-language = "ru"
# target-language = "en-GB"

# Termbases, YAML or CSV; later ones win.
# glossaries = ["glossary.yaml"]

# Folders with idioms of your own, laid out as the bank that ships: banks/ru/idioms.en.txt. Their rows win.
# banks = ["banks"]

# Only concepts of this domain, and those of none.
# domain = "diplomacy"

# Checks by id, or by MQM category or dimension ("accuracy", "locale-conventions/date-format").
# select = []
# ignore = []
# preview = false

# The gate of `tqcheck check`: minor, major, critical or never.
# fail-on = "major"

# Files in folders to leave out, as .gitignore would.
# exclude = ["drafts/"]

# Plain text: auto, hard (lines belong together) or none (every line stands alone).
# wrap = "auto"

# [severities]
# word-repeated = "major"

# Options of one check; see its card.
# [checks.length-ratio]

# Other settings for some files: languages, select, ignore, preview, severities, checks, glossaries, domain.
# (In this form `paths` cannot be a plain list as well; put the plain paths first: paths = ["docs", {glob = "…"}].)
# [[paths]]
# glob = "legal/**"
# target-language = "en-US"
"""


def command() -> None:
    """Write a commented tqcheck.toml into this folder; an existing one is left alone."""
    place = Path("tqcheck.toml")
    if place.exists() or place.is_symlink():
        o.fail("tqcheck.toml exists; it is left as it is")
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(START)
    except OSError as error:
        o.fail(f"tqcheck.toml: cannot be written: {error.strerror or error}")
    typer.echo("Wrote tqcheck.toml; every key in it is commented out.")
