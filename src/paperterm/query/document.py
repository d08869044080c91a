"""An article as a query sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from paperterm.text.fold import HAN, HAN_RANGES, fold, without_gaps


@dataclass(frozen=True)
class Document:
    """One article with what fields ask for; `date` is ISO 8601. `blocks` are (role, text) pairs in reading order.

    Folding waits until a term asks for it.
    """

    id: str
    headline: str | None
    title: str
    paper: str | None
    date: str | None
    page: int | None
    column: str | None
    kind: str
    byline: tuple[str, ...]
    blocks: tuple[tuple[str, str], ...]

    @cached_property
    def folded(self) -> tuple[FoldedText, ...]:
        """The blocks' texts, ready for searching; folded at once, which takes less time than one by one."""
        whole = fold("".join(text for _, text in self.blocks))
        ends = list(accumulate((len(text) for _, text in self.blocks), initial=0))
        return tuple(FoldedText(whole[start:end]) for start, end in pairwise(ends))

    @cached_property
    def length(self) -> int:
        """Characters of all blocks."""
        return sum(len(text) for _, text in self.blocks)


class FoldedText:
    """A folded text in which needles can be found, white space between two han passed over."""

    __slots__ = ("_folded", "_joined")

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._joined = without_gaps(folded)

    def holds(self, needle: str, fuzzy: bool = False) -> bool:
        return nearly(needle).search(self._joined) is not None if fuzzy else needle in self._joined

    def count_of(self, needle: str, fuzzy: bool = False) -> int:
        """In how many places the needle stands."""
        return len(nearly(needle).findall(self._joined)) if fuzzy else self._joined.count(needle)

    def places(self, needle: str, fuzzy: bool = False) -> list[tuple[int, int]]:
        """Start and end of each place where the needle stands, in the text's own characters; none overlap."""
        if fuzzy:
            pattern = nearly(needle, spaces=len(self._joined) < len(self._folded))
            return [match.span() for match in pattern.finditer(self._folded)]
        if needle not in self._joined:
            return []
        if len(self._joined) < len(self._folded):
            return [match.span() for match in spaced(needle).finditer(self._folded)]
        found, size, here = [], len(needle), self._folded.find(needle)
        while here >= 0:
            found.append((here, here + size))
            here = self._folded.find(needle, here + size)
        return found


@lru_cache(maxsize=64)
def spaced(needle: str) -> re.Pattern[str]:
    """The needle with white space allowed between two han."""
    parts = [re.escape(needle[:1])]
    for one, next in pairwise(needle):
        parts += [r"\s*" if _is_han(one) and _is_han(next) else "", re.escape(next)]
    return re.compile("".join(parts))


def _is_han(character: str) -> bool:
    return any(first <= character <= last for first, last in HAN_RANGES)


@lru_cache(maxsize=64)
def nearly(needle: str, spaces: bool = False) -> re.Pattern[str]:
    """The needle, or what differs from it in one character that is no line's end; with `spaces`, white space may stand
    between two han."""
    forms = [re.escape(needle)]
    forms += [f"{re.escape(needle[:at])}.{re.escape(needle[at + 1 :])}" for at in range(len(needle))]
    if spaces:
        gap = f"(?:(?<=[{HAN}])\\s*(?=[{HAN}]))?"
        parts = [re.escape(character) for character in needle]
        forms = [gap.join(parts)]
        forms += [gap.join([*parts[:at], "[^\\n]", *parts[at + 1 :]]) for at in range(len(parts))]
    return re.compile("|".join(forms))
