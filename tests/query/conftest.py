from __future__ import annotations

from pathlib import Path

import pytest

from paperterm.query import Document

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def pages():
    """Each seed as one document whose blocks are its lines."""
    documents = []
    for seed in SEEDS:
        lines = [line for line in seed.read_text(encoding="utf-8").split("\n") if line.strip()]
        blocks = tuple(("headline" if i == 0 else "body", line) for i, line in enumerate(lines))
        documents.append(document(id=seed.stem, blocks=blocks, headline=lines[0]))
    return documents


def document(**given):
    facts = {
        "id": "gongrenribao/2025-03-25/1/cgxy",
        "headline": "产改效应",
        "title": "产改效应",
        "paper": "工人日报",
        "date": "2025-03-25",
        "page": 1,
        "column": "本期聚焦",
        "kind": "story",
        "byline": ("方大丰", "王鑫"),
        "blocks": (("headline", "产改效应"), ("body", "工匠的价值需要被看见。")),
    }
    return Document(**(facts | given))


@pytest.fixture
def make_document():
    return document
