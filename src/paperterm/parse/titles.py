"""Which line of a headline block is the column, the kicker, the headline, the deck: one assignment for the block.

A kicker (引题) leads up to the headline and stands above it, a deck (副题) adds to it and stands below; the level of the
Markdown heading is a hint only, because OCR tools set it by the order of lines as often as by the size of type.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.model import TITLE_ORNAMENTS, Role
from paperterm.parse.articles import Draft, Item
from paperterm.parse.markup import ink
from paperterm.parse.vocabulary import COLUMN_ENDINGS, STRONG_COLUMN_WORDS

MOST = 6
"""Lines of a block that are told apart; what stands beyond them is deck."""
PART = re.compile(r"\S+")
HAN = re.compile(r"[\u3400-\u9fff]+")
DECK = re.compile(r"\s——(?=\S)|\s*\(\d{4}年\d{1,2}月\d{1,2}日[^()]*\)\s*$")
PATTERNS = {
    (1, 1, 0): 0.5, (0, 1, 1): 0.0, (0, 2, 0): -0.2,
    (1, 1, 1): 0.6, (1, 2, 0): 0.0, (2, 1, 0): -0.3, (0, 1, 2): -0.3, (0, 2, 1): 0.0, (0, 3, 0): -0.8,
    (1, 2, 1): 0.2, (1, 1, 2): 0.2, (2, 1, 1): 0.0,
}  # fmt: skip
"""How usual a block of so many lines of kicker, headline and deck is, against the others of as many lines."""
UNFINISHED = frozenset("的与和及为在对把被将从向等成了、,:")
"""Characters that end a headline's first line oftener than a headline."""
LABEL = 4
"""Characters: a line so short above a headline is a column's name; kickers are longer."""
SHORT_KICKER = 9
"""Characters: few kickers are shorter."""
ONE_HEADLINE = 22
"""Characters: lines of a headline hold no more together, as a rule."""
LEAST_KICKER = 14
"""Characters: a kicker set on one line with its headline is at least as long as this, and longer than the headline."""


def sort_titles(draft: Draft) -> list[tuple[Role, Item, int, int]]:
    """The lines of the block with their roles in reading order, each with the span of its text that plays the role.

    A line that holds kicker and headline comes twice. A section heading that stood at the end of the block is moved to
    the draft's running text.
    """
    _release_heading(draft)
    _take_heading(draft)
    columns = [*draft.columns, *_columns(draft.titles)]
    taken = {id(item) for item in columns}
    lines = [item for item in draft.titles if id(item) not in taken]
    if not lines and columns and not draft.columns:  # a block of nothing but a column is named by it
        lines = [columns.pop()]
    roles = _assign(lines[:MOST])
    roles += ["deck"] * (len(lines) - len(roles))
    found: list[tuple[Role, Item, int, int]] = [("column", item, 0, len(item.text)) for item in columns]
    parts: list[tuple[Role, Item, int, int]] = []
    for role, item in zip(roles, lines, strict=True):
        alone = role == "headline" and roles.count("headline") == 1
        end = len(item.text)
        kicker = _kicker_end(item) if alone and "kicker" not in roles else 0
        deck = _deck_start(item) if alone and "deck" not in roles else end
        if kicker and _divisible(item, kicker):
            parts.append(("kicker", item, 0, kicker))
        else:
            kicker = 0
        if kicker < deck < end and _divisible(item, deck):
            parts.append(("deck", item, deck, end))
        else:
            deck = end
        parts.append((role, item, kicker, deck))
    order: dict[str, int] = {"kicker": 0, "headline": 1, "deck": 2}
    return found + sorted(parts, key=lambda part: order[part[0]])


def _release_heading(draft: Draft) -> None:
    """The last line of a block is a section heading where the article's other headings are set like it."""
    if len(draft.titles) < 2 or draft.opening or not draft.running:
        return
    last = draft.titles[-1].traits
    headings = [item.traits for item in draft.running if item.state == "H"]
    others = {item.traits.level for item in draft.titles[:-1]}
    if headings and last.level not in others and all(h.level == last.level for h in headings):
        item = draft.titles.pop()
        item.state = "H"
        draft.running.insert(0, item)


def _take_heading(draft: Draft) -> None:
    """A section heading right under the block, in an article without others, is the block's last line."""
    first = draft.running[0] if draft.running else None
    if not draft.titles or draft.opening or first is None or first.state != "H" or first.traits.ordinal:
        return
    if sum(item.state == "H" for item in draft.running) == 1 and first.number > draft.titles[-1].number:
        draft.titles.append(draft.running.pop(0))


def column_score(item: Item) -> float:
    """How much a line looks like the name of a standing column or a campaign; 2 and more is a column."""
    t = item.traits
    if t.size > 40 or t.dash or t.full:
        return 0.0
    score = 0.6 * t.column + sum(1.5 for word in STRONG_COLUMN_WORDS if word in t.line.folded)
    if t.named_column:
        score += 2.0
    if t.size <= 8:
        score += 0.5
        score += 1.6 if t.line.folded.strip(TITLE_ORNAMENTS).endswith(COLUMN_ENDINGS) else 0.0
        score += 1.0 if t.boxed else 0.0
    if t.line.folded.lstrip().startswith(("【", "[", "■", "●", "★", "专栏")):
        score += 0.7
    return score


