"""Each form of page file is told by its content and becomes the text that its readers would see."""

from pathlib import Path

import pytest

from paperterm.ingest import forms
from paperterm.ingest.decode import Unreadable
from paperterm.ingest.forms import to_text
from paperterm.ingest.read import read_page
from paperterm.ingest.walk import pages
from paperterm.parse import parse_page

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("name", ["site.html", "founder_gbk.html", "two_columns.hocr", "styles_v3.xml"])
@pytest.mark.parametrize("ending", [".txt", ".dat", ""])
def test_the_content_tells_the_form_whatever_the_files_ending(name: str, ending: str) -> None:
    data = (FIXTURES / name).read_bytes()
    assert to_text(data, Path("page" + ending)) == read_page(FIXTURES / name).text


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><table><tr><td>甲</td></tr></table></body></html>\n\n正文在表格之后。",
        "<table><tr><td>甲</td></tr></table>\n正文",
        "<!-- image -->\n# 标题\n正文",
        "<br>\n标题\n<p>正文</p>",
        "<工人日报>\n正文",
    ],
)
def test_markdown_with_html_in_it_stays_as_it_is(text: str) -> None:
    assert to_text(text.encode(), Path("page.md")) == text


def test_plain_text_in_a_file_called_html_is_read_as_text() -> None:
    assert to_text("标题\n正文".encode("gb18030"), Path("page.html")) == "标题\n正文"


def test_other_xml_is_named_and_answered_with_what_to_give() -> None:
    with pytest.raises(Unreadable, match=r"<mets>.*ALTO"):
        to_text(b'<?xml version="1.0"?><mets:mets xmlns:mets="x"><a/></mets:mets>', Path("mets.xml"))


def test_folders_give_pages_of_every_form(tmp_path: Path) -> None:
    for ending in forms.ENDINGS:
        (tmp_path / f"1{ending.upper()}").write_text("正文")
    (tmp_path / "1.jpg").write_bytes(b"\xff\xd8\xff")
    found = list(pages([tmp_path], lambda path, sentence: pytest.fail(sentence)))
    assert {path.name.lower().removeprefix("1") for path in found} == set(forms.ENDINGS)


@pytest.mark.parametrize(
    "name,title",
    [
        ("site.html", "以技能点亮车间夜校"),
        ("founder_gbk.html", "老码头换了新模样"),
        ("two_columns.hocr", "海州市图书馆新馆昨日开放"),
        ("styles_v3.xml", "四条河道清淤完工"),
    ],
)
def test_the_parser_finds_the_one_article_of_each(name: str, title: str) -> None:
    page = parse_page(read_page(FIXTURES / name).text)
    assert [article.title for article in page.articles] == [title]
    assert sum(len(block.text) for block in page.articles[0].blocks if block.role == "body") > 90
