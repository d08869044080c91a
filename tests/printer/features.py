"""What supplements and letter pages print: commentaries, essays, poems, letters, interviews."""

from __future__ import annotations

from tests.printer import sentences as t
from tests.printer.articles import heads
from tests.printer.model import AGENCY, Article, said
from tests.printer.press import Press
from tests.printer.writing import Topic


def commentary(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    heads(press, topic, article, 0.05, 0.05)
    roll = rng.random()
    if roll < 0.75:
        article.add("byline", press.set(press.author()))
    elif roll < 0.9:
        article.add("byline", press.set(f"{said(AGENCY, press.own)}评论员"))
    for _ in range(rng.randint(3, 6)):
        article.add("body", press.set(topic.paragraph(t.COMMENT, 60, 220)))
    return article


def essay(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    title = f"{rng.choice(t.VERSE_A)}{rng.choice(('记', '里的' + topic.place, '与' + rng.choice(t.VERSE_A), '深处', '琐忆', '的味道'))}"
    article.add("headline", press.set(rng.choice((title, topic.place + title, f"{topic.river}边的{title}"))))
    article.add("byline", press.set(press.author()))
    for _ in range(rng.randint(4, 7)):
        article.add("body", press.set(topic.paragraph(t.ESSAY, 50, 260)))
    return article


def poem(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    article.add(
        "headline",
        press.set(
            f"{topic.place}{rng.choice(('短章', '的' + rng.choice(t.VERSE_A), '谣', '辞', '之歌'))}{rng.choice(('', '（外一首）', '（组诗）'))}"
        ),
    )
    article.add("byline", press.set(press.author()))
    for _ in range(rng.randint(6, 14)):
        article.add("body", press.set(topic.verse()), whole=True)
    return article


def letter(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    article.add("headline", press.set(topic.title(t.HEADLINES, 7, 22)))
    article.add("body", press.set("编辑同志：" + topic.paragraph(t.BACKGROUNDS + t.COMMENT, 60, 160)))
    article.add("body", press.set(topic.paragraph(t.COMMENT, 50, 160)))
    article.add(
        "byline",
        press.set(
            rng.choice(
                (
                    f"读者 {press.person()}",
                    f"{topic.city} {press.person()}",
                    f"{topic.city}读者 {press.person()}",
                    press.person(),
                )
            )
        ),
    )
    return article


def interview(press: Press) -> Article:
    rng = press.rng
    topic = Topic(rng, press.today, press.used)
    article = Article()
    heads(press, topic, article, 0.3, 0.5)
    article.add("byline", press.set(press.byline()))
    article.add("body", press.set(topic.paragraph(t.LEADS, 80, 200)))
    asked = rng.random() < 0.6
    for _ in range(rng.randint(2, 4)):
        question = topic.write(t.QUESTIONS)
        if asked:
            article.add("body", press.set("问：" + question))
            article.add("body", press.set("答：" + topic.paragraph(t.DEVELOPMENTS, 60, 260)))
        else:
            article.add("heading", press.set(topic.title(t.SECTIONS, 4, 18)))
            article.add("body", press.set(topic.paragraph(t.DEVELOPMENTS, 60, 260)))
            article.add("body", press.set(topic.paragraph(t.DEVELOPMENTS, 60, 200)))
    return article
