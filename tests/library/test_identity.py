"""Which bytes are which page, and what becomes of the ids of their articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paperterm.library.engine import UnknownId
from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from .conftest import Shelf

STARS = (
    "产业工人有值得仰望的星空",
    "株洲整合资源力量,让工匠的价值既被看见更被制度托举。\n今年要建立十个创新工作室联盟。",
)
LOANS = ("金融活水助力企业做强做优", "白山市总工会预计年内发放贷款四千九百余万元,支持企业发展。")
UNIONS = ("推动建会入会解决关键小事", "临平区总工会深入推进新就业形态劳动者工作扩面提升年专项行动。")
UNDATED = IssueFacts()


def test_an_id_says_paper_date_page_and_headline(shelf: Shelf) -> None:
    assert shelf.add("/p/1.txt", STARS) == "added"
    assert shelf.ids() == ["gongrenribao/2025-03-25/1/cygryzdy"]


def test_the_same_bytes_at_another_path_are_one_page_with_two_sources(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS)
    assert shelf.add("/q/1.txt", STARS) == "unchanged"
    assert len(shelf.ids()) == 1
    assert shelf.library.sources(shelf.sha(STARS)) == [Path("/q/1.txt"), Path("/p/1.txt")]


def test_the_same_bytes_again_change_nothing(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    before = shelf.ids()
    assert shelf.add("/p/1.txt", STARS, LOANS) == "unchanged"
    assert shelf.ids() == before


def test_other_bytes_at_a_known_path_replace_the_page(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    assert shelf.add("/p/1.txt", STARS, UNIONS) == "changed"
    assert len(shelf.ids()) == 2
    with pytest.raises(UnknownId):
        shelf.library.raw(shelf.sha(STARS, LOANS))


def test_a_replaced_page_that_another_file_holds_stays(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS)
    shelf.add("/q/1.txt", STARS)
    shelf.add("/p/1.txt", LOANS)
    assert shelf.library.sources(shelf.sha(STARS)) == [Path("/q/1.txt")]
    assert shelf.library.article("cygryzdy").sha256 == shelf.sha(STARS)


def test_other_bytes_of_the_same_page_are_two_versions_and_the_newer_is_shown(shelf: Shelf) -> None:
    shelf.add("/p/old.txt", STARS)
    shelf.add("/p/new.txt", (STARS[0], STARS[1] + "\n新补一段。"))
    assert [issue.pages for issue in shelf.library.issues()] == [1]
    (shown,) = shelf.ids()
    assert "新补一段" in shelf.body(shown)
    assert "新补一段" not in shelf.body("gongrenribao/2025-03-25/1/cygryzdy")


def test_pages_of_one_number_with_nothing_in_common_are_all_shown(shelf: Shelf) -> None:
    shelf.add("/p/A03.txt", STARS)
    shelf.add("/p/B03.txt", LOANS)
    assert [issue.pages for issue in shelf.library.issues()] == [2]


def test_of_an_older_version_the_neighbours_are_its_own_page(shelf: Shelf) -> None:
    shelf.add("/p/old.txt", STARS, LOANS)
    shelf.add("/p/new.txt", UNIONS, LOANS)
    first = "gongrenribao/2025-03-25/1/cygryzdy"
    following = shelf.library.neighbour(first, 1)
    assert following is not None
    assert shelf.library.article(following).sha256 == shelf.library.article(first).sha256


def test_when_the_newer_version_goes_the_older_is_shown_again(shelf: Shelf) -> None:
    shelf.add("/p/old.txt", STARS)
    shelf.add("/p/new.txt", (STARS[0], "别的正文"))
    shelf.add("/p/new.txt", LOANS, printed=IssueFacts(paper="辽源日报", date="2024-10-23", page=1))
    assert [issue.paper for issue in shelf.library.issues()] == ["工人日报", "辽源日报"]


@pytest.mark.parametrize("printed", [UNDATED, IssueFacts(paper="工人日报", date="2025-03-25")])
def test_pages_without_number_are_no_versions_of_one_another(shelf: Shelf, printed: IssueFacts) -> None:
    shelf.add("/p/a.txt", STARS, printed=printed)
    shelf.add("/p/b.txt", (STARS[0], "别的正文"), printed=printed)
    assert len(set(shelf.ids())) == 2


def test_an_article_keeps_its_id_when_its_text_is_corrected(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    before = shelf.ids()
    shelf.add("/p/1.txt", (STARS[0], STARS[1].replace("资源", "各方资源")), LOANS)
    assert shelf.ids() == before


def test_an_old_id_leads_to_the_article_under_its_new_headline(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    old = shelf.ids()[0]
    shelf.add("/p/1.txt", ("让工匠被看见", STARS[1]), LOANS)
    assert shelf.ids()[0] != old
    assert shelf.library.article(old).article.headline == "让工匠被看见"


def test_namesakes_that_change_places_keep_their_own_ids(shelf: Shelf) -> None:
    one, two = ("简讯", STARS[1]), ("简讯", LOANS[1])
    shelf.add("/p/1.txt", one, two)
    first, second = shelf.ids()
    shelf.add("/p/1.txt", two, one)
    assert (shelf.body(first), shelf.body(second)) == (STARS[1], LOANS[1])


def test_ids_work_through_many_imports(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, UNIONS)
    old = shelf.ids()[0]
    for headline in ("工匠被看见", "制度托举工匠", "株洲的星空"):
        shelf.add("/p/1.txt", (headline, STARS[1]), UNIONS)
        assert shelf.library.article(old).article.headline == headline


def test_an_id_whose_article_is_gone_is_unknown(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    shelf.add("/p/1.txt", LOANS)
    with pytest.raises(UnknownId):
        shelf.library.article("gongrenribao/2025-03-25/1/cygryzdy")


def test_ids_go_over_when_a_file_takes_the_bytes_of_a_known_page(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS)
    shelf.add("/q/1.txt", ("让工匠被看见", STARS[1]), printed=UNDATED)
    assert shelf.add("/p/1.txt", ("让工匠被看见", STARS[1])) == "changed"
    assert shelf.library.article("gongrenribao/2025-03-25/1/cygryzdy").article.headline == "让工匠被看见"


def test_what_a_person_states_goes_before_what_is_printed_before_what_is_assumed(shelf: Shelf) -> None:
    printed = IssueFacts(paper="工人日报", page=2)
    assumed = IssueFacts(paper="工人曰报", date="2025-03-25", page=7)
    shelf.add("/p/1.txt", STARS, printed=printed, assumed=assumed, stated=IssueFacts(page=3))
    stored = shelf.library.article("cygryzdy")
    assert (stored.facts.paper, stored.facts.date, stored.facts.page) == ("工人日报", "2025-03-25", 3)


def test_stating_gives_new_ids_and_taking_it_back_the_old_ones(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS, LOANS, printed=UNDATED)
    before = shelf.ids()
    sha = shelf.sha(STARS, LOANS)
    shelf.library.state(sha, IssueFacts(paper="辽源日报", date="2024-10-23", page=4))
    stated = shelf.ids()
    assert [id.rpartition("/")[0] for id in stated] == ["liaoyuanribao/2024-10-23/4"] * 2
    assert [shelf.library.article(id).head.id for id in before] == stated
    shelf.library.state(sha, IssueFacts())
    assert shelf.ids() == before
    assert [shelf.library.article(id).head.id for id in stated] == before


def test_an_older_version_is_shown_again_when_a_person_says_it_is_another_page(shelf: Shelf) -> None:
    shelf.add("/p/old.txt", STARS)
    shelf.add("/p/new.txt", STARS, LOANS)
    assert [issue.pages for issue in shelf.library.issues()] == [1]
    shelf.library.state(shelf.sha(STARS), IssueFacts(page=5))
    assert [page.page for page in shelf.library.pages("工人日报", "2025-03-25")] == [1, 5]
    shelf.library.state(shelf.sha(STARS), IssueFacts())
    assert [page.page for page in shelf.library.pages("工人日报", "2025-03-25")] == [1]


def test_stating_of_an_unknown_page_is_refused(shelf: Shelf) -> None:
    with pytest.raises(UnknownId):
        shelf.library.state("0" * 64, IssueFacts())


@pytest.mark.parametrize("end", ["cygryzdy", "1/cygryzdy", "2025-03-25/1/cygryzdy"])
def test_an_unambiguous_end_of_an_id_is_enough(shelf: Shelf, end: str) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    assert shelf.library.article(end).article.headline == STARS[0]


def test_an_ambiguous_end_is_answered_with_what_it_could_mean(shelf: Shelf) -> None:
    shelf.add("/p/1.txt", STARS)
    shelf.add("/p/2.txt", (STARS[0], "第二版上的正文"), printed=IssueFacts(paper="工人日报", date="2025-03-25", page=2))
    with pytest.raises(UnknownId) as caught:
        shelf.library.article("cygryzdy")
    assert set(caught.value.near) == set(shelf.ids())
    assert shelf.library.head("cygryzdy") is None


@pytest.mark.parametrize(
    "wrong", ["cygryzd", "gongrenribao/2025-03-25/1/cygryzdx", "gongrenribao/2025-03-26/1/cygryzdy"]
)
def test_a_misspelt_id_is_answered_with_the_right_one(shelf: Shelf, wrong: str) -> None:
    shelf.add("/p/1.txt", STARS, LOANS)
    with pytest.raises(UnknownId) as caught:
        shelf.library.article(wrong)
    assert "gongrenribao/2025-03-25/1/cygryzdy" in caught.value.near


@pytest.mark.parametrize("hostile", ["", "/", "%", "_", "'; DROP TABLE pages; --", "页", "a" * 5000, "\0"])
def test_any_string_is_a_known_or_an_unknown_id(shelf: Shelf, hostile: str) -> None:
    shelf.add("/p/1.txt", STARS)
    with pytest.raises(UnknownId):
        shelf.library.article(hostile)


STORIES = st.lists(
    st.sampled_from([STARS, LOANS, UNIONS, ("简讯", "甲地消息一则。"), ("简讯", "乙地另有一事。")]), max_size=4
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40, deadline=None
)
@given(st.lists(st.tuples(st.sampled_from(["/h/1.txt", "/h/2.txt", "/h/3.txt"]), STORIES), max_size=8))
def test_after_any_imports_ids_are_unique_and_every_source_has_its_page(
    shelf: Shelf, imports: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    last: dict[str, str] = {}
    for path, stories in imports:
        shelf.add(path, *stories)
        last[path] = shelf.sha(*stories)
        assert shelf.library.page_by_source(Path(path)) == last[path]
    ids = shelf.ids()
    assert len(ids) == len(set(ids))
    for id in ids:
        assert shelf.library.article(id).head.id == id
