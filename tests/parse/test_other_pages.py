"""Pages in the manner of other papers, and printed pages: what the parser makes of them never gets worse unnoticed.

The weights were learnt from `papers` and printed pages of other seeds; of `unseen` only totals were looked at. The floors stand a little under the figures of the day they were written; raise them when the parser gets better.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.ingest.decode import decode
from paperterm.parse import parse_page
from paperterm.parse.form import page_form
from tests.printer.scoring import score

TESTS = Path(__file__).resolve().parents[1]
PAPERS = {
    "papers": {"mean": 0.935, "article": 0.90, "order": 0.95},
    "unseen": {"mean": 0.86, "article": 0.81, "headline": 0.79, "order": 0.91},
}
PRINTED = {
    "none": {"article": 0.95, "order": 0.98},
    "light": {"article": 0.92, "order": 0.97},
    "heavy": {"article": 0.74, "order": 0.92},
}


@pytest.mark.parametrize("folder", sorted(PAPERS))
def test_pages_in_the_manner_of_other_papers_keep_their_scores(judge, folder):
    tally = judge.Tally()
    stems = sorted(path.name.removesuffix(".labels.tsv") for path in (TESTS / folder).glob("*.labels.tsv"))
    assert len(stems) >= 6
    for stem in stems:
        data = (TESTS / folder / f"{stem}.txt").read_bytes()
        output = page_form(parse_page(decode(data)))
        tally.page(stem, judge.decode(data), judge.gold(stem, TESTS / folder), judge.predicted(output), output)
    figures = {name: tally.figure(name) for name in judge.NAMES}
    figures["mean"] = sum(figures.values()) / len(figures)
    assert figures["lossless"] == 1.0
    assert {name: figures[name] for name, least in PAPERS[folder].items() if figures[name] < least} == {}


@pytest.mark.parametrize("severity", sorted(PRINTED))
def test_printed_pages_keep_their_scores(severity):
    figures = score(range(40_000, 40_040), severity, None, 1).figures
    assert figures["lossless"] == 1.0
    assert {name: figures[name] for name, least in PRINTED[severity].items() if figures[name] < least} == {}
