"""Which text goes on with which."""

from __future__ import annotations

from paperterm.model import Article, Block
from paperterm.parse.continuations import Text, links

SHIP = "渔轮在东山岛外遇上九级大风,船长林阿水带着七名船员把缆绳一根根系牢,直到天亮才看见灯塔。"
SHIP_ON = "东山岛的灯塔亮了一夜。林阿水说,缆绳断了三根,船员们轮流舀水,渔轮总算靠了岸。"
CLOCK = "钟表匠韩守信的铺子开在鼓楼旁边,四十年来修过的座钟摆满三面墙,最老的一只还是光绪年间的。"
CLOCK_ON = "鼓楼的大钟停了,也是韩守信爬上去修好的。座钟要听声音,他说,钟表匠的耳朵比眼睛要紧。"
RAIN = "入夏以来雨水偏少,水务部门调水三千万立方米,保住了下游十二万亩早稻的灌溉用水。"


def text(
    id: str, page: int | None, body: str, to: int | None = None, back: int | None = None, headline: str = ""
) -> Text:
    title = (Block("headline", headline, (1,)),) if headline else ()
    return Text(Article(id, "story", (*title, Block("body", body, (2,))), jump_to=to, jump_from=back), page)


def found(beginnings: list[Text], continuations: list[Text]) -> set[tuple[str, str]]:
    return {(link.beginning.article.id, link.continuation.article.id) for link in links(beginnings, continuations)}


def test_marks_on_both_sides_are_told_apart_by_the_words() -> None:
    front = [text("ship", 1, SHIP, to=3), text("clock", 1, CLOCK, to=3)]
    assert found(front, [text("a", 3, CLOCK_ON, back=1), text("b", 3, SHIP_ON, back=1)]) == {
        ("ship", "b"),
        ("clock", "a"),
    }


def test_every_text_is_claimed_once() -> None:
    front = [text("ship", 1, SHIP, to=3), text("again", 1, SHIP + RAIN, to=3)]
    assert len(found(front, [text("on", 3, SHIP_ON, back=1)])) == 1


def test_texts_that_share_nothing_do_not_belong_together_whatever_the_marks_say() -> None:
    assert found([text("rain", 1, RAIN, to=3)], [text("clock", 3, CLOCK_ON, back=1)]) == set()


def test_the_only_two_marks_need_but_little_likeness() -> None:
    marked = (
        [text("rain", 1, RAIN, to=3), text("clock", 1, CLOCK)],
        [
            text("on", 3, "下游的老支书说,早稻抽穗时最怕缺水。" + SHIP_ON, back=1),
            text("other", 3, CLOCK_ON),
        ],
    )
    assert found(*marked) == {("rain", "on")}


def test_marks_of_other_pages_are_let_be() -> None:
    front = [text("ship", 1, SHIP, to=4), text("clock", 1, CLOCK, to=3)]
    back = [text("a", 3, SHIP_ON, back=2), text("b", 3, SHIP_ON + CLOCK_ON, back=5)]
    assert found(front, back) == set()


def test_one_lost_mark_is_made_up_for_by_words_that_stand_out() -> None:
    others = [text("x", 3, RAIN), text("y", 3, CLOCK)]
    assert found([text("ship", 1, SHIP, to=3)], [text("on", 3, SHIP_ON), *others]) == {("ship", "on")}
    assert found([text("ship", 1, SHIP), text("rain", 1, RAIN)], [text("on", 3, SHIP_ON, back=1)]) == {("ship", "on")}


def test_of_two_texts_without_marks_that_are_alike_none_is_claimed() -> None:
    twins = [text("one", 3, SHIP_ON), text("two", 3, SHIP_ON.replace("一夜", "两夜")), text("x", 3, RAIN)]
    assert found([text("ship", 1, SHIP, to=3)], twins) == set()


def test_more_likeness_is_asked_of_a_text_that_opens_as_a_story_of_its_own() -> None:
    news = "东山岛的灯塔昨日换上新灯,出海归来的船员们说,从今往后夜里进港,心里踏实多了。"
    front, others = [text("ship", 1, SHIP, to=3)], [text("x", 3, RAIN), text("y", 3, CLOCK)]
    assert found(front, [text("on", 3, news), *others]) == {("ship", "on")}
    assert found(front, [text("on", 3, "本报讯(记者韩冬)" + news), *others]) == set()


def test_a_mark_that_names_a_headline_outweighs_shared_words() -> None:
    front = [
        text("ship", 1, SHIP, to=3, headline="九级大风中的渔轮"),
        text("clock", 1, CLOCK, to=3, headline="鼓楼旁的钟表匠"),
    ]
    on = text("on", 3, "《鼓楼旁的钟表匠》上接第1版 " + SHIP_ON[:24], back=1)
    assert found(front, [on]) == {("clock", "on")}
