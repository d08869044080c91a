"""Passages that stand in one article and speak of another: OCR read the columns in the wrong order."""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.model import Article, Block, Caution
from paperterm.parse.affinity import pairs
from paperterm.parse.modularity import Modularity

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
AT_HOME, ELSEWHERE = 0.0, 4.0
"""The most surplus that it shares with the rest of its article, and the least with the other one."""
BODY = 0.6
"""What a unit of surplus over a text is worth, against one over a headline (`chains`)."""
RELATED = 1.0
"""Two articles that share more surplus are about one thing: what speaks of the one may stand in the other."""


def strays(articles: Sequence[Article]) -> list[Caution]:
    """The paragraphs that share more with another article of the page than is usual, its headline included, and neither
    anything with their own headline nor more than usual with their own text.

    The limits were set on pages of known truth: four of five that are told are in the wrong place."""
    if not 1 < len(articles) <= ARTICLES or sum(len(article.blocks) for article in articles) > BLOCKS:
        return []
    suspects = _suspects(articles)
    return _compared(articles, suspects) if suspects else []


def _suspects(articles: Sequence[Article]) -> list[tuple[int, Block, list[int]]]:
    """Paragraphs that name nothing of their own headline but something of others: their article, and the others. Told
    without comparing all with all, which costs more."""
    titles = [
        set().union(*(pairs(block.text) for block in article.blocks if block.role in TITLES)) for article in articles
    ]
    texts = ["\n".join(block.text for block in article.blocks) for article in articles]
    found = []
    for own, article in enumerate(articles):
        bodies = [block for block in article.blocks if block.role == "body"]
        if len(bodies) < FEWEST or not titles[own]:
            continue
        rest = [(other, words - titles[own]) for other, words in enumerate(titles) if other != own and words]
        for block in bodies:
            text = block.text
            if len(text) < LEAST_SIZE or any(pair in text for pair in titles[own]):
                continue
            others = [other for other, words in rest if sum([pair in text for pair in words]) >= NAMED]
            if not others:
                continue
            words, home = pairs(text), texts[own].replace(text, "", 1)
            least = MORE + sum([pair in home for pair in words])
            others = [other for other in others if sum([pair in texts[other] for pair in words]) >= least]
            if others:
                found.append((own, block, others))
    return found


def _compared(articles: Sequence[Article], suspects: Sequence[tuple[int, Block, list[int]]]) -> list[Caution]:
    bags: list[set[str]] = []
    places: dict[int, int] = {}
    heads: list[list[int]] = [[] for _ in articles]
    texts: list[list[int]] = [[] for _ in articles]
    for number, article in enumerate(articles):
        for block in article.blocks:
            if block.role in TITLES or block.role in ("body", "heading"):
                places[id(block)] = len(bags)
                (heads if block.role in TITLES else texts)[number].append(len(bags))
                bags.append(pairs(block.text))
    shares = Modularity(bags)
    found: list[Caution] = []
    for own, block, others in suspects:
        place = places[id(block)]
        rest = [one for one in texts[own] if one != place]
        if shares.of([place], rest) > AT_HOME:
            continue
        worth = {other: shares.of([place], heads[other]) + BODY * shares.of([place], texts[other]) for other in others}
        best = max(others, key=worth.__getitem__)
        if worth[best] < ELSEWHERE or shares.of([*heads[own], *rest], [*heads[best], *texts[best]]) > RELATED:
            continue
        message = f"This passage speaks of what “{articles[best].title}” is about: it may belong there."
        found.append(Caution("stray-passage", block.lines[0], message))
    return found
