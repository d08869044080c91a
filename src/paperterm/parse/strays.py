"""Passages that stand in one article and speak of another: OCR read the columns in the wrong order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from paperterm.model import Article, Caution
from paperterm.parse.affinity import Affinity, pairs
from paperterm.text.fold import fold

ARTICLES, BLOCKS = 60, 400
"""A page that holds more is no newspaper page."""
FEWEST = 3
"""Paragraphs of an article in which a stray one is looked for."""
LEAST_SIZE = 40
"""Characters of a paragraph that tell what it speaks of."""
CLEARLY, LEAST_PAIRS = 5.0, 7
"""Times as much weight it has in common with the other article as with its own, and pairs at least."""
MOST_SHARED = 0.15
"""Share of its weight that it has in common with its own article at most."""


def strays(articles: Sequence[Article]) -> list[Caution]:
    """The paragraphs that share rare pairs of characters with another article of the page, among them some of its
    headline, and hardly any with their own. To be asked of pages on which something else is torn: others
    have hardly any, and comparing all paragraphs takes a fifth as long as the parsing."""
    if not 1 < len(articles) <= ARTICLES or sum(len(article.blocks) for article in articles) > BLOCKS:
        return []
    texts = [[(block, pairs(fold(block.text))) for block in article.blocks] for article in articles]
    affinity = Affinity(words for text in texts for block, words in text if block.role == "body")
    counts = [Counter(pair for _, words in text for pair in words) for text in texts]
    titles = [pairs(fold(article.headline or "")) for article in articles]
    found: list[Caution] = []
    for own, text in enumerate(texts):
        bodies = [(block, words) for block, words in text if block.role == "body"]
        for block, words in bodies[1:] if len(bodies) >= FEWEST else ():
            if len(block.text) < LEAST_SIZE or words & titles[own]:
                continue
            at_home = affinity.weight(pair for pair in words if counts[own][pair] > 1)
            if at_home > MOST_SHARED * affinity.weight(words):
                continue
            shares = [(affinity.weight(words & others.keys()), at) for at, others in enumerate(counts) if at != own]
            elsewhere, other = max(shares, key=lambda share: share[0])
            clear = elsewhere >= CLEARLY * at_home and len(words & counts[other].keys()) >= LEAST_PAIRS
            if clear and len(words & titles[other]) > 1:
                message = f"This passage speaks of what “{articles[other].title}” is about: it may belong there."
                found.append(Caution("stray-passage", block.lines[0], message))
    return found
