"""Headline blocks of neighbouring stories that OCR read one after the other, before their texts: kickers in a row, then
headlines in a row. Each line goes to the text that it has to do with, as far as the forms of headline blocks allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from paperterm.parse.articles import Item
from paperterm.parse.braids import unbraid
from paperterm.parse.chains import Chain, Worth
from paperterm.parse.stacked import touch
from paperterm.parse.states import OPENING
from paperterm.parse.turns import Rows, ways

TEXTS, LINES = 4, 10
"""Texts and lines of headlines that are dealt out together, at most."""
BEAM = 64
"""Ways to deal that are followed up."""
EARN = 2.7
"""What dealing anew must earn."""
TOLD = 2.45
"""What the labels' word weighs on whether a line begins a block."""
BOUND = 0.69
"""What it costs to part a line from the next where ends or begins with —— or stands in brackets what belongs together."""
ASKEW = 3.0
"""What it costs that a kicker follows its headline, or a headline its deck."""
TWICE = 1.0
"""What it costs that a block has a second headline apart from the first."""
HEADLESS, NAMELESS = 4.1, 3.78
"""What is missing where a block has no headline, and where a text has no block."""
LEFT = 1.9
"""What it costs to leave a line without a text."""
NOBODY = -1
"""The text of a line that is left without one."""
KICKERS, HEADLINES, DECKS = frozenset("PQLN"), frozenset("TU"), frozenset("ED")

Owners = tuple[int, ...]
"""To which text each line goes, by the texts' numbers."""


def deal_headlines(worth: Worth, chains: Sequence[Chain]) -> bool:
    """Deal the lines of stacked headline blocks to the texts below them, and the pieces of those texts where they were
    read in turn or run into one. The chains are changed, some may be left with neither titles nor text; says whether any
    was changed."""
    changed = False
    for stack, texts in _stacks(worth, chains):
        _unbraid_unnamed(worth, texts)
        changed |= _Stack(worth, stack, texts).deal()
    return changed


def _stacks(worth: Worth, chains: Sequence[Chain]) -> Iterator[tuple[list[Chain], list[Chain]]]:
    """Headline blocks on end, and the texts below them up to the next headline, the last block's own among them."""
    index = 0
    while index < len(chains):
        stack = [chains[index]]
        index += 1
        if not stack[0].titles:
            continue
        while stack[-1].bare and index < len(chains) and touch(worth, stack[-1], chains[index]):
            stack.append(chains[index])
            index += 1
        texts = [stack[-1]] if stack[-1].pieces else []
        for chain in chains[index:]:
            if chain.titles:
                break
            first = worth.pieces[chain.pieces[0]]
            if not (first.headed or first.photo or first.continued):
                texts.append(chain)
        if texts and (len(stack) > 1 or len(texts) > 1) and 1 < sum(len(block.titles) for block in stack) <= LINES:
            yield stack, texts[:TEXTS]


def _unbraid_unnamed(worth: Worth, texts: Sequence[Chain]) -> None:
    """Tell the texts apart by themselves: whose headline a line is, nobody knows yet."""
    lines = [text.lines for text in texts]
    for text in texts:
        text.lines = []
    unbraid(worth, texts)
    for text, mine in zip(texts, lines, strict=True):
        text.lines = mine


