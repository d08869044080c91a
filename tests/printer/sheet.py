"""One page made up: which articles it holds, in which order, with what between them, and every line's level of `#`."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.printer import articles as a
from tests.printer import features, mastheads, names
from tests.printer.model import Article, Line, Part, page_line
from tests.printer.press import Press
from tests.printer.sentences import HEADLINES
from tests.printer.vocabulary import BANNERS, SLOGANS
from tests.printer.writing import Topic


@dataclass
class Sheet:
    """A page: its lines from top to bottom, and its articles in the order a person reads them."""

    press: Press
    lines: list[Line] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    newline: str = "\n"
    bom: bool = False

    def of(self, article: Article) -> list[int]:
        """The places of an article's lines."""
        return [i for i, line in enumerate(self.lines) if line.article is article]


def wanted(press: Press) -> list[str]:
    """What kinds of articles this page holds."""
    rng = press.rng
    kinds: tuple[str, ...]
    odds: tuple[int, ...]
    n = rng.choices((4, 5, 6, 7, 8, 9, 10), (10, 18, 22, 20, 14, 10, 6))[0]
    if press.manner == "document":
        return ["decree"] + [rng.choice(("story", "story", "short", "photo")) for _ in range(rng.randint(1, 4))]
    if press.manner == "supplement":
        kinds, odds = (
            ("essay", "poem", "commentary", "letter", "story", "interview", "photo"),
            (34, 14, 16, 8, 14, 6, 8),
        )
        return rng.choices(kinds, odds, k=min(n, 7))
    if press.manner == "evening":
        kinds, odds = (
            ("story", "short", "briefs", "photo", "letter", "commentary", "results", "ads", "continuation"),
            (34, 24, 8, 14, 5, 5, 3, 5, 2),
        )
    elif press.manner in {"hongkong", "republic"}:
        kinds, odds = (
            ("story", "short", "briefs", "photo", "commentary", "ads"),
            (42, 30, 8, 8 if press.manner == "hongkong" else 1, 8, 4),
        )
    else:
        kinds, odds = (
            ("story", "short", "long", "briefs", "photo", "continuation", "commentary", "interview", "results"),
            (36, 20, 8, 4, 16, 6, 4, 4, 2),
        )
    out = rng.choices(kinds, odds, k=n)
    for kind, most in (("briefs", 1), ("photo", 3), ("continuation", 2), ("ads", 1), ("results", 1)):
        while out.count(kind) > most:
            out[out.index(kind)] = "story"
    return out


def ads(press: Press) -> list[Line]:
    rng = press.rng
    texts = ["遗失声明"] if rng.random() < 0.7 else ["分类广告"]
    for _ in range(rng.randint(1, 3)):
        one = names.person(rng)
        texts.append(
            rng.choice(
                (
                    f"{one}遗失身份证，证号{rng.randint(110000, 650000)}19{rng.randint(50, 99)}{rng.randint(1000, 9999)}，声明作废。",
                    f"{names.place(rng)}市{one}商贸有限公司遗失公章一枚，声明作废。",
                    f"{one}遗失毕业证书一本，编号{rng.randint(100000, 999999)}，特此声明。",
                    f"旺铺转让：{rng.choice(names.STREET_A)}路临街门面{rng.randint(20, 200)}平方米，电话{rng.randint(1300000, 1899999)}{rng.randint(1000, 9999)}",
                )
            )
        )
    return [page_line(press.set(t)) for t in texts]


def index(press: Press) -> list[Line]:
    """An index box, whose items look like headlines."""
    rng = press.rng
    texts = [rng.choice(("导读", "今日导读", "今日看点"))]
    for _ in range(rng.randint(2, 4)):
        topic = Topic(rng, press.today, press.used)
        texts.append(
            f"{topic.title(HEADLINES, 7, 20)}{rng.choice((' ……', '　', ' '))}{rng.choice((f'{rng.randint(2, 16)}版', f'第{rng.randint(2, 8)}版', f'A{rng.randint(2, 9)}'))}"
        )
    return [page_line(press.set(t)) for t in texts]


