"""Files as git remembers them. Git is asked for single objects only: no hook, no filter, no fetch."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SECONDS = 60


class GitError(Exception):
    """What git cannot give; says why."""


def blob(revision: str, path: str, largest: int, folder: Path | None = None) -> bytes:
    """The bytes of a file at a revision, as `git show REVISION:PATH` in a folder has them. Raises GitError.

    `path` counts from the top of the repository, or from the folder where it begins with `./`. No revision means the
    index. `largest` is in bytes.
    """
    if revision.startswith("-") or "\0" in revision + path:
        raise GitError(f"{revision!r} is no revision")
    if not path:
        raise GitError("names no file after the colon")
    name = f"{revision}:{path}"
    if (kind := _asked(["-t", name], folder).decode().strip()) != "blob":
        raise GitError(f"is a {kind}, not a file")
    if int(_asked(["-s", name], folder)) > largest:
        raise GitError(f"is larger than {largest >> 20} MiB")
    return _asked(["blob", name], folder)


def _asked(arguments: list[str], folder: Path | None) -> bytes:
    """What `git cat-file` answers."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    try:
        done = subprocess.run(
            ["git", "--no-replace-objects", "cat-file", *arguments],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except FileNotFoundError as error:
        missing = folder is not None and not folder.is_dir()
        raise GitError(f"{folder} is no folder" if missing else "git is not installed, or not in PATH") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"git did not answer within {SECONDS} seconds") from error
    except (OSError, ValueError) as error:
        raise GitError(f"git cannot be run: {getattr(error, 'strerror', None) or error}") from error
    if done.returncode:
        raise GitError(_why(done.stderr.decode("utf-8", "replace")))
    return done.stdout


def _why(said: str) -> str:
    """Git's complaint in a line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith("fatal:")), lines[0] if lines else "git gave no reason")
    return fatal.removeprefix("fatal:").strip()
