"""Passages that stand in one article and speak of another: OCR read the columns in the wrong order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from paperterm.model import Article, Block, Caution
from paperterm.parse.affinity import READ, pair_codes, pairs, within
from paperterm.parse.lines import Line
from paperterm.parse.modularity import Modularity
from paperterm.text.fold import fold

ARTICLES, BLOCKS = 60, 400
"""A page that holds more is no newspaper page."""
TITLES = ("headline", "kicker", "deck")
FEWEST = 3
"""Paragraphs of an article in which a stray one is looked for."""
LEAST_SIZE = 25
"""Characters of a paragraph that tell what it speaks of."""
NAMED, MORE = 2, 2
"""Pairs of characters that the passage has in common with the other headline at least; how many more with the other
article than with its own."""
AT_HOME, ELSEWHERE = 0.0, 11.0
"""The most surplus that it shares with the rest of its article, and the least with the other one."""
BODY = 0.6
"""What a unit of surplus over a text is worth, against one over a headline (`chains`)."""
RELATED = 1.0
"""Two articles that share more surplus are about one thing: what speaks of the one may stand in the other."""


Words = set[int]
"""Pairs of characters, as `pair_codes` gives them."""


def strays(articles: Sequence[Article], lines: Sequence[Line] = ()) -> list[Caution]:
    """The paragraphs that share more with another article of the page than is usual, its headline included, and neither
    anything with their own headline nor more than usual with their own text. `lines`, those of the page, have been
    folded already, which saves time.

    The limits were set on pages of known truth: those told are in the wrong place, six of six on labelled pages, eight of
    fifteen on pages printed anew whose stories are torn into strips."""
    if not 1 < len(articles) <= ARTICLES or sum(len(article.blocks) for article in articles) > BLOCKS:
        return []
    known = {line.number: line for line in lines}
    texts = [_Text(article, known) for article in articles]
    suspects = [found for number, text in enumerate(texts) for found in text.suspects(texts, number)]
    return _compared(articles, texts, suspects) if suspects else []


class _Text:
    """The folded texts of one article's headline block and of each block of its text."""

    def __init__(self, article: Article, known: Mapping[int, Line]) -> None:
        self._known = known
        self.heads = [_read(block, known) for block in article.blocks if block.role in TITLES]
        self._title = pairs("\n".join(self.heads))
        self.blocks = [block for block in article.blocks if block.role in ("body", "heading")]

    @cached_property
    def texts(self) -> list[str]:
        return [_read(block, self._known) for block in self.blocks]

    @cached_property
    def title(self) -> Words:
        return set(pair_codes("\n".join(self.heads)))

    @cached_property
    def words(self) -> list[list[int]]:
        """The pairs of each block, some more than once."""
        return list(map(pair_codes, self.texts))

    def suspects(self, texts: Sequence[_Text], own: int) -> Iterator[tuple[int, int, list[int]]]:
        """Paragraphs that name nothing of their own headline but something of others: the article, their place in it,
        and the others. Told without comparing all with all, which costs more."""
        if not self._title or sum(block.role == "body" for block in self.blocks) < FEWEST:
            return
        for place, block in enumerate(self.blocks):
            if block.role != "body" or len(block.text) < LEAST_SIZE:
                continue
            if any(map(self.texts[place].__contains__, self._title)):  # as most do: their other pairs need not be known
                continue
            words = within(self.words[place])
            others = [n for n, text in enumerate(texts) if n != own and len(words & text.title) >= NAMED]
            if others:
                least = MORE + _common(words, (*self.words[:place], *self.words[place + 1 :]))
                others = [n for n in others if _common(words, (texts[n].title, *texts[n].words)) >= least]
            if others:
                yield own, place, others


def _common(words: Words, others: Iterable[Iterable[int]]) -> int:
    """How many of the pairs any of the others has."""
    return len(words.intersection(chain.from_iterable(others)))


def _read(block: Block, known: Mapping[int, Line]) -> str:
    """What is compared of a block's folded text, from its lines where it has them for itself."""
    first = known.get(block.lines[0])
    if first and len(block.text) == len(first.text):
        return first.folded[:READ]
    lines = list(dict.fromkeys(known[number] for number in block.lines if number in known))
    if not lines or sum(len(line.text) for line in lines) > len(block.text):
        return fold(block.text)[:READ]
    return "\n".join(line.folded[:READ] for line in lines)


def _compared(
    articles: Sequence[Article], texts: Sequence[_Text], suspects: Sequence[tuple[int, int, list[int]]]
) -> list[Caution]:
    pieces: list[str] = []
    heads: list[range] = []
    bodies: list[range] = []
    for text in texts:
        for sort, some in ((heads, text.heads), (bodies, text.texts)):
            sort.append(range(len(pieces), len(pieces) + len(some)))
            pieces += some
    shares = Modularity(pieces)
    found: list[Caution] = []
    for own, at, others in suspects:
        place = bodies[own][at]
        rest = [one for one in bodies[own] if one != place]
        if shares.of([place], rest) > AT_HOME:
            continue
        worth = {n: shares.of([place], heads[n]) + BODY * shares.of([place], bodies[n]) for n in others}
        best = max(others, key=worth.__getitem__)
        if worth[best] < ELSEWHERE or shares.of([*heads[own], *rest], [*heads[best], *bodies[best]]) > RELATED:
            continue
        message = f"This passage speaks of what “{articles[best].title}” is about: it may belong there."
        found.append(Caution("stray-passage", texts[own].blocks[at].lines[0], message))
    return found
