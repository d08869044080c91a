"""Captions that have neither title nor mark: they begin with a day, and tell in one sentence who does what where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.parse.traits import Traits

LONGEST, SENTENCE = 160, 60
"""Characters that a caption has at most, and its first sentence."""
SCENE = re.compile(
    r"\W*(?:[\d一二三四五六七八九十廿卅]{1,3}月[\d一二三四五六七八九十廿卅]{1,3}日|[近昨今当前][日天])"
    r"(?:[上下中]午|晚|清?晨|傍晚)?,?.*?[在正向为给把将]"
)
"""9月21日,村民在晒场上…"""


def scene(traits: Sequence[Traits], index: int) -> list[str]:
    """The features of a paragraph that tells what a picture shows; nobody reports or speaks in it. Behind a text that is
    at its end it is no part of that text."""
    t = traits[index]
    if t.size > LONGEST or not t.stop or t.dateline:
        return []
    text = t.line.folded.strip()
    first = text[: text.find("。") + 1] or text
    if len(first) > SENTENCE or "记者" in first or "“" in first or not SCENE.match(first):
        return []
    before = traits[index - 1] if index else None
    if before is not None and not (before.stop or before.credit or before.closing):
        return ["scene"]
    signed = any(n.credit or n.photo for n in traits[index : index + 2])
    behind = "scene behind a whole text"
    return ["scene", behind, f"{behind}, signed" if signed else f"{behind}, not signed"]
