"""A person's own template: filled with what is known, and a sentence with its line where it cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paperterm.export import rendering
from paperterm.export.template import FIELDS, Broken, parsed
from tests.export.made import BRIDGE, ITEMS, stored, wish
from tests.export.test_hostile import HOSTILE

EVERYTHING = "\n".join(f"{name}: ${{{name}}}" for name in FIELDS)


def filled(text: str, form: str = "markdown", items: tuple[rendering.Item, ...] = ITEMS[:1]) -> str:
    return rendering.articles(items, replace(wish(form), template=parsed(text, "mine.md"))).decode("utf-8")


def test_a_template_says_how_an_article_looks() -> None:
    assert filled("# $title ($paper, $date)\n$byline 著, 5 $$\n$citation") == (
        "# 江边新桥通车 (大江日报, 2025-03-25)\n张三、李四、王五 著, 5 $\n"
        "张三, 李四. 江边新桥通车\\[N\\]. 大江日报, 2025-03-25(1).\n"
    )


def test_what_is_not_known_is_empty() -> None:
    assert filled("[$date][$page][$agency]", items=ITEMS[1:]) == "[][][]\n"


@pytest.mark.parametrize("form", ["markdown", "org", "text"])
def test_every_field_can_be_named(form: str) -> None:
    text = filled(EVERYTHING, form)
    unbroken = "".join(text.split())
    assert "横跨大江的新桥正式通车" in unbroken
    assert "去年也是" in unbroken
    assert "$" not in text


def test_a_file_for_every_article_is_made_of_the_template() -> None:
    files = dict(rendering.article_folder(ITEMS, replace(wish("text"), template=parsed("$title", "mine"))))
    assert sorted(files.values()) == sorted(["江边新桥通车\n".encode(), "渔民出海\n".encode()])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_put_in_as_it_is_and_not_taken_for_a_template(text: str) -> None:
    item = rendering.Item(stored(("headline", f"$title ${{x}} {text}"), ("body", "文")))
    assert filled("<$title>", "text", (item,)).startswith("<$title ${x} ")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("$title\n$tittle", 2, "Did you mean $title?"),
        ("$title\n\n${nobody} x", 3, "The names are: id, title"),
        ("costs 5 $", 1, "Write $$"),
        ("a\nb ${", 2, "Write $$"),
        ("a\nb ${title", 2, "Write $$"),
        ("${标题}", 1, "Write $$"),
    ],
)
def test_a_broken_template_is_told_with_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Broken, match=r"mine\.md, line") as broken:
        parsed(text, "mine.md")
    assert f"mine.md, line {line}: " in str(broken.value)
    assert said in str(broken.value)


def test_the_template_of_an_article_without_notes_leaves_no_trace_of_them() -> None:
    assert filled("$title$notes", items=(rendering.Item(BRIDGE),)) == "江边新桥通车\n"
