"""The bench counts rightly."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from paperterm.query import Query, parse_query
from paperterm.text.fold import searchable
from tests.searching import freshness
from tests.searching.__main__ import main
from tests.searching.brute import truth
from tests.searching.contestants import Answer, Contestant, Unanswerable
from tests.searching.pages import pages
from tests.searching.race import FEWEST, race
from tests.searching.report import differing, percentile, together
from tests.searching.rows import Row
from tests.searching.shelf import fill


def article(id: str, *blocks: str) -> Row:
    return Row(1, id, blocks, tuple(map(searchable, blocks)), (), (), "", 0, 0)


def test_a_look_at_every_character_stays_within_a_block_and_passes_over_gaps_between_han() -> None:
    articles = [
        article("a", "产业 工人", "队伍"),
        article("b", "工", "人"),
        article("c", "伍"),
        article("d", "產業　工人"),
    ]
    found = truth(articles, ["产业工人", "工人", "人队伍", "伍", "伍工"])
    assert [found.of(number) for number in range(5)] == [{"a", "d"}, {"a", "d"}, set(), {"a", "c"}, set()]


def test_percentiles_are_values_that_occurred() -> None:
    values = [float(value) for value in range(1, 101)]
    assert [percentile(values, p) for p in (50, 95, 99)] == [50, 95, 99]
    assert percentile([3.0], 50) == percentile([3.0], 99) == 3.0


class Slow(Contestant):
    name = "slow"

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def ask(self, query: Query) -> Answer:
        if ":" in query.text:
            raise Unanswerable(query.text)
        time.sleep(self.seconds)
        return Answer((), lambda: len(query.text))


class Quick(Slow):
    name = "quick"


def test_a_slow_engine_is_asked_fewer_queries_and_none_that_it_cannot_answer() -> None:
    asked = {"no hit": [parse_query("甲" * n) for n in range(1, 20)], "fields": [parse_query("报纸:甲")]}
    result = race([Slow(0.05), Quick(0.0)], asked, budget=0.01)
    assert len(result["no hit"]["slow"].seconds) == FEWEST
    assert len(result["no hit"]["quick"].seconds) == 19
    assert not result["fields"]["slow"].seconds
    whole = together(result)
    assert whole["quick"].totals == {n: n + 1 for n in range(19)}
    assert differing(whole["slow"], whole["quick"]) == 0


def test_a_million_articles_are_announced_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--million"]) == 2
    said = capsys.readouterr().out
    assert "25 GB" in said and "hour" in said and "--yes" in said


def test_a_new_article_is_found_and_the_library_does_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    fill(path, pages(20))
    assert len(freshness.measure(path)) == freshness.ROUNDS


def test_a_fresh_process_tells_times_and_memory(tmp_path: Path) -> None:
    fill(tmp_path / "library.sqlite", pages(20))
    command = [sys.executable, "-m", "tests.searching.visit", str(tmp_path), "中国", "工作"]
    told = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
    assert told["after all searches"] >= told["before"] > 1
    assert told["opening"] > 0 < told["first search"]
