"""What the documentation links, shows and names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding

from docs.make_pictures import BROWSER, PICTURES, SCREENS
from paperterm.actions.keys import label
from paperterm.actions.reader import ACTIONS
from paperterm.query import parse_query
from paperterm.tui import screens, widgets
from tests.docs.markdown import NAMES, PAGES, ROOT, anchors, links, prose

ELSEWHERE = ("https://", "http://")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if link.startswith(ELSEWHERE):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in anchors(target), f"{page.name}: {link}"


def own_keys() -> Iterator[str]:
    """The keys that screens and widgets have beside those of the actions."""
    for room in (screens, widgets):
        for found in iter_modules(room.__path__, f"{room.__name__}."):
            for one in vars(import_module(found.name)).values():
                if isinstance(one, type) and one.__module__ == found.name:
                    yield from (
                        binding.key for binding in vars(one).get("BINDINGS", ()) if isinstance(binding, Binding)
                    )


def test_every_page_is_reached_from_the_readme() -> None:
    reached, ahead = set(), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target.is_file() and not link.startswith(ELSEWHERE):
                ahead.append(target)
    assert set((ROOT / "docs").rglob("*.md")) <= reached


def test_the_pictures_are_those_that_are_made_and_each_is_shown() -> None:
    made = {f"{name}.png" for name in (*(picture.name for picture in SCREENS), BROWSER)}
    shown = {Path(link).name for page in PAGES for link in links(page) if link.endswith(".png")}
    assert {file.name for file in PICTURES.iterdir()} == made == shown


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_key_is_a_key(page: Path) -> None:
    known = {label(key) for action in ACTIONS for key in action.keys}
    known |= {label(key) for keys in own_keys() for key in keys.split(",")}
    assert set(re.findall(r"<kbd>(.*?)</kbd>", prose(page))) <= known


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_action_that_is_named_is_there(page: Path) -> None:
    named = set(re.findall(r"^\"([a-z]+\.[a-z-]+)\" =", page.read_text("utf-8"), re.MULTILINE))
    assert named <= {action.id for action in ACTIONS}


def test_every_query_of_a_table_is_understood() -> None:
    for page in PAGES:
        for table in re.findall(r"^\| you write .*?(?=^$)", prose(page) + "\n\n", re.MULTILINE | re.DOTALL):
            for row in table.splitlines()[2:]:
                for query in re.findall(r"`([^`]+)`", row.split(" | ")[0]):
                    parse_query(query)
