"""`paperterm trends`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE = "{paper}\n{year}年{month}月{day}日 星期二 第{number}期\n第1版:要闻\n\n# {headline}\n本报讯(记者张三)昨日上午,{text},两岸居民沿江而行,人人称便。\n"


@pytest.fixture
def years(tmp_path: Path, paperterm: Run) -> Path:
    """A library of two papers over some months; 大桥 is written of in three articles of five."""
    folder = tmp_path / "pages"
    folder.mkdir()
    what = [("大江日报", 2024, 11, "大桥开工"), ("大江日报", 2025, 1, "大桥合龙"), ("大江日报", 2025, 2, "江上起雾"),
            ("山城晚报", 2025, 2, "大桥通车"), ("山城晚报", 2025, 2, "茶山春早")]  # fmt: skip
    for number, (paper, year, month, headline) in enumerate(what):
        page = PAGE.format(
            paper=paper, year=year, month=month, day=1 + number, number=3000 + number, headline=headline, text=headline
        )
        (folder / f"{number}.txt").write_text(page, encoding="utf-8")
    assert paperterm("import", folder).code == 0
    return folder


def test_every_month_between_is_counted(years: Path, paperterm: Run) -> None:
    found = paperterm("trends", "大桥", "--json").json
    assert found["by"] == "month"
    assert [(row["period"], row["articles"], row["of"]) for row in found["trends"]] == [
        ("2024-11", 1, 1), ("2024-12", 0, 0), ("2025-01", 1, 1), ("2025-02", 1, 3),
    ]  # fmt: skip
    assert found["trends"][-1]["share"] == pytest.approx(1 / 3, abs=1e-6)
    assert found["trends"][1]["share"] is None


def test_years_and_papers(years: Path, paperterm: Run) -> None:
    found = paperterm("trends", "大桥", "--by", "year", "--papers", "--json").json["trends"]
    assert [(row["paper"], row["period"], row["articles"]) for row in found] == [
        ("大江日报", "2024", 1), ("大江日报", "2025", 1), ("山城晚报", "2024", 0), ("山城晚报", "2025", 1),
    ]  # fmt: skip


def test_queries_stand_side_by_side(years: Path, paperterm: Run) -> None:
    ran = paperterm("trends", "大桥", "江上 -大桥")
    assert ran.code == 0
    assert "2025-02  大桥" in ran.out
    assert "江上 -大桥" in ran.out


def test_a_file_is_written_once(years: Path, paperterm: Run, tmp_path: Path) -> None:
    file = tmp_path / "大桥.svg"
    assert paperterm("trends", "大桥", "--output", file).code == 0
    before = file.read_bytes()
    assert before.startswith(b"<svg")
    again = paperterm("trends", "江上", "--output", file)
    assert again.code == 1
    assert "exists" in again.err
    assert file.read_bytes() == before
    assert paperterm("trends", "江上", "--output", file, "--force").code == 0
    assert file.read_bytes() != before


def test_a_file_of_an_unknown_kind_is_asked_about(years: Path, paperterm: Run, tmp_path: Path) -> None:
    ran = paperterm("trends", "大桥", "--output", tmp_path / "x.doc")
    assert ran.code == 2
    assert "--format" in ran.err
    assert not (tmp_path / "x.doc").exists()


def test_nothing_found_is_said(years: Path, paperterm: Run) -> None:
    ran = paperterm("trends", "没有的词")
    assert (ran.code, ran.out) == (1, "")
    assert "Nothing in the library matches 没有的词" in ran.err


def test_a_bad_query_is_told_with_its_place(years: Path, paperterm: Run) -> None:
    ran = paperterm("trends", "大桥", "(江上")
    assert ran.code == 2
    assert ran.err


def test_what_has_no_date_is_told(bare: Path, paperterm: Run) -> None:
    paperterm("import", bare)
    ran = paperterm("trends", "渔民")
    assert ran.code == 0
    assert "1 that match 渔民 have no date" in ran.err
