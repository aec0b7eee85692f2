"""What the tests share: the published site, small sites and projects to build."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from collections.abc import Mapping
from pathlib import Path
from typing import Any

EXAMPLE = "https://example.org/whats-new/"
"""Where the example projects say that the explorer is."""

PROJECTS = Path(__file__).parents[2] / "tests" / "embedding"


def published() -> Path:
    """The folder of a site as the explorer publishes it."""
    folder = os.environ.get("WHATS_NEW_SITE")
    if not folder:
        raise AssertionError(
            "WHATS_NEW_SITE has to name a folder that `whatsnew publish --out` wrote; "
            "`cargo xtask test integrations` makes one"
        )
    return Path(folder)


def published_json(path: str) -> Any:
    """A file of the published site, read without the package."""
    return json.loads((published() / "api" / "v1" / path).read_text(encoding="utf-8"))


def feature(slug: str, **changed: Any) -> dict[str, Any]:
    """A made-up feature, with the properties that the package reads."""
    values: dict[str, Any] = {
        "slug": slug,
        "title": f"Title of {slug}",
        "lead": "It is cut…",
        "summary": "It is whole. It goes on.",
        "kind": "added",
        "series": "3.14",
        "module": None,
        "peps": [],
        "removed": None,
        "removal": None,
        "url": None,
    }
    return {**values, **changed}


def name(qualified: str, **changed: Any) -> dict[str, Any]:
    """A made-up name of the standard library."""
    versions = dict.fromkeys(("added", "deprecated", "removal", "removed"))
    return {"name": qualified, "patches": [], **versions, **changed}


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()

    def site(
        self,
        *features: dict[str, Any],
        names: Mapping[str, list[dict[str, Any]]] | None = None,
    ) -> Path:
        """The folder of a made-up site."""
        modules = names or {}
        write(self.folder / "site" / "api" / "v1", "catalogue.json", features=features)
        listed = [{"module": module} for module in modules]
        write(self.folder / "site" / "api" / "v1", "modules.json", modules=listed)
        for module, entries in modules.items():
            write(
                self.folder / "site" / "api" / "v1" / "names",
                f"{module}.json",
                names=entries,
                interpreters=["3.6.15", "3.15.2"],
            )
        return self.folder / "site"


def write(folder: Path, file: str, **content: Any) -> None:
    """Writes an object as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(json.dumps(content), encoding="utf-8")


def copy_project(project: str, target: Path, setting: str, settings: str) -> None:
    """Copies an example project; `settings` takes the place of its line `setting`."""
    for file in (PROJECTS / project).rglob("*"):
        if file.is_file():
            copy = target / file.relative_to(PROJECTS / project)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text(encoding="utf-8")
            copy.write_text(text.replace(setting, settings), encoding="utf-8")


def run(module: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs a module of this interpreter's environment."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def succeed(module: str, *arguments: object) -> None:
    """Runs a module that has to succeed without a word."""
    ran = run(module, *arguments)
    if ran.returncode or ran.stderr:
        raise AssertionError(f"{module} {arguments}:\n{ran.stdout}{ran.stderr}")
