"""Passages that begin in the midst of a sentence: what stood before them is lost, or stands elsewhere."""

from __future__ import annotations

import re

from paperterm.model import Article, Block, Caution
from paperterm.parse import patterns as form
from paperterm.text.cohesion import beginning, cohesion
from paperterm.text.fold import fold

SHORT = 24
"""Characters of a paragraph that may be no more than the end of one."""
LONG = 30
"""Characters of the paragraph before it: among short ones short ones are usual."""
PARTICLES = frozenset("的了着们吗呢吧")
"""What begins no sentence, unless a word begins with it: 的确, 了解."""
SUSPECT = PARTICLES | frozenset("著們嗎,，、。;；:：!！?？)）]］】》〉”’」』%％")
"""What may begin the rest of a sentence, before folding: the rest of the text need not be looked at."""
RARELY, APART = -0.5, 0.5
"""A han hardly begins a word (`beginning`), and no word goes on from it to the next one (`cohesion`)."""
QUOTED = re.compile(r"[“「『\"][^“”「」『』\"。!?]{1,16}[”」』\"]。")
"""“劳动之城”。 is the end of a sentence; what somebody says has its stop within the quotation."""


def fragments(article: Article) -> list[Caution]:
    """The passages of one article that begin in the midst of a sentence, where the one before them ends as one ends."""
    found: list[Caution] = []
    before: Block | None = None
    for block in article.blocks:
        if block.role == "body" and block.text and _torn(article, before, block):
            what = "passage" if before and before.role in ("body", "heading") else "text"
            message = f"This {what} begins in the middle of a sentence."
            found.append(Caution("lost-opening", block.lines[0], message))
        before = block
    return found


def _torn(article: Article, before: Block | None, block: Block) -> bool:
    if before is None or before.role not in ("body", "heading"):  # the text's first passage
        run_in = before is not None and before.role == "headline" and block.lines[0] in before.lines
        return article.kind == "story" and not run_in and (_mid(block.text) or _quoted(block.text))
    if _mid(block.text):
        return True
    return (before.role == "heading" or len(before.text) > LONG) and _end(block.text)


def _mid(text: str) -> bool:
    """Begins it with what cannot begin a sentence?"""
    if text[0] not in SUSPECT:
        return False
    opening = fold(text[:2])
    return opening[:1] in form.MID_STARTS or (opening[0] in PARTICLES and _apart(opening))


def _end(text: str) -> bool:
    """Is it the end of a sentence, by its length and its first word?"""
    if len(text) > SHORT or text[-1] != "。":
        return False
    folded = fold(text)
    return _quoted(folded) or (beginning(folded[0]) <= RARELY and _apart(folded))


def _quoted(text: str) -> bool:
    return len(text) <= SHORT and QUOTED.fullmatch(text) is not None


def _apart(folded: str) -> bool:
    return len(folded) > 1 and folded[1].isalpha() and cohesion(folded[0], folded[1]) <= APART
