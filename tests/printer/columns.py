"""Damage to the order of a page: paragraphs cut by columns, columns misread, blocks displaced, lines lost or doubled.

Every function changes a `Sheet` in place; `strength` is 1 (light), 2 (medium) or 3 (heavy).
"""

from __future__ import annotations

from random import Random

from tests.printer.model import Article, Line, Part, cut_places, is_body, page_line, plain
from tests.printer.sheet import Sheet

NO_START = set("，。、；：？！”’）》」』】,.;:?!)%…—·")
NO_END = set("“‘（《「『【(—")


def split(line: Line, at: int) -> Line:
    """Cut a line of one element in two; the line keeps the first part, the rest is returned as a new line."""
    part = line.main
    rest = Line([Part(part.element, part.text[at:], part.piece + at)], line.article, column=line.column)
    part.text = part.text[:at]
    return rest


def fit_places(text: str, low: int, high: int) -> list[int]:
    """Places between `low` and `high` at which a printer may break a text."""
    return [i for i in cut_places(text) if low <= i <= high and text[i] not in NO_START and text[i - 1] not in NO_END]


def set_columns(sheet: Sheet, article: Article, height: int) -> None:
    """Set an article's running text in columns of about `height` characters, cutting paragraphs where columns end."""
    rng = sheet.press.rng
    left, column = height + rng.randint(-height // 3, height // 3), 0
    i = 0
    places = sheet.of(article)
    if not places:
        return
    i, last = places[0], places[-1]
    while i <= last:
        line = sheet.lines[i]
        if line.article is article:
            line.column = column
            size = len(plain(line.text()))
            if size <= left or line.main.element.whole or line.roles != ["body"]:
                left -= size
            else:
                near = fit_places(line.main.text, max(6, left - 8), max(10, left + 8))
                if near and near[0] < len(line.main.text) - 3:
                    rest = split(line, rng.choice([n for n in near if n < len(line.main.text) - 3]))
                    rest.column = column + 1
                    sheet.lines.insert(i + 1, rest)
                    last += 1
                left = 0
            if left <= 0:
                column += 1
                left = height + rng.randint(-20, 20)
        i += 1


def stories(sheet: Sheet, least: int = 3) -> list[Article]:
    """Articles with at least `least` lines of running text."""
    return [
        a
        for a in sheet.articles
        if not a.photo and not a.brief and sum(is_body(sheet.lines[i]) for i in sheet.of(a)) >= least
    ]


def some(rng: Random, articles: list[Article], count: int) -> list[Article]:
    return rng.sample(articles, min(count, len(articles)))


def cuts(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    for article in stories(sheet, 1):
        if rng.random() < 0.55 + 0.15 * strength:
            set_columns(sheet, article, rng.randint(190, 620 - 90 * strength))


def take(sheet: Sheet, lines: list[Line]) -> None:
    gone = {id(line) for line in lines}
    sheet.lines = [line for line in sheet.lines if id(line) not in gone]


def running_columns(sheet: Sheet, article: Article) -> list[list[Line]]:
    """The lines of an article's text, a list for each column; headline blocks and the like are left out."""
    out: dict[int, list[Line]] = {}
    for i in sheet.of(article):
        line = sheet.lines[i]
        if set(line.roles) & {"body", "heading", "jump", "credit"}:
            out.setdefault(line.column, []).append(line)
    return [out[k] for k in sorted(out)]


def in_columns(sheet: Sheet, article: Article) -> list[list[Line]]:
    """An article's columns, at least two of them if the article is long enough."""
    found = running_columns(sheet, article)
    if len(found) < 2:
        size = sum(len(sheet.lines[i].text()) for i in sheet.of(article))
        set_columns(sheet, article, max(120, size // sheet.press.rng.choice((2, 3))))
        found = running_columns(sheet, article)
    return found


def columns(sheet: Sheet, strength: int) -> None:
    """Columns of an article read in the wrong order, or read after the article that follows."""
    rng = sheet.press.rng
    for article in some(rng, stories(sheet), (1, 1, 2)[strength - 1]):
        found = in_columns(sheet, article)
        if len(found) < 2:
            continue
        if rng.random() < 0.5:
            k = rng.randrange(len(found) - 1)
            moved = found[k + 1]
            at = min(sheet.lines.index(line) for line in found[k])
            take(sheet, moved)
            sheet.lines[at:at] = moved
        else:
            index = sheet.articles.index(article)
            after = next((a for a in sheet.articles[index + 1 :] if sheet.of(a)), None)
            if after:
                moved = found[-1]
                take(sheet, moved)
                at = sheet.of(after)[-1] + 1
                sheet.lines[at:at] = moved


def interleaved(sheet: Sheet, strength: int) -> None:
    """Two neighbouring stories whose columns are read in turn."""
    rng = sheet.press.rng
    able = stories(sheet)
    pairs = [(a, b) for a, b in zip(sheet.articles, sheet.articles[1:], strict=False) if a in able and b in able]
    for first, second in rng.sample(pairs, min(len(pairs), 1 if strength < 3 else 2)):
        one, two = in_columns(sheet, first), in_columns(sheet, second)
        if len(one) < 2 or min(sheet.of(first), default=0) > min(sheet.of(second), default=0):
            continue
        start = sheet.lines.index(one[0][0])
        head = [sheet.lines[i] for i in sheet.of(second) if sheet.lines[i] not in [x for c in two for x in c]]
        mixed: list[Line] = []
        late = rng.random() < 0.5
        if not late:
            mixed += head
        for k in range(max(len(one), len(two))):
            mixed += one[k] if k < len(one) else []
            if late and k == 0:
                mixed += head
            mixed += two[k] if k < len(two) else []
        at = start - sum(1 for line in mixed if sheet.lines.index(line) < start)
        take(sheet, mixed)
        sheet.lines[at:at] = mixed


def displaced_opening(sheet: Sheet, strength: int) -> None:
    """The first lines of an article, without its headline, read last of all."""
    rng = sheet.press.rng
    for article in some(rng, stories(sheet, 4), 1 if strength < 3 else 2):
        lines = [sheet.lines[i] for i in sheet.of(article)]
        bodies = [line for line in lines if is_body(line)]
        stop = lines.index(bodies[rng.randint(1, min(3, len(bodies) - 2))])
        moved = [line for line in lines[:stop] if set(line.roles) <= {"byline", "digest", "body"}]
        take(sheet, moved)
        sheet.lines += moved


def head_block(sheet: Sheet, article: Article) -> list[Line]:
    return [
        sheet.lines[i]
        for i in sheet.of(article)
        if set(sheet.lines[i].roles) <= {"column", "kicker", "headline", "deck"}
    ]


def far_headline(sheet: Sheet, strength: int) -> None:
    """A headline block read behind its text, in the midst of it, or before another story."""
    rng = sheet.press.rng
    for article in some(rng, stories(sheet, 2), (1, 1, 2)[strength - 1]):
        block = head_block(sheet, article)
        if not block:
            continue
        index = sheet.articles.index(article)
        roll = rng.random()
        take(sheet, block)
        mine = sheet.of(article)
        if roll < 0.35 or (roll < 0.7 and index == 0):
            at = mine[-1] + 1
        elif roll < 0.7:
            earlier = sheet.of(sheet.articles[index - 1])
            at = earlier[0] if earlier else mine[-1] + 1
        else:
            at = mine[len(mine) // 2]
        sheet.lines[at:at] = block


def lost_headline(sheet: Sheet, strength: int) -> None:
    for article in some(sheet.press.rng, stories(sheet, 2), 1):
        take(sheet, head_block(sheet, article))


def lost_opening(sheet: Sheet, strength: int) -> None:
    """The first paragraph is lost, or all of it but its tail."""
    rng = sheet.press.rng
    for article in some(rng, stories(sheet), 1 if strength < 3 else 2):
        first = next(line for line in (sheet.lines[i] for i in sheet.of(article)) if is_body(line))
        places = fit_places(first.main.text, 40, len(first.main.text) - 8)
        if places and rng.random() < 0.5:
            at = rng.choice(places)
            first.main.text, first.main.piece = first.main.text[at:], first.main.piece + at
        else:
            take(sheet, [first])


def lost_tail(sheet: Sheet, strength: int) -> None:
    """The end of a story is lost, most often in the midst of a sentence."""
    rng = sheet.press.rng
    for article in some(rng, stories(sheet), 1 if strength < 3 else 2):
        lines = [
            sheet.lines[i]
            for i in sheet.of(article)
            if set(sheet.lines[i].roles) <= {"body", "jump", "credit", "heading"}
        ]
        keep = rng.randint(max(1, len(lines) - 3), len(lines) - 1)
        take(sheet, lines[keep:])
        places = fit_places(lines[keep - 1].main.text, 20, len(lines[keep - 1].main.text) - 4)
        if places and is_body(lines[keep - 1]):
            lines[keep - 1].main.text = lines[keep - 1].main.text[: rng.choice(places)]


def lost_ordinal(sheet: Sheet, strength: int) -> None:
    """One of the numbered section headings is lost."""
    for article in sheet.articles:
        if article.ordinal:
            headings = [sheet.lines[i] for i in sheet.of(article) if sheet.lines[i].roles == ["heading"]]
            take(sheet, sheet.press.rng.sample(headings[1:], min(1, len(headings) - 1)))


def doubled_lines(sheet: Sheet, strength: int) -> None:
    """A line read twice, at once or a few lines later; the copy belongs to nothing."""
    rng = sheet.press.rng
    for line in rng.sample(
        [x for x in sheet.lines if x.article and len(x.text()) > 8], min(strength, len(sheet.lines) // 8)
    ):
        copy = page_line(plain(" ".join(p.text for p in line.parts)), level=line.level)
        sheet.lines.insert(sheet.lines.index(line) + 1, copy)


def photo_inside(sheet: Sheet, strength: int) -> None:
    """A photo with its caption read in the midst of a story's text."""
    rng = sheet.press.rng
    for article in some(rng, [a for a in sheet.articles if a.photo and sheet.of(a)], 1 if strength < 3 else 2):
        hosts = stories(sheet)
        if hosts:
            lines = [sheet.lines[i] for i in sheet.of(article)]
            take(sheet, lines)
            mine = sheet.of(rng.choice(hosts))
            at = mine[rng.randint(max(1, len(mine) // 2), len(mine) - 1)]
            sheet.lines[at:at] = lines
