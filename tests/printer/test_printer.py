"""The printer's own promises: its labels are whole, its truth is the truth, its pages are many and stay as they are."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from datetime import date

import pytest

from tests.printer import KINDS, SEVERITIES, Printed, print_page
from tests.printer.numerals import lunar, numeral, value
from tests.printer.scoring import scorer, tally

PAGES = range(60)


def file_lines(printed: Printed) -> list[str]:
    lines: list[str] = scorer().decode(printed.text.encode()).split("\n")
    return lines


@pytest.mark.parametrize("severity", SEVERITIES)
def test_labels_cover_each_line_that_is_not_blank_exactly_once(severity: str) -> None:
    for seed in PAGES:
        printed = print_page(seed, severity)
        labelled = [row[0] for row in printed.labels]
        assert labelled == [n for n, line in enumerate(file_lines(printed), 1) if line.strip()], f"seed {seed}"


@pytest.mark.parametrize("severity", SEVERITIES)
def test_the_truth_scores_one_on_every_figure(severity: str) -> None:
    for seed in PAGES:
        printed = print_page(seed, severity)
        alone = tally(printed, printed.output)
        assert alone.faults == [], f"seed {seed}"
        assert {n: alone.figure(n) for n in scorer().NAMES} == dict.fromkeys(scorer().NAMES, 1.0), f"seed {seed}"


@pytest.mark.parametrize("kind", KINDS)
def test_the_truth_scores_one_under_every_kind_of_damage_alone(kind: str) -> None:
    for seed in range(8):
        printed = print_page(seed, "heavy", kind)
        assert tally(printed, printed.output).faults == [], f"seed {seed}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_damage_changes_pages(kind: str) -> None:
    changed = sum(print_page(seed, "medium", kind).text != print_page(seed, "none", kind).text for seed in range(20))
    assert changed >= 5


def test_a_seed_prints_the_same_page_for_ever() -> None:
    text = "".join(print_page(seed, "heavy").text + print_page(seed, "heavy").labels_tsv() for seed in range(5))
    again = "".join(print_page(seed, "heavy").text + print_page(seed, "heavy").labels_tsv() for seed in range(5))
    assert text == again


def test_a_seed_prints_the_same_page_in_another_process() -> None:
    import os
    import subprocess
    import sys

    code = "import hashlib; from tests.printer import print_page; print(hashlib.sha256(print_page(7, 'heavy').text.encode()).hexdigest())"
    env = {**os.environ, "PYTHONHASHSEED": "4711"}
    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
    ).stdout.strip()
    assert there == hashlib.sha256(print_page(7, "heavy").text.encode()).hexdigest()


def test_no_two_pages_are_alike_and_headlines_are_many() -> None:
    pages = [print_page(seed, "none") for seed in range(120)]
    assert len({p.text for p in pages}) == len(pages)
    headlines = [
        a["headline"] for p in pages for a in p.meta["articles"].values() if a["headline"] and a["kind"] == "story"
    ]
    assert len(set(headlines)) > 0.97 * len(headlines) > 400


def test_proportions_are_those_of_newspapers() -> None:
    pages = [print_page(seed, "none") for seed in range(120)]
    counts = sorted(len(p.meta["articles"]) for p in pages)
    assert counts[len(counts) // 10] >= 4 and counts[len(counts) * 9 // 10] <= 13
    bodies = sorted(
        len(b["text"])
        for p in pages
        for a in p.output["articles"]
        if a["kind"] == "story"
        for b in a["blocks"]
        if b["role"] == "body" and len(b["text"]) > 30
    )
    assert bodies[len(bodies) // 10] >= 60 and bodies[len(bodies) * 9 // 10] <= 350
    headlines = sorted(
        len(a["headline"]) for p in pages for a in p.meta["articles"].values() if a["headline"] and a["kind"] == "story"
    )
    assert headlines[len(headlines) // 10] >= 6 and headlines[len(headlines) * 9 // 10] <= 26


def test_all_manners_roles_and_kinds_occur() -> None:
    pages = [print_page(seed, "light") for seed in range(200)]
    assert {p.manner for p in pages} == {
        "national",
        "local",
        "evening",
        "hongkong",
        "republic",
        "supplement",
        "document",
    }
    roles = Counter(r for p in pages for row in p.labels for r in str(row[2]).split("+"))
    assert set(roles) == {
        "masthead",
        "furniture",
        "column",
        "kicker",
        "headline",
        "deck",
        "byline",
        "heading",
        "body",
        "credit",
        "digest",
        "jump",
    }
    kinds = Counter(a["kind"] for p in pages for a in p.meta["articles"].values())
    assert set(kinds) == {"story", "photo", "continuation"}
    stated = Counter(k for p in pages for k, v in p.meta["issue"].items() if v is not None)
    assert all(stated[k] > 5 for k in ("paper", "date", "number", "pages", "page", "cn"))


def test_no_mark_of_the_printer_reaches_a_page() -> None:
    for seed in PAGES:
        printed = print_page(seed, "heavy")
        assert not re.search("[\ue000-\uf8ff]", printed.text + str(printed.meta) + str(printed.output))


def test_every_fact_stands_on_the_page() -> None:
    for seed in PAGES:
        printed = print_page(seed, "heavy")
        text = re.sub(r"[\s\x00-\x1f\x85\u200b\u200e\ufeff\u2028]", "", printed.text)
        for article in printed.meta["articles"].values():
            for name in [*article["byline"], article["agency"] or "", article["place"] or ""]:
                assert name in text, f"seed {seed}"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 3, 25), "乙巳年二月廿六"),
        (date(2024, 10, 23), "甲辰年九月廿一"),
        (date(2000, 2, 5), "庚辰年正月初一"),
    ],
)
def test_the_lunar_calendar_agrees_with_printed_mastheads(day: date, said: str) -> None:
    assert lunar(day) == said


def test_numerals_say_what_they_are_made_from() -> None:
    assert [value(numeral(n)) for n in range(1, 100)] == list(range(1, 100))
    assert numeral(22104) == "二万二千一百零四"
