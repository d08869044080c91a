"""Stories that OCR read in turn are dealt out again."""

from __future__ import annotations

from paperterm.parse import parse_page

WEAVERS = (
    "本报讯（记者张三）纺织厂的女工们近日有了自己的托儿所，托儿所设在车间旁的旧仓库里，托儿所请来两名退休教师，托",
    "儿所从早班开到晚班，女工们下了班就能接孩子。纺织厂的工会说，托儿所办起来以后，女工们请假的少了一半，女工",
    "们还给托儿所缝了窗帘，托儿所的墙上贴满了孩子们画的画。",
)
MINERS = (
    "本报讯（记者李四）煤矿的食堂改由矿工投票点菜，矿工升井以后在食堂门口投票，得票多的菜第二天就上，食堂的剩菜少",
    "了一半。煤矿食堂的师傅说，矿工最爱吃的是炖菜，食堂每天要炖三大锅，矿工们还给食堂提了四十条意见，食堂一",
    "条一条地答复了矿工，答复都贴在食堂的墙上，矿工们看了很满意，有人还在墙上添了一条意见，说是炖菜里的粉条可以再多放一些，不够吃。",
)
BRIDGE = "本报讯（记者王五）横跨大江的新桥昨日通车，两岸居民步行过江只要十分钟，渡口的轮船从此停航。"


def test_two_stories_read_strip_by_strip_are_told_apart() -> None:
    strips = [line for pair in zip(WEAVERS, MINERS, strict=True) for line in pair]
    lines = ["# 纺织厂办起托儿所", WEAVERS[0], "# 煤矿食堂投票点菜", MINERS[0], *strips[2:], "# 桥修好了", BRIDGE]
    texts = {
        a.headline: "".join(b.text for b in a.blocks if b.role == "body")
        for a in parse_page("\n\n".join(lines)).articles
    }
    assert texts["纺织厂办起托儿所"] == "".join(WEAVERS)
    assert texts["煤矿食堂投票点菜"] == "".join(MINERS)


def test_stories_read_one_after_the_other_stay_so() -> None:
    lines = ["# 纺织厂办起托儿所", *WEAVERS, "# 煤矿食堂投票点菜", *MINERS]
    texts = ["".join(b.text for b in a.blocks if b.role == "body") for a in parse_page("\n\n".join(lines)).articles]
    assert texts == ["".join(WEAVERS), "".join(MINERS)]


def test_paragraphs_that_tell_nothing_stay_where_they_are() -> None:
    plain = [
        f"到了第{n}天，地里的活还是一件接着一件，没有一天是闲着的。大家天不亮就下地，天黑了才回来，谁也不说一声累，"
        f"说的最多的一句话是：节气不等人。这一天又有{n + 2}块田做完了，晚上在场院里记了工分，才各自回家吃饭。"
        for n in range(60)
    ]
    lines = ["# 纺织厂办起托儿所", WEAVERS[0], "# 春耕忙", "本报讯（记者李四）" + plain[0], *plain[1:], "油菜开花了。"]
    first = parse_page("\n\n".join(lines)).articles[0]
    assert sum(len(b.lines) for b in first.blocks if b.role == "body") == 1
