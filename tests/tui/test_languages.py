"""The interface in its languages: no message without a translation, no translation without a message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from paperterm.actions.reader import ACTIONS
from paperterm.config import resources
from paperterm.config.language import language_named, language_of
from paperterm.config.settings import LANGUAGES
from paperterm.parse import parse_page
from paperterm.query import QueryError, parse_query
from paperterm.text.cells import cell_width
from paperterm.tui import language
from paperterm.tui.language import retold, t, tn
from paperterm.tui.languages.catalogue import path_of, read_catalogue
from paperterm.tui.languages.make_traditional import MADE, traditional
from paperterm.tui.look import Look
from tests.tui.conftest import Start
from tests.tui.messages import HOLE, of_the_interface, said_below, without_literals

CHINESE = LANGUAGES[1:]
MESSAGES = of_the_interface()


def holes(message: str) -> list[str]:
    return sorted(HOLE.findall(message))


@pytest.fixture(autouse=True)
def english_again() -> object:
    yield
    language.use("en")


def test_every_message_has_a_translation() -> None:
    known = read_catalogue("zh-Hans")
    missing = {message: where for message, where in MESSAGES.items() if message not in known}
    wanted = "\n".join(f"# {where}\n{message}\n(translation)\n" for message, where in missing.items())
    assert not missing, (
        f"Add these to {path_of('zh-Hans')}, then run python -m paperterm.tui.languages.make_traditional:\n\n{wanted}"
    )


def test_every_translation_has_a_message() -> None:
    dead = [message for message in read_catalogue("zh-Hans") if message not in MESSAGES]
    assert not dead, f"Nothing says these any more; take them out of {path_of('zh-Hans')}:\n\n" + "\n".join(dead)


def test_every_message_is_written_where_it_is_said() -> None:
    """So that the tests above see it."""
    assert without_literals() == []


@pytest.mark.parametrize("name", ["zh-Hans", "zh-Hant", "zh-Hans-heard", "zh-Hant-heard"])
def test_a_translation_has_the_braces_of_its_message(name: str) -> None:
    wrong = {m: said for m, said in read_catalogue(name).items() if holes(m) != holes(said)}
    assert wrong == {}


@pytest.mark.parametrize("name", ["zh-Hans", "zh-Hant", "zh-Hans-heard", "zh-Hant-heard"])
def test_a_message_stands_once_in_a_catalogue(name: str) -> None:
    lines = [line for line in path_of(name).read_text("utf-8").split("\n") if line and not line.startswith("#")]
    messages = lines[::2]
    assert sorted(messages) == sorted(set(messages))


@pytest.mark.parametrize("made", MADE)
def test_the_traditional_catalogue_is_made_from_the_simplified_one(made: str) -> None:
    assert path_of(made).read_text("utf-8") == traditional(MADE[made]), (
        "Run python -m paperterm.tui.languages.make_traditional"
    )


def test_what_the_rooms_below_say_is_known_word_for_word() -> None:
    """A translation of something that no room says any more is dead."""
    shapes = [(fixed(shape), re.compile("(.+?)".join(map(re.escape, shape.split("{}"))))) for shape in said_below()]

    def is_said(message: str) -> bool:
        filled = HOLE.sub("X X", message)
        return any(known > 0.4 * fixed(message) and shape.search(filled) for known, shape in shapes)

    assert [message for message in read_catalogue("zh-Hans-heard") if not is_said(message)] == []


def fixed(message: str) -> int:
    """How many characters of a message are not put into it."""
    return len(HOLE.sub("", message))


@pytest.mark.parametrize(
    "query",
    [
        "", '"', '""', "()", "(a", "a)", "a OR", "OR a", "NOT", "标提:x", "日期:", "标题:", "标签:", "日期:20x",
        "日期:2023-13", "日期:2023-02-31", "日期:2025..2023", "日期:..", "日期:<0001", "版:x", "版:9..2", "类型:狗", "有:狗",
        "a~", "(" * 80 + "a" + ")" * 80,
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_query_is_told_in_chinese(query: str) -> None:
    language.use("zh-Hans")
    with pytest.raises(QueryError) as raised:
        parse_query(query)
    told = retold(raised.value.message)
    assert not re.search("[A-Za-z]{4,}", re.sub(r"story|photo|continuation|note|bookmark|highlight", "", told))


@pytest.mark.parametrize("language_", CHINESE)
def test_every_warning_of_the_sample_pages_is_told_in_chinese(language_: str) -> None:
    language.use(language_)
    cautions = [
        c for path in sorted(resources("seeds").glob("*.txt")) for c in parse_page(path.read_text("utf-8")).warnings
    ]
    assert cautions
    untold = {caution.message for caution in cautions if retold(caution.message) == caution.message}
    assert untold == set()


@pytest.mark.parametrize("language_", CHINESE)
def test_words_of_the_bottom_line_are_of_two_han(language_: str) -> None:
    language.use(language_)
    assert {a.footer: t(a.footer) for a in ACTIONS if a.footer and cell_width(t(a.footer)) != 4} == {}


def test_english_knows_one_from_many() -> None:
    assert tn("{count} article", "{count} articles", 1) == "1 article"
    assert tn("{count} article", "{count} articles", 0) == "0 articles"
    language.use("zh-Hans")
    assert tn("{count} article", "{count} articles", 1) == "1 篇"


def test_what_is_put_into_a_message_is_left_as_it_is() -> None:
    assert t("Nothing matches {text}", text="{count} %s") == "Nothing matches {count} %s"


def test_an_unknown_sentence_stays_english() -> None:
    language.use("zh-Hans")
    assert retold("The moon is made of paper.") == "The moon is made of paper."


def test_a_sentence_from_below_keeps_its_values() -> None:
    language.use("zh-Hant")
    assert retold("“标提” at character 4 is no field; “标题” is.") == "第 4 個字元處的「标提」不是欄位，「标题」才是。"


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("en_GB.UTF-8", "en"),
        ("de_DE", None),
        ("", None),
    ],
)
def test_a_locale_names_a_language(word: str, found: str | None) -> None:
    assert language_named(word) == found


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US", "LC_ALL": "zh_TW"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh-Hans"),
        ({"LANG": "C.UTF-8"}, "en"),
    ],
)
def test_the_first_that_is_set_of_the_locale_counts(environment: dict[str, str], found: str) -> None:
    assert language_of(environment) == found


@pytest.mark.parametrize(("spoken", "word"), [("zh-Hans", "检索"), ("zh-Hant", "檢索"), ("en", "search")])
async def test_the_bottom_line_speaks_the_language(spoken: str, word: str, reader: Start) -> None:
    async with reader(look=Look(language=spoken)) as r:
        assert f"/ {word}" in r.text(r.screen.query_one("#keys"))


@pytest.mark.parametrize(("spoken", "said"), [("zh-Hans", "已加书签"), ("zh-Hant", "已加書籤")])
async def test_messages_and_help_speak_the_language(spoken: str, said: str, reader: Start) -> None:
    async with reader(look=Look(language=spoken)) as r:
        await r.press("b")
        await r.until(lambda: said in r.message)
        await r.press("question_mark")
        await r.until(lambda: r.app.screen.query("#help-rows"))
        shown = r.text(r.app.screen.query_one("#help-rows"))
        assert not re.search(r"[A-Za-z]{4,}", re.sub(r"space|PgDn|PgUp|shift|Home", "", shown))


def test_catalogues_are_files_of_the_package() -> None:
    assert all(Path(path_of(name)).is_file() for name in ("zh-Hans", "zh-Hant", "zh-Hans-heard", "zh-Hant-heard"))
