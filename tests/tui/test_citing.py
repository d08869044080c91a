"""References copied from the reader."""

from __future__ import annotations

from paperterm.actions.session import Session
from paperterm.config import Places
from tests.tui.conftest import BARE, Reader, Start

GBT = "张三. 江边新桥通车[N]. 大江日报, 2025-03-25(1)."


async def copied(r: Reader) -> str:
    await r.until(lambda: r.message.startswith("Copied"))
    return r.app.clipboard


async def test_c_copies_the_reference_to_the_article_and_shows_it(reader: Start) -> None:
    async with reader() as r:
        await r.press("c")
        assert await copied(r) == GBT
        assert r.message.startswith(f"Copied: {GBT}")


async def test_c_copies_from_the_list_too(reader: Start) -> None:
    async with reader() as r:
        await r.press("i")
        await r.until(lambda: r.pane == "issues")
        await r.press("c")
        assert await copied(r) == GBT


async def test_c_works_under_an_input_method(reader: Start) -> None:
    async with reader() as r:
        await r.press("ｃ")
        assert await copied(r) == GBT


async def test_capital_c_copies_the_passage_with_the_reference(reader: Start) -> None:
    async with reader() as r:
        await r.press("V", "C")
        text = await copied(r)
        passage, _, citation = text.partition("\n\n")
        assert citation == f"{GBT}\n"
        assert passage in "".join(block.text for block in r.screen.stored.article.blocks)  # type: ignore[union-attr]
        assert passage


async def test_capital_c_without_a_passage_says_what_to_do(reader: Start) -> None:
    async with reader() as r:
        await r.press("C")
        await r.until(lambda: r.message.startswith("Nothing is selected"))
        assert r.app.clipboard == ""


async def test_what_is_not_certain_is_said_with_it(reader: Start, session: Session) -> None:
    async with reader(pages={"bare": BARE}) as r:
        await r.press("c")
        assert await copied(r) == "赵六. 渔民出海[N]. [报纸名不详], [出版日期不详]."
        assert "Not known: paper, date, page number." in r.message


async def test_c_copies_the_form_of_the_settings(reader: Start, places: Places) -> None:
    assert places.settings
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.write_text('[citing]\nform = "ris"\n', encoding="utf-8")
    async with reader() as r:
        await r.press("c")
        assert (await copied(r)).startswith("TY  - NEWS")


async def test_what_was_copied_lies_in_a_file_too_and_that_is_told_once(reader: Start, places: Places) -> None:
    async with reader() as r:
        await r.press("c")
        await r.until(lambda: str(places.cache) in r.message)
        assert (places.cache / "copied.txt").read_text("utf-8") == GBT
        await r.press("V", "y")
        await r.until(lambda: r.message.startswith("Copied") and "characters" in r.message)
        assert str(places.cache) not in r.message
        assert (places.cache / "copied.txt").read_text("utf-8") == r.app.clipboard
