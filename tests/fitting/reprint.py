"""Labelled pages printed anew: their articles in another order, set into other columns, with other blanks and levels of
`#`, and damaged as the printer damages its own. One page of known truth so teaches what does not depend on its layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.fitting.truth import Labelled
from tests.fitting.variations import cut_headlines, read_across, shorten_blocks, strange_lines, without_datelines
from tests.printer.model import Article, Element, Line, Part, page_line
from tests.printer.page import DAMAGE, SEVERITIES
from tests.printer.press import new_press
from tests.printer.scoring import scorer
from tests.printer.sheet import Sheet
from tests.printer.truth import labels_of, lines_of, text_of

LEVEL = re.compile(r"\s*(#{1,6})\s+")
ORDER = ("column", "kicker", "headline", "deck", "digest", "byline", "heading", "body", "credit", "jump")
"""Roles as a line that holds several names them."""
TITLES = frozenset(("kicker", "headline", "deck"))
VERSE, VERSE_LINE = 6, 26
"""So many paragraphs of no more than so many characters are verse, or a table: their lines stay lines."""
TOOLS = ("none", "headlines", "all", "size", "order")
"""What the tool that read the page gives levels to."""
HOW_OFTEN = (30, 25, 16, 22, 10)
ACROSS, UNDATED, CUT, CROWDED = 0.45, 0.4, 0.5, 0.4
"""How often stories of a page are read across their columns, its texts lose datelines, its headlines are cut into two
lines, lines of other pages stand on it."""


@dataclass
class Unit:
    """An article's lines, with the lines of no article that stand above it."""

    above: list[Line] = field(default_factory=list)
    articles: list[tuple[Article, list[Line]]] = field(default_factory=list)

    def lines(self) -> list[Line]:
        return [*self.above, *(line for _, lines in self.articles for line in lines)]


def reprint(page: Labelled, seed: int, severity: str) -> Labelled:
    """The page printed anew at a severity of the printer's; the same arguments give the same page for ever."""
    rng = Random(f"{page.name} {seed} {severity}")
    sheet = _made_up(page, rng)
    strength = SEVERITIES.index(severity)
    for damage, *chances in DAMAGE.values() if strength else ():
        if rng.random() < chances[strength - 1]:
            damage(sheet, strength)
    lines = lines_of(sheet)
    score = scorer()
    labels, mastheads = score.Labels(), set()
    for number, owner, role, *_ in labels_of(sheet, lines):
        if role == "masthead":
            mastheads.add(int(number))
        labels.article[number] = owner
        labels.role[number] = frozenset(score.SAME.get(one, one) for one in str(role).split("+"))
    text = score.decode(text_of(sheet, lines).encode())
    return Labelled(f"{page.name}, printed anew {seed}", text, labels, frozenset(mastheads))


def _made_up(page: Labelled, rng: Random) -> Sheet:
    """The sheet before it is damaged."""
    press = new_press(rng)
    top, units, foot = _units(page)
    articles = [one for unit in units for one in unit.articles]
    if rng.random() < UNDATED:
        without_datelines(articles, rng)
    shorten_blocks(articles, rng)
    if rng.random() < CUT:
        cut_headlines(articles, rng)
    if rng.random() < CROWDED:
        for unit in units:
            unit.above[:0] = strange_lines(rng)
    if rng.random() < 0.6:
        units = _rearranged(units, rng)
    sheet = Sheet(press)
    if rng.random() < 0.8:
        sheet.lines += top
    blank, between = rng.choice(((0, 0), (0, 1), (1, 1), (1, 1), (1, 1)))
    for unit in units:
        sheet.lines += unit.above
        for article, lines in unit.articles:
            sheet.articles.append(article)
            sheet.lines += lines
            for line in lines[1:]:
                line.gap = min(line.gap, blank)
            lines[0].gap = between
    sheet.lines += foot
    if rng.random() < ACROSS:
        read_across(sheet, rng)
    if rng.random() < 0.5:
        _give_levels(sheet, rng)
    if rng.random() < 0.2:
        _in_ascii(sheet)
    return sheet


