"""The pages that anchors are measured on: the samples and the labelled papers, among them printed ones without end."""

from __future__ import annotations

from pathlib import Path

from tests.printer.page import print_page

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = [path for folder in ("seeds", "tests/papers") for path in sorted((ROOT / folder).glob("*.txt"))]


def page_text(number: int) -> str:
    """Every third page is printed, and all are once the files have been used."""
    file = number - number // 3
    if number % 3 == 2 or file >= len(FILES):
        return print_page(number, ("light", "medium")[number % 2]).text
    return FILES[file].read_text("utf-8")
