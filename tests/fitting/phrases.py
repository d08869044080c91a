"""Headline blocks made up for learning, and lines that belong to no article, `tests/headlines/*.txt`, and what they teach
about the words of kickers, headlines, decks, columns, section headings, furniture (`paperterm.parse.phrasing`).

Every line is a role, a tab and a text as it is printed; blocks are parted by blank lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from paperterm.parse.phrasing import ALWAYS, ROLES, grams
from paperterm.text.fold import fold

FOLDER = Path(__file__).resolve().parents[1] / "headlines"
ALL = ("headline", *ROLES)
SELDOM = 6
"""A gram that fewer lines have teaches nothing that holds elsewhere."""
PRIOR = 1e-3
"""The inverse variance of a weight, beside the mean loss of a line."""

Line = tuple[str, str]
"""A role and a text."""


def headline_lines(folder: Path = FOLDER) -> Iterator[Line]:
    """Every line of the blocks. Raises ValueError for what is not of their form."""
    for path in sorted(folder.glob("*.txt")):
        for number, row in enumerate(path.read_text("utf-8").split("\n"), 1):
            role, _, text = row.partition("\t")
            if not row.strip():
                continue
            if role not in ALL or not text.strip():
                raise ValueError(f"{path.name}, line {number}: one of {', '.join(ALL)}, a tab and a text are needed")
            yield role, text.strip()


def learn(lines: Sequence[Line]) -> dict[str, np.ndarray]:
    """Of each gram, what it says for each of ROLES and against a headline: multinomial logistic regression, by L-BFGS."""
    found = [grams(fold(text)) for _, text in lines]
    counts = Counter(gram for some in found for gram in some)
    place = {gram: n for n, gram in enumerate(sorted(gram for gram, count in counts.items() if count >= SELDOM))}
    seen = _matrix(found, place)
    heard = seen.T.tocsr()
    truth = np.zeros((len(lines), len(ALL)))
    truth[np.arange(len(lines)), [ALL.index(role) for role, _ in lines]] = 1
    shape = len(place) + 1, len(ALL)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        score = seen @ weights[1:] + weights[0]
        score -= score.max(1, keepdims=True)
        score -= np.log(np.exp(score).sum(1, keepdims=True))
        wrong = (np.exp(score) - truth) / len(lines)
        slope = np.vstack((wrong.sum(0), heard @ wrong + PRIOR * weights[1:]))
        return -float((score * truth).sum()) / len(lines) + PRIOR / 2 * float((weights[1:] ** 2).sum()), slope.ravel()

    best = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B")
    weights = best.x.reshape(shape)
    against = weights[:, 1:] - weights[:, :1]
    return dict(zip((ALWAYS, *place), against, strict=True))


def _matrix(found: Sequence[set[str]], place: dict[str, int]) -> csr_matrix:
    """A row for each line, a column for each gram, 1 where the line has it."""
    rows = [sorted(place[gram] for gram in some if gram in place) for some in found]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), (len(rows), len(place)))
