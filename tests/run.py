"""Everything that must hold, in a virtual environment of its own: python3 tests/run.py [pytest arguments].

Makes .venv, installs tqcheck with the development extra and a browser for the report's tests (Playwright's own where
it can be fetched, else Debian's chromium package), then runs the linters, the type checker and the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def run(*command: str | Path) -> None:
    print("$", " ".join(str(part) for part in command), flush=True)
    code = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if code:
        sys.exit(code)


def has_browser() -> bool:
    """Whether Playwright's own browser or the system's chromium starts."""
    probe = "import sys; sys.path.insert(0, 'tests'); from browser import launch\nwith launch(): pass"
    return subprocess.run([str(PYTHON), "-c", probe], cwd=ROOT, capture_output=True, check=False).returncode == 0


def install_browser() -> None:
    if has_browser():
        return
    try:
        subprocess.run([str(PYTHON), "-m", "playwright", "install", "chromium"], cwd=ROOT, timeout=180, check=False)
    except subprocess.TimeoutExpired:
        print("Playwright's browser could not be fetched in time")
    if has_browser():
        return
    if shutil.which("apt-get"):
        sudo = ["sudo"] if hasattr(os, "geteuid") and os.geteuid() else []
        run(*sudo, "apt-get", "update", "-qq")
        run(*sudo, "apt-get", "install", "-y", "-qq", "chromium")
    if not has_browser():
        sys.exit("No browser could be installed: install Chromium, then run this again")


def main() -> None:
    if not PYTHON.exists():
        venv.create(HOME, with_pip=True)
    run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[dev]")
    install_browser()
    run(BIN / "ruff", "check", ".")
    run(BIN / "ruff", "format", "--check", ".")
    run(PYTHON, "-m", "mypy")
    run(BIN / "lint-imports")
    run(PYTHON, "-m", "pytest", "-n", "auto", *sys.argv[1:])


if __name__ == "__main__":
    main()
