"""The explanations say of every line what became of it, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.parse import parse_page
from paperterm.parse.explain import STATE_NAMES, explain
from paperterm.parse.lines import split_lines
from paperterm.parse.states import OPENING, STATES

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_every_state_has_a_name_for_people() -> None:
    assert set(STATE_NAMES) == set(STATES)
    assert set(STATES) > OPENING


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_every_line_is_explained_once_with_the_role_and_article_it_got(path: Path) -> None:
    text = path.read_text("utf-8")
    told = list(explain(text))
    numbers = [number for line in told for number in line.lines]
    assert numbers == [n for n, line in enumerate(split_lines(text), 1) if line.strip()]
    page = parse_page(text)
    owner = {n: article.id for article in page.articles for block in article.blocks for n in block.lines}
    assert all(line.article == owner.get(line.lines[0]) and line.role for line in told)


def test_what_speaks_for_a_line_is_told_in_words() -> None:
    told = list(explain("桥修好了\n\n本报讯（记者张三）大桥昨天通车，两岸居民高兴。\n"))
    assert told[0].role == "headline"
    assert "dateline" in told[1].traits
    assert told[1].scores[0][0] == "body"


def test_a_line_that_was_given_to_another_headline_is_marked() -> None:
    path = next(path for path in SEEDS if path.stem.startswith("001"))  # its first article's text stands behind others
    moved = {line.lines[0] for line in explain(path.read_text("utf-8")) if line.moved}
    assert {43, 45, 51} <= moved
    assert not {5, 11, 13} & moved


def test_a_move_tells_whence_whither_and_by_which_words() -> None:
    path = next(path for path in SEEDS if path.stem.startswith("001"))
    moves = {line.lines[0]: line.moved for line in explain(path.read_text("utf-8")) if line.moved}
    assert set(moves) == {41, 43, 45, 47, 49, 51}
    for move in moves.values():
        assert move.source.startswith("围绕行业前沿技术") and move.target.startswith("淄博")
        assert move.target_share > move.source_share
    assert "劳动之城" in moves[43].words
    assert moves[49].after == 47 and moves[43].after is None


def test_explanations_are_made_one_by_one() -> None:
    told = explain("桥修好了\n\n本报讯（记者张三）大桥昨天通车，两岸居民高兴。\n" * 50)
    assert next(told).lines == (1,)
    assert len(list(told)) == 99
