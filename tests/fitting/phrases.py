"""Lines made up for learning, and what they teach about the words of what is printed: headline blocks and lines that belong
to no article, `tests/headlines/*.txt` (`paperterm.parse.phrasing`, `paperterm.parse.pairing`), and sentences of texts,
captions, notices and editors' notes, `tests/sentences/*.txt` (`paperterm.parse.prose`).

Every line is a role, a tab and a text as it is printed; headline blocks are parted by blank lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from paperterm.parse.pairing import PAIRS, evidence
from paperterm.parse.phrasing import ALWAYS, ROLES, grams
from paperterm.parse.prose import HEARD, SORTS
from paperterm.text.fold import fold

TESTS = Path(__file__).resolve().parents[1]
HEADLINES, SENTENCES, BLOCKS = ("headline", *ROLES), ("body", *SORTS), ("headline+headline", *PAIRS)
"""What lines, sentences and pairs of lines may be, first that which the others are compared with."""
SELDOM = 20
"""Evidence that fewer lines have teaches nothing that holds elsewhere."""
PRIOR = 1e-3
"""The inverse variance of a weight, beside the mean loss of a line."""

Line = tuple[str, str]
"""A role and a text."""
Lesson = tuple[str, list[str]]
"""A role, or a pair of them, and the evidence for it."""


def headline_lines(folder: Path = TESTS / "headlines") -> list[Lesson]:
    """Every line of the blocks. Raises ValueError for what is not of their form."""
    return [(role, grams(fold(text))) for block in _blocks(folder, HEADLINES) for role, text in block]


def headline_pairs(folder: Path = TESTS / "headlines") -> list[Lesson]:
    """Every line of the blocks with the one below, where `PAIRS` knows what they are."""
    lines = (pair for block in _blocks(folder, HEADLINES) for pair in pairwise(block))
    named = ((f"{one}+{two}", upper, lower) for (one, upper), (two, lower) in lines)
    return [(pair, evidence(fold(upper), fold(lower))) for pair, upper, lower in named if pair in BLOCKS]


def sentences(folder: Path = TESTS / "sentences") -> list[Lesson]:
    """Every sentence, as much of it as is heard. Raises ValueError for what is not of their form."""
    return [(role, grams(fold(text)[:HEARD])) for block in _blocks(folder, SENTENCES) for role, text in block]


def _blocks(folder: Path, roles: Sequence[str]) -> Iterator[list[Line]]:
    for path in sorted(folder.glob("*.txt")):
        block: list[Line] = []
        for number, row in enumerate(path.read_text("utf-8").split("\n"), 1):
            role, _, text = row.partition("\t")
            if not row.strip():
                yield block
                block = []
                continue
            if role not in roles or not text.strip():
                raise ValueError(f"{path.name}, line {number}: one of {', '.join(roles)}, a tab and a text are needed")
            block.append((role, text.strip()))
        yield block


def learn(lessons: Sequence[Lesson], roles: Sequence[str]) -> dict[str, np.ndarray]:
    """Of each piece of evidence, what it says for each of the roles but the first and against that: multinomial logistic
    regression, by L-BFGS."""
    found = [some for _, some in lessons]
    counts = Counter(gram for some in found for gram in set(some))
    place = {gram: n for n, gram in enumerate(sorted(gram for gram, count in counts.items() if count >= SELDOM))}
    seen = _matrix(found, place)
    heard = seen.T.tocsr()
    truth = np.zeros((len(lessons), len(roles)))
    truth[np.arange(len(lessons)), [roles.index(role) for role, _ in lessons]] = 1
    shape = len(place) + 1, len(roles)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        score = seen @ weights[1:] + weights[0]
        score -= score.max(1, keepdims=True)
        score -= np.log(np.exp(score).sum(1, keepdims=True))
        wrong = (np.exp(score) - truth) / len(lessons)
        slope = np.vstack((wrong.sum(0), heard @ wrong + PRIOR * weights[1:]))
        return -float((score * truth).sum()) / len(lessons) + PRIOR / 2 * float((weights[1:] ** 2).sum()), slope.ravel()

    best = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B")
    weights = best.x.reshape(shape)
    against = weights[:, 1:] - weights[:, :1]
    return dict(zip((ALWAYS, *place), against, strict=True))


def _matrix(found: Sequence[list[str]], place: dict[str, int]) -> csr_matrix:
    """A row for each lesson, a column for each piece of evidence, as often as it is there."""
    rows = [sorted(place[gram] for gram in some if gram in place) for some in found]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), (len(rows), len(place)))
