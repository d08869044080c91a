"""Tables of the documentation that tell what the program declares tell all of it and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paperterm.export.forms import FORMS
from paperterm.ingest.forms import ENDINGS
from paperterm.ingest.names import assumed
from paperterm.model import IssueFacts
from paperterm.notebook.backups import KEPT
from tests.docs.markdown import ROOT

DAY = re.compile(r"\d{4}-\d\d-\d\d")


def rows(page: str, head: str) -> list[tuple[list[str], str]]:
    """The rows of the table whose first column is headed so: what stands in backquotes there, and the second column."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    table = re.search(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", text, re.MULTILINE)
    assert table, f"{page} has no table of {head}"
    cells = [line.strip("| ").split(" | ") for line in table[1].splitlines()]
    return [(re.findall(r"`([^`]+)`", first), second) for first, second, *_ in cells]


def test_the_endings_that_are_read() -> None:
    assert {ending for endings, _ in rows("importing.md", "ending") for ending in endings} == set(ENDINGS)


def test_the_forms_of_an_export() -> None:
    told = {names[0]: re.findall(r"`([^`]+)`", ending)[0] for names, ending in rows("scripting.md", "form")}
    assert told == {form.id: form.ending for form in FORMS.values()}


@pytest.mark.parametrize(
    ("name", "told"), [(name, told) for names, told in rows("importing.md", "name") for name in names]
)
def test_what_is_understood_of_a_name(name: str, told: str) -> None:
    facts = assumed(Path(name))
    if told.startswith("nothing"):
        assert facts == IssueFacts()
        return
    page, day = re.search(r"page (\d+)", told), DAY.search(told)
    assert bool(facts.paper) == ("paper" in told)
    assert bool(facts.date) == (day is not None or "date" in told)
    assert day is None or facts.date == day[0]
    assert facts.page == (int(page[1]) if page else None)
    assert bool(facts.number) == ("number of the issue" in told)


def test_how_many_backups_are_kept() -> None:
    text = " ".join((ROOT / "docs" / "notebook.md").read_text("utf-8").split())
    assert "the last five states, one a day for two weeks, one a month for a year" in text
    assert (KEPT["last"], KEPT["day"], KEPT["month"]) == (5, 14, 12)
