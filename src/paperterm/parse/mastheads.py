"""A masthead's line without the facts that have a form of their own: what is left may be a name or a page number."""

from __future__ import annotations

import re
from functools import lru_cache

from paperterm.parse import patterns as form
from paperterm.text.dates import printed_dates

ENGLISH_WEEKDAY = re.compile(
    r"(?<![a-z.@/-])(?:(?P<full>mon|tues|wednes|thurs|fri|satur|sun)day|(?P<short>mon|tue|wed|thu|fri|sat|sun))(?![a-z.@-])"
)
_FORMS = (
    form.ISSUE_TOTAL, form.ISSUE_NUMBER, form.PAGE_COUNT, form.CN_NUMBER, form.LUNAR, form.WEEKDAY, ENGLISH_WEEKDAY,
)  # fmt: skip


@lru_cache(maxsize=256)  # the lines of a masthead are asked for several facts each
def without_facts(folded: str) -> str:
    """The line with spaces in place of dates, weekdays, numbers of issue and registration, and the count of pages."""
    for found in printed_dates(folded):
        folded = folded[: found.start] + " " * (found.end - found.start) + folded[found.end :]
    for pattern in _FORMS:
        folded = pattern.sub(lambda match: " " * len(match[0]), folded)
    return folded
