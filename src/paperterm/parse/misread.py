"""Names in which one character was likely misread: the page prints nearly the same name more often."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from paperterm.model import Article, Caution
from paperterm.parse.dates_agree import LineOf
from paperterm.parse.mentions import DOT, is_surname, people, places
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

Slip = tuple[str, str, int]
"""A name misread, the right one, and where in the page's text the former stands."""


def misread_names(articles: Sequence[Article], line_of: LineOf) -> list[Caution]:
    """The rarer of two names that differ in one character, where it stands once on the page. Either the two characters
    look alike, or somebody speaks who was never introduced, in a text that speaks of the other one."""
    blocks = [block for article in articles for block in article.blocks if block.role in ("body", "digest")]
    whole = "\n".join(block.text for block in blocks)
    signed = {name for article in articles for name in article.byline if len(name) >= FULL}
    slips = [*_people(whole, signed), *_places(whole)]
    if not slips:
        return []
    starts = list(accumulate((len(block.text) + 1 for block in blocks), initial=0))
    found: list[Caution] = []
    for odd, name, at in slips:
        number = bisect_right(starts, at) - 1
        message = f"{odd} is likely {name} misread: this page prints that name elsewhere."
        found.append(Caution("misread-name", line_of(blocks[number], at - starts[number]), message))
    return found


def _people(whole: str, signed: set[str]) -> Iterator[Slip]:
    mentions = list(islice(people(whole), MOST))
    times: Counter[str] = Counter()
    titled: set[str] = set()
    for mention in mentions:
        person = mention.person(whole)
        if person:
            times[person] += 1
            if mention.titled:
                titled.add(person)
    often = {name for name, count in times.items() if count >= TWICE or DOT in name if whole.count(name) >= OFTEN}
    masks = _masks(often | signed)
    ends = {end for name in often | signed for end in (name[0], name[-1])}
    told: set[str] = set()
    for mention in mentions:
        if ends.isdisjoint(mention.around(whole)):
            continue
        for odd, at in mention.strings(whole):
            if odd in often:
                break
            if odd in told:
                continue
            for mask in _masked(odd):
                name = masks.get(mask)
                if name is None or (odd in signed and name not in often) or whole.count(odd) > 1:
                    continue
                unknown = len(odd) >= FULL and name in titled and not (mention.titled or whole[at - 1 : at].isalpha())
                if _slip(odd, name, mask.index("_"), unknown):
                    told.add(odd)
                    yield odd, name, at
                    break


def _slip(odd: str, name: str, place: int, unknown: bool) -> bool:
    """Is the one likely a slip for the other? Another surname makes another person."""
    if place == 0:
        return not is_surname(odd[0]) and alike(fold(odd[0]), fold(name[0]))
    return unknown or alike(fold(odd[place]), fold(name[place]))


def _places(whole: str) -> Iterator[Slip]:
    found = list(islice(places(whole), MOST))
    times = Counter(name for name, _ in found)
    masks = _masks(name for name, count in times.items() if count >= OFTEN)
    for odd, at in found if masks else ():
        if times[odd] > 1:
            continue
        for mask in _masked(odd):
            name = masks.get(mask)
            place = mask.index("_")
            if name and alike(fold(odd[place]), fold(name[place])) and whole.count(odd) == 1:
                yield odd, name, at


def _masks(names: Iterable[str]) -> dict[str, str]:
    """Every name by each of its forms with one character left open."""
    return {mask: name for name in sorted(names) for mask in _masked(name)}


def _masked(name: str) -> Iterator[str]:
    return (f"{name[:place]}_{name[place + 1 :]}" for place in range(len(name)))
