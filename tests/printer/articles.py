"""Articles of known truth, of the kinds that newspapers print."""

from __future__ import annotations

from tests.printer import sentences as t
from tests.printer.model import AGENCY, FROM, PLACE, TO, Article, said
from tests.printer.numerals import numeral, wide
from tests.printer.press import Press, headline_style
from tests.printer.vocabulary import COLUMNS
from tests.printer.writing import Topic


def heads(press: Press, topic: Topic, article: Article, kicker: float = 0.45, deck: float = 0.2) -> None:
    """Column, kicker, headline and deck, in one of the orders in which papers print them."""
    rng = press.rng
    old = press.manner == "republic"
    column = press.set(rng.choice(COLUMNS)) if rng.random() < 0.1 else None
    if column and rng.random() < 0.15:
        column = rng.choice(("【{}】", "专栏：{}", "◆{}")).format(column)
    late = rng.random() < 0.35
    if column and not late:
        article.add("column", column)
    if rng.random() < kicker:
        text = topic.title(t.KICKERS, 10, 40)
        if len(text) < 20 and "——" not in text and rng.random() < 0.45:
            text += rng.choice(("，", " ")) + topic.title(t.KICKERS, 10, 24)
        article.add("kicker", headline_style(press.set(text), old))
    text = topic.title(t.HEADLINES, 7, 26)
    if len(text) < 14 and "？" not in text and rng.random() < 0.4:
        text += " " + topic.title(t.HEADLINES, 7, 14)
    own = [topic.place, topic.coin, *(thing for _, things in topic.doing for thing in things)]
    if not any(word in text for word in own) and len(text) < 20 and rng.random() < 0.7:
        text = f"{topic.place}：{text}"  # most headlines name something of which their text speaks
    article.add("headline", headline_style(press.set(text), old))
    if rng.random() < deck:
        article.add("deck", headline_style(press.set(topic.title(t.DECKS, 8, 30)), old))
    if column and late:
        article.add("column", column)


def page_number(press: Press) -> str:
    rng = press.rng
    n = rng.randint(2, 16)
    if press.traditional:
        return rng.choice((f"Ａ{wide(str(n))}", numeral(n)))
    return rng.choices((str(n), numeral(n), f"A{n}", wide(str(n)), f"0{n % 10 or 1}"), (50, 20, 12, 8, 10))[0]


def jump_mark(press: Press) -> str:
    page = said(TO, page_number(press))
    form = press.rng.choices(
        ("（下转第{}版）", "（下转{}版）", "下转第{}版", "转{}版", "▶下转{}版"), (70, 12, 8, 4, 6)
    )[0]
    return press.set(form.format(page))


def back_mark(press: Press) -> str:
    page = said(FROM, press.rng.choices(("1", "一", "A1", "01", "2", "3", "Ａ１"), (60, 18, 8, 6, 4, 2, 2))[0])
    form = press.rng.choices(
        ("（上接第{}版）", "（上接{}版）", "上接第{}版", "◀ 上接 {} 版", "（紧接第{}版）"), (74, 10, 6, 6, 4)
    )[0]
    return press.set(form.format(page))


def running(press: Press, topic: Topic, article: Article, first: str, paragraphs: int, sections: float = 0.0) -> None:
    """The running text: a lead after `first`, developments, section headings, a closing paragraph."""
    rng = press.rng
    long = rng.random() < 0.35
    high = 350 if long else 190
    old = press.manner == "republic"
    if old:
        high = 150
    article.add("body", press.set(first) + press.set(topic.paragraph(t.LEADS, 70, min(high, 230))))
    headed = rng.random() < sections and paragraphs >= 5
    every = rng.choice((2, 3, 4))
    done = 0
    for i in range(paragraphs - 2):
        if headed and i % every == 1:
            done += 1
            title = topic.title(t.SECTIONS, 4, 18)
            article.add("heading", press.set(title))
        kind = t.BACKGROUNDS + t.DEVELOPMENTS if rng.random() < 0.25 else t.DEVELOPMENTS
        article.add("body", press.set(topic.paragraph(kind, rng.choice((30, 60, 90)), high)))
    if paragraphs > 1:
        article.add("body", press.set(topic.paragraph(t.CLOSINGS, 30, 150)))


