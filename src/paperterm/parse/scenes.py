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
STANDS = re.compile(
    r"\((?:[左右中前后][一二三四五六]?|[前后]排[左右中][一二三四五六]?|[左右中][一二三四五六]?者|左起|右起)\)"
)
"""王某(右)向徒弟讲解…"""
NUMBERED = re.compile(r"\W{0,2}(?:[左右上下本大小]?图|图片)\s*[\d①-⑩一二三四五六]?\s*[:为]")
"""图②:…"""
SIGNED = 3
"""Lines below in which who took the picture may be named."""
PASSED, FURNITURE = 3, 3.0
"""Lines without text that a caption is looked for behind, and how surely they are none."""


def scene(traits: Sequence[Traits], index: int) -> list[str]:
    """The features of a paragraph that tells what a picture shows; nobody reports or speaks in it. Behind a text that is
    at its end it is no part of that text."""
    t = traits[index]
    if t.size > LONGEST or t.dateline or not (t.stop or t.photo):
        return []
    text = t.line.folded.strip()
    found = ["tells who stands where"] if STANDS.search(text) else []
    if NUMBERED.match(text):
        found.append("a picture's number")
    stop = text.find("。") + 1
    first = text[:stop] or text
    told = text[:stop] if t.photo else first  # behind the last stop a photo's text names who took it
    if len(first) > SENTENCE or "记者" in told or "“" in first or not SCENE.match(first):
        return found
    found.append("scene")
    before = _above(traits, index)
    if before is None or before.stop or before.credit or before.closing:
        signed = t.photo or any(n.credit or n.photo for n in traits[index + 1 : index + 1 + SIGNED])
        behind = "scene behind a whole text"
        found += [behind, f"{behind}, signed" if signed else f"{behind}, not signed"]
    return found


def _above(traits: Sequence[Traits], index: int) -> Traits | None:
    """The line above, past what belongs to no article: an image, a rule, a copy."""
    for before in reversed(traits[max(0, index - PASSED) : index]):
        if before.size and not (before.doubled or before.furniture >= FURNITURE):
            return before
    return None
