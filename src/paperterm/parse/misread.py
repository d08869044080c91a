"""Names in which one character was likely misread: the page prints nearly the same name more often."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import eq

from paperterm.model import Article, Caution
from paperterm.parse.article_days import LineOf
from paperterm.parse.mentions import DOT, LONGEST, is_surname, people, person, places, strings
from paperterm.text.fold import fold
from paperterm.text.shapes import alike

OFTEN = 3
"""Times that a name stands on the page to be taken for the right one, where no byline prints it."""
TWICE = 2
"""Times that people are mentioned by it."""
FULL = 3
"""Characters of a name of which one may be wrong and the rest still tell whose it is."""
MOST = 2_000
"""Mentions that are looked at; no page has as many."""

READ = 40_000
"""Characters of a page that are looked at: no page has as many."""
EDGE = "\n" * LONGEST
"""So that names at the text's ends are found."""

Slip = tuple[str, str]
"""A name misread, and the right one."""


def misread_names(articles: Sequence[Article], line_of: LineOf) -> list[Caution]:
    """The rarer of two names that differ in one character, where it stands once on the page. Either the two characters
    look alike, or somebody speaks who was never introduced, in a text that speaks of the other one."""
    blocks = [block for article in articles for block in article.blocks if block.role in ("body", "digest")]
    whole = EDGE + "\n".join(block.text for block in blocks)[:READ] + EDGE
    signed = {name for article in articles for name in article.byline if len(name) >= FULL}
    slips = [*_people(whole, signed), *_places(whole)]
    if not slips:
        return []
    starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=len(EDGE)))
    found: list[Caution] = []
    for odd, name in slips:
        at = whole.index(odd)
        number = bisect_right(starts, at) - 1
        message = f"{odd} is likely {name} misread: this page prints that name elsewhere."
        found.append(Caution("misread-name", line_of(blocks[number], at - starts[number]), message))
    return found


def _people(whole: str, signed: set[str]) -> Iterator[Slip]:
    before, behind = (some[:MOST] for some in people(whole))
    titled = [name for around in behind if (name := person(around, True))]
    times = Counter(titled + [name for around in before if (name := person(around, False))])
    often = {n for n, count in times.items() if count >= TWICE or DOT in n if whole.count(n) >= OFTEN}
    near = Neighbours(often | signed)
    told: set[str] = set()
    for behind_title, around in (*((False, around) for around in before), *((True, around) for around in behind)):
        if near.far(around):
            continue
        for odd in strings(around, behind_title):
            if odd in often:
                break
            for name, place in near.of(odd):
                if odd in told or (odd in signed and name not in often):
                    continue
                unknown = name in titled and not behind_title and _unknown(whole, odd)
                if _slip(odd, name, place, unknown) and whole.count(odd) == 1:
                    told.add(odd)
                    yield odd, name


def _unknown(whole: str, odd: str) -> bool:
    """Does a clause begin with the name, as if everybody knew who that is?"""
    return len(odd) >= FULL and not whole[whole.index(odd) - 1].isalpha()


def _slip(odd: str, name: str, place: int, unknown: bool) -> bool:
    """Is the one likely a slip for the other? Another surname makes another person."""
    if place == 0:
        return not is_surname(odd[0]) and alike(fold(odd[0]), fold(name[0]))
    return unknown or alike(fold(odd[place]), fold(name[place]))


def _places(whole: str) -> Iterator[Slip]:
    times = Counter(places(whole)[:MOST])
    often = [name for name, count in times.items() if count >= OFTEN]
    if not often:
        return
    near = Neighbours(often)
    openings = set().union(*(name[:2] for name in often))  # at least one of the two is right
    for odd, count in times.items():
        if count > 1 or openings.isdisjoint(odd[:2]):
            continue
        for name, place in near.of(odd):
            if alike(fold(odd[place]), fold(name[place])) and whole.count(odd) == 1:
                yield odd, name


class Neighbours:
    """Names, to be found by others that differ from them in one character: the first or the last one is the same then."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_end: dict[str, list[str]] = {}
        for name in sorted(names):
            for end in dict.fromkeys((name[0], name[-1])):
                self._by_end.setdefault(end, []).append(name)

    def far(self, around: str) -> bool:
        """Stands no character there that a name begins or ends with? This is told quickly."""
        return self._by_end.keys().isdisjoint(around)

    def of(self, odd: str) -> list[tuple[str, int]]:
        """The names that differ from `odd` in one character, and where."""
        size = len(odd)
        found: list[tuple[str, int]] = []
        if odd[0] not in self._by_end and odd[-1] not in self._by_end:
            return found
        for end in (0, -1):
            for name in self._by_end.get(odd[end], ()):
                if len(name) == size and sum(map(eq, name, odd)) == size - 1:
                    place = next(place for place in range(size) if name[place] != odd[place])
                    if (name, place) not in found:
                        found.append((name, place))
        return found
