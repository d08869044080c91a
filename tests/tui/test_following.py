"""下转 and 上接: followed from page to page, and read on in place."""

from __future__ import annotations

import pytest

from paperterm.actions.session import Session
from paperterm.tui.following import landing
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.bars import KeyBar, PlaceBar
from paperterm.tui.widgets.marks import Mark
from tests.tui.conftest import FRONT, THIRD, Reader, Start

STREET = """鄂州晚报
2025年4月2日 星期三 第1版

# 葛店的一条街
葛店老街有四百年历史,青石板铺成的街面上,留下深深的车辙。去年秋天,老街改造工程启动,三十七户居民签订了修缮协议。
{}
老裁缝陶金贵的铺子就在街口,门板上的红漆已经斑驳。他在这里做了五十年衣服,街坊的婚服都出自他的手。(下转第2版)
"""
SECOND = """鄂州晚报
2025年4月2日 星期三 第2版

# 老街要留住老味道
(上接第一版)改造方案先后修改了九次。设计师杜若把居民请进会议室,一户一户听意见。陶金贵提出,裁缝铺的门板不要换,只补漆。老街的青石板编号后原位铺回,车辙也保留下来。

到今年三月,老街的排水管和电线全部入地,沿街的铺子陆续开门。

(下转第5版)

# 市文旅局发放消费券
本报讯(记者何琳)市文旅局将于四月中旬起发放五一消费券,共三批,总额六百万元,市民可通过手机领取。
"""
FIFTH = """鄂州晚报
2025年4月2日 星期三 第5版

(上接第2版)清明假期,葛店老街迎来了两万名游客。陶金贵的裁缝铺里挤满了订旗袍的年轻人。他笑着说,老街活了,手艺也就活了。

# 城区公交线路调整
本报讯(记者冯敏)为配合道路施工,城区12路公交线路临时调整,请市民注意站牌公告,合理安排出行。
"""
PAGES = {"1": STREET.format(""), "2": SECOND, "5": FIFTH}
LONG = PAGES | {"1": STREET.format("\n\n".join(f"第{n}户人家说起老街来,话匣子就关不上。" for n in range(60)))}


def page(r: Reader) -> int | None:
    """The page of the article that is open."""
    return r.screen.stored.head.page if r.screen.stored else None


async def joined(r: Reader, parts: int) -> None:
    """Waits until the article is shown with its continuations."""
    await r.until(lambda: r.screen.joined and len(r.screen.joined.parts) == parts)


async def follow(r: Reader, key: str, to: int) -> None:
    await r.press(key)
    await r.until(lambda: page(r) == to)


def row_of(r: Reader, text: str) -> tuple[int, int]:
    """The cell of the article's pane where the text begins."""
    lines = r.text(r.screen.reading).splitlines()
    row = next(number for number, line in enumerate(lines) if text in line)
    return ArticleView.render_line(r.screen.reading, row).text.index(text), row


async def test_a_jump_is_followed_there_and_back(reader: Start) -> None:
    async with reader() as r:
        await follow(r, "f", 3)
        await follow(r, "f", 1)


async def test_from_a_middle_page_one_key_goes_on_and_one_back(reader: Start) -> None:
    async with reader(pages=PAGES) as r:
        await follow(r, "f", 2)
        await follow(r, "f", 5)
        await follow(r, "F", 2)
        await follow(r, "F", 1)
        await r.press("F")
        await r.until(lambda: r.message == "This article says no 上接.")


async def test_a_jump_to_a_page_that_is_not_there_says_so(reader: Start) -> None:
    async with reader(pages={"front": FRONT}) as r:
        await r.press("f")
        await r.until(lambda: "第3版 of 大江日报 2025-03-25 is not in the library." in r.message)


async def test_a_jump_lands_on_the_first_words_and_back_on_the_jump_line(reader: Start) -> None:
    async with reader(size=(80, 14), pages=LONG) as r:
        await follow(r, "f", 2)
        await r.until(lambda: "改造方案先后" in r.text(r.screen.reading))
        await follow(r, "F", 1)
        await r.until(lambda: "(下转第2版)" in r.text(r.screen.reading))


def test_where_reading_goes_on_is_behind_the_mark(session: Session) -> None:
    from paperterm.parse import parse_page

    second, third = parse_page(SECOND).articles[0], parse_page(THIRD).articles[0]
    assert landing(second, onward=True) == (1, len("(上接第一版)"))
    assert landing(second, onward=False) == (len(second.blocks) - 1, 0)
    assert landing(third, onward=True) == (1, len("(上接第1版)"))


async def test_the_continuations_are_read_on_in_place_below_their_pages(reader: Start) -> None:
    async with reader(size=(80, 40), pages=PAGES) as r:
        await joined(r, 3)
        text = "".join(r.text(r.screen.reading).split())
        order = ["(下转第2版)", "───第2版───", "老街要留住老味道", "(下转第5版)", "───第5版───", "手艺也就活了"]
        places = [text.index(part) for part in order]
        assert places == sorted(places)
        assert (page(r), r.headline) == (1, "葛店的一条街")


