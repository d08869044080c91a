"""Do the numbers of sections, clauses and items follow one another? A number that is missing or doubled tells of a heading
that OCR lost or misread."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.model import Article, Block, Caution
from paperterm.text.fold import fold
from paperterm.text.numerals import number

HEAD = 16
"""Characters of a block in which its number stands."""
MOST_MISSING = 9
"""A gap that is wider is no gap but another number misread."""
FEWEST_CLAUSES = 3
"""第三条 at the beginning of a line may be a sentence about a law; so many of them are a law."""

_N = "[0-9一二三四五六七八九十百千零〇]{1,7}"
RINGS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
CAPITALS = "壹贰叁肆伍陆柒捌玖拾"
WORDS = {"首先": 1, "其次": 2}
"""What a writer puts for 第一 and 第二."""
ORDINAL = re.compile(
    rf"\s*(?:第(?P<part>{_N})[编篇]|第(?P<chapter>{_N})章|第(?P<section>{_N})节|第(?P<clause>{_N})条"
    r"|(?P<one>[一二三四五六七八九十]{1,3})\s*[、.]|(?P<bare>[一二三四五六七八九十]{1,3})\s+(?=[\u3400-\u9fff])"
    r"|\((?P<two>[一二三四五六七八九十]{1,3})\)|(?P<three>[0-9]{1,2})\s*[、.](?![0-9])|\((?P<four>[0-9]{1,2})\)"
    rf"|(?P<ring>[{RINGS}])|[【\[(]?(?P<capital>[{CAPITALS}]{{1,2}})\s*[】\]).、]"
    rf"|(?:第(?P<nth>[一二三四五六七八九十]{{1,2}})|(?P<word>{'|'.join(WORDS)}))[,、:])"
)
OPENINGS = frozenset(
    " \u3000\t第首其一二三四五六七八九十(（【[0123456789０１２３４５６７８９" + RINGS + CAPITALS + "貳參陸"
)
"""What a numbered line begins with."""
LEVELS = ("part", "chapter", "section", "capital", "one", "two", "three", "four", "ring", "nth")
"""From the highest down; a number of one level begins those below it anew. Clauses (第一条) are counted through."""
BEGIN_AT_ONE = ("chapter", "clause", "one")
"""Levels whose headings hardly begin with the second."""
NAMES = {
    "part": "Part", "chapter": "Chapter", "clause": "Article", "three": "Item", "four": "Item", "ring": "Item", "nth": "Point",
}  # fmt: skip
SIGNS = {
    "part": "第{}编", "chapter": "第{}章", "section": "第{}节", "clause": "第{}条", "one": "{}、", "two": "({})", "four": "({})",
    "ring": "{}", "capital": "{}", "nth": "第{}",
}  # fmt: skip
"""How a number of each level is printed in the midst of a paragraph."""
TOLD_BY_SIGN = ("two", "four", "ring", "capital")
"""Levels whose numbers a message writes as the page does: section 2 is another one than section (二)."""
_DIGITS = "〇一二三四五六七八九"


def numbering(article: Article) -> list[Caution]:
    """The numbers that are missing or doubled among the headings and paragraphs of one article."""
    marks = [(at, mark) for at, block in enumerate(article.blocks) if (mark := _mark(block))]
    clauses = sum(level == "clause" for _, (level, _) in marks)
    found: list[Caution] = []
    last: dict[str, tuple[int, int]] = {}  # the number that was last on each level, and its block
    for at, (level, value) in marks:
        if level == "clause" and clauses < FEWEST_CLAUSES:
            continue
        before, since = last.get(level, (0, 0))
        block = article.blocks[at]
        if before:
            if value == before > 1:
                message = f"{_name(level)} {_told(level, value)} has the number of the one before it."
                found.append(Caution("doubled-section", block.lines[0], message))
            gap = range(before + 1, value if value - before <= MOST_MISSING else before)
            missing = [n for n in gap if not _within(article.blocks[since:at], level, n)]
            found += _missing(missing, level, block)
        elif (
            value == 2
            and level in BEGIN_AT_ONE
            and block.role == "heading"
            and article.jump_from is None
            and not _within(article.blocks[:at], level, 1)
        ):
            found += _missing([1], level, block)
        last[level] = value, at
        if level in LEVELS:
            for lower in LEVELS[LEVELS.index(level) + 1 :]:
                last.pop(lower, None)
    return found


def _mark(block: Block) -> tuple[str, int] | None:
    """The level and number that a block begins with."""
    if block.role not in ("heading", "body") or block.text[:1] not in OPENINGS:
        return None
    match = ORDINAL.match(fold(block.text[:HEAD]))
    if not match or not match.lastgroup:
        return None
    level = match.lastgroup
    if level == "word":
        return "nth", WORDS[match[level]]
    value = RINGS.index(match[level]) + 1 if level == "ring" else number(match[level])
    if value is None or (level == "bare" and block.role != "heading"):
        return None
    return ("one" if level == "bare" else level), value


def _missing(numbers: Sequence[int], level: str, block: Block) -> list[Caution]:
    if not numbers:
        return []
    several = len(numbers) > 1
    name = _name(level) + ("s" if several else "")
    place = "heading" if block.role == "heading" else "line"
    told = ", ".join(_told(level, value) for value in numbers)
    message = f"{name} {told} {'are' if several else 'is'} missing before this {place}."
    return [Caution("missing-section", block.lines[0], message)]


def _name(level: str) -> str:
    return NAMES.get(level, "Section")


def _told(level: str, value: int) -> str:
    return _printed(level, value) if level in TOLD_BY_SIGN else str(value)


def _printed(level: str, value: int) -> str:
    """A number as its level prints it."""
    if level == "ring":
        return RINGS[min(value, len(RINGS)) - 1]
    if level == "capital":
        tens, ones = divmod(value, 10)
        return (CAPITALS[-1] if tens else "") + (CAPITALS[ones - 1] if ones else "")
    return SIGNS[level].format(value if level == "four" else spelled(value))


def _within(blocks: Sequence[Block], level: str, value: int) -> bool:
    """Does the number stand in the midst of a paragraph?"""
    signs = [f"{value}.", f"{value}、", f"{value} "]
    if level != "three":
        signs = [_printed(level, value)]
    if level == "nth":
        signs += [f"{spelled(value)}是", "其次", "再次", "另外"]
    return any(sign in fold(block.text) for block in blocks for sign in signs)


def spelled(value: int) -> str:
    """A number in Chinese numerals below a thousand, in digits above: 12 is 十二, 105 一百零五."""
    if value >= 1000:
        return str(value)
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if not tens:
        return head + (("零" if hundreds else "") + _DIGITS[ones] if ones or not hundreds else "")
    return f"{head}{_DIGITS[tens] if tens > 1 or hundreds else ''}十{_DIGITS[ones] if ones else ''}"
