"""Lists and the way from article to article follow one order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from .conftest import Shelf


def fill(shelf: Shelf) -> None:
    pages = [
        ("/p/第10版.txt", None, None, None),
        ("/p/第2版.txt", None, None, None),
        ("/p/a.txt", "工人日报", "2024-01-02", 2),
        ("/p/b.txt", "工人日报", "2024-01-02", 1),
        ("/p/c.txt", "工人日报", "2025-03-25", None),
        ("/p/d.txt", "工人日报", "2025-03-25", 12),
        ("/p/e.txt", "人民日报", "2026-01-01", 1),
        ("/p/f.txt", "工人日报", None, 1),
        ("/p/g.txt", None, "2026-02-02", 1),
    ]
    for path, paper, date, number in pages:
        stories = ((f"{path} 甲", "甲正文"), (f"{path} 乙", "乙正文"))
        shelf.add(path, *stories, printed=IssueFacts(paper=paper, date=date, page=number))
    shelf.add("/p/empty.txt", printed=IssueFacts(paper="工人日报", date="2024-06-01", page=1))


def test_named_papers_first_newest_issues_first_what_is_unknown_last(shelf: Shelf) -> None:
    fill(shelf)
    assert [(i.paper, i.date, i.pages, i.articles) for i in shelf.library.issues()] == [
        ("人民日报", "2026-01-01", 1, 2),
        ("工人日报", "2025-03-25", 2, 4),
        ("工人日报", "2024-06-01", 1, 0),
        ("工人日报", "2024-01-02", 2, 4),
        ("工人日报", None, 1, 2),
        (None, "2026-02-02", 1, 2),
        (None, None, 2, 4),
    ]


def test_pages_stand_by_number_and_unnumbered_ones_by_path_as_people_count(shelf: Shelf) -> None:
    fill(shelf)
    assert [p.page for p in shelf.library.pages("工人日报", "2025-03-25")] == [12, None]
    assert [p.source for p in shelf.library.pages(None, None)] == ["/p/第2版.txt", "/p/第10版.txt"]


def test_first_is_the_newest_issues_first_article(shelf: Shelf) -> None:
    assert shelf.library.first() is None
    fill(shelf)
    id = shelf.library.first()
    assert id is not None
    assert shelf.library.article(id).article.headline == "/p/g.txt 甲"


def test_first_of_undated_pages_is_any_first_article(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", ("甲", "甲正文"), ("乙", "乙正文"), printed=IssueFacts())
    id = shelf.library.first()
    assert id is not None
    assert shelf.library.article(id).article.headline == "甲"


def test_neighbours_lead_through_every_article_and_back(shelf: Shelf) -> None:
    fill(shelf)
    ids = shelf.ids()
    assert [shelf.library.neighbour(id, 1) for id in ids] == [*ids[1:], None]
    assert [shelf.library.neighbour(id, -1) for id in ids] == [None, *ids[:-1]]
    for step in (-3, 2, 5, len(ids)):
        wanted = [ids[i + step] if 0 <= i + step < len(ids) else None for i in range(len(ids))]
        assert [shelf.library.neighbour(id, step) for id in ids] == wanted
