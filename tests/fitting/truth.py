"""The states that a page's labels give its lines: what the labelling of lines is to find out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from paperterm.parse.traits import Traits
from tests.printer.page import print_page
from tests.printer.scoring import scorer

TITLES = {"column": "LN", "kicker": "PQ", "headline": "TU", "deck": "ED"}
"""The states of a headline block's first line and of its further lines."""
KEPT = dict.fromkeys("LNPQTUED", "title") | dict.fromkeys("YyGg", "opening")


@dataclass(frozen=True)
class Labelled:
    """A page's text with its labels, in the form of tests/gold/score.py."""

    name: str
    text: str
    labels: Any
    masthead: frozenset[int]  # line numbers


def handmade(folder: Path, pages: Path | None = None) -> Iterator[Labelled]:
    """The labelled pages of a folder; their texts lie in `pages`, if that is another one."""
    judge = scorer()
    for path in sorted(folder.glob("*.labels.tsv")):
        stem = path.name.removesuffix(".labels.tsv")
        text = judge.decode(((pages or folder) / f"{stem}.txt").read_bytes())
        yield Labelled(stem, text, judge.gold(stem, folder), _masthead(path))


def _masthead(path: Path) -> frozenset[int]:
    rows = (row.split("\t") for row in path.read_text("utf-8").splitlines())
    return frozenset(int(row[0]) for row in rows if len(row) > 2 and row[2] == "masthead")


def printed(seeds: range, severity: str) -> Iterator[Labelled]:
    """Pages of the printer."""
    judge = scorer()
    with TemporaryDirectory() as folder:
        for seed in seeds:
            print_page(seed, severity).write(Path(folder), "page")
            text = judge.decode((Path(folder) / "page.txt").read_bytes())
            yield Labelled(
                f"{severity} {seed}",
                text,
                judge.gold("page", Path(folder)),
                _masthead(Path(folder) / "page.labels.tsv"),
            )


def clipping(page: Labelled, rng: Random) -> Labelled | None:
    """A few articles on end cut out of a page: people parse clippings too. None where the page has no three articles."""
    lines, labels = page.text.split("\n"), page.labels
    owners = [(n, labels.article[n]) for n in sorted(labels.article)]
    starts = [n for (_, one), (n, two) in pairwise(owners) if one != two and two != "-"]
    if len(starts) < 3:
        return None
    first = rng.randrange(len(starts) - 1)
    last = min(len(starts) - 1, first + rng.randint(1, 3))
    start, stop = starts[first], starts[last]
    cut = scorer().Labels()
    cut.article = {n - start + 1: labels.article[n] for n in range(start, stop) if n in labels.article}
    cut.role = {n - start + 1: labels.role[n] for n in range(start, stop) if n in labels.role}
    return Labelled(f"{page.name}, cut", "\n".join(lines[start - 1 : stop - 1]), cut, frozenset())


def states(traits: Sequence[Traits], page: Labelled) -> str:
    """One letter of `paperterm.parse.states` for every line."""
    labels = page.labels
    found: list[str] = []
    begun: set[str] = set()
    owner, last = "", ""
    for t in traits:
        number = next((n for n in t.line.numbers() if n in labels.role), None)
        if number is None or labels.article[number] == "-":
            found.append("M" if number in page.masthead else "F")
            continue
        same = labels.article[number] == owner
        owner = labels.article[number]
        if owner in begun and last == "running" and not (t.dateline or t.byline or t.lone_name):
            same = True  # a story that goes on in the midst of another: no line tells that, only what it is about
        begun.add(owner)
        state = _state(t, labels.role[number], same, last)
        last = KEPT.get(state, "running")
        found.append(state)
    return "".join(found)


def _state(t: Traits, roles: frozenset[str], same: bool, last: str) -> str:
    if roles & TITLES.keys():
        if "body" in roles:
            return "R"
        role = next(role for role in ("headline", "kicker", "deck", "column") if role in roles)
        return TITLES[role][bool(same and last == "title")]
    if "byline" in roles:
        return ("Y" if last in ("title", "opening") else "S") if same else "y"
    if "digest" in roles:
        return "G" if same else "g"
    if "jump" in roles:
        if not t.begins_jump_from:
            return "J"
        return "K" if same and last == "title" else "k"
    if "credit" in roles:
        return "C"
    if "heading" in roles:
        return "H" if same else "b"
    return "B" if same else "b"