def _units(page: Labelled) -> tuple[list[Line], list[Unit], list[Line]]:
    """What stands above all articles, the articles, and what stands below them. Briefs stay behind one another."""
    rows = page.text.split("\n")
    labels = page.labels
    first: dict[int, str] = {}
    for number in sorted(labels.article):
        owner = labels.article[number]
        if owner != "-" and owner not in first.values():
            first[number] = owner
    top: list[Line] = []
    units: list[Unit] = []
    waiting = top
    for number in sorted(labels.article):
        if labels.article[number] == "-":
            text, level = _bare(rows[number - 1])
            role = "masthead" if number in page.masthead else "furniture"
            waiting.append(page_line(text, role, rigid=True, level=level))
        elif number in first:
            made = _article(page, first[number], rows)
            after_brief = units and units[-1].articles[-1][0].brief
            if made[0].brief and after_brief and not (waiting and waiting is not top):
                units[-1].articles.append(made)
                continue
            units.append(Unit([] if waiting is top else waiting, [made]))
            waiting = []
    return top, units, [] if waiting is top else waiting


def _article(page: Labelled, name: str, rows: Sequence[str]) -> tuple[Article, list[Line]]:
    """An article and its lines: each paragraph one line, headline blocks as they were."""
    labels = page.labels
    article = Article(photo=labels.meta["articles"].get(name, {}).get("kind") == "photo")
    paragraphs = list(labels.paragraphs[name])
    if article.photo:
        paragraphs.sort(key=min)  # a title may stand below its caption
    lines: list[Line] = []
    for numbers in paragraphs:
        roles = labels.role[numbers[0]]
        role = "+".join(sorted(roles, key=ORDER.index))
        texts = [_bare(rows[number - 1]) for number in numbers]
        element = Element(role, "".join(text for text, _ in texts), len(article.elements), whole="+" in role)
        article.elements.append(element)
        if role == "body":
            lines.append(Line([Part(element, element.text)], article))
            continue
        if "body" in roles:
            article.brief = True
        lines += (Line([Part(element, text, piece)], article, level=level) for piece, (text, level) in enumerate(texts))
    short = [line for line in lines if line.roles == ["body"] and len(line.main.text) < VERSE_LINE]
    if len(short) >= VERSE:
        for line in short:
            line.main.element.whole, line.gap = True, 0
    return article, lines


def _bare(row: str) -> tuple[str, int]:
    """A line without its level, and the level."""
    found = LEVEL.match(row)
    return (row[found.end() :].strip(), len(found[1])) if found else (row.strip(), 0)


def _rearranged(units: Sequence[Unit], rng: Random) -> list[Unit]:
    """The units in another order, some of them left out."""
    share = rng.choice((1.0, 1.0, 0.8, 0.6))
    kept = [unit for unit in units if rng.random() < share] or list(units)
    rng.shuffle(kept)
    return kept


def _give_levels(sheet: Sheet, rng: Random) -> None:
    """Levels of `#` in the way of some tool, whatever the page had."""
    tool = rng.choices(TOOLS, HOW_OFTEN)[0]
    even = rng.choice((1, 2, 2, 3))
    seen = 0
    sizes: dict[int, int] = {}  # of the headline of each article: all its lines are of one size
    for line in sheet.lines:
        line.level = 0
        roles = set("+".join(line.roles).split("+")) if line.article else set()
        short = len(line.text()) < 45
        if tool == "none" or "body" in roles:
            continue
        if not roles:
            line.level = 2 if tool == "all" and len(line.text()) < 16 and rng.random() < 0.4 else 0
        elif "headline" in roles:
            seen += 1
            photo = line.article is not None and line.article.photo
            line.level = {
                "headlines": even,
                "all": 2,
                "size": sizes.setdefault(id(line.article), 2 if photo else rng.choice((1, 1, 2, 2, 3))),
                "order": 1 if seen == 1 else 2,
            }[tool]
        elif tool == "all" and short and roles & {"kicker", "deck", "heading", "column", "digest"}:
            line.level = 2 if rng.random() < 0.8 else 0
        elif tool == "size" and roles & {"kicker", "deck"} and rng.random() < 0.45:
            line.level = min(sizes.get(id(line.article), 1) + rng.choice((0, 1, 1, 2)), 4)
        elif tool in {"size", "order"} and "heading" in roles:
            line.level = 4 if tool == "size" else 3
        elif tool == "size" and "column" in roles:
            line.level = rng.choice((0, 2, 3))


def _in_ascii(sheet: Sheet) -> None:
    """Punctuation as some tools write it."""
    ascii_signs = str.maketrans("，：；（）？！", ",:;()?!")
    for line in sheet.lines:
        for part in line.parts:
            part.text = part.text.translate(ascii_signs)


def reprints(page: Labelled, seeds: Iterable[int]) -> list[Labelled]:
    """The page printed anew under each seed, the severities taking turns."""
    return [reprint(page, seed, SEVERITIES[seed % len(SEVERITIES)]) for seed in seeds]
