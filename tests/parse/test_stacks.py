"""Headlines of several stories that were read one after the other go to the texts they speak of."""

from __future__ import annotations

from paperterm.model import Article
from paperterm.parse import parse_page

NURSERY = (
    "本报讯（记者张三）纺织厂的女工们近日有了自己的托儿所，托儿所设在车间旁的旧仓库里，请来两名退休教师看护孩子。",
    "托儿所从早班开到晚班，女工们下了班就能接孩子，纺织厂工会说，托儿所办起来以后，女工请假的少了一半。",
)
CANTEEN = (
    "本报讯（记者李四）煤矿食堂改由矿工投票点菜，矿工升井以后在食堂门口投票，得票多的菜第二天就上桌。",
    "煤矿食堂的师傅说，矿工最爱吃的是炖菜，食堂每天炖三大锅，剩菜比从前少了一半，矿工投票已有三个月。",
)
MORE_OF_NURSERY = (
    "退休教师刘玉芬每天教孩子们唱歌画画，托儿所的墙上贴满了孩子的画，女工们下班来接孩子时总要看上一会儿。",
    "纺织厂打算明年把托儿所再扩大一间，让夜班女工的孩子也能在托儿所里睡觉，退休教师已答应多来两名。",
)
MORE_OF_CANTEEN = (
    "食堂门口的投票箱是矿工自己钉的，每晚由两名矿工开箱计票，煤矿工会派人监督，点菜的结果贴在食堂墙上。",
    "矿工们还给食堂提了四十条意见，食堂师傅一条一条答复，说炖菜里的粉条以后多放，剩菜不再热第二遍。",
)
BRIDGE = "本报讯（记者王五）横跨大江的新桥昨日通车，两岸居民步行过江只要十分钟，渡口的轮船从此停航。"


def articles(*lines: str) -> list[Article]:
    return list(parse_page("\n\n".join(lines)).articles)


def body(article: Article) -> str:
    return "".join(b.text for b in article.blocks if b.role == "body")


def test_two_headlines_with_their_decks_in_a_row_go_to_a_text_each() -> None:
    found = articles(
        *("# 纺织厂办起托儿所", "——女工们安心上班", "# 煤矿食堂投票点菜", "——矿工说了算"),
        *NURSERY,
        *CANTEEN,
        *("# 大江新桥通车", BRIDGE),
    )
    assert [a.headline for a in found] == ["纺织厂办起托儿所", "煤矿食堂投票点菜", "大江新桥通车"]
    assert [a.deck for a in found] == ["——女工们安心上班", "——矿工说了算", None]
    assert [body(a) for a in found] == ["".join(NURSERY), "".join(CANTEEN), BRIDGE]


def test_they_do_so_where_the_texts_were_read_in_turn() -> None:
    nursery, canteen = "".join(NURSERY), "".join(CANTEEN)
    strips = (nursery[:70], canteen[:72], nursery[70:], canteen[72:])  # cut in the midst of words, as columns end
    found = articles("# 纺织厂办起托儿所", "# 煤矿食堂投票点菜", *strips, "# 大江新桥通车", BRIDGE)
    assert [a.headline for a in found] == ["纺织厂办起托儿所", "煤矿食堂投票点菜", "大江新桥通车"]
    assert [body(a) for a in found] == ["".join(NURSERY), "".join(CANTEEN), BRIDGE]


def test_the_lines_of_one_headline_block_stay_together() -> None:
    found = articles(
        *("在市总工会帮助下", "# 纺织厂办起托儿所", "——女工们安心上班"),
        *NURSERY,
        *("# 煤矿食堂投票点菜", *CANTEEN),
        *("# 大江新桥通车", BRIDGE),
    )
    assert [a.title for a in found] == ["纺织厂办起托儿所", "煤矿食堂投票点菜", "大江新桥通车"]
    assert found[0].deck == "——女工们安心上班" and body(found[0]) == "".join(NURSERY)


def test_whole_paragraphs_that_were_read_in_turn_go_to_their_texts() -> None:
    pairs = zip((*NURSERY, *MORE_OF_NURSERY), (*CANTEEN, *MORE_OF_CANTEEN), strict=True)
    found = articles(
        *("# 纺织厂办起托儿所", "——女工们安心上班", "# 煤矿食堂投票点菜", "——矿工说了算"),
        *(paragraph for pair in pairs for paragraph in pair),
        *("# 大江新桥通车", BRIDGE),
    )
    assert [body(a) for a in found] == [
        "".join((*NURSERY, *MORE_OF_NURSERY)),
        "".join((*CANTEEN, *MORE_OF_CANTEEN)),
        BRIDGE,
    ]


def test_a_text_without_dateline_behind_another_has_the_second_headline() -> None:
    bare = (CANTEEN[0].removeprefix("本报讯（记者李四）"), CANTEEN[1], *MORE_OF_CANTEEN)
    found = articles(
        *("# 纺织厂办起托儿所", "——女工们安心上班", "# 煤矿食堂投票点菜", "——矿工说了算"),
        *NURSERY,
        *bare,
        *("# 大江新桥通车", BRIDGE),
    )
    assert [a.headline for a in found] == ["纺织厂办起托儿所", "煤矿食堂投票点菜", "大江新桥通车"]
    assert [body(a) for a in found] == ["".join(NURSERY), "".join(bare), BRIDGE]
