"""The fields of the query language, declared once: the grammar, error messages and help pages read this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from paperterm.query.values import Bounds, FieldValueError, dates, one_of, pages
from paperterm.text.fold import fold

KINDS = {"story": ("报道", "文章"), "photo": ("图片", "照片"), "continuation": ("转版", "续文")}
THINGS = {
    "note": ("笔记", "notes", "批注"),
    "bookmark": ("书签", "bookmarks"),
    "highlight": ("划线", "highlights", "高亮"),
}


@dataclass(frozen=True, slots=True)
class FieldDeclaration:
    """One field: `names` in Chinese and English, the standard ones first; `help` says what it finds, `values` what may
    stand after the colon, `example` is a whole query. `outside`: the library cannot answer it, the notebook can."""

    id: str
    names: tuple[str, ...]
    help: str
    values: str
    example: str
    outside: bool = False
    read: Callable[[str], tuple[str, Bounds | None]] | None = None


def _kind(value: str) -> tuple[str, None]:
    return one_of(KINDS, value), None


def _thing(value: str) -> tuple[str, None]:
    return one_of(THINGS, value), None


def _date(value: str) -> tuple[str, Bounds]:
    return value, dates(value)


def _page(value: str) -> tuple[str, Bounds]:
    return value, pages(value)


FIELDS = (
    FieldDeclaration("title", ("标题", "title"), "Words in the headline, kicker or deck.", "words", "标题:产改"),
    FieldDeclaration("paper", ("报纸", "paper"), "Part of the newspaper's name.", "words", "报纸:工人日报"),
    FieldDeclaration("by", ("记者", "by", "作者"), "Part of the name of a reporter or author.", "words", "记者:方大丰"),
    FieldDeclaration(
        "date",
        ("日期", "date"),
        "When the issue appeared.",
        "2023, 2023-09, 2023-09-07, 2023..2025-03, >2024, >=2024, <2024, <=2024",
        "日期:2023..2025-03",
        read=_date,
    ),
    FieldDeclaration(
        "page", ("版", "page", "版面"), "The number of the page.", "3, 2..4, >4, >=4, <4, <=4", "版:1", read=_page
    ),
    FieldDeclaration("column", ("栏目", "column"), "Part of the name of a standing column.", "words", "栏目:本期聚焦"),
    FieldDeclaration(
        "kind",
        ("类型", "kind"),
        "What sort of article.",
        "story 报道, photo 图片, continuation 转版",
        "类型:图片",
        read=_kind,
    ),
    FieldDeclaration("tag", ("标签", "tag"), "Articles you gave this tag.", "a tag", "标签:工会", outside=True),
    FieldDeclaration(
        "note",
        ("笔记", "note", "批注"),
        "Words in a note you wrote on the article.",
        "words",
        "笔记:待核实",
        outside=True,
    ),
    FieldDeclaration(
        "highlight",
        ("划线", "highlight", "高亮"),
        "Words in a passage you highlighted.",
        "words",
        "划线:技能人才",
        outside=True,
    ),
    FieldDeclaration(
        "has",
        ("有", "has"),
        "Articles you wrote a note on, bookmarked or highlighted.",
        "note 笔记, bookmark 书签, highlight 划线",
        "有:笔记",
        outside=True,
        read=_thing,
    ),
)


def field_named(name: str) -> FieldDeclaration | None:
    """The field that has this name, in any case, width or script."""
    return _by_name().get(fold(name))


def field_like(name: str) -> str | None:
    """The field name that `name` may be a mistyping of: a letter wrong, missing or too many, or another word of the
    same pinyin. None where nothing is close; names of three letters or fewer are never guessed at."""
    from difflib import get_close_matches  # only a query with a strange colon pays for these

    from paperterm.text.romanise import syllables

    folded = fold(name)
    if folded.isascii():
        close = get_close_matches(folded, [n for n in _by_name() if n.isascii() and len(n) > 3], 1, 0.8)
        if close:
            return close[0]
    sound = syllables(folded)
    for known in _by_name():
        if len(known) > 1 and not known.isascii() and len(sound) > 3 and syllables(known) == sound:
            return known
    return None


def read_value(declaration: FieldDeclaration, value: str) -> tuple[str, Bounds | None]:
    """The value in its standard form and, for dates and pages, the bounds it means. Raises FieldValueError."""
    value = value.strip()
    if not value:
        raise FieldValueError("needs a value", None)
    return declaration.read(value) if declaration.read else (value, None)


@cache
def _by_name() -> dict[str, FieldDeclaration]:
    return {fold(name): declaration for declaration in FIELDS for name in declaration.names}
