"""Do the page numbers that a page prints agree with one another, and with the number of pages of the issue?"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.model import Caution
from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.issue import page_count
from paperterm.parse.page_numbers import LONGEST, page_number

MOST = 3
"""Labels on one page: where there are more they are an index of the issue."""


def page_labels(rest: Sequence[Item]) -> list[Caution]:
    """A page number that is not the first one printed, or higher than the number of pages."""
    if any(item.traits.size <= LONGEST and form.INDEX.match(item.folded) for item in rest):
        return []
    labels = [label for item in rest if (label := page_number(item))]
    if not labels or len(labels) > MOST:
        return []
    first, found = labels[0], []
    for label in labels[1:]:
        if label.page != first.page or (label.letter and first.letter and label.letter != first.letter):
            message = f"This line prints the page number {label.text}, line {first.line} {first.text}."
            found.append(Caution("two-page-numbers", label.line, message))
    pages = next((count for item in rest if item.state == "M" and (count := page_count(item.folded))), None)
    if pages and not first.letter and first.page > pages and not found:
        message = f"This is page {first.page} of an issue that prints that it has {pages} pages."
        found.append(Caution("page-beyond-issue", first.line, message))
    return found
