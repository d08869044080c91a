"""Tying a note to a passage, and finding the passage again after the text was corrected or parsed anew.

Several selectors are kept (W3C Web Annotation Data Model) and tried from the strictest on: the place itself, then every
place where the normalised quote stands, judged by the paragraph and the words around it, then the places that are most like
it. What cannot be told for certain is "uncertain"; nothing is ever written back into an anchor.
"""

from __future__ import annotations

from collections.abc import Iterable

from paperterm.model import Article
from paperterm.notebook.judging import judged
from paperterm.notebook.normalise import normalise, paragraph_hash
from paperterm.notebook.records import Anchor, Placement
from paperterm.notebook.surroundings import CONTEXT


def describe(article: Article, sha256: str, block: int | None, start: int | None, end: int | None) -> Anchor:
    """An anchor for characters `start` to `end` of block `block` (whole block where both are None), or for the whole
    article (`block` None). `sha256` is that of the page file's bytes. Raises ValueError, a sentence, for no such passage.
    """
    texts = [b.text for b in article.blocks]
    if block is None:
        if start is not None or end is not None:
            raise ValueError("A start and an end need the number of a block.")
        return Anchor(sha256, paragraph=_hash(max(texts, key=len, default="")))
    if not 0 <= block < len(texts):
        raise ValueError(f"There is no block {block}: the article has {len(texts)} blocks, counted from 0.")
    text = texts[block]
    start, end = 0 if start is None else start, len(text) if end is None else end
    if not 0 <= start < end <= len(text):
        raise ValueError(f"There is no passage {start} to {end} in block {block}, which has {len(text)} characters.")
    before, behind = _around(texts, block, start, end)
    offset = len(normalise(text[:start]).text)
    return Anchor(
        source=sha256,
        block=block,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=before,
        suffix=behind,
        position=sum(len(normalise(t).text) for t in texts[:block]) + offset,
        paragraph=_hash(text),
        offset=offset,
    )


def place(anchor: Anchor, article: Article) -> Placement:
    """Where the anchor stands in this article, as its text is now."""
    if anchor.block is None and not anchor.exact:
        return Placement("placed")
    texts = [b.text for b in article.blocks]
    if _unmoved(anchor, texts):
        return Placement("placed", anchor.block, anchor.start, anchor.end)
    if not anchor.exact:
        known = anchor.block is not None and 0 <= anchor.block < len(texts)
        return Placement("uncertain", anchor.block, 0, len(texts[anchor.block or 0])) if known else Placement("orphan")
    found = judged(anchor, [article], stayed=True)
    return found[1] if found else Placement("orphan")


def find(anchor: Anchor, articles: Iterable[Article]) -> tuple[Article, Placement] | None:
    """The article in which the quote stands, or may stand, and where; None where it stands in none.

    For an article that was split, renamed or moved. The anchor of a whole article is found by its longest paragraph.
    """
    if anchor.exact:
        return judged(anchor, list(articles), stayed=False)
    if anchor.block is not None or not anchor.paragraph:
        return None
    for article in articles:
        if any(_hash(b.text) == anchor.paragraph for b in article.blocks):
            return article, Placement("placed")
    return None


def _unmoved(anchor: Anchor, texts: list[str]) -> bool:
    """Does the quote stand at its old place, between the same words? Most articles never change, so this comes first."""
    block, start, end = anchor.block, anchor.start, anchor.end
    if block is None or start is None or end is None or not (0 <= block < len(texts)):
        return False
    if not 0 <= start < end <= len(texts[block]):
        return False
    return texts[block][start:end] == anchor.exact and _around(texts, block, start, end) == (
        anchor.prefix,
        anchor.suffix,
    )


def _around(texts: list[str], block: int, start: int, end: int) -> tuple[str, str]:
    """Up to CONTEXT characters before and after a passage, neighbouring blocks joined by line feeds."""
    before, at = texts[block][:start], block
    while len(before) < CONTEXT and at > 0:
        at -= 1
        before = f"{texts[at]}\n{before}"
    behind, at = texts[block][end:], block
    while len(behind) < CONTEXT and at + 1 < len(texts):
        at += 1
        behind = f"{behind}\n{texts[at]}"
    return before[-CONTEXT:], behind[:CONTEXT]


def _hash(text: str) -> str:
    return paragraph_hash(normalise(text).text)
