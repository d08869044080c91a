"""Do the names of a file and its folders agree with what the page in it prints?"""

from __future__ import annotations

from dataclasses import replace

from paperterm.model import Caution, IssueFacts, Page
from paperterm.text.fold import fold
from paperterm.text.romanise import syllables


def with_names_checked(page: Page, named: IssueFacts) -> Page:
    """The page with a caution for each fact that it prints otherwise than the names of its file and folders say. They
    stand at the first line of its masthead."""
    printed = page.issue
    found = []
    if printed.paper and named.paper and not _same_paper(printed.paper, named.paper):
        found.append(f"This page names the paper {printed.paper}, its file or folder {named.paper}.")
    if printed.date and named.date and printed.date != named.date:
        found.append(f"This page prints the date {printed.date}, its file or folder has {named.date}.")
    if printed.page and named.page and printed.page != named.page:
        found.append(f"This page prints the page number {printed.page}, its file or folder has {named.page}.")
    if not found:
        return page
    line = next((block.lines[0] for block in page.furniture if block.role == "masthead"), 1)
    cautions = [*page.warnings, *(Caution("file-name", line, message) for message in found)]
    return replace(page, warnings=tuple(sorted(cautions, key=lambda caution: caution.line)))


def _same_paper(one: str, two: str) -> bool:
    """In either script, in han or pinyin; 人民日报 and 人民日报海外版 are told apart by the page only."""
    left, right = fold(one), fold(two)
    if left.isascii() or right.isascii():
        return syllables(one) == syllables(two)
    return left in right or right in left
