"""Scores what was read and parsed of a set sheet against its truth."""

from __future__ import annotations

from typing import Any

from tests.ingest.sheets import Sheet
from tests.printer.scoring import scorer


def squeezed(text: str) -> str:
    return str(scorer().squeeze(text))


def tally_of(sheet: Sheet, text: str, output: dict[str, Any]) -> Any:
    """The scorer's tally of what was read of a sheet as `text` and parsed as `output`.

    Truth and answer are compared by the printed lines, numbered in the order of truth: whatever became of a line in
    `text`, its characters are found there, and a line of `text` that holds two printed lines gives both one fate.
    """
    score = scorer()
    truth = sorted(
        range(len(sheet.fragments)), key=lambda n: (str(sheet.fragments[n].row[1]), int(sheet.fragments[n].row[3]), n)
    )
    fragments = [sheet.fragments[n] for n in truth]
    waiting: dict[str, list[int]] = {}
    for number, fragment in enumerate(fragments, 1):
        waiting.setdefault(squeezed(fragment.text), []).append(number)
    longest = max(map(len, waiting))
    holds: dict[int, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        rest = squeezed(line.lstrip("# "))
        while rest:
            size = next((n for n in range(min(longest, len(rest)), 0, -1) if waiting.get(rest[:n])), 0)
            if not size:
                raise AssertionError(f"line {number} of what was read is not print: {rest[:40]}")
            holds.setdefault(number, []).append(waiting[rest[:size]].pop(0))
            rest = rest[size:]
    if lost := [key for key, left in waiting.items() if left]:
        raise AssertionError(f"printed lines were lost: {lost[:3]}")
    want = score.Labels()
    paragraphs: dict[str, dict[int, list[int]]] = {}
    for number, fragment in enumerate(fragments, 1):
        _, article, role, paragraph, *_ = fragment.row
        want.article[number] = str(article)
        want.role[number] = frozenset(score.SAME.get(r, r) for r in str(role).split("+"))
        if article != "-":
            paragraphs.setdefault(str(article), {}).setdefault(int(paragraph), []).append(number)
    want.paragraphs = {name: [groups[k] for k in sorted(groups)] for name, groups in paragraphs.items()}
    want.meta = sheet.printed.meta

    def moved(block: dict[str, Any]) -> dict[str, Any]:
        return {**block, "lines": [n for line in block["lines"] for n in holds.get(line, [])]}

    there = {
        **output,
        "articles": [{**a, "blocks": [moved(b) for b in a["blocks"]]} for a in output["articles"]],
        "furniture": [moved(b) for b in output["furniture"]],
    }
    tally = score.Tally()
    tally.page("sheet", "\n".join(f.text for f in fragments), want, score.predicted(there), there)
    return tally
