"""Queries as nobody should type them: whole ones, damaged ones, pieces of the grammar in any order, any characters at all."""

from __future__ import annotations

from hypothesis import strategies as st

from paperterm.query import FIELDS, And, Field, Node, Not, Or, Term, parse_query

SIGNS = (
    *(
        "产改",
        "工 匠",
        "a1",
        "OR",
        "NOT",
        "AND",
        "ＯＲ",
        "-",
        "－",
        "|",
        "｜",
        "(",
        ")",
        "（",
        "）",
        '"',
        "“",
        "”",
        "「",
        "」",
        "『",
    ),
    *(
        "标题",
        ":",
        "：",
        " ",
        "\u3000",
        "\n",
        "~",
        "～",
        "日期:",
        "2023",
        "..",
        ">",
        "<=",
        "2023-13",
        "titel:",
        "http://x",
    ),
    *(
        "版:",
        "第三版",
        "有:笔记",
        "类型:图",
        "笔记:",
        "\ud800",
        "\0",
        "\u200b",
        "\u202e",
        "\u241e",
        ".*",
        "\\",
        "[",
        "'",
        ";--",
    ),
)
WORDS = st.text(alphabet="产改工匠ab1", min_size=1, max_size=4)
FIELD_NODES = tuple(parse_query(declaration.example).root for declaration in FIELDS)


def trees() -> st.SearchStrategy[Node]:
    """Terms, fuzzy ones and fields, in any nesting."""
    fuzzy = st.text(alphabet="产改工匠", min_size=3, max_size=6).map(lambda text: Term(text, text, fuzzy=True))
    leaves = st.one_of(WORDS.map(lambda text: Term(text, text)), fuzzy, st.sampled_from(FIELD_NODES))
    return st.recursive(
        leaves,
        lambda part: st.one_of(
            st.lists(part, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(part, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
            part.map(Not),
        ),
        max_leaves=8,
    )


def written(node: Node) -> str:
    """A query that means this tree."""
    match node:
        case Term():
            return f"{node.text}~" if node.fuzzy else f'"{node.text}"'
        case Field():
            return f'{node.name}:"{node.value}"'
        case Not():
            return "-" + written(node.part)
        case And():
            return "(" + " ".join(map(written, node.parts)) + ")"
        case Or():
            return "(" + " OR ".join(map(written, node.parts)) + ")"


def widened(text: str) -> str:
    """The same in full-width characters."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A query with some of it taken away, doubled, put elsewhere, made wide, or with signs in the midst of it."""
    text = written(draw(trees()))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        middle = draw(
            st.sampled_from(("", text[start:end] * 2, text[start:end][::-1], widened(text[start:end]), *SIGNS))
        )
        text = text[:start] + middle + text[end:]
    return text


NESTED = st.builds(
    lambda opening, count, middle, closing: opening * count + middle + closing * count,
    st.sampled_from(["(", "（", "-(", "NOT ", "-", "((", "a (", "a OR (", "标题:(", '"', "「"]),
    st.integers(1, 3_000),
    st.sampled_from(["a", "", "产改", ")", "OR"]),
    st.sampled_from(["", ")", "）", ") b", ") OR c", '"']),
)

ODD = st.one_of(
    damaged(),
    st.lists(st.sampled_from(SIGNS), max_size=14).map("".join),
    st.text(alphabet=st.characters(), max_size=40),
    NESTED,
    st.builds(lambda text, times: text * times, st.sampled_from(SIGNS), st.integers(1, 3_000)),
)
