"""Data flows one way: a module imports from its own room and from rooms before it, and each outside package has one door."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import paperterm

PACKAGE = Path(paperterm.__file__).parent

BASE = {"model", "config"}
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "model": set(),
    "config": set(),
    "text": BASE,
    "parse": BASE | {"text"},
    "query": BASE | {"text"},
    "ingest": BASE | {"text", "parse", "query"},
    "library": BASE | {"text", "parse", "query", "ingest"},
    "notebook": BASE | {"text"},
    "export": BASE | {"text", "parse", "query", "ingest", "library", "notebook"},
    "web": {"config"},
    "actions": BASE | {"text", "parse", "query", "ingest", "library", "notebook", "export", "web"},
    "tui": BASE | {"text", "parse", "query", "ingest", "library", "notebook", "export", "actions"},
    "cli": BASE | {"text", "parse", "query", "ingest", "library", "notebook", "export", "actions"},
    "__main__": {"cli"},
}
"""For each room the rooms before it. The version number in `paperterm/__init__.py` is everyone's."""

PASSAGES = {("cli", "paperterm.tui.open")}
"""The one step between neighbours: `paperterm` without a command opens the reader, and imports it only then."""

DOORS: dict[str, tuple[str, ...]] = {
    "textual": ("paperterm.tui",),
    "rich": ("paperterm.tui", "paperterm.text.cells", "paperterm.text.linebreak"),
    "jieba": ("paperterm.text.segment", "paperterm.text.tagging", "paperterm.text.tables"),
    "rjieba": ("paperterm.text.segment", "paperterm.text.tagging"),
    "tinydb": ("paperterm.notebook",),
    "filelock": ("paperterm.notebook",),
    "rapidfuzz": ("paperterm.notebook",),
    "sqlite3": ("paperterm.library", "paperterm.notebook.reading"),
    "tantivy": (
        "paperterm.library.index",
        "paperterm.library.index_query",
        "paperterm.library.index_hits",
        "paperterm.library.index_related",
    ),
    "watchfiles": ("paperterm.ingest.watch",),
    "platformdirs": ("paperterm.config",),
    "lxml": ("paperterm.ingest.markup",),
    "pypdfium2": ("paperterm.ingest.pdf",),
    "textual_serve": ("paperterm.web",),
    "aiohttp": ("paperterm.web",),
    "lunar_python": ("paperterm.text.tables.make_tables",),
    "opencc": ("paperterm.text.tables.make_tables",),
    "pypinyin": ("paperterm.text.tables.make_tables",),
    "numpy": ("paperterm.text.tables.make_shapes",),
    "PIL": ("paperterm.text.tables.make_shapes",),
}
"""Where each outside package, and the standard library's database, may be imported: in this module or room only."""


class Import(NamedTuple):
    """One imported module: who imports it, on which line, and whether only once some function is called."""

    module: str
    target: str
    line: int
    in_function: bool

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}: imports {self.target}"


def within(module: str, place: str) -> bool:
    return module == place or module.startswith(place + ".")


def statements(tree: ast.AST, in_function: bool = False) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, in_function
        yield from statements(node, in_function or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the package by its full name."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = ("paperterm", *path.relative_to(PACKAGE).with_suffix("").parts)
        name = ".".join(parts if len(parts) == 2 else [part for part in parts if part != "__init__"])
        found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


@cache
def imports() -> tuple[Import, ...]:
    found = []
    for module, tree in trees().items():
        for node, in_function in statements(tree):
            if isinstance(node, ast.Import):
                targets = [alias.name for alias in node.names]
            elif node.level:
                raise AssertionError(f"{module}, line {node.lineno}: relative import; rooms are named in full")
            elif node.module == "paperterm":
                targets = [f"paperterm.{alias.name}" for alias in node.names]
            else:
                targets = [node.module or ""]
            found += [Import(module, target, node.lineno, in_function) for target in targets]
    return tuple(found)


def room(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def test_the_walk_sees_imports_at_the_top_and_inside_functions() -> None:
    assert len(trees()) > 50
    assert any(found.in_function for found in imports())
    assert any(not found.in_function for found in imports())


def test_every_room_has_its_place_in_the_order() -> None:
    assert {room(module) for module in trees()} <= set(MAY_IMPORT)


def test_a_module_imports_only_from_its_own_room_and_rooms_before_it() -> None:
    wrong = [
        str(found)
        for found in imports()
        if within(found.target, "paperterm")
        and room(found.target) not in ({room(found.module), "__init__", "__version__"} | MAY_IMPORT[room(found.module)])
        and (room(found.module), found.target) not in PASSAGES
    ]
    assert wrong == []


def test_the_command_line_imports_the_reader_only_when_it_opens_it() -> None:
    steps = [found for found in imports() if (room(found.module), found.target) in PASSAGES]
    assert steps
    assert all(found.in_function for found in steps)


def test_every_outside_package_comes_in_by_its_door() -> None:
    wrong = []
    for found in imports():
        package = found.target.split(".")[0]
        if package == "paperterm" or (package in sys.stdlib_module_names and package not in DOORS):
            continue
        if not any(within(found.module, door) for door in DOORS.get(package, ())):
            wrong.append(str(found))
    assert wrong == []


@pytest.mark.parametrize("package", DOORS)
def test_every_door_is_in_use(package: str) -> None:
    used = {found.module for found in imports() if found.target.split(".")[0] == package}
    assert all(any(within(module, door) for module in used) for door in DOORS[package])


def test_modules_imported_by_a_computed_name_are_of_the_same_room() -> None:
    """`import_module(f"{__package__}.…")` stays at home; any other computed name would get past the tests above."""
    wrong = []
    for module, tree in trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ("__import__", "exec", "eval") or (
                name == "import_module"
                and not ast.unparse(node.args[0]).startswith(("f'{__name__}.", "f'{__package__}."))
            ):
                wrong.append(f"{module}, line {node.lineno}: {ast.unparse(node)}")
    assert wrong == []
