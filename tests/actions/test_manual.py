"""The manual tells of every command, option, key and field, in a form that man can print; what is in docs/ is up to date."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from paperterm.actions.commands import COMMANDS
from paperterm.actions.keys import label
from paperterm.actions.manual import ManualPage, Section, commands_page, keys_page, markdown, roff, search_page
from paperterm.actions.reader import ACTIONS
from paperterm.query.fields import FIELDS

DOCS = Path(__file__).resolve().parent.parent.parent / "docs"


def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_manual", DOCS / "make_manual.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_command_has_its_section_with_every_argument() -> None:
    sections = {section.title.removesuffix(" [options]"): section for section in commands_page(COMMANDS).sections}
    for command in COMMANDS:
        found = [section for title, section in sections.items() if f"{title} ".startswith(f"paperterm {command.name} ")]
        if command.hidden:
            assert not found
            continue
        terms = {term.split(" ")[0] for section in found for term, _ in section.items}
        assert {a.name if a.is_option else a.shown for a in command.arguments} <= terms


def test_every_action_has_its_keys() -> None:
    text = "\n".join(markdown(keys_page()))
    for action in ACTIONS:
        assert f"({action.id})" in text
        assert all(label(key) in text for key in action.keys)


def test_every_field_is_explained() -> None:
    text = "\n".join(markdown(search_page()))
    assert all(f"{name}:" in text for field in FIELDS for name in field.names)


def test_no_text_is_taken_for_a_command_of_roff() -> None:
    page = ManualPage("x", 1, "y", (Section(".title", "'text\\n", ((".term", '-a \\fB "b"'),)),))
    lines = list(roff(page))
    assert [line.split()[0] for line in lines if line[0] in ".'"] == [".TH", ".SH", ".SH", ".TP", ".B"]
    assert "\\&'text\\en" in lines


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
@pytest.mark.parametrize("page", [commands_page(COMMANDS), keys_page(), search_page()], ids=lambda page: page.name)
def test_groff_has_nothing_to_say_against_it(page: ManualPage) -> None:
    text = "\n".join(roff(page)) + "\n"
    done = subprocess.run(
        ["groff", "-man", "-k", "-Tutf8", "-ww"], input=text, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert page.about.split()[-1] in done.stdout


def test_what_stands_in_docs_is_what_the_declarations_say() -> None:
    stale = [
        str(path)
        for path, text in making().files().items()
        if not (DOCS / path).exists() or (DOCS / path).read_text("utf-8") != text
    ]
    assert stale == [], "run make manual"
