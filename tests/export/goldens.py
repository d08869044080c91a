"""The bytes that exports of the made-up articles have. `python -m tests.export` writes them anew; read the diff."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from paperterm.config.settings import CITATIONS
from paperterm.export import rendering
from paperterm.export.forms import FORMS, of_articles, of_notes
from paperterm.export.reference import reference
from paperterm.export.styles import WRITERS
from tests.export.made import ITEMS, KEPT, wish

FOLDER = Path(__file__).parent / "goldens"
ENDINGS = {"ris": ".ris", "bibtex": ".bib", "biblatex": ".bib", "csl-json": ".json"}


def goldens() -> Iterator[tuple[str, bytes]]:
    """Every golden by its path in the folder."""
    for form in of_articles():
        if FORMS[form].text:
            yield f"articles{FORMS[form].ending}", rendering.articles(ITEMS, wish(form))
    for form in of_notes():
        yield f"notes{FORMS[form].ending}", rendering.records(KEPT, wish(form))
    for path, content in rendering.article_folder(ITEMS, wish("markdown")):
        yield f"vault/{path}", content
    found = [reference(item) for item in ITEMS]
    for style in CITATIONS:
        yield f"{style}{ENDINGS.get(style, '.txt')}", WRITERS[style](found).encode("utf-8")


def write() -> None:
    for path, content in goldens():
        (FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / path).write_bytes(content)
