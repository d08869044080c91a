"""What other people's programs read in an export is what went into it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import orgparse
import rispy
import yaml
from fast_ebook import epub as books
from lxml import etree
from markdown_it import MarkdownIt

from paperterm.export import rendering
from paperterm.export.items import Item
from paperterm.export.reference import reference
from paperterm.export.styles import WRITERS
from tests.export.made import BRIDGE, FISHERS, ITEMS, KEPT, MADE, RAW, stored, wish

CSL = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text("utf-8"))
REFERENCES = [reference(item) for item in ITEMS]
XHTML = "{http://www.w3.org/1999/xhtml}"


def cited(style: str) -> str:
    return WRITERS[style](REFERENCES)


# -- references


def test_rispy_reads_ris() -> None:
    bridge, fishers = rispy.loads(cited("ris"))
    assert bridge == {
        "type_of_reference": "NEWS",
        "id": BRIDGE.head.id,
        "authors": ["张三", "李四"],
        "title": "江边新桥通车",
        "secondary_title": "大江日报",
        "year": "2025",
        "date": "2025/03/25/",
        "start_page": "1",
        "number": "3000",
        "language": "zh",
    }
    assert "date" not in fishers
    assert fishers["notes"] == ["author, date, page not known; paper assumed from the names of file and folders"]


def test_bibtexparser_reads_bibtex() -> None:
    found = bibtexparser.parse_string(cited("bibtex"))
    assert not found.failed_blocks
    bridge, fishers = found.entries
    fields = {key: field.value for key, field in bridge.fields_dict.items()}
    assert (bridge.entry_type, bridge.key) == ("article", "dajiangribao:2025-03-25:1:jbxqtc")
    assert fields["author"].split(" and ") == ["张三", "李四"]
    assert (fields["journal"], fields["year"], fields["pages"]) == ("大江日报", "2025", "1")
    assert "year" not in fishers.fields_dict


def test_bibtexparser_reads_biblatex() -> None:
    bridge, fishers = bibtexparser.parse_string(cited("biblatex")).entries
    assert bridge.fields_dict["entrysubtype"].value == "newspaper"
    assert bridge.fields_dict["date"].value == "2025-03-25"
    assert {"date", "author"}.isdisjoint(fishers.fields_dict)


def test_csl_json_is_what_its_schema_says() -> None:
    found = json.loads(cited("csl-json"))
    jsonschema.validate(found, CSL)
    assert [item["type"] for item in found] == ["article-newspaper"] * 2
    assert found[0]["issued"] == {"date-parts": [[2025, 3, 25]]}


def test_an_assumed_date_is_circa_in_csl_json() -> None:
    assumed = WRITERS["csl-json"]([reference(Item(BRIDGE, frozenset({"date"})))])
    jsonschema.validate(json.loads(assumed), CSL)
    assert json.loads(assumed)[0]["issued"]["circa"] is True


# -- articles and notes


def test_yaml_reads_the_front_matter() -> None:
    text = rendering.articles(ITEMS[:1], wish("markdown")).decode("utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["title"] == "江边新桥通车"
    assert (head["paper"], head["date"], head["page"], head["issue"]) == ("大江日报", "2025-03-25", 1, 3000)
    assert head["byline"] == ["张三", "李四", "王五"]
    assert head["tags"] == ["农_事", "桥"]


def test_what_is_not_known_is_null_and_what_is_assumed_is_named() -> None:
    text = rendering.articles(ITEMS[1:], wish("markdown")).decode("utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert (head["date"], head["page"], head["assumed"]) == (None, None, ["paper"])
    assert "大江日报（据文件名） 未标日期" in text


def test_a_markdown_parser_finds_headlines_and_paragraphs() -> None:
    text = rendering.articles(ITEMS, wish("markdown")).decode("utf-8")
    tokens = MarkdownIt().parse(text)
    headings = [tokens[i + 1].content.split(" ^")[0] for i, token in enumerate(tokens) if token.type == "heading_open"]
    assert headings == ["大江日报 2025-03-25", "江边新桥通车", "一、建设", "渔民出海"]


def test_orgparse_finds_articles_facts_and_notes() -> None:
    root = orgparse.loads(rendering.articles(ITEMS, wish("org")).decode("utf-8"))
    bridge, fishers = root.children
    assert (bridge.heading, fishers.heading) == ("江边新桥通车", "渔民出海")
    assert bridge.get_property("PAPER") == "大江日报"
    assert bridge.get_property("ID") == BRIDGE.head.id
    assert [(child.get_property("KIND"), child.tags) for child in bridge.children] == [
        (None, set()),  # a section heading
        ("note", {"农_事", "桥"}),
        ("bookmark", set()),
        ("highlight", {"桥"}),
    ]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_begins_with_the_mark_by_which_excel_knows_utf_8() -> None:
    assert rendering.articles(ITEMS, wish("csv")).startswith(b"\xef\xbb\xbfid,")


def test_csv_holds_every_article_and_its_whole_text() -> None:
    bridge, fishers = rows(rendering.articles(ITEMS, wish("csv")))
    assert bridge["text"].split("\n") == [block.text for block in BRIDGE.article.blocks]
    assert (fishers["paper"], fishers["date"], fishers["assumed"]) == ("大江日报", "", "paper")


def test_csv_of_notes_holds_quote_and_text() -> None:
    found = rows(rendering.records(KEPT, wish("csv")))
    assert [(row["kind"], row["quote"], row["text"]) for row in found] == [
        ("note", "横跨大江", "去年也是\n*这个*时候"),
        ("bookmark", "", ""),
        ("highlight", "新桥全长三千米", ""),
    ]


def test_json_holds_articles_pages_and_what_was_kept() -> None:
    found = json.loads(rendering.articles(ITEMS, wish("json")))
    assert [article["id"] for article in found["articles"]] == [BRIDGE.head.id, FISHERS.head.id]
    assert [page["text"] for page in found["pages"]] == [RAW, RAW]
    assert [kept["kind"] for kept in found["articles"][0]["kept"]] == ["note", "bookmark", "highlight"]


def test_web_annotations_point_at_their_passage() -> None:
    found = json.loads(rendering.records(KEPT, wish("annotations")))
    assert found["type"] == "AnnotationCollection"
    items = found["first"]["items"]
    assert found["total"] == len(items) == 3
    assert [item["motivation"] for item in items] == ["commenting", "bookmarking", "highlighting"]
    quote, position = items[0]["target"]["selector"]
    whole = "\n".join(block.text for block in BRIDGE.article.blocks)
    assert whole[position["start"] : position["end"]] == quote["exact"] == "横跨大江"
    assert whole[: position["start"]].endswith(quote["prefix"])
    assert whole[position["end"] :].startswith(quote["suffix"])


# -- books


def book() -> bytes:
    return rendering.articles(ITEMS, wish("epub", "大江日报 2025-03-25 <&>"))


def test_a_book_begins_with_its_mimetype_uncompressed() -> None:
    data = book()
    first = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert data[38:58] == b"application/epub+zip"  # where the standard says that a program may look for it


def test_fast_ebook_reads_a_book_and_has_nothing_to_object(tmp_path: Path) -> None:
    path = tmp_path / "issue.epub"
    path.write_bytes(book())
    found: Any = books.read_epub(str(path))
    assert found.validate() == []
    assert found.get_metadata("DC", "title")[0][0] == "大江日报 2025-03-25 <&>"
    assert [entry.title for entry in found.toc] == ["江边新桥通车", "渔民出海"]
    assert [name for name, _ in found.get_spine()] == ["nav", "a0", "a1"]
    text = found.get_item_with_href(found.toc[0].href).get_text()
    for words in ("江边新桥通车", "横跨大江的新桥正式通车", "*这个*时候"):
        assert words in text


def test_every_file_of_a_book_is_listed_and_the_contents_lead_to_each_article() -> None:
    data = zipfile.ZipFile(io.BytesIO(book()))
    package = etree.fromstring(data.read("EPUB/package.opf"))
    listed = {item.get("href") for item in package.iter("{http://www.idpf.org/2007/opf}item")}
    assert {f"EPUB/{href}" for href in listed} | {"mimetype", "META-INF/container.xml", "EPUB/package.opf"} == set(
        data.namelist()
    )
    nav = etree.fromstring(data.read("EPUB/nav.xhtml"))
    assert [(link.get("href"), link.text) for link in nav.iter(f"{XHTML}a")] == [
        ("article-0001.xhtml", "江边新桥通车"),
        ("article-0002.xhtml", "渔民出海"),
    ]


def test_the_same_articles_give_the_same_book() -> None:
    assert book() == book()
    assert MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode() in zipfile.ZipFile(io.BytesIO(book())).read("EPUB/package.opf")


# -- exporting again


def test_a_changed_paragraph_leaves_the_ids_of_the_others_alone() -> None:
    from paperterm.export.markdown import block_ids

    texts = [(block.role, block.text) for block in BRIDGE.article.blocks]
    before = block_ids(BRIDGE.article)
    changed = stored(*texts[:3], ("body", "新的一段。"), ("body", "另一段。"), *texts[4:])
    after = block_ids(changed.article)
    assert after[:3] + after[5:] == before[:3] + before[4:]
    assert len(set(after)) == len(after)


def test_exporting_one_article_more_changes_no_other_file() -> None:
    one, both = (dict(rendering.article_folder(items, wish("markdown"))) for items in (ITEMS[:1], ITEMS))
    assert one.items() <= both.items()
    assert len(both) == len(one) + 1
