"""The states that labels give lines; the field learns what its examples show."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby, islice
from pathlib import Path
from random import Random

import numpy as np
import pytest

from paperterm.parse.lines import read_lines
from paperterm.parse.phrasing import ROLES, grams
from paperterm.parse.reflow import reflow
from paperterm.parse.states import STATES
from paperterm.parse.surroundings import look_all
from paperterm.parse.weights import PLACES, Table
from tests.fitting.chain import Example, Field, batches, fit
from tests.fitting.manuscripts import manuscripts, read
from tests.fitting.phrases import BLOCKS, HEADLINES, SELDOM, SENTENCES, headline_lines, headline_pairs, learn, sentences
from tests.fitting.rare import rarities
from tests.fitting.reprint import ORDER, reprint
from tests.fitting.truth import Labelled, clipping, handmade, printed, states
from tests.fitting.variations import cut_headlines, without_datelines
from tests.printer.model import Article, Element, Line, Part
from tests.printer.page import SEVERITIES

GOLD = Path(__file__).parents[1] / "gold"
MOST = 60
"""More features no line has."""


def test_every_line_of_the_labelled_pages_has_a_state() -> None:
    for page in handmade(GOLD, GOLD.parents[1] / "seeds"):
        traits = look_all(reflow(read_lines(page.text)))
        found = states(traits, page)
        assert len(found) == len(traits) and set(found) <= set(STATES)
        assert found.count("T") + found.count("P") + found.count("L") >= len(page.labels.meta["articles"]) - 2


def test_a_clipping_is_a_part_of_its_page_with_its_labels() -> None:
    page = next(iter(printed(range(1), "none")))
    cut = clipping(page, Random(1))
    assert cut is not None and cut.text in page.text
    lines = cut.text.split("\n")
    assert {n for n, line in enumerate(lines, 1) if line.strip()} == set(cut.labels.role)


@pytest.mark.parametrize("name", ["lines", "steps", "said"])
def test_the_tables_have_a_column_for_each_state(name: str) -> None:
    table = Table(name)
    assert sorted(table.columns) == sorted(STATES)
    assert all(len(table.row(title, STATES) or ()) == len(STATES) for title in table)


def test_the_hidden_units_hear_what_fits_into_their_lanes() -> None:
    heard, units = Table("heard"), list(Table("said"))
    assert list(heard.columns) == [unit + place for place in PLACES for unit in units]
    for unit in units:
        columns = [
            sorted(abs((heard.row(name, heard.columns) or ())[heard.columns.index(unit + place)]) for name in heard)
            for place in PLACES
        ]
        assert sum(sum(column[-MOST:]) for column in columns) < 2**15


def _titles(page: Labelled, role: str) -> set[str]:
    """What the lines of this role say in each article, without blanks and levels."""
    rows, found = page.text.split("\n"), defaultdict(str)
    for number in sorted(page.labels.role):
        if page.labels.role[number] == {role}:
            found[page.labels.article[number]] += "".join(rows[number - 1].replace("#", "").split())
    return set(found.values())


def test_a_page_printed_anew_has_the_lines_of_its_page() -> None:
    page = next(iter(handmade(GOLD, GOLD.parents[1] / "seeds")))
    anew = reprint(page, 0, "none")
    assert anew.text == reprint(page, 0, "none").text
    lines = anew.text.split("\n")
    assert {n for n, line in enumerate(lines, 1) if line.strip()} == set(anew.labels.role)
    own = "".join(line for n, line in enumerate(lines, 1) if anew.labels.article.get(n, "-") != "-")
    assert set("".join(own.replace("#", "").split())) <= set("".join(page.text.split()))
    for role in ("headline", "kicker"):  # each in one line or in several
        assert _titles(anew, role) <= _titles(page, role)


def test_stories_of_a_page_printed_anew_may_be_read_in_turn() -> None:
    page = next(manuscripts())
    turns = set()
    for seed in range(0, 40, 4):
        anew = reprint(page, seed, "none")
        owners = [anew.labels.article[n] for n in sorted(anew.labels.article)]
        runs = Counter(owner for owner, _ in groupby(owners) if owner != "-")
        turns.add(max(runs.values()) > 2)
    assert turns == {True, False}


def test_a_text_loses_its_dateline_and_nothing_else() -> None:
    text = "本报讯（记者 张三）昨日，横跨大江的新桥通车，两岸居民步行过江只要十分钟。"
    for opening in (text, "【本報臺北訊】" + text[10:], text[10:]):
        element = Element("body", opening)
        line = Line([Part(element, opening)], Article([element]))
        for seed in range(9):
            without_datelines([(Article([element]), [line])], Random(seed))
        assert line.text() == element.text == text[10:]


@pytest.mark.parametrize(
    ("headline", "two"),
    [
        ("新桥通车 两岸过江只要十分钟", {("新桥通车", "两岸过江只要十分钟")}),
        ("老码头成了“网红”打卡地", {("老码头成了", "“网红”打卡地")}),
        ("县里开春耕会", set()),
    ],
)
def test_a_headline_is_cut_into_two_lines(headline: str, two: set[tuple[str, ...]]) -> None:
    found = set()
    for seed in range(9):
        element = Element("headline", headline)
        article = Article([element])
        lines = [Line([Part(element, headline)], article), Line([Part(Element("body", "昨日"), "昨日")], article)]
        cut_headlines([(article, lines)], Random(seed))
        assert all(line.roles == ["headline"] for line in lines[:-1])
        found.add(tuple(line.text() for line in lines[:-1]))
    assert found == {(headline,), *two}


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_line_of_a_page_printed_anew_has_a_state(severity: str) -> None:
    for page in islice(manuscripts(), 3):
        for seed in range(4):
            anew = reprint(page, seed, severity)
            traits = look_all(reflow(read_lines(anew.text)))
            found = states(traits, anew)
            assert len(found) == len(traits) and set(found) <= set(STATES)


def test_manuscripts_are_of_their_form() -> None:
    pages = list(manuscripts())
    assert len(pages) > 100
    for page in pages:
        roles = {one for role in page.labels.role.values() for one in role}
        assert roles <= {*ORDER, "furniture"}


def test_what_is_no_manuscript_is_told_with_its_line() -> None:
    with pytest.raises(ValueError, match="p, line 2: no block is called storey"):
        read("@masthead\n@storey", "p")
    with pytest.raises(ValueError, match="p, line 3: a role, a tab and a text"):
        read("@story\nheadline\t市声\nbody", "p")


def test_the_slopes_are_those_of_the_loss() -> None:
    rng = np.random.default_rng(2)
    lines, steps = [["a"], ["b"], ["a", "b"]], [[["s"], ["s", style], ["s"]] for style in ("t", "u")]
    examples = [
        Example(lines, steps, [0, 1, 0], 1, 1.0),
        Example(lines[:2], [some[:2] for some in steps], [1, 1], 0, 0.5),
    ]
    (batch,) = batches(examples, {"a": 0, "b": 1}, {"s": 0, "t": 1, "u": 2})
    field = Field(2, 3, 2, 3)
    for weights in field.weights:
        weights[:] = rng.normal(size=weights.shape)
    _, learnt = field.learn(batch)
    for weights, slopes in zip(field.weights, learnt, strict=True):
        for place in np.ndindex(weights.shape):
            before = weights[place]
            losses = []
            for step in (0.01, -0.01):
                weights[place] = before + step
                losses.append(field.learn(batch)[0])
            weights[place] = before
            assert (losses[0] - losses[1]) / 0.02 == pytest.approx(slopes[place], abs=1e-2)


def test_what_always_holds_is_learnt() -> None:
    examples = [Example([["x"], ["y"]], [[["s"], ["s"]]], [0, 1], 0, 1.0)] * 8
    field = Field(2, 1, 2, 3)
    fit(field, batches(examples, {"x": 0, "y": 1}, {"s": 0}), (0.1, 0.1), 60, lambda text: None)
    assert field.lines[0, 0] > field.lines[0, 1] and field.lines[1, 1] > field.lines[1, 0]


def test_what_two_features_say_together_is_learnt_by_the_hidden_units() -> None:
    """Either feature alone means one state, both or none the other: no sum of what each says tells that."""
    examples = [
        Example([[*(["x"] if x else []), *(["y"] if y else []), "any"]], [[["s"]]], [int(x != y)], 0, 1.0)
        for x in (False, True)
        for y in (False, True)
        for _ in range(8)
    ]
    field = Field(3, 1, 2, 8)
    parts = batches(examples, {"x": 0, "y": 1, "any": 2}, {"s": 0})
    fit(field, parts, (0.01, 0.01), 400, lambda text: None)
    assert field.learn(parts[0])[0] < 0.7 * len(examples) * np.log(2)


def test_the_words_of_a_role_are_learnt_from_its_lines() -> None:
    lessons = [("headline", grams(f"{n}所新校今日开学")) for n in range(10, 60)]
    lessons += [("kicker", grams(f"为贺建县{n}周年")) for n in range(10, 60)]
    learnt = learn([*lessons, ("deck", grams("只此一回"))], HEADLINES)
    kicker = ROLES.index("kicker")
    assert learnt["^为"][kicker] > 0 > learnt["学$"][kicker]
    assert "只此" not in learnt


def test_lines_made_up_are_of_every_role_and_what_is_wrong_with_them_is_named(tmp_path: Path) -> None:
    made_up = (headline_lines(), HEADLINES), (headline_pairs(), BLOCKS), (sentences(), SENTENCES)
    for lessons, names in made_up:
        roles = Counter(role for role, _ in lessons)
        assert set(roles) == set(names) and min(roles.values()) > 10 * SELDOM
    (tmp_path / "one.txt").write_text("kicker\t在会上\nheadlin\t开学\n", "utf-8")
    with pytest.raises(ValueError, match=r"one\.txt, line 2"):
        headline_lines(tmp_path)


def test_pairs_of_lines_are_of_one_block(tmp_path: Path) -> None:
    (tmp_path / "two.txt").write_text("kicker\t在会上\nheadline\t开学\ndeck\t共十所\n\nheadline\t通车\n", "utf-8")
    assert [pair for pair, _ in headline_pairs(tmp_path)] == ["kicker+headline", "headline+deck"]


def test_a_han_is_the_rarer_the_fewer_paragraphs_have_it() -> None:
    paragraphs = [f"乡里的{'窑' if n else '火'}{'，的里' * 12}。" for n in range(8)]
    page = Labelled("kiln", "\n\n".join(["窑火不熄", *paragraphs]), None, frozenset())
    of = {han: rarity for rarity, some in rarities([page]).items() for han in some}
    assert of["的"] == of["乡"] == of["窑"] == 0 < of["火"]
    assert "熄" not in of