class _Stack:
    """A stack of headline blocks with the texts below it."""

    def __init__(self, worth: Worth, stack: Sequence[Chain], texts: Sequence[Chain]) -> None:
        self._worth, self._stack, self._texts = worth, stack, texts
        self._titles = [item for block in stack for item in block.titles]
        self._lines = [line for block in stack for line in block.lines]
        self._homes = [block for block in stack for _ in block.titles]

    def deal(self) -> bool:
        """Is there a better way than the one in which the page stands? Then it is taken."""
        rows: Rows = tuple(sorted(tuple(text.pieces) for text in self._texts))
        most = 1
        if len(self._stack) > 1 or (len(rows) > 1 and len(self._titles) > 2):
            openings = sum(item.state in OPENING for item in self._titles)
            most = min(TEXTS, max(openings, len(rows)))
        now = tuple(rows.index(tuple(home.pieces)) if home.pieces else NOBODY for home in self._homes)
        found: list[tuple[float, Owners, Rows]] = []
        for score, dealt in ways(self._worth, rows, most):
            table = self._table(dealt)
            if not found:
                found.append((score + table.value(now) + EARN, now, rows))
            more, owners = table.best()
            found.append((score + more, owners, dealt))
        _, owners, dealt = max(found, key=itemgetter(0))
        return (owners, dealt) != (now, rows) and self._take(owners, dealt)

    def _table(self, rows: Rows) -> _Table:
        return _Table(self._worth, self._titles, self._lines, [bool(home.pieces) for home in self._homes], rows)

    def _take(self, owners: Owners, rows: Rows) -> bool:
        """Deal in this way, if there is a block for each text that begins anew."""
        hosts = {text.pieces[0]: text for text in self._texts}
        kept = {home for home, one in zip(self._homes, owners, strict=True) if one == NOBODY}
        free = [block for block in self._stack if block.bare and block not in kept]
        new = [row[0] for row in rows if row[0] not in hosts]
        if len(new) > len(free):
            return False
        hosts |= zip(new, free, strict=False)
        self._worth.seams.follow(rows, new)
        row_of = {hosts[row[0]]: number for number, row in enumerate(rows)}
        for chain in {*self._stack, *self._texts}:
            own = row_of.get(chain)
            mine = [n for n, one in enumerate(owners) if (self._homes[n] is chain if one == NOBODY else own == one)]
            chain.titles = [self._titles[n] for n in mine]
            chain.lines = [self._lines[n] for n in mine]
            chain.pieces = list(rows[own]) if own is not None else []
        return True


class _Table:
    """The lines of a stack and the texts to which they are dealt."""

    def __init__(
        self, worth: Worth, titles: Sequence[Item], lines: Sequence[int], kept: Sequence[bool], rows: Rows
    ) -> None:
        """`kept`: which lines cannot be left without a text."""
        self._titles, self._kept, self._rows = titles, kept, rows
        self._kin = [[worth.named([line], row) for row in rows] for line in lines]

    def best(self) -> tuple[float, Owners]:
        """The best way to deal the lines, with what it is worth."""
        hands: list[tuple[float, Owners]] = [(0.0, ())]
        for kept in self._kept:
            choice = range(0 if kept else NOBODY, len(self._rows))
            dealt = [(score + self._fit(owners, one), (*owners, one)) for score, owners in hands for one in choice]
            hands = sorted(dealt, key=lambda hand: -hand[0])[:BEAM]
        return max(((score - self._missing(owners), owners) for score, owners in hands), key=itemgetter(0))

    def value(self, owners: Owners) -> float:
        return sum(self._fit(owners[:n], one) for n, one in enumerate(owners)) - self._missing(owners)

    def _fit(self, owners: Owners, one: int) -> float:
        """What it is worth that the line after those dealt to `owners` goes to text `one`."""
        place = len(owners)
        item = self._titles[place]
        score = self._kin[place][one] if one != NOBODY else -LEFT
        if owners:
            together = owners[-1] == one
            if together == (item.state in OPENING):
                score -= TOLD
            begun = item.folded.lstrip().startswith("—") or item.traits.bracketed
            if not together and (begun or self._titles[place - 1].traits.dash):
                score -= BOUND
        if one == NOBODY:
            return score
        mine = {self._titles[n].state for n, owner in enumerate(owners) if owner == one}
        if (item.state in KICKERS and mine - KICKERS) or (item.state in HEADLINES and mine & DECKS):
            score -= ASKEW
        elif item.state == "T" and mine & HEADLINES:
            score -= TWICE
        return score

    def _missing(self, owners: Owners) -> float:
        """What the blocks lack as they are dealt."""
        lack = 0.0
        for number in range(len(self._rows)):
            mine = {self._titles[n].state for n, one in enumerate(owners) if one == number}
            lack += NAMELESS if not mine else 0.0 if mine & HEADLINES else HEADLESS
        return lack