def lines_of(press: Press, article: Article) -> list[Line]:
    """An article as lines: an element a line, but for headline blocks and run-in briefs set on one line."""
    rng = press.rng
    elements = list(article.elements)
    lines: list[Line] = []
    roles = [e.role for e in elements]
    glue: set[int] = set()
    if article.brief and elements[0].whole:
        glue.add(0)
    elif not article.photo:
        roll = rng.random()
        upper, chance = ("kicker", 0.2) if "kicker" in roles else ("headline", 0.15 if "deck" in roles else 0)
        # A first title of two halves would leave nobody, not even a reader, able to tell where the next one begins.
        if roll < chance and not set(elements[roles.index(upper)].text) & set(" 　"):
            glue.add(roles.index(upper))
    i = 0
    while i < len(elements):
        taken = [elements[i]]
        while i in glue and i + 1 < len(elements) and elements[i + 1].role in {"headline", "deck", "body"}:
            i += 1
            taken.append(elements[i])
        i += 1
        line = Line(
            [Part(e, e.text) for e in taken], article, joint="" if article.brief else rng.choice((" ", " ", "　"))
        )
        element = taken[0]
        if (
            len(taken) == 1
            and element.role == "headline"
            and not article.photo
            and len(element.text) > 9
            and rng.random() < 0.12
        ):
            at = next(
                (k for k, c in enumerate(element.text) if c in " 　" and 3 < k < len(element.text) - 3), None
            ) or (len(element.text) // 2 if rng.random() < 0.3 else None)
            if at and "“" not in element.text[:at] and "「" not in element.text[:at]:
                lines.append(Line([Part(element, element.text[:at].rstrip(), 0)], article))
                lines.append(Line([Part(element, element.text[at:].lstrip(), 1)], article, gap=rng.choice((0, 1))))
                continue
        if (
            element.role == "body"
            and element.whole
            and not article.brief
            and lines
            and lines[-1].roles == ["body"]
            and rng.random() < 0.75
        ):
            line.gap = 0
        lines.append(line)
    return lines


def make_up(press: Press) -> Sheet:
    """A clean page: every paragraph a line, in the order of reading."""
    rng = press.rng
    sheet = Sheet(press)
    top = rng.random()
    first_page = top < 0.35 and press.manner not in {"supplement", "evening"}
    if first_page:
        sheet.lines += mastheads.front(press)
    elif top < 0.8:
        sheet.lines += mastheads.inner(press)
    edit = rng.random()
    if edit < 0.12:
        sheet.lines.append(mastheads.editors(press))
    if first_page and rng.random() < 0.2:
        sheet.lines += index(press)
    kinds = wanted(press)
    for place, kind in enumerate(kinds):
        made: list[Article] = []
        if kind == "ads":
            sheet.lines += ads(press)
        elif kind == "briefs":
            sheet.lines.append(
                page_line(press.set(rng.choice(("{}", "{}", "★{}★", "【{}】")).format(rng.choice(BANNERS))))
            )
            style = rng.choices(("runin", "bracket", "bullet", "dot", "titled"), (2, 4, 4, 4, 3))[0]
            made = [a.brief(press, style) for _ in range(rng.randint(3, 6))]
        else:
            made = [one_article(press, kind, place)]
        for article in made:
            sheet.articles.append(article)
            sheet.lines += lines_of(press, article)
            if rng.random() < 0.015:
                sheet.lines.append(page_line(press.set(f"相关报道见第{rng.randint(2, 8)}版")))
    if edit > 0.85:
        sheet.lines.append(mastheads.editors(press))
    if rng.random() < 0.08:
        sheet.lines.append(page_line(press.set(rng.choice(SLOGANS))))
    headings(sheet)
    return sheet


def one_article(press: Press, kind: str, place: int) -> Article:
    rng = press.rng
    if kind == "short":
        return a.story(press, rng.choice((1, 2, 2, 3, 3)))
    if kind == "long":
        return a.story(press, rng.randint(7, 12))
    if kind == "decree":
        return a.decree(press, rng.randint(3, 6))
    if kind == "story":
        return a.story(press, rng.choice((3, 4, 4, 5, 5, 6, 7)) + (1 if place == 0 else 0))
    makers = {
        "photo": a.photo,
        "continuation": a.continuation,
        "commentary": features.commentary,
        "essay": features.essay,
        "poem": features.poem,
        "letter": features.letter,
        "interview": features.interview,
        "results": a.results,
    }
    return makers[kind](press)


def headings(sheet: Sheet) -> None:
    """Levels of `#` in the way of the tool that read the page."""
    style = sheet.press.heading_marks
    rng = sheet.press.rng
    if style == "none":
        return
    seen = 0
    even = rng.choice((1, 2, 2, 3))
    for line in sheet.lines:
        roles = set(line.roles)
        if not line.article or "body" in roles:
            if style == "all" and not line.article and not line.rigid and rng.random() < 0.4 and len(line.text()) < 16:
                line.level = 2
            continue
        if "headline" in roles:
            seen += 1
            line.level = {
                "headlines": even,
                "all": 2,
                "size": 2 if line.article.photo else rng.choice((1, 1, 2, 2, 3)),
                "order": 1 if seen == 1 else 2,
            }[style]
            if line.article.brief and style == "size":
                line.level = 3
        elif style == "all" and roles & {"kicker", "heading", "column", "digest"} and len(line.text()) < 45:
            line.level = 2
        elif style == "size" and "kicker" in roles and rng.random() < 0.45:
            line.level = rng.choice((1, 2))
        elif style in {"size", "order"} and "heading" in roles:
            line.level = 4 if style == "size" else 3
        elif style == "size" and "column" in roles:
            line.level = rng.choice((0, 2, 3))
