"""Texts that would mean something to the program that reads them: they come out as the text that they are."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import bibtexparser
import jsonschema
import orgparse
import pytest
import rispy
import yaml
from fast_ebook import epub as books
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from paperterm.export import markdown, org, rendering
from paperterm.export.front_matter import front_matter
from paperterm.export.items import Item
from paperterm.export.reference import reference
from paperterm.export.styles import WRITERS
from paperterm.export.table import FORMULA, cell
from paperterm.export.xhtml import article as xhtml
from paperterm.library.records import StoredArticle
from paperterm.text.clean import one_line
from tests.export.made import note, stored, wish
from tests.export.test_read_back import CSL

HOSTILE = [
    "---\ntitle: x\n---",
    '"quoted" \\ and: [a, {b}] # c',
    "&anchor *alias !tag %TAG",
    "# 一级\n## 二级",
    "- 一\n1. 二\n+ 三",
    "[[link|x]] ![[embed]] %%hidden%% ==marked== #tag ^block",
    "<script>alert(1)</script> &amp; ]]> <!-- x -->",
    "`code` $x$ ~~gone~~ | a | b |",
    "* org\n** deeper\n#+begin_src sh\nrm -rf ~\n#+end_src",
    ":END:\n:PROPERTIES:\n:ID: other",
    "[[shell:rm][x]] {{{macro}}} src_sh{rm} call_x() <<target>> <2025-03-25 Tue>",
    '=HYPERLINK("http://x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1",
    "} , author = {nobody",
    "{{{ unbalanced \\ } \\end{document} % $ # _ ^ ~ &",
    "a and b, c",
    "x\nTY  - BOOK\nER  - ",
    "\x1b[31mred\x1b[0m \u202eevil \x9b2J",
    "\ud800 \ufffe \U000e0041",
    "😀👩‍👩‍👧‍👦 e\u0301",
]
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(codec=None), max_size=60),
    st.text("#*-+=_~`[]{}<>|\\$&%^:@!\"'\n. 1文", max_size=30),
)


def made(text: str) -> StoredArticle:
    return stored(("headline", text), ("body", text), ("body", f"文{text}"), paper=text, byline=(text,), agency=text)


@given(TEXTS)
def test_yaml_reads_the_same_texts(text: str) -> None:
    item = Item(made(text))
    lines = list(front_matter(markdown.facts(item)))
    head = yaml.safe_load("\n".join(lines[1:-1]))
    assert head["title"] == one_line(item.article.title)
    assert head["id"] == item.id
    assert (head["paper"] or "") == one_line(text)


@given(TEXTS)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    plain = markdown.plain(text)
    inline = [token for token in MarkdownIt().parse(plain) if token.type not in ("paragraph_open", "paragraph_close")]
    assert [token.type for token in inline] in ([], ["inline"])
    children = inline[0].children or [] if inline else []
    assert all(child.type in ("text", "text_special") for child in children)
    assert "".join(child.content for child in children) == one_line(text)


@given(TEXTS)
def test_markdown_holds_one_article_and_its_paragraphs(text: str) -> None:
    tokens = MarkdownIt().parse("\n".join(markdown.article_lines(made(text).article)))
    assert {token.type for token in tokens} <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline",
    }  # fmt: skip
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1"]


@given(TEXTS)
def test_org_sees_one_headline_one_drawer_and_no_link(text: str) -> None:
    lines = list(org.articles([Item(made(text))], text))
    root = orgparse.loads("\n".join(lines))
    assert len(root.children) == 1
    assert root.children[0].children == []
    assert root.children[0].get_property("ID") == "dajiangribao/2025-03-25/1/jbxqtc"
    body = lines[lines.index(":END:") + 1 :]
    for sign in ("[[", "{{{", "<<", "src_", "call_", "@@"):
        assert not any(sign in line for line in body)
    assert not any(line.startswith(("#+", ":", "*")) for line in body)


@given(TEXTS)
def test_csv_holds_the_text_and_no_formula(text: str) -> None:
    rows = list(
        csv.reader(io.StringIO(rendering.articles([Item(made(text))], wish("csv")).decode("utf-8-sig"), newline=""))
    )
    assert [len(row) for row in rows] == [len(rows[0])] * 2
    assert not any(value.lstrip().startswith(FORMULA) for value in rows[1])


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "－1"])
def test_a_cell_that_would_be_computed_is_not(text: str) -> None:
    assert cell(text).startswith("'")


@given(TEXTS)
def test_ris_holds_one_record_with_the_text(text: str) -> None:
    found = rispy.loads(WRITERS["ris"]([reference(Item(made(text)))]))
    assert len(found) == 1
    assert found[0]["type_of_reference"] == "NEWS"
    assert found[0]["title"].split() == one_line(made(text).article.title).split()


@given(TEXTS)
@pytest.mark.parametrize("style", ["bibtex", "biblatex"])
def test_bibtex_holds_one_entry_with_balanced_braces(style: str, text: str) -> None:
    written = WRITERS[style]([reference(Item(made(text)))])
    found = bibtexparser.parse_string(written)
    assert not found.failed_blocks
    assert len(found.entries) == 1
    depth = 0
    for sign in written:  # as BibTeX counts: it sees no backslash
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


@given(TEXTS)
def test_csl_json_is_valid(text: str) -> None:
    jsonschema.validate(json.loads(WRITERS["csl-json"]([reference(Item(made(text)))])), CSL)


@given(TEXTS)
def test_xhtml_is_well_formed_and_holds_the_text(text: str) -> None:
    article = made(text)
    root = etree.fromstring(
        xhtml(Item(article, frozenset(), (note(article, "n1", text, 2, 0, 1, text),))).encode("utf-8")
    )
    shown = "".join(root.itertext())
    assert one_line(text) in shown
    assert not root.xpath("//*[local-name()='script']")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_book_of_such_a_text_is_whole(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(rendering.articles([Item(made(text))], wish("epub", text)))
    book = books.read_epub(str(path))
    assert book.validate() == []
    assert book.get_metadata("DC", "title")[0][0].split() == one_line(text).split()


@given(TEXTS)
def test_nothing_that_a_terminal_obeys_is_in_a_text_form(text: str) -> None:
    article = made(text)
    item = Item(article, frozenset(), (note(article, "n1", text, 2, 0, 1, text),))
    for form in ("markdown", "org", "json", "csv", "text"):
        written = rendering.articles([item], wish(form, text)).decode("utf-8")
        assert not any((ord(sign) < 32 and sign not in "\r\n") or 127 <= ord(sign) < 160 for sign in written)
        assert not any(sign in written for sign in "\u202a\u202b\u202d\u202e\u2066\u2067")
