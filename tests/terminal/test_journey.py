"""The whole path, as a person goes it: from the list to an article, to a hit, to a bookmark and a note, and back tomorrow."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from paperterm.text.cells import cell_width
from tests.terminal.conftest import Ask, OpenReader
from tests.terminal.tmux import Tmux, article_rows

SIZES = [(80, 24), (120, 40)]
NOTE = "组织保障写在最后一节"
IN_A_LIST = "↵ open"
"""What the bottom line says while a list has the focus."""
IN_AN_ARTICLE = "v select"
"""And while the article has it."""
HEADLINE = "中共中央 国务院关于深化产业工人队伍建设改革的意见"


def choose(reader: Tmux, ask: Ask, paper: str, date: str, number: int) -> None:
    """Opens one article of an issue of the first paper from the list of issues, with vim keys."""
    issues = ask("issues")["issues"]
    assert issues[0]["paper"] == paper
    found = next(found for found in issues if (found["paper"], found["date"]) == (paper, date))
    article = [article for page in found["pages"] for article in page["articles"]][number]
    reader.press("i")
    reader.wait(IN_A_LIST)
    reader.press("g")
    for branch in (paper, date):
        if f"▸ {branch}" in reader.wait_still():
            reader.press("l")
            reader.wait(f"▾ {branch}")
        reader.press("j")
    reader.press(*"j" * number, "l")
    reader.wait_article(article["headline"], rows=4)


def search(reader: Tmux, text: str, expect: str) -> None:
    reader.press("/")
    reader.wait("标题:")
    reader.type(text)
    reader.wait(expect)


@pytest.mark.terminal
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_open_search_bookmark_note_quit_and_find_both_again(
    columns: int, rows: int, open_reader: OpenReader, ask: Ask
) -> None:
    reader = open_reader(columns, rows)
    reader.wait("工人日报 2025-03-25", "辽源日报")
    reader.wait_article("产业工人有值得仰望的「星空」")

    choose(reader, ask, "工人日报", "2025-03-25", 6)

    search(reader, "产业工人", "8 articles")
    place = [hit["paper"] for hit in ask("search", "产业工人")["hits"]].index("辽源日报")
    reader.press(*["Down"] * place, "Enter")
    reader.wait("1/69")
    reader.wait_article(HEADLINE, rows=3)
    next_hits(reader, 2, 20)
    reader.press("V", "b")
    reader.wait("Bookmarked: “")
    next_hits(reader, 21, 40)
    write_note(reader)
    kept = article_rows(reader.wait_still())
    reader.press("q")
    assert reader.wait_ended() == 0

    note, bookmark = ask("note", "list")["notes"][0], ask("bookmark", "list")["bookmarks"][0]
    assert (note["text"], note["tags"], note["state"]) == (NOTE, ["产改", "意见"], "placed")
    assert (bookmark["article"], bookmark["state"]) == (note["article"], "placed")
    assert bookmark["block"] < note["block"]

    again = open_reader(columns, rows)
    again.wait("辽源日报 2024-10-23")
    again.wait_article(kept[1], rows=2 * rows)
    choose(again, ask, "工人日报", "2025-03-25", 6)
    again.press("'")
    again.wait(IN_A_LIST, NOTE[:6], "签 中共中央", "注 中共中央")
    again.press("g", "Enter")
    again.wait(IN_AN_ARTICLE)
    again.wait_article(note["quote"][:20])
    again.press("'")
    again.wait(IN_A_LIST)
    again.press("G", "Enter")
    again.wait(IN_AN_ARTICLE)
    again.wait_article(bookmark["quote"][:20])


def next_hits(reader: Tmux, first: int, last: int) -> None:
    for number in range(first, last + 1):
        reader.press("n")
        reader.wait(f"{number}/69")


def write_note(reader: Tmux) -> None:
    """A note with two tags on the paragraph that holds the hit."""
    reader.press("V")
    reader.wait_still()
    reader.press("a")
    reader.wait("^S save", "「")
    reader.type(NOTE)
    reader.wait(NOTE)
    reader.press("Tab")
    reader.wait_still()
    reader.type("产改 意见")
    reader.wait("产改 意见")
    reader.press("C-s")
    reader.wait("Note written.", gone=["^S save"])


@pytest.mark.terminal
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_arrow_keys_go_the_same_way(columns: int, rows: int, open_reader: OpenReader) -> None:
    reader = open_reader(columns, rows)
    reader.wait("辽源日报")
    reader.press("Left")
    reader.wait(IN_A_LIST)
    reader.press("Down", "Right")
    reader.wait_article("金融助企稳岗扩岗力度加大", rows=3)


@pytest.mark.terminal
def test_the_next_and_the_previous_article_are_one_key_away(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.wait("辽源日报")
    reader.press("J")
    reader.wait_article("金融助企稳岗扩岗力度加大", rows=3)
    reader.press("K")
    reader.wait_article("产业工人有值得仰望的「星空」", rows=3)


@pytest.mark.terminal
def test_the_first_screen_says_how_to_read_pages_of_ones_own(open_reader: OpenReader) -> None:
    open_reader().wait("paperterm import")


@pytest.mark.terminal
def test_a_page_given_on_the_command_line_is_read_from_a_library_of_its_own(
    open_reader: OpenReader, ask: Ask, tmp_path: Path
) -> None:
    page = tmp_path / "一页.txt"
    page.write_text("# 我的标题在这里\n\n本报讯 (记者张三)这是一篇自己的报道，讲的是今年的春耕。\n", "utf-8")
    reader = open_reader(words=(page,))
    reader.wait("我的标题在这里", "今年的春耕", gone=["工人日报"])
    reader.press("q")
    assert reader.wait_ended() == 0
    assert {found["paper"] for found in ask("issues")["issues"]} >= {"工人日报", "辽源日报"}


@pytest.mark.terminal
def test_two_readers_at_once_both_write_notes_and_see_each_others(open_reader: OpenReader, ask: Ask) -> None:
    first, second = open_reader(120, 40), open_reader(80, 24)
    for reader, text in ((first, "第一个窗口写的"), (second, "第二个窗口写的")):
        reader.wait("产业工人有值得仰望的「星空」")
        reader.press("a")
        reader.wait("^S save")
        reader.type(text)
    for reader in (first, second):
        reader.press("C-s")
    for reader in (first, second):
        reader.wait(gone=["^S save"])
        reader.press("'")
        reader.wait("第一个窗口写的", "第二个窗口写的")
    assert {note["text"] for note in ask("note", "list")["notes"]} == {"第一个窗口写的", "第二个窗口写的"}


@pytest.mark.terminal
def test_a_change_of_size_keeps_the_place(open_reader: OpenReader) -> None:
    reader = open_reader(120, 40)
    reader.wait("产业工人有值得仰望的「星空」", "辽源日报")
    search(reader, "标题:深化产业工人队伍建设改革的意见", "1 article")
    reader.press("Enter")
    reader.wait(IN_AN_ARTICLE)
    reader.wait_article(HEADLINE, rows=3)
    reader.press("Space", "Space")
    reader.wait_until(lambda screen: "中共中央 国务院" not in "".join(article_rows(screen)), "moved on")
    opening = article_rows(reader.wait_still())[0][:12]
    for columns, rows in ((80, 24), (50, 20), (120, 40)):
        reader.resize(columns, rows)
        reader.wait_until(partial(fills, columns=columns), f"fills {columns} columns")
        reader.wait_article(opening, rows=3)


def fills(screen: str, columns: int) -> bool:
    """Does the top line reach as far as the screen does now? Its last cell is empty."""
    return cell_width(screen.split("\n")[0].rstrip()) == columns - 1


@pytest.mark.terminal
def test_going_where_the_page_says_it_goes_on(open_reader: OpenReader, ask: Ask) -> None:
    """The samples hold one page an issue, so the reader says which page is missing."""
    reader = open_reader()
    reader.wait("产业工人有值得仰望的「星空」")
    jumping = [
        hit
        for hit in ask("search", "下转 OR 产业工人 OR 习近平", "--limit", "50")["hits"]
        if hit["paper"] and ask("show", hit["id"]).get("jump_to")
    ]
    assert jumping
    search(reader, f'标题:"{jumping[0]["headline"][:8]}"', "1 article")
    reader.press("Enter")
    reader.wait(IN_AN_ARTICLE)
    reader.wait_article(jumping[0]["headline"], rows=4)
    reader.press("f")
    reader.wait("is not in the library")
