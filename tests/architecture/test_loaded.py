"""What is really loaded, seen from `sys.modules` in a program of its own: nobody pays for a room they did not enter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from paperterm.actions.commands import COMMANDS
from tests.cli.examples import FOUND, copied, filled, make

ROOT = Path(__file__).resolve().parent.parent.parent
SEED = sorted((ROOT / "seeds").glob("*.txt"))[0]

HEAVY = {"textual", "jieba", "rjieba", "watchfiles"}
OUTSIDE = {
    "textual",
    "rich",
    "jieba",
    "rjieba",
    "tinydb",
    "filelock",
    "platformdirs",
    "sqlite3",
    "lxml",
    "pypdfium2",
    "rapidfuzz",
    "watchfiles",
    "textual_serve",
    "aiohttp",
}


def loaded_by(code: str, home: Path) -> set[str]:
    """The top-level modules that are loaded after `code` ran, in full names where they are paperterm's."""
    ending = "\nimport json as _j, sys as _s\n_s.stdout.flush()\n_s.__stderr__.write('\\nLOADED ' + _j.dumps(list(_s.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code + ending],
        env={**os.environ, "PAPERTERM_HOME": str(home), "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert "LOADED " in done.stderr, done.stderr
    names = json.loads(done.stderr.rpartition("LOADED ")[2])
    return {name if name.startswith("paperterm.") else name.split(".")[0] for name in names}


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("paperterm", OUTSIDE),
        ("paperterm.model", OUTSIDE),
        ("paperterm.config", OUTSIDE),
        ("paperterm.parse", OUTSIDE),
        ("paperterm.query", OUTSIDE),
        ("paperterm.ingest.read", OUTSIDE),
        ("paperterm.library.sqlite", OUTSIDE - {"sqlite3"}),
        ("paperterm.library.importing", OUTSIDE - {"sqlite3"}),
        ("paperterm.notebook.notebook", OUTSIDE - {"tinydb", "filelock"}),
        ("paperterm.notebook.anchors", OUTSIDE),
        ("paperterm.notebook.reading", OUTSIDE - {"sqlite3"}),
        ("paperterm.actions.commands", OUTSIDE),
        ("paperterm.actions.reader", OUTSIDE),
        ("paperterm.cli", OUTSIDE),
        ("paperterm.web.server", OUTSIDE - {"textual_serve", "aiohttp", "rich"}),
    ],
)
def test_importing_a_room_loads_no_package_of_another(module: str, never: set[str], tmp_path: Path) -> None:
    assert loaded_by(f"import {module}", tmp_path) & never == set()


VARIANTS = (
    ("--version",),
    ("--help",),
    ("nonsense",),
    ("search", "产业工人队伍建设", "--sort", "newest", "--facets"),
    ("import", str(SEED), "--dry-run"),
    ("export", "search", "产业工人", "--format", "epub", "--output", os.devnull, "--force"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with something of everything in it."""
    folder = tmp_path_factory.mktemp("filled")
    make(folder)
    return folder / "home"


def loaded_by_command(words: Sequence[str], home: Path) -> set[str]:
    code = f"from paperterm.cli.run import run\ntry:\n    run({list(words)!r})\nexcept SystemExit:\n    print()"
    return loaded_by(code, home)


def test_every_command_is_walked_through() -> None:
    assert FOUND.keys() | {"serve", "demo"} == {command.name for command in COMMANDS}


@pytest.mark.parametrize("command", FOUND)
def test_a_command_loads_only_what_it_needs(command: str, home: Path, tmp_path: Path) -> None:
    """Textual is the reader's; words are for those who speak of words; a library that is small enough to be scanned needs no
    engine."""
    words = [*command.split(), *filled(FOUND[command][0], tmp_path)]
    loaded = loaded_by_command(words, copied(home.parent, tmp_path))
    assert not loaded & {"textual", "watchfiles"}
    assert not loaded & {"jieba", "rjieba"} or command in ("names", "suggest")
    assert "tantivy" not in loaded
    assert not any(
        name.startswith("paperterm.actions.contract") for name in loaded
    )  # types are for those who check them


@pytest.mark.parametrize("words", VARIANTS, ids=" ".join)
def test_options_load_nothing_more(words: tuple[str, ...], tmp_path: Path) -> None:
    assert loaded_by_command(words, tmp_path) & (HEAVY | {"tantivy"}) == set()


def test_the_version_is_told_before_anything_is_loaded(tmp_path: Path) -> None:
    loaded = loaded_by_command(["--version"], tmp_path)
    assert {name for name in loaded if name.startswith("paperterm.")} == {
        "paperterm.cli",
        "paperterm.cli.run",
        "paperterm.cli.streams",
    }


def test_placing_a_note_on_an_unchanged_article_loads_no_rapidfuzz(tmp_path: Path) -> None:
    code = """
from paperterm.model import Article, Block
from paperterm.notebook import describe, place
article = Article("a", "story", (Block("body", "会议指出，技能人才是关键。", (1,)),))
assert place(describe(article, "", 0, 5, 9), article).state == "placed"
"""
    assert "rapidfuzz" not in loaded_by(code, tmp_path)


def test_parsing_a_page_loads_no_database_and_writes_nothing(tmp_path: Path) -> None:
    code = f"from paperterm.cli.run import run\nrun(['parse', {str(SEED)!r}, '--json'])"
    assert loaded_by(code, tmp_path) & {"sqlite3", "tinydb", "filelock"} == set()
    assert list(tmp_path.iterdir()) == []


OPENING = """
import asyncio, sys
from pathlib import Path
from paperterm.actions.session import Session
from paperterm.config import places
from paperterm.tui import open as opened
from paperterm.tui.app import PapertermApp

async def look(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen.stored is not None

PapertermApp.run = lambda app: asyncio.run(look(app))
opened.open_reader(Session(places()), [])
"""


@pytest.fixture(scope="module")
def first_screen(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded once the reader shows its first article and its lists."""
    return loaded_by(OPENING, tmp_path_factory.mktemp("home"))


def test_the_first_screen_loads_textual_but_neither_jieba_nor_tantivy(first_screen: set[str]) -> None:
    assert "textual" in first_screen
    assert first_screen & {"jieba", "rjieba", "tantivy", "rapidfuzz", "lxml", "pypdfium2", "watchfiles"} == set()


def test_the_first_screen_reads_no_settings_where_there_are_none(first_screen: set[str]) -> None:
    assert not first_screen & {"tomllib", "paperterm.config.reading", "paperterm.tui.languages.catalogue"}


def test_the_first_screen_on_known_samples_loads_no_parser(tmp_path: Path) -> None:
    """The sample library is built on the first start; from then on its articles are rows, read and not parsed."""
    loaded_by(OPENING, tmp_path)
    loaded = loaded_by(OPENING, tmp_path)
    assert not any(name.startswith("paperterm.parse.") and name.endswith((".repair", ".labelling")) for name in loaded)
