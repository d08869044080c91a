"""The JSON that other programs read: which keys, of which types, and that they mean what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, jumping

TEXT, NUMBER = (str,), (int,)
TEXT_OR_NULL, NUMBER_OR_NULL = (str, type(None)), (int, type(None))

BLOCK = {"role": TEXT, "text": TEXT, "lines": [NUMBER]}
ARTICLE = {
    "id": TEXT, "kind": TEXT, "column": TEXT_OR_NULL, "kicker": TEXT_OR_NULL, "headline": TEXT_OR_NULL,
    "deck": TEXT_OR_NULL, "byline": [TEXT], "agency": TEXT_OR_NULL, "place": TEXT_OR_NULL, "filed": TEXT_OR_NULL,
    "jump_to": NUMBER_OR_NULL, "jump_from": NUMBER_OR_NULL, "blocks": [BLOCK],
}  # fmt: skip
ISSUE = {
    "paper": TEXT_OR_NULL, "date": TEXT_OR_NULL, "number": NUMBER_OR_NULL, "pages": NUMBER_OR_NULL,
    "page": NUMBER_OR_NULL, "cn": TEXT_OR_NULL,
}  # fmt: skip
PARSE = {
    "schema": NUMBER, "issue": ISSUE, "issue_assumed": ISSUE, "articles": [ARTICLE], "furniture": [BLOCK],
    "warnings": [{"code": TEXT, "line": NUMBER, "message": TEXT}],
}  # fmt: skip
SHOWN = {
    **ARTICLE, "paper": TEXT_OR_NULL, "date": TEXT_OR_NULL, "page": NUMBER_OR_NULL, "source": TEXT,
    "continued_from": TEXT_OR_NULL, "continues": TEXT_OR_NULL,
}  # fmt: skip
SHOW = {"schema": NUMBER, **SHOWN}
WHOLE = {**SHOW, "parts": [SHOWN]}
ISSUES = {
    "schema": NUMBER,
    "issues": [
        {
            "paper": TEXT_OR_NULL, "date": TEXT_OR_NULL, "number": NUMBER_OR_NULL,
            "pages": [
                {
                    "page": NUMBER_OR_NULL, "source": TEXT,
                    "articles": [{"id": TEXT, "kind": TEXT, "headline": TEXT_OR_NULL}],
                }
            ],
        }
    ],
}  # fmt: skip
SEARCH = {
    "schema": NUMBER, "query": TEXT, "total": NUMBER,
    "hits": [
        {
            "id": TEXT, "headline": TEXT_OR_NULL, "paper": TEXT_OR_NULL, "date": TEXT_OR_NULL, "page": NUMBER_OR_NULL,
            "source": TEXT, "score": (int, float), "snippet": TEXT,
            "matches": [{"block": NUMBER, "start": NUMBER, "end": NUMBER}],
        }
    ],
}  # fmt: skip
RECORD = {
    "id": TEXT, "article": TEXT, "headline": TEXT_OR_NULL, "quote": TEXT, "tags": [TEXT], "created": TEXT,
    "changed": TEXT, "state": TEXT, "block": NUMBER_OR_NULL, "start": NUMBER_OR_NULL, "end": NUMBER_OR_NULL,
}  # fmt: skip
NOTE = {"text": TEXT, **RECORD}
IMPORT = {
    "schema": NUMBER, "pages": NUMBER, "articles": NUMBER, "added": NUMBER, "changed": NUMBER, "moved": NUMBER,
    "unchanged": NUMBER, "skipped": [{"path": TEXT, "problem": TEXT}], "missing": [TEXT], "warnings": NUMBER,
    "stopped": (bool,), "library": TEXT,
}  # fmt: skip
SET = {"schema": NUMBER, "page": TEXT, "sha256": TEXT, "stated": {"page": NUMBER}}


def differences(value: Any, form: Any, at: str = "$") -> list[str]:
    """Where a JSON value is not of this form: other keys, other types."""
    if isinstance(form, tuple):
        return [] if type(value) in form else [f"{at}: {value!r}"]
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{at}: no list"]
        return [d for number, item in enumerate(value) for d in differences(item, form[0], f"{at}[{number}]")]
    if not isinstance(value, dict) or value.keys() != form.keys():
        return [f"{at}: {sorted(value)} instead of {sorted(form)}"]
    return [d for key in form for d in differences(value[key], form[key], f"{at}.{key}")]


def test_parse(paperterm: Run, front: Path) -> None:
    ran = paperterm("parse", front, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert differences(ran.json, PARSE) == []
    assert ran.json["schema"] == 1
    assert [article["headline"] for article in ran.json["articles"]] == ["江边新桥通车", "春耕忙"]
    assert ran.json["issue"]["paper"] == "大江日报"


def test_parse_says_what_the_file_name_tells_apart_from_what_the_page_prints(paperterm: Run, tmp_path: Path) -> None:
    page = tmp_path / "长河晚报" / "2025-03-25" / "02.txt"
    page.parent.mkdir(parents=True)
    page.write_text("# 渔民出海\n本报讯 天刚亮,渔民们就驾船出海。\n", encoding="utf-8")
    printed = paperterm("parse", page, "--json").json
    assert printed["issue"] == dict.fromkeys(ISSUE)
    assumed = printed["issue_assumed"]
    assert (assumed["paper"], assumed["date"], assumed["page"]) == ("长河晚报", "2025-03-25", 2)


def test_parse_without_json_marks_what_the_names_say_and_names_what_contradicts_it(
    paperterm: Run, tmp_path: Path
) -> None:
    page = tmp_path / "长河晚报" / "2025-03-26" / "二版.txt"
    page.parent.mkdir(parents=True)
    page.write_text(
        "长河晚报\n2025年3月25日 星期二\n\n# 渔民出海\n本报讯 天刚亮,渔民们就驾船出海。\n", encoding="utf-8"
    )
    lines = paperterm("parse", page).out.splitlines()
    assert lines[1] == "Assumed from the names of file and folders: paper: 长河晚报  date: 2025-03-26  page: 2"
    assert lines[-1].startswith(
        "Warning, line 1: This page prints the date 2025-03-25, its file or folder has 2025-03-26."
    )


def test_import(paperterm: Run, front: Path, home: Path) -> None:
    ran = paperterm("import", front.parent, "--json")
    assert ran.code == 0
    assert differences(ran.json, IMPORT) == []
    assert (ran.json["pages"], ran.json["articles"], ran.json["added"]) == (1, 2, 1)
    assert Path(ran.json["library"]).is_relative_to(home)
    again = paperterm("import", front.parent, "--json").json
    assert (again["added"], again["unchanged"]) == (0, 1)


def test_import_names_what_it_skipped_and_takes_the_rest(paperterm: Run, front: Path) -> None:
    front.with_name("picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    ran = paperterm("import", front.parent, "--json")
    assert ran.code == 1
    assert ran.json["added"] == 1
    assert [Path(skipped["path"]).name for skipped in ran.json["skipped"]] == ["picture.txt"]
    assert ran.json["skipped"][0]["problem"] in ran.err


def test_issues(paperterm: Run, samples: Path) -> None:
    ran = paperterm("issues", "--json")
    assert ran.code == 0
    assert differences(ran.json, ISSUES) == []
    first = ran.json["issues"][0]
    assert (first["paper"], first["date"]) == ("工人日报", "2025-03-25")
    assert all(Path(page["source"]).is_file() for issue in ran.json["issues"] for page in issue["pages"])


def test_show_prints_the_article_as_parse_does(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    parsed = paperterm("parse", front, "--json").json["articles"]
    for article in parsed:
        shown = paperterm("show", article["id"], "--json").json
        assert differences(shown, SHOW) == []
        assert {key: shown[key] for key in ARTICLE} == article


def test_show_names_the_other_parts_of_an_article_and_prints_them(paperterm: Run, front: Path) -> None:
    first, second = jumping(paperterm, front)
    one, two = (paperterm("show", id, "--json").json for id in (first, second))
    assert differences(one, SHOW) == []
    assert (one["continued_from"], one["continues"]) == (None, second)
    assert (two["continued_from"], two["continues"]) == (first, None)
    for id in (first, second):
        whole = paperterm("show", id, "--whole", "--json").json
        assert differences(whole, WHOLE) == []
        assert (whole["id"], [part["id"] for part in whole["parts"]]) == (id, [first, second])


def test_search(paperterm: Run, samples: Path) -> None:
    ran = paperterm("search", "产改", "--json")
    assert ran.code == 0
    assert differences(ran.json, SEARCH) == []
    assert ran.json["query"] == "产改"
    assert ran.json["total"] == len(ran.json["hits"])


def test_limit_cuts_the_hits_and_not_the_total(paperterm: Run, samples: Path) -> None:
    everything = paperterm("search", "产改", "--json").json
    first = paperterm("search", "产改", "--json", "--limit", "1").json
    assert first["total"] == everything["total"] > 1
    assert first["hits"] == everything["hits"][:1]


def test_set(paperterm: Run, bare: Path) -> None:
    paperterm("import", bare)
    ran = paperterm("set", bare, "--page", "4", "--json")
    assert ran.code == 0
    assert differences(ran.json, SET) == []
    assert paperterm("issues", "--json").json["issues"][0]["pages"][0]["page"] == 4


@pytest.mark.parametrize(("kind", "form"), [("bookmark", RECORD), ("note", NOTE)])
def test_a_record_is_printed_when_it_is_added_and_when_it_is_listed(
    paperterm: Run, front: Path, kind: str, form: dict[str, Any]
) -> None:
    paperterm("import", front)
    hit = paperterm("search", "新桥", "--json").json["hits"][0]
    match = hit["matches"][-1]
    passage = [word for key in ("block", "start", "end") for word in (f"--{key}", str(match[key]))]
    text = ["--text", "查一查\n再写"] if kind == "note" else []
    added = paperterm(kind, "add", hit["id"], *text, *passage, "--tag", "大桥", "--tag", "江", "--json")
    assert added.code == 0
    assert differences(added.json, {"schema": NUMBER, **form}) == []
    assert added.json["quote"] == "新桥"
    assert added.json["tags"] == ["大桥", "江"]
    assert added.json["state"] == "placed"
    assert {key: added.json[key] for key in match} == match
    listed = paperterm(kind, "list", "--json").json
    assert differences(listed, {"schema": NUMBER, f"{kind}s": [form]}) == []
    assert listed[f"{kind}s"] == [{key: value for key, value in added.json.items() if key != "schema"}]


def test_a_note_is_edited_and_removed(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    id = paperterm("issues", "--json").json["issues"][0]["pages"][0]["articles"][0]["id"]
    note = paperterm("note", "add", id, "--text", "一", "--tag", "甲", "--json").json
    edited = paperterm("note", "edit", note["id"], "--text", "二", "--json")
    assert differences(edited.json, {"schema": NUMBER, **NOTE}) == []
    assert (edited.json["text"], edited.json["tags"]) == ("二", ["甲"])
    removed = paperterm("note", "remove", note["id"], "--json")
    assert removed.json["id"] == note["id"]
    assert paperterm("note", "list", "--json").json == {"schema": 1, "notes": []}


def test_the_beginning_of_a_records_id_is_enough(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    id = paperterm("issues", "--json").json["issues"][0]["pages"][0]["articles"][0]["id"]
    bookmark = paperterm("bookmark", "add", id, "--json").json
    assert paperterm("bookmark", "remove", bookmark["id"][:6]).code == 0
    assert paperterm("bookmark", "list", "--json").json["bookmarks"] == []


def test_facets_are_beside_the_hits_and_count_what_fits(paperterm: Run, samples: Path) -> None:
    plain = paperterm("search", "工人", "--json").json
    counted = paperterm("search", "工人", "--json", "--facets").json
    facets = counted.pop("facets")
    assert counted == plain
    assert set(facets) == {"papers", "years", "months", "kinds"}
    for one, many in (("paper", "papers"), ("year", "years"), ("month", "months"), ("kind", "kinds")):
        assert all(set(entry) == {one, "count"} for entry in facets[many])
        assert sum(entry["count"] for entry in facets[many]) == plain["total"]
    assert paperterm("search", "不会有的", "--json", "--facets").json["facets"]["papers"] == []


def test_hits_come_in_the_order_that_was_asked_for(paperterm: Run, samples: Path) -> None:
    dates = {
        sort: [hit["date"] for hit in paperterm("search", "工人", "--json", "--sort", sort).json["hits"]]
        for sort in ("rank", "newest", "oldest")
    }
    dated = [date for date in dates["oldest"] if date]
    assert len(set(dated)) > 1
    assert dates["oldest"] == sorted(dated) + [None] * dates["rank"].count(None)
    assert dates["newest"] == sorted(dated, reverse=True) + [None] * dates["rank"].count(None)
    assert sorted(map(str, dates["rank"])) == sorted(map(str, dates["newest"]))
