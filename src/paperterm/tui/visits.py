"""The places visited, and going back and forth through them, as in a browser. Pure."""

from __future__ import annotations

from typing import NamedTuple

MOST = 500
"""Places that are remembered; the oldest are forgotten first."""


class Visit(NamedTuple):
    """A place in an article: character `offset` of block `block`."""

    article: str
    block: int
    offset: int


class Visits:
    """The places in the order they were visited; one stands at one of them. What lies ahead is forgotten when one leaps
    elsewhere from there."""

    def __init__(self) -> None:
        self._behind: list[Visit] = []
        self._ahead: list[Visit] = []

    def leave(self, here: Visit) -> None:
        """One leaps from `here` to another place."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
        del self._behind[:-MOST]
        self._ahead.clear()

    def back(self, here: Visit) -> Visit | None:
        """The place before, when one stands at `here`; None where there is none."""
        return _step(self._behind, self._ahead, here)

    def forth(self, here: Visit) -> Visit | None:
        """The place that one came back from; None where there is none."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Visit], target: list[Visit], here: Visit) -> Visit | None:
    # Who leapt from a place and has not moved since would come back to where they are.
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    target.append(here)
    return source.pop()
