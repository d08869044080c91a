"""What ARCHITECTURE says of files and packages is so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ROOT / "src" / "paperterm"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NAME = re.compile(r"[A-Za-z0-9._-]+")
STRONG = re.compile(r"\bA?GPL|\bLGPL|GNU")
"""Licences that nothing which is installed by default, or by an extra for readers, may have."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def named(requirement: str) -> str:
    found = NAME.match(requirement)
    assert found
    return plain(found[0])


def brought_along(requirements: list[str]) -> Iterator[str]:
    """These packages and all that they need here, each once."""
    seen: set[str] = set()
    ahead = [named(each) for each in requirements]
    while ahead:
        name = ahead.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            needed = requires(name) or []
        except PackageNotFoundError:  # needed by other systems or versions of Python only
            continue
        yield name
        ahead += [named(each) for each in needed if "extra ==" not in each]


def installed() -> list[str]:
    extras = [each for extra, some in PROJECT["optional-dependencies"].items() if extra != "dev" for each in some]
    return sorted(brought_along([*PROJECT["dependencies"], *extras]))


def test_files_that_are_named_are_there() -> None:
    paths = set(re.findall(r"`([a-z_]+/[a-z_/*]*(?:\.(?:py|json|txt))?)`", ARCHITECTURE))
    assert len(paths) > 40
    found = {path: [*ROOT.glob(path), *SOURCES.rglob(path), *SOURCES.rglob(f"{path}.py")] for path in paths}
    assert [path for path in paths if not found[path]] == []


@pytest.mark.parametrize("name", installed())
def test_every_package_is_in_the_table_and_its_licence_is_free_of_copyleft(name: str) -> None:
    table = {plain(word) for word in re.findall(r"[A-Za-z0-9_.-]+", ARCHITECTURE.split("## Packages, and why")[1])}
    assert name in table
    said = metadata(name)
    licence = [said.get("License-Expression") or said.get("License") or "", *(said.get_all("Classifier") or ())]
    assert not any(STRONG.search(line) for line in licence if line.startswith("License ::") or line is licence[0])


def test_every_package_for_developing_is_named() -> None:
    words = {plain(word) for word in re.findall(r"[A-Za-z0-9_.-]+", ARCHITECTURE)}
    assert {named(each) for each in PROJECT["optional-dependencies"]["dev"]} <= words
