"""Pages as they stood before they were printed, made up for learning: `tests/manuscripts/*.txt`.

A block begins with a line `@story`, `@photo`, `@brief`, `@masthead` or `@furniture`. In the first three every line is a
role, a tab and a text, in the order in which they are printed; a headline, kicker or deck of several lines has its role on
each. In the other two a line is the text of a line that belongs to no article. Blank lines mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.fitting.truth import Labelled
from tests.printer.scoring import scorer

FOLDER = Path(__file__).resolve().parents[1] / "manuscripts"
PAGE_LINES = {"masthead", "furniture"}
ARTICLES = {"story", "photo", "brief"}
GO_ON = {"headline", "kicker", "deck"}
"""Lines of these roles on end are one text."""


def manuscripts(folder: Path = FOLDER) -> Iterator[Labelled]:
    for path in sorted(folder.glob("*.txt")):
        yield read(path.read_text("utf-8"), path.stem)


def read(text: str, name: str) -> Labelled:
    """One manuscript as a clean page, a line for each of its lines. Raises ValueError for what is not of this form."""
    lines: list[str] = []
    labels = scorer().Labels()
    labels.meta = {"issue": {}, "articles": {}}
    mastheads: set[int] = set()
    block = article = before = ""
    for number, row in enumerate(text.split("\n"), 1):
        if not row.strip():
            continue
        if row.startswith("@"):
            block, before = row.strip()[1:], ""
            if block not in PAGE_LINES | ARTICLES:
                raise ValueError(f"{name}, line {number}: no block is called {block}")
            if block in ARTICLES:
                article = f"a{len(labels.paragraphs) + 1:02d}"
                labels.paragraphs[article] = []
                labels.meta["articles"][article] = {"kind": "photo" if block == "photo" else "story"}
            continue
        place = len(lines) + 1
        if block in PAGE_LINES:
            lines.append(row.strip())
            labels.article[place], labels.role[place] = "-", frozenset(("furniture",))
            if block == "masthead":
                mastheads.add(place)
            continue
        role, _, said = row.partition("\t")
        if not block or not said.strip():
            raise ValueError(f"{name}, line {number}: a role, a tab and a text are needed")
        lines.append(said.strip())
        labels.article[place], labels.role[place] = article, frozenset(role.split("+"))
        if role == before and role in GO_ON:
            labels.paragraphs[article][-1].append(place)
        else:
            labels.paragraphs[article].append([place])
        before = role
    return Labelled(name, "\n".join(lines), labels, frozenset(mastheads))