async def test_the_bar_names_the_page_of_what_is_on_top(reader: Start) -> None:
    async with reader(size=(80, 12), pages=LONG) as r:
        await joined(r, 3)
        assert "第1版" in r.text(r.screen.query_one(PlaceBar))
        await r.press("G")
        await r.until(lambda: "第2版" in r.text(r.screen.query_one(PlaceBar)))


async def test_what_is_being_read_stays_where_it_is_when_a_continuation_is_found(reader: Start) -> None:
    async with reader(size=(80, 12), pages=LONG) as r:
        await joined(r, 3)
        await r.press("G")
        await r.press("k")
        place = r.screen.reading.place
        first = r.screen.joined.parts[0].article if r.screen.joined else None
        assert first and place[0] > len(first.blocks)
        top = r.text(r.screen.reading).splitlines()[0]
        await r.press("q")
    async with reader(size=(80, 12)) as r:
        await joined(r, 3)
        assert r.screen.reading.place == place
        assert r.text(r.screen.reading).splitlines()[0] == top


async def test_what_is_kept_in_a_continuation_belongs_to_it(reader: Start, session: Session) -> None:
    async with reader(size=(120, 40), pages=PAGES) as r:
        await joined(r, 3)
        whole = r.screen.joined
        assert whole
        second = whole.parts[1]
        block = (whole.start_of(second.head.id) or 0) + 2
        r.screen.reading.select(block, 3, 9)
        await r.press("b")
        await r.until(lambda: any(mark.kind == "bookmark" for mark in r.screen.record_marks()))
        (bookmark,) = session.notebook.bookmarks()
        assert bookmark.article == second.head.id
        assert bookmark.anchor.exact == second.article.blocks[2].text[3:9]
        assert r.screen.record_marks() == [Mark(block, 3, 9, "bookmark")]
        await follow(r, "f", 2)
        await r.until(lambda: r.screen.record_marks() == [Mark(2, 3, 9, "bookmark")])
        r.screen.reading.select(2, 3, 9)
        await r.press("b")
        await r.until(lambda: not session.notebook.bookmarks())


async def test_a_highlight_in_a_continuation_changes_its_colour(reader: Start, session: Session) -> None:
    async with reader(size=(120, 40), pages=PAGES) as r:
        await joined(r, 3)
        whole = r.screen.joined
        assert whole
        r.screen.reading.select((whole.start_of(whole.parts[1].head.id) or 0) + 2, 3, 9)
        for colour in ("yellow", "green"):
            await r.press("m")
            await r.until(lambda colour=colour: [mark.kind for mark in r.screen.record_marks()] == [colour])  # type: ignore[misc]
        assert [highlight.article for highlight in session.notebook.highlights()] == [whole.parts[1].head.id]


async def test_the_rule_between_two_pages_is_no_passage(reader: Start, session: Session) -> None:
    async with reader(size=(120, 40), pages=PAGES) as r:
        await joined(r, 3)
        whole = r.screen.joined
        assert whole
        r.screen.reading.select((whole.start_of(whole.parts[1].head.id) or 0) - 1, 0, 3)
        await r.press("b")
        await r.until(lambda: r.message == "Bookmarked: 葛店的一条街")
        assert [bookmark.article for bookmark in session.notebook.bookmarks()] == [whole.parts[0].head.id]


async def test_hits_are_marked_in_a_continuation_too(reader: Start) -> None:
    async with reader(size=(120, 40), pages=PAGES) as r:
        await joined(r, 3)
        await r.search("陶金贵")
        whole = r.screen.joined
        assert whole
        found = [whole.article.blocks[mark.block].text[mark.start : mark.end] for mark in r.screen.hit_marks()]
        assert found == ["陶金贵"] * 3


@pytest.mark.parametrize(("mark", "to"), [("(上接第一版)", 1), ("(下转第5版)", 5)])
async def test_a_click_on_a_mark_follows_where_it_points(reader: Start, mark: str, to: int) -> None:
    async with reader(size=(120, 40), pages=PAGES) as r:
        await follow(r, "f", 2)
        await joined(r, 2)
        await r.settled()
        x, y = row_of(r, mark)
        from paperterm.text.cells import cell_width

        line = r.screen.reading.render_line(y).text
        await r.pilot.click(ArticleView, offset=(cell_width(line[:x]) + 3, y))
        await r.until(lambda: page(r) == to)


async def test_the_footer_names_the_way_back_where_there_are_two(reader: Start) -> None:
    async with reader(pages=PAGES) as r:
        keys = r.screen.query_one(KeyBar)
        await r.until(lambda: "f jump" in r.text(keys) and "F back" not in r.text(keys))
        await follow(r, "f", 2)
        await r.until(lambda: "F back" in r.text(keys))
        await follow(r, "f", 5)
        await r.until(lambda: "f jump" in r.text(keys) and "F back" not in r.text(keys))


async def test_a_continuation_without_a_mark_has_its_way_back(reader: Start) -> None:
    async with reader(pages=PAGES | {"5": FIFTH.replace("(上接第2版)", "# 老街新客\n")}) as r:
        await follow(r, "f", 2)
        await follow(r, "f", 5)
        await r.until(lambda: "f jump" in r.text(r.screen.query_one(KeyBar)))
        await follow(r, "f", 2)