def tail(press: Press, article: Article, named: bool) -> None:
    """What may stand at the end of a story: reporters, a closing dateline, a jump."""
    rng = press.rng
    last = article.elements[-1]
    roll = rng.random()
    if not named and roll < 0.45 and last.role == "body":
        own = said(AGENCY, press.own) if rng.random() < 0.4 else ""
        last.text += press.set(f"（{own}{press.crew()}）")
    elif not named and roll < 0.6:
        place = said(PLACE, rng.choice(("北京", "上海", "日内瓦", "拉萨")))
        article.add("credit", press.set(f"（{said(AGENCY, '新华社')}{place}{press.filed()}电）"))
    elif roll > 0.93:
        if rng.random() < 0.5:
            article.add("jump", jump_mark(press), whole=True)
        else:
            last.text += jump_mark(press)


def story(press: Press, size: int) -> Article:
    """News with a dateline, or a report with a byline."""
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    heads(press, topic, article)
    if size >= 4 and rng.random() < 0.04:
        if rng.random() < 0.6:
            article.add("digest", press.set(rng.choice(("阅读提示", "编者按", "核心提示"))))
            article.add("digest", press.set(topic.paragraph(t.COMMENT, 50, 130)))
        else:
            article.add("digest", press.set("编者按：" + topic.paragraph(t.COMMENT, 50, 130)))
    roll = rng.random()
    if roll < (0.3 if size >= 5 else 0.1) and press.manner != "republic":
        article.add("byline", press.set(press.byline()))
        if rng.random() < 0.15:
            article.add("byline", press.set(f"{said(AGENCY, press.own)}通讯员 {press.person()} {press.person()}"))
        running(press, topic, article, "", size, 0.5)
        named = True
    elif roll < 0.87:
        running(press, topic, article, press.dateline(), size, 0.2)
        named = True
    else:
        running(press, topic, article, "", size)
        named = False
    tail(press, article, named)
    return article


def decree(press: Press, sections: int) -> Article:
    """A decree or opinion: numbered sections, numbered clauses."""
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article(ordinal=True)
    thing = rng.choice(topic.doing[0][1])
    chapters = rng.random() < 0.5
    title = (
        f"{topic.city}{thing}管理{rng.choice(('办法', '条例', '规定'))}"
        if chapters
        else f"{topic.city}人民政府关于加强{thing}工作的{rng.choice(('意见', '实施意见', '通知'))}"
    )
    article.add("headline", press.set(title))
    stamp = f"{press.today.year}年{press.today.month}月{max(1, press.today.day - 3)}日"
    if rng.random() < 0.7:
        article.add(
            "deck",
            press.set(f"（{stamp}{rng.choice(('', '市人民政府第' + str(rng.randint(3, 60)) + '次常务会议通过'))}）"),
        )
    clause = 0
    if not chapters:
        article.add(
            "body", press.set(f"为{topic.fill('{act}')}，{topic.fill('{act2}')}，结合我市实际，现提出如下意见。")
        )
    for n in range(1, sections + 1):
        name = (
            rng.choice(("总则", "总体要求"))
            if n == 1
            else rng.choice(
                (
                    "规划与建设",
                    "监督管理",
                    "保障措施",
                    "法律责任",
                    "附则",
                    "组织领导",
                    "权利与义务",
                    topic.fill("{act}"),
                )
            )
        )
        article.add(
            "heading",
            press.set(
                f"第{numeral(n)}章　{name}"
                if chapters
                else f"{numeral(n)}、{name if rng.random() < 0.4 else topic.fill('{act}，{act2}')}"
            ),
        )
        for _ in range(rng.randint(2, 4)):
            clause += 1
            mark = f"第{numeral(clause)}条　" if chapters else f"（{numeral(clause)}）{topic.fill('{act}')}。"
            article.add("body", press.set(mark + topic.paragraph(t.DECREE, 50, 220)))
    if rng.random() < 0.4 and not press.traditional:
        article.add("credit", press.set(f"（{said(AGENCY, '新华社')}{said(PLACE, '北京')}{press.filed()}电）"))
    return article


