"""What the names of file and folders say is compared with what the page prints."""

from __future__ import annotations

import pytest

from paperterm.ingest.agreement import with_names_checked
from paperterm.model import Block, Caution, IssueFacts, Page

FURNITURE = (Block("furniture", "某某", (1,)), Block("masthead", "江城日报", (3,)))
LATER = Caution("no-text", 9, "This headline has no text on the page.")


def page(**printed: str | int) -> Page:
    return Page(IssueFacts(**printed), (), FURNITURE, (LATER,))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "named", "message"),
    [
        (
            {"date": "2025-03-25"},
            {"date": "2025-03-26"},
            "prints the date 2025-03-25, its file or folder has 2025-03-26",
        ),
        ({"page": 3}, {"page": 2}, "prints the page number 3, its file or folder has 2"),
        ({"paper": "江城日报"}, {"paper": "江源日报"}, "names the paper 江城日报, its file or folder 江源日报"),
    ],
)
def test_a_contradiction_is_named_at_the_masthead(printed, named, message):
    found = with_names_checked(page(**printed), IssueFacts(**named)).warnings
    assert found == (Caution("file-name", 3, f"This page {message}."), LATER)


@pytest.mark.parametrize(
    ("printed", "named"),
    [
        ({"date": "2025-03-25"}, {}),
        ({}, {"date": "2025-03-25", "page": 3, "paper": "江城日报"}),
        ({"paper": "大公報"}, {"paper": "大公报"}),
        ({"paper": "人民日报海外版"}, {"paper": "人民日报"}),
        ({"paper": "Changjiang Ribao"}, {"paper": "长江日报"}),
    ],
)
def test_what_agrees_or_is_not_printed_is_no_contradiction(printed, named):
    assert with_names_checked(page(**printed), IssueFacts(**named)).warnings == (LATER,)
