"""File and folder names say what clearly stands in them, and nothing else."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paperterm.ingest.names import assumed
from paperterm.model import IssueFacts


@pytest.mark.parametrize(
    "name,paper,day,page",
    [
        ("工人日报/2025-03-25/01.txt", "工人日报", "2025-03-25", 1),
        ("辽源日报_20241023_A03.md", "辽源日报", "2024-10-23", 3),
        ("2025年3月25日 第2版.txt", None, "2025-03-25", 2),
        ("人民日报-1998-12-25-10.txt", "人民日报", "1998-12-25", 10),
        ("大公報/1938/07/07/3.txt", "大公報", "1938-07-07", 3),
        ("2025年3月25日工人日报第12版.txt", "工人日报", "2025-03-25", 12),
        ("《三联生活周刊》2020.05.06 p12.txt", "三联生活周刊", "2020-05-06", 12),
        ("我的剪报/文汇报/1949.10.01_2.txt", "文汇报", "1949-10-01", 2),
        ("工人日报/2024-10-23/工人日报-2025-03-25.txt", "工人日报", "2025-03-25", None),
        ("２０２５年３月２５日/第４版.txt", None, "2025-03-25", 4),
        ("工人日报/第3版.txt", "工人日报", None, 3),
        ("明報-20240101.txt", "明報", "2024-01-01", None),
    ],
)
def test_paper_date_and_page_are_read(name: str, paper: str | None, day: str | None, page: int | None) -> None:
    assert assumed(Path(name)) == IssueFacts(paper=paper, date=day, page=page)


@pytest.mark.parametrize(
    "name",
    [
        "000_59ca8d034c031d9f.txt",
        "550e8400-e29b-41d4-a716-446655440000.txt",
        "deadbeef20250325.md",
        "01.txt",
        "2024/12/11.txt",
        "剪报/海报.txt",
        "我收集的报/x.txt",
        "报纸/日报/1.txt",
        "人民日报社/readme.txt",
        "",
        "/",
    ],
)
def test_what_is_not_clear_says_nothing(name: str) -> None:
    assert assumed(Path(name)) == IssueFacts()


@pytest.mark.parametrize("day", ["1998-02-31", "20251301", "2025年2月29日", "0999-01-01"])
def test_a_date_that_never_was_is_none(day: str) -> None:
    assert assumed(Path(f"人民日报/{day}.txt")).date is None


def test_a_page_of_another_section_has_no_number() -> None:
    assert assumed(Path("晚报大全/扬子晚报-2020-01-02-B03.txt")) == IssueFacts(paper="扬子晚报", date="2020-01-02")


def test_a_number_beside_a_hash_is_no_page() -> None:
    assert assumed(Path("2025-03-25/18f89fe1571bc1b6_001.txt")) == IssueFacts(date="2025-03-25")


def test_an_issue_number_is_read() -> None:
    assert assumed(Path("工人日报 第22104期 2025-03-25.txt")).number == 22104


@given(st.dates(date(1872, 4, 30), date(2199, 12, 31)), st.integers(1, 99))
def test_every_real_date_is_read_in_every_form(day: date, page: int) -> None:
    iso = day.isoformat()
    year, month, rest = iso.split("-")
    names = [f"申报馆日报/{iso}/{page:02}.txt", f"申报馆日报_{year}{month}{rest}_{page}.txt"]
    names += [
        f"申报馆日报/{year}/{month}/{rest}/{page}.md",
        f"申报馆日报 {year}年{int(month)}月{int(rest)}日 第{page}版.txt",
    ]
    assert {assumed(Path(name)) for name in names} == {IssueFacts(paper="申报馆日报", date=iso, page=page)}


@given(st.text(max_size=60))
def test_any_name_is_answered(name: str) -> None:
    facts = assumed(Path(name.replace("\0", "")))
    assert facts.page is None or facts.page > 0


@pytest.mark.parametrize(
    "name,paper,day,page",
    [
        ("申报/民國三十二年/五月八日/一版.txt", "申报", "1943-05-08", 1),
        ("申報/光緒三十二年三月初五日/第二版.txt", "申報", "1906-03-29", 2),
        ("大公报 民国廿六年七月九日 第十二版.txt", "大公报", "1937-07-09", 12),
        ("工人日报/二〇二五年三月廿五日/二版.txt", "工人日报", "2025-03-25", 2),
        ("参考消息/2025-03-25/3版.txt", "参考消息", "2025-03-25", 3),
        ("21世纪经济报道/2025-03-25.txt", "21世纪经济报道", "2025-03-25", None),
        ("工人日报/民国往事/翻版.txt", "工人日报", None, None),
    ],
)
def test_numerals_eras_and_names_without_bao_are_read(
    name: str, paper: str | None, day: str | None, page: int | None
) -> None:
    assert assumed(Path(name)) == IssueFacts(paper=paper, date=day, page=page)
