"""What looks wrong on a page, in the reader: a sign beside the line, a count in the bar, a list to go from."""

from __future__ import annotations

from paperterm.model import Article, Block, Caution, IssueFacts, Page
from paperterm.tui.screens.warnings import WarningScreen
from paperterm.tui.warning import placed
from paperterm.tui.widgets.bars import PlaceBar
from paperterm.tui.widgets.rows import RowList

TORN = """大江日报
2025年3月25日 星期三 第3000期

# 江边新桥通车
本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。

# 春耕的意见
新华社北京3月20日电 眼下正是春耕时节,各地抓紧备耕,农机手们清早就下了田。
一、总体要求
坚持稳字当头,把粮食生产摆在首位,确保播种面积不减少,单产有所提高。
二、主要任务
抓好良种供应,做好农机检修,开展技术培训,把各项补贴足额发到农民手中。
四、组织领导
各级政府要加强领导,层层落实责任,把春耕生产作为当前的头等大事抓紧抓好。
"""


def bar(it) -> str:
    return it.text(it.screen.query_one(PlaceBar))


async def test_the_bar_counts_the_warnings_of_the_page(reader):
    async with reader(pages={"torn": TORN}) as it:
        await it.until(lambda: "2 warnings" in bar(it))


async def test_a_page_without_warnings_has_no_count_and_no_list(reader):
    async with reader() as it:
        await it.press("w")
        assert it.message == "Nothing looks wrong on this page."
        assert "warning" not in bar(it)


async def test_the_line_has_a_sign_in_the_margin(reader):
    async with reader(pages={"torn": TORN}) as it:
        await it.shows("江边新桥通车")
        await it.until(lambda: "2 warnings" in bar(it))
        assert "疑" not in it.text(it.screen.reading)
        await it.press("J")
        await it.shows("春耕的意见")
        await it.until(lambda: "疑" in it.text(it.screen.reading))
        line = next(line for line in it.text(it.screen.reading).split("\n") if "疑" in line)
        assert "四、组织领导" in line


async def test_w_lists_them_and_enter_goes_to_the_place_in_another_article(reader):
    async with reader(pages={"torn": TORN}, size=(80, 10)) as it:
        await it.until(lambda: "2 warnings" in bar(it))
        await it.press("w")
        await it.until(lambda: isinstance(it.app.screen, WarningScreen) and it.app.screen.query_one(RowList).length)
        listed = it.text(it.app.screen.query_one(RowList))
        assert "line 2" in listed and "星期二" in listed
        await it.press("j", "enter")
        await it.shows("春耕的意见")
        await it.until(lambda: it.message == "Section 3 is missing before this heading.")
        await it.until(lambda: "四、组织领导" in it.text(it.screen.reading))


async def test_w_explains_first_the_mark_that_is_nearest_to_what_is_read(reader):
    async with reader(pages={"torn": TORN}) as it:
        await it.until(lambda: "2 warnings" in bar(it))
        await it.press("J")
        await it.shows("春耕的意见")
        await it.until(lambda: "疑" in it.text(it.screen.reading))
        await it.press("w")
        await it.until(lambda: isinstance(it.app.screen, WarningScreen) and it.app.screen.query_one(RowList).length)
        assert it.screen.page_warnings[it.app.screen.query_one(RowList).cursor].caution.line == 13
        await it.press("enter")
        await it.until(lambda: it.message == "Section 3 is missing before this heading.")


async def test_a_warning_of_the_masthead_is_told_in_the_bottom_line(reader):
    async with reader(pages={"torn": TORN}) as it:
        await it.until(lambda: "2 warnings" in bar(it))
        await it.press("w")
        await it.until(lambda: isinstance(it.app.screen, WarningScreen) and it.app.screen.query_one(RowList).length)
        await it.press("enter")
        await it.until(lambda: it.message)
        assert it.message.startswith("Line 2 of the page stands in no article.")
        assert it.headline == "江边新桥通车"


async def test_the_list_is_closed_by_its_key(reader):
    async with reader(pages={"torn": TORN}) as it:
        await it.until(lambda: "2 warnings" in bar(it))
        for key in ("w", "q", "escape"):
            await it.press("w")
            await it.opened(WarningScreen)
            await it.press(key)
            await it.until(lambda: it.app.screen is it.screen)


async def test_the_count_is_that_of_the_page_that_is_read(reader):
    torn = TORN.replace("第3000期", "第3000期\n第1版：要闻")
    sound = TORN.replace("星期三", "星期二").replace("四、", "三、").replace("第3000期", "第3000期\n第2版：综合")
    async with reader(pages={"a": torn, "b": sound}) as it:
        await it.shows("江边新桥通车")
        await it.until(lambda: "2 warnings" in bar(it))
        await it.press("J", "J")
        await it.until(lambda: it.screen.stored.facts.page == 2 and "warning" not in bar(it))


def test_a_warning_within_a_paragraph_stands_where_its_line_begins():
    raw = "第一行的文字,\n第二行的文字,\n第三行的文字。"
    block = Block("body", "第一行的文字,第二行的文字,第三行的文字。", (1, 2, 3))
    page = Page(IssueFacts(), (Article("a", "story", (block,)),), (), (Caution("x", 3, "Wrong."),))
    assert placed(page, raw)[0].place == (0, 14)
