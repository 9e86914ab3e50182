"""Puts the index of the bank into the wheel, so that no first run has to work it out."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory()
        os.environ["TQCHECK_CACHE"] = self.folder.name
        sys.path.insert(0, self.root)
        from tqcheck.idioms.load import index_all

        index_all()
        for file in sorted(Path(self.folder.name).glob("*.json")):
            build_data["force_include"][str(file)] = f"tqcheck/data/index/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()
