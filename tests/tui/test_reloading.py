"""What others change in the library while one reads: it is shown, and the place stays by its text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from paperterm.actions.session import Session
from paperterm.actions.taking import take_in
from paperterm.config import resources
from paperterm.model import Article, Block
from paperterm.parse import parse_page
from paperterm.tui.placing import moved
from tests.tui.conftest import FRONT, Start

PARTS = [f"第{n}段说的是第{n}件事,和别的都不一样,共有{n * 7}人到场。" for n in range(60)]
LONG = "大江日报\n2025年3月25日 星期二 第3000期\n第1版:要闻\n\n# 长文\n本报讯 " + "\n\n".join(PARTS) + "\n"


def of_blocks(texts: list[str]) -> Article:
    """An article of these paragraphs and nothing else."""
    return replace(parse_page(LONG).articles[0], blocks=tuple(Block("body", text, ()) for text in texts))


async def test_a_page_that_another_process_imported_anew_keeps_the_place_by_its_text(
    reader: Start, session: Session, tmp_path: Path
) -> None:
    async with reader(size=(80, 16), pages={"front": LONG}) as r:
        await r.press("3", "0", "G")
        assert "第29段" in r.text(r.screen.reading).splitlines()[0] + r.text(r.screen.reading).splitlines()[1]
        top = r.text(r.screen.reading).splitlines()[0]
        changed = LONG.replace(PARTS[3], PARTS[3] + "\n\n这里后来又添了一整段话,讲的是另一件事。\n\n还有一段。")
        (tmp_path / "pages" / "front.txt").write_text(changed, encoding="utf-8")
        take_in(session, [tmp_path / "pages"])
        await r.until(lambda: any("后来又添了" in b.text for b in r.screen.reading.article.blocks))
        assert r.text(r.screen.reading).splitlines()[0] == top


async def test_a_rebuilt_library_keeps_article_and_place(reader: Start, session: Session, tmp_path: Path) -> None:
    async with reader(size=(80, 16), pages={"front": LONG}) as r:
        await r.press("space", "space")
        place, before = r.screen.reading.place, session.library.version()
        take_in(session, [tmp_path / "pages"], rebuild=True)
        assert session.library.version() != before
        await r.until(lambda: r.screen._library_version is not None)
        await r.press("j", "k")
        assert r.headline == "长文"
        assert r.screen.reading.place == place


async def test_a_page_that_another_process_imported_is_listed(reader: Start, session: Session, tmp_path: Path) -> None:
    async with reader() as r:
        (tmp_path / "pages" / "new.txt").write_text(FRONT.replace("大江日报", "江城晚报"), encoding="utf-8")
        take_in(session, [tmp_path / "pages"])
        await r.until(lambda: "江城晚报" in r.text(r.screen.issues))


async def test_an_article_that_is_gone_stays_until_it_is_left_and_it_is_said(reader: Start, session: Session) -> None:
    async with reader() as r:
        await r.press("J")
        await r.shows("春耕忙")
        with session.library.changes() as change:
            change.forget(r.screen.stored.sha256)
        await r.until(lambda: "no longer in the library" in r.message)
        assert "春耕" in r.text(r.screen.reading)


@given(st.integers(0, len(PARTS) - 1), st.integers(0, 20), st.lists(st.integers(0, len(PARTS)), max_size=5))
def test_a_place_is_found_again_behind_what_was_added(at: int, offset: int, added: list[int]) -> None:
    before, after = [*PARTS], [*PARTS]
    for number in sorted(added, reverse=True):
        after.insert(number, "后来添上的一段,和原来的都不一样。")
    old, new = of_blocks(before), of_blocks(after)
    block, start = moved((at, offset), old, new)
    assert new.blocks[block].text[start:] == PARTS[at][offset:]


def test_where_the_text_is_gone_the_place_is_where_something_before_it_is_left() -> None:
    page = parse_page((resources("seeds") / "003_a95954def5aa8b4a.txt").read_text("utf-8"))
    texts = [block.text for block in page.articles[0].blocks]
    old, new = of_blocks(texts), of_blocks([*texts[:10], *texts[20:]])
    assert moved((15, 4), old, new) == (9, 0)
    assert moved((25, 4), old, new) == (15, 4)
    assert moved((3, 2), old, of_blocks(["全是新的。"])) == (0, 0)
