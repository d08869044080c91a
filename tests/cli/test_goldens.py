"""What commands print, byte for byte; what people read, as it stands in a terminal 60 cells wide."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.conftest import Run, jumping
from tests.cli.goldens import FOLDER, commands, golden


def lines(text: str) -> str:
    return dedent(text).lstrip("\n")


@pytest.mark.parametrize("command", commands())
def test_a_command_prints_what_it_printed(command: str, made: Path, tmp_path: Path) -> None:
    kept = (FOLDER / f"{command.replace(' ', '-')}.txt").read_bytes().decode("utf-8")
    assert golden(command, made, tmp_path) == kept, "where this is meant: python -m tests.cli, and read the diff"


def test_there_is_no_golden_of_a_command_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {command.replace(" ", "-") for command in commands()}


def test_show(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("show", "jbxqtc").out == lines(
        """
        大江日报 2025-03-25 第1版

                               江边新桥通车

            本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居
        民的出行时间将缩短一半。市民们沿江而行。
        """
    )


def test_show_an_article_in_two_parts(paperterm: Run, front: Path) -> None:
    first, second = jumping(paperterm, front)
    beginning = """\
        大江日报 2025-03-25 第1版

                               江边新桥通车

            本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居
        民的出行时间将缩短一半。市民们沿江而行。(下转第3版)
"""
    continuation = """
                               两岸不再绕行

            (上接第1版)新桥双向六车道,横跨大江,两岸居民盼望多年。
"""
    head = "        大江日报 2025-03-25 第3版\n"
    assert paperterm("show", first).out == dedent(f"{beginning}\n        Continued on 第3版: {second}\n")
    assert paperterm("show", second).out == dedent(f"{head}        Continued from 第1版: {first}\n{continuation}")
    assert paperterm("show", second, "--whole").out == dedent(f"{beginning}\n{head}{continuation}")


def test_show_says_where_it_would_go_on(paperterm: Run, front: Path) -> None:
    front.write_text(front.read_text("utf-8").replace("市民们沿江而行。", "市民们沿江而行。(下转第3版)"), "utf-8")
    paperterm("import", front)
    assert paperterm("show", "jbxqtc").out.endswith("\n\n第3版 of 大江日报 2025-03-25 is not in the library.\n")


def test_search(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("search", "新桥").out == lines(
        """
        江边新桥通车
          大江日报 2025-03-25 第1版  dajiangribao/2025-03-25/1/jbxqtc
          本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。市民们沿江而行。
        """
    )


def test_search_with_facets(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("search", "新桥", "--facets").out.endswith(
        lines(
            """
            By paper
              大江日报  1
            By year
              2025  1
            By month
              2025-03  1
            By kind
              story  1
            """
        )
    )


def test_issues(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    assert paperterm("issues").out == lines(
        f"""
        大江日报  2025-03-25  第3000期
          第1版  {front.resolve()}
            江边新桥通车
              dajiangribao/2025-03-25/1/jbxqtc
            春耕忙
              dajiangribao/2025-03-25/1/cgm
        """
    )


def test_notes(paperterm: Run, front: Path) -> None:
    paperterm("import", front)
    hit = paperterm("search", "春耕时节", "--json").json["hits"][0]
    match = hit["matches"][0]
    passage = [word for key, value in match.items() for word in (f"--{key}", str(value))]
    id = paperterm("note", "add", hit["id"], "--text", "去年也是\n这个时候", "--tag", "农事", *passage, "--json").json[
        "id"
    ]
    assert paperterm("note", "list").out == lines(
        f"""
        {id}  春耕忙 #农事
          「春耕时节」
          去年也是
          这个时候
        """
    )


def test_import_counts(paperterm: Run, front: Path) -> None:
    first, second = paperterm("import", front), paperterm("import", front)
    assert (first.out, first.err) == ("1 page with 2 new articles: 1 added, 0 changed, 0 unchanged.\n", "")
    assert (second.out, second.err) == ("1 page with 0 new articles: 0 added, 0 changed, 1 unchanged.\n", "")


def test_the_samples_say_what_they_are_on_stderr_only(paperterm: Run) -> None:
    ran = paperterm("search", "产改", "--limit", "1")
    assert "sample pages" in ran.err
    assert "sample pages" not in ran.out
    assert ran.out.splitlines()[-1].startswith("… and ")
