"""Headline blocks of neighbouring stories that OCR read one after the other, before their texts: kickers in a row, then
headlines in a row. Each line goes to the text that it has to do with, as far as the forms of headline blocks allow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from paperterm.parse.braids import unbraid
from paperterm.parse.chains import Chain, Worth
from paperterm.parse.stacked import touch
from paperterm.parse.states import OPENING

TEXTS, LINES = 4, 10
"""Texts and lines of headlines that are dealt out together, at most."""
BEAM = 64
"""Ways to deal that are followed up."""
EARN = 2.7
"""What dealing anew must earn."""
TOLD = 1.5
"""What the labels' word weighs on whether a line begins a block."""
BOUND = 2.2
"""What it costs to part a line from the next where ends or begins with —— or stands in brackets what belongs together."""
ASKEW = 3.0
"""What it costs that a kicker follows its headline, or a headline its deck."""
TWICE = 1.0
"""What it costs that a block has a second headline apart from the first."""
HEADLESS, NAMELESS = 5.4, 2.7
"""What is missing where a block has no headline, and where a text has no block."""
LEFT = 3.0
"""What it costs to leave a line without a text."""
NOBODY = -1
"""The text of a line that is left without one."""
KICKERS, HEADLINES, DECKS = frozenset("PQLN"), frozenset("TU"), frozenset("ED")

Owners = tuple[int, ...]
"""To which text each line goes, by the texts' numbers."""


def deal_headlines(worth: Worth, chains: Sequence[Chain]) -> bool:
    """Deal the lines of stacked headline blocks to the texts below them. The chains are changed, some may be left with
    neither titles nor text; says whether any was changed."""
    changed = False
    for stack, texts in _stacks(worth, chains):
        _unbraid_unnamed(worth, texts)
        changed |= _Table(worth, stack, texts).deal()
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


class _Table:
    """The lines of a stack and the texts to which they are dealt."""

    def __init__(self, worth: Worth, stack: Sequence[Chain], texts: Sequence[Chain]) -> None:
        self._stack, self._texts = stack, texts
        self._titles = [item for block in stack for item in block.titles]
        self._lines = [line for block in stack for line in block.lines]
        self._homes = [block for block in stack for _ in block.titles]
        self._kin = [[worth.named([line], text.pieces) for text in texts] for line in self._lines]

    def deal(self) -> bool:
        """Is there a better way than the one in which the page stands? Then it is taken."""
        hands: list[tuple[float, Owners]] = [(0.0, ())]
        for home in self._homes:
            choice = range(0 if home.pieces else NOBODY, len(self._texts))
            dealt = [(score + self._fit(owners, one), (*owners, one)) for score, owners in hands for one in choice]
            hands = sorted(dealt, key=lambda hand: -hand[0])[:BEAM]
        now = tuple(self._texts.index(home) if home.pieces else NOBODY for home in self._homes)
        score, best = max(
            ((score - self._missing(owners), owners) for score, owners in hands), key=lambda hand: hand[0]
        )
        if score < self._value(now) + EARN:
            return False
        for chain in {*self._stack, *self._texts}:
            mine = [n for n, one in enumerate(best) if chain is (self._homes[n] if one == NOBODY else self._texts[one])]
            chain.titles = [self._titles[n] for n in mine]
            chain.lines = [self._lines[n] for n in mine]
        return True

    def _value(self, owners: Owners) -> float:
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
        for number in range(len(self._texts)):
            mine = {self._titles[n].state for n, one in enumerate(owners) if one == number}
            lack += NAMELESS if not mine else 0.0 if mine & HEADLINES else HEADLESS
        return lack