def brief(press: Press, style: str) -> Article:
    """One item under a banner. `style`: runin, bracket, bullet, titled."""
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article(brief=True)
    text = press.set(topic.paragraph(t.LEADS, 50, 120))
    if rng.random() < 0.4:
        text += press.set(f"（{press.crew()}）")
    if style == "titled":
        article.add("headline", press.set(topic.title(t.HEADLINES, 6, 18)))
        article.add("body", text)
        return article
    head = press.set(topic.title(t.HEADLINES, 6, 18)).rstrip("。")
    bracket = {"runin": "{}。", "bracket": "【{}】", "bullet": "■{}　", "dot": "●{}　"}[style]
    article.add("headline", bracket.format(head), whole=True)
    article.add("body", text, whole=True)
    return article


def photo(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article(photo=True)
    title = (
        press.set(topic.title(("{goal} {goal2}", "{place}{act}", "{act}", "{who}{act}", "{place}：{goal}"), 4, 16))
        if rng.random() < 0.8
        else None
    )
    after = rng.random() < 0.15
    caption = topic.write(t.CAPTIONS[:2] if rng.random() < 0.8 else t.CAPTIONS)
    if rng.random() < 0.65:
        caption += topic.write(t.CAPTION_TAILS)
        caption += topic.write(t.CAPTION_TAILS) if rng.random() < 0.25 else ""
    caption = press.set(caption)
    own, agency, one = said(AGENCY, press.own), said(AGENCY, "新华社"), press.person()
    credit = rng.choice(
        (
            f"{own}记者 {one} 摄",
            f"{own}通讯员 {one} 摄",
            f"{agency}记者 {one} 摄",
            f"{agency}发（{one} 摄）",
            f"{said(AGENCY, '视觉中国')} 供图",
            f"{one} 摄",
            f"{one}摄",
            f"图：{one}",
            f"（{one}摄）",
        )
    )
    if title and not after:
        article.add("headline", title)
    two = rng.random() < 0.2
    if two:
        article.add(
            "body",
            press.set(topic.write(("图为{who}在{spot}{act}。", "{who}在{place}{spot}{act}（{month}月{day}日摄）。"))),
        )
    inline = rng.random() < 0.5
    article.add("body", caption + (press.set(" " + credit) if inline else ""))
    if not inline:
        article.add("credit", press.set(credit))
    if title and after:
        article.add("headline", title)
    return article


def continuation(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    mark = back_mark(press)
    form = rng.choice(("headed", "headed", "bare", "inline", "inline-headed"))
    if "headed" in form:
        article.add("headline", press.set(topic.title(t.HEADLINES, 7, 24)))
    if "inline" not in form:
        article.add("jump", mark, whole=True)
    first = press.set(topic.paragraph(t.DEVELOPMENTS, 80, 240))
    if rng.random() < 0.3:
        first = first[rng.randint(6, 24) :].lstrip("，。、”：,") or first
    article.add("body", (mark if "inline" in form else "") + first)
    for _ in range(rng.randint(1, 6)):
        article.add("body", press.set(topic.paragraph(t.DEVELOPMENTS, 50, 240)))
    article.add("body", press.set(topic.paragraph(t.CLOSINGS, 30, 150)))
    return article


def results(press: Press) -> Article:
    """A list of winners or prices: a short text and a table."""
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    article.add(
        "headline",
        press.set(topic.title(("{project}获奖名单", "{place}{thing}价格行情", "{project}{event}名单公布"), 6, 24)),
    )
    article.add("body", press.set(topic.paragraph(t.LEADS, 60, 150)))
    rows = "".join(
        f"<tr><td>{topic.fill('{org}')}</td><td>{topic.fill('{thing}')}</td><td>{topic.fill('{fig}')}</td></tr>"
        for _ in range(rng.randint(3, 7))
    )
    article.add("body", press.set(f"<table><tr><td>单位</td><td>项目</td><td>数量</td></tr>{rows}</table>"), whole=True)
    return article