def _columns(titles: Sequence[Item]) -> list[Item]:
    """Columns stand at the beginning or the end of a block, never alone."""
    first, last = 0, len(titles)
    if last > 1 and _labels(titles[1], titles[0]):
        first = 1
    while first < last - 1 and column_score(titles[first]) >= 2.0:
        first += 1
    while first < last - 1 and (column_score(titles[last - 1]) >= 2.0 or _labels(titles[last - 2], titles[last - 1])):
        last -= 1
    return sorted([*titles[:first], *titles[last:]], key=lambda item: item.number)


def _labels(other: Item, item: Item) -> bool:
    """A line of a few han at a block's end, no stronger than the one beside it: a column's name, not a kicker or deck,
    unless both have the same mark or the seam is worn: then they are one headline."""
    t = item.traits
    han = HAN.fullmatch(item.folded.strip())
    one = t.glued or other.traits.glued or (t.marked and _strength(item) == _strength(other))
    return han is not None and t.size <= LABEL and not one and _strength(item) <= _strength(other)


def _assign(lines: Sequence[Item]) -> list[Role]:
    """The best of all assignments kicker… headline… deck… of the lines."""
    count = len(lines)
    if count <= 1:
        return ["headline"] * count
    best: tuple[float, list[Role]] = (float("-inf"), [])
    for first in range(count):
        for last in range(first, count):
            roles: list[Role] = []
            roles += ["kicker"] * first
            roles += ["headline"] * (last - first + 1)
            roles += ["deck"] * (count - last - 1)
            score = _score(lines, roles, first, last) + PATTERNS.get((first, last - first + 1, count - last - 1), -1.0)
            if score > best[0]:
                best = (score, roles)
    return best[1]


def _strength(item: Item) -> int:
    """Of the heading level: larger is stronger, no heading weakest."""
    return 7 - item.traits.level if item.traits.level else 0


def _score(lines: Sequence[Item], roles: Sequence[Role], first: int, last: int) -> float:
    score = 0.0
    main = lines[first]
    width = sum(item.traits.size for item in lines[first : last + 1])
    for index, (item, role) in enumerate(zip(lines, roles, strict=True)):
        t = item.traits
        if role == "kicker":
            score += 2.0 if t.dash else 0.0
            score -= 2.0 if t.bracketed else 0.0
            score += 0.5 if index == 0 and _parallel(item) else 0.0
            score -= 0.4 if t.line.folded.rstrip().endswith("?") else 0.0
            score -= 0.6 if t.size < SHORT_KICKER and t.size < main.traits.size + 4 else 0.0
            if _strength(item) < _strength(main):
                score += 1.0
            elif _strength(item) > _strength(main):
                score -= 0.8 if _strength(item) > _strength(main) + 1 else 0.3
        elif role == "deck":
            score += 2.5 if t.bracketed or item.folded.lstrip().startswith(("——", "—")) else 0.0
            score -= 2.0 if t.dash else 0.0
            if _strength(item) < _strength(main) - 1 or (_strength(main) and not t.level):
                score += 0.6
            elif _strength(item) > _strength(main):
                score -= 1.0
            if t.size >= 1.5 * width:
                score += 0.4
        else:
            score -= 2.0 if t.dash or t.bracketed else 0.0
            score += 0.3 if 5 <= t.size <= 26 else 0.0
            score += 1.2 if t.boxed else 0.0
    for item in lines[first + 1 : last + 1]:  # a headline of several lines
        before = lines[lines.index(item) - 1]
        score -= 0.9
        if _strength(item) == _strength(before):
            score += 0.3
        if item.traits.line.gap == 0 and any(other.traits.line.gap for other in lines[1:]):
            score += 0.9  # set closer than the other lines of the block
        elif item.traits.line.gap == 0 and item.traits.level == 0:
            score += 0.3
        if item.traits.glued or before.folded.rstrip()[-1:] in UNFINISHED:
            score += 0.8
        if item.traits.marked and before.traits.marked and _strength(item) == _strength(before):
            score += 0.8
        if width > 40:
            score -= 0.7
        elif width <= ONE_HEADLINE:
            score += 0.3
            score += 0.7 if abs(item.traits.size - before.traits.size) <= 2 else 0.0  # set as lines of one length
    return score


def _parallel(item: Item) -> bool:
    """服务到车间 送学到班组: halves of one length, as kickers like them."""
    parts = PART.findall(item.folded)
    return len(parts) >= 2 and len({len(part) for part in parts}) == 1


def _divisible(item: Item, cut: int) -> bool:
    """Does each half say on its own what it says in the line? Markup that the cut goes through would not."""
    if not item.traits.line.raw:
        return True
    return ink(item.text[:cut]) + ink(item.text[cut:]) == ink(item.text)


def _deck_start(item: Item) -> int:
    """Where the deck begins in a line that holds headline and deck: ——记某某, (2016年3月1日)."""
    match = DECK.search(item.folded)
    return match.start() if match and match.start() >= LABEL else len(item.text)


def _kicker_end(item: Item) -> int:
    """Where the kicker ends in a line that holds kicker and headline; 0 where it holds a headline alone."""
    parts = list(PART.finditer(item.text))
    for index, part in enumerate(parts[:-1]):
        end = part.end()
        left = sum(len(p[0]) for p in parts[: index + 1])
        right = sum(len(p[0]) for p in parts[index + 1 :])
        if part[0].endswith("——"):
            return end
        if left >= LEAST_KICKER and left >= 1.25 * right:
            return end
        if left >= LEAST_KICKER:
            break
    return 0
