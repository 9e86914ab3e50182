"""What commands share: options, how they join the configuration, how a command ends and what it prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from tqcheck.config.settings import Settings
    from tqcheck.engine.walk import Job
    from tqcheck.model.finding import Notice
    from tqcheck.model.run import Run

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE]...",
        help="Files or folders; - is standard input. Without any: `paths` of the configuration.",
        show_default=False,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="FILE",
        help="The line-aligned source of one target file; or a folder, matched by relative path.",
    ),
]
SourceLanguage = Annotated[
    str,
    typer.Option(
        "--source-language", "-s", metavar="TAG", help="BCP-47 tag of the source, such as ru.", show_default=False
    ),
]
TargetLanguage = Annotated[
    str,
    typer.Option(
        "--target-language",
        "-t",
        metavar="TAG",
        help="BCP-47 tag of the translation, such as en-GB.",
        show_default=False,
    ),
]
Glossaries = Annotated[
    list[str] | None,
    typer.Option(
        "--glossary", "-g", metavar="FILE", help="A glossary, YAML or CSV; later ones win.", show_default=False
    ),
]
Banks = Annotated[
    list[str] | None,
    typer.Option(
        "--bank",
        metavar="FOLDER",
        help="Idioms of your own beside those that ship; their rows win.",
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="CHECK",
        help="Only these checks or MQM categories (comma-separated or repeated).",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CHECK", help="Not these checks or MQM categories.", show_default=False),
]
Preview = Annotated[bool, typer.Option("--preview", help="Preview checks too: more is found, more of it wrongly.")]
Wrap = Annotated[
    str,
    typer.Option("--wrap", metavar="auto|hard|none", help="Whether plain text is hard-wrapped.", show_default="auto"),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="GLOB", help="Leave out files in folders, as .gitignore would.", show_default=False
    ),
]
Config = Annotated[
    str | None, typer.Option("--config", metavar="FILE", help="This configuration, not the nearest upward.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Look for no configuration.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes; 0 is one per core. The result is the same.")
]
FailOn = Annotated[str | None, typer.Option("--fail-on", metavar="LEVEL", help="minor, major, critical or never.")]


def fail(message: str) -> NoReturn:
    """One line on stderr and exit code 2."""
    tell(f"error: {message}")
    raise typer.Exit(2)


def tell(message: str) -> None:
    """One line on stderr."""
    from tqcheck.reporters.visible import visible

    print(visible(message), file=sys.stderr)


def write(content: str | bytes) -> None:
    """To standard output. Where it takes no more (a pipe closed at the other end, a full disk) the command ends with 2."""
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # What is still buffered would be tried again at the end of the program, with a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(2) from error
        fail(f"standard output cannot be written: {error.strerror or error}")


def tag(option: str, given: str) -> str:
    """A language tag in its usual spelling; what is none ends the command with 2."""
    from tqcheck.language.tags import canonical, is_tag

    if not is_tag(given):
        fail(f"{option}: {given!r} is no language tag (BCP-47), such as en or pt-BR")
    return canonical(given)


def one_of(option: str, given: str, allowed: Sequence[str]) -> str:
    """A value that must be one of a few; another ends the command with 2."""
    if given not in allowed:
        fail(f"{option}: {given!r} is none of {', '.join(allowed)}")
    return given


def listed(given: Sequence[str] | None) -> tuple[str, ...]:
    """Names that are comma-separated or repeated."""
    return tuple(name.strip() for item in given or () for name in item.split(",") if name.strip())


def settings(config: str | None, isolated: bool, **given: Any) -> Settings:
    """The configuration with what the command line says over it."""
    from tqcheck.config.load import find, load
    from tqcheck.config.settings import FAIL_ON, ConfigError, Settings

    try:
        file = Path(config) if config else None if isolated else find(Path.cwd())
        made = load(file, str(file if config else _near(file))) if file else Settings()
        made = replace(made, paths=tuple(map(_shown, made.paths)))
    except ConfigError as error:
        fail(where(error))
    values = {key: value for key, value in given.items() if value}
    for key in ("source_language", "target_language"):
        if key in values:
            values[key] = tag(f"--{key.replace('_', '-')}", values[key])
    for key, allowed in (("fail_on", FAIL_ON), ("wrap", ("auto", "hard", "none"))):
        if key in values:
            one_of(f"--{key.replace('_', '-')}", values[key], allowed)
    for key in ("select", "ignore"):
        if key in values:
            values[key] = listed(values[key])
    for key in ("paths", "glossaries", "banks", "exclude"):
        if key in values:
            values[key] = tuple(values[key])
    # What the command line says holds everywhere: it beats the overrides by path too.
    overrides = tuple(
        replace(override, values={k: v for k, v in override.values.items() if k not in values})
        for override in made.overrides
    )
    return replace(made, **values, overrides=overrides)


def _near(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()


def where(error: Any) -> str:
    """An error of a file with its place in front."""
    parts = [error.path, error.line, getattr(error, "column", None)] if error.path else []
    place = ":".join(str(part) for part in parts if part)
    return f"{place}: {error}" if place else str(error)


def jobs_in(paths: Sequence[str], source: str | None, made: Settings, notices: list[Notice]) -> list[Job]:
    """The files to read; an argument that cannot be used ends the command with 2."""
    from tqcheck.engine.walk import UsageError, jobs

    try:
        return jobs(paths, source, made.exclude, notices)
    except UsageError as error:
        fail(str(error))


def execute(made: Settings, source: str | None, jobs: int, keep_text: bool, output: Path | None = None) -> Run:
    """Find the files and check them; a configuration or glossary that cannot be used ends the command with 2.

    So does an `output` that is one of the inputs.
    """
    from tqcheck.config.settings import ConfigError
    from tqcheck.engine.run import run
    from tqcheck.glossary.concept import GlossaryError
    from tqcheck.idioms.rows import BankError

    paths = made.paths
    if not paths and any(override.globs for override in made.overrides):
        paths = (_shown(made.overrides[0].root),)
    if not paths:
        fail("name a file or folder to check, or set `paths` in tqcheck.toml")
    notices: list[Notice] = []
    found = jobs_in(paths, source, made, notices)
    try:
        if output is not None:
            inputs = [given.file for job in found for given in (job.given, job.source) if given and given.file]
            inputs += map(Path, filter(None, (*made.glossaries, made.origin)))
            if any(_same(output, place) for place in inputs):
                fail(f"{output} is an input; the report must not replace it")
        with progress(len(found)) as step:
            return run(found, made, notices, keep_text=keep_text, processes=jobs or os.cpu_count() or 1, progress=step)
    except (ConfigError, GlossaryError, BankError) as error:
        fail(where(error))


def _shown(path: str) -> str:
    """A path of the configuration relative to where we stand, as a person would write it."""
    pure = Path(path)
    return _near(pure) or "." if pure.is_absolute() and pure.is_relative_to(Path.cwd()) and path != "-" else path


def _same(a: Path, b: Path) -> bool:
    try:
        return a.samefile(b)
    except (OSError, ValueError):
        return False


class progress:
    """A line on stderr for long work at a terminal; silent elsewhere."""

    def __init__(self, files: int) -> None:
        self.files, self.shown = files, False

    def __enter__(self) -> Callable[[int, int, str], None] | None:
        import time

        self.begun = time.monotonic()
        return self.step if sys.stderr.isatty() and self.files > 1 else None

    def step(self, done: int, total: int, path: str) -> None:
        import time

        from tqcheck.reporters.visible import visible

        if time.monotonic() - self.begun > 1:
            self.shown = True
            print(f"\r\x1b[K{done}/{total}  {visible(path)[-60:]}", end="", file=sys.stderr, flush=True)

    def __exit__(self, *_: object) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def report_trouble(done: Run) -> None:
    """What could not be done, a line each on stderr."""
    from tqcheck.reporters.terminal import trouble

    for notice in done.notices:
        if notice.trouble:
            print(trouble(notice), file=sys.stderr)
