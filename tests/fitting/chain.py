"""A linear-chain conditional random field (Lafferty, McCallum, Pereira, 2001) with a layer of hidden units (Peng, Bo, Xu,
2009: Conditional neural fields): the weights under which the labelled states of all pages are likeliest, kept small by a
Gaussian prior. Beside its lines' states a page has a style, which no line tells: what is learnt is how likely both are together
(after Quattoni, Wang, Morency, Collins, Darrell: Hidden conditional random fields, 2007, where the style is not labelled)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix

SEEN = 4
"""Pages that a feature must occur on."""
BATCH = 40
HIDDEN = 0.3
"""Share of the features, and of the hidden units, that are left out each time."""
CHAIN, UNITS = 0.1, 0.01
"""How fast the weights of the chain and of the hidden units move at first."""


@dataclass
class Example:
    """One page: the features of its lines, and for each style of those that pages may have, of the steps between them (the
    first line's are of the step into it)."""

    lines: list[list[str]]
    steps: list[list[list[str]]]
    truth: list[int]
    style: int
    weight: float


@dataclass
class Batch:
    lines: csr_matrix  # all lines of the batch x features
    steps: list[csr_matrix]  # the same of the steps, for each style; they differ in their columns alone
    place: np.ndarray  # page and number within it, of every line
    truth: np.ndarray  # pages x length, -1 beyond a page's end
    style: np.ndarray  # of every page
    weight: np.ndarray  # of every page


def vocabulary(examples: Sequence[Example], of: Callable[[Example], list[list[str]]]) -> list[str]:
    pages: Counter[str] = Counter()
    for example in examples:
        pages.update({name for names in of(example) for name in names})
    return sorted(name for name, count in pages.items() if count >= SEEN)


def _matrix(rows: Sequence[list[str]], columns: dict[str, int]) -> csr_matrix:
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices += [columns[name] for name in row if name in columns]
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices), np.float32), indices, ends), (len(rows), len(columns)), dtype=np.float32)


def batches(examples: Sequence[Example], lines: dict[str, int], steps: dict[str, int]) -> list[Batch]:
    ordered = sorted(examples, key=lambda e: len(e.truth))
    found: list[Batch] = []
    for start in range(0, len(ordered), BATCH):
        some = ordered[start : start + BATCH]
        longest = max(len(e.truth) for e in some)
        truth = np.full((len(some), longest), -1)
        for number, example in enumerate(some):
            truth[number, : len(example.truth)] = example.truth
        found.append(
            Batch(
                _matrix([row for e in some for row in e.lines], lines),
                [_matrix([row for e in some for row in e.steps[style]], steps) for style in range(len(some[0].steps))],
                np.argwhere(truth >= 0),
                truth,
                np.array([e.style for e in some]),
                np.array([e.weight for e in some], np.float32),
            )
        )
    return found


class Field:
    """What is learnt: `lines`: features x states; `pairs`: step features x states before x states, the last state before
    being the page's beginning; and hidden units between features and states, which hear what several features say
    together. `heard`: features x (units hearing the line itself, the line before, the line after); `said`: units x states.
    """

    def __init__(self, lines: int, steps: int, states: int, units: int, seed: int = 1) -> None:
        rng = np.random.default_rng(seed)
        self.states, self.units = states, units
        self.lines = np.zeros((lines, states), np.float32)
        self.pairs = np.zeros((steps, (states + 1) * states), np.float32)
        self.heard = (rng.normal(size=(lines, 3 * units)) * 0.07).astype(np.float32)
        self.said = (rng.normal(size=(units, states)) * 0.1).astype(np.float32)

    @property
    def weights(self) -> list[np.ndarray]:
        return [self.lines, self.pairs, self.heard, self.said]

    def learn(self, batch: Batch, rng: np.random.Generator | None = None) -> tuple[float, list[np.ndarray]]:
        """The loss and its slopes, in the order of `weights`; with `rng` some of the units are left out."""
        heard, inner = self._hear(batch)
        kept = 1.0 if rng is None else (rng.random(heard.shape) >= HIDDEN).astype(np.float32) / (1 - HIDDEN)
        loud = np.maximum(heard, 0) * kept
        loss, lines, pairs = self._chain(batch, batch.lines @ self.lines + loud @ self.said)
        quiet = (lines @ self.said.T) * kept * (heard > 0)
        return loss, [batch.lines.T @ lines, pairs, batch.lines.T @ self._spread(quiet, inner), loud.T @ lines]

    def _hear(self, batch: Batch) -> tuple[np.ndarray, np.ndarray]:
        """What each unit hears at each line; and of every line but the last, whether the next one is on its page."""
        page, units = batch.place[:, 0], self.units
        inner = (page[1:] == page[:-1])[:, None].astype(np.float32)
        all_of_them = batch.lines @ self.heard
        heard = all_of_them[:, :units].copy()
        heard[1:] += all_of_them[:-1, units : 2 * units] * inner
        heard[:-1] += all_of_them[1:, 2 * units :] * inner
        return heard, inner

    @staticmethod
    def _spread(slopes: np.ndarray, inner: np.ndarray) -> np.ndarray:
        """The slopes of what is heard, led back to the lines that it was heard from."""
        before, after = np.zeros_like(slopes), np.zeros_like(slopes)
        before[:-1] = slopes[1:] * inner
        after[1:] = slopes[:-1] * inner
        return np.hstack((slopes, before, after))

    def _chain(self, batch: Batch, fits: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """The loss, its slopes by what fits each line, and those by `pairs`."""
        size, length = batch.truth.shape
        page, number = batch.place[:, 0], batch.place[:, 1]
        fit = np.zeros((size, length, self.states), np.float32)
        fit[page, number] = fits
        inside = batch.truth >= 0
        of_style = [self._step(batch, steps) for steps in batch.steps]
        ahead = [_ahead(fit, step, inside) for step in of_style]
        likely = np.stack([_logsum(some[-1], 1) for some in ahead])
        total = _logsum(likely, 0)
        loss, lines, slopes = 0.0, np.zeros_like(fits), np.zeros_like(self.pairs)
        for style, (steps, step) in enumerate(zip(batch.steps, of_style, strict=True)):
            true = batch.style == style
            ones, pairs = _expected(fit, step, ahead[style], inside)
            share = np.exp(likely[style] - total).astype(np.float32)
            ones *= share[:, None, None]
            pairs *= share[:, None, None, None]
            loss -= float((_take(fit, step, batch.truth, true, ones, pairs) * batch.weight).sum())
            lines += (ones * batch.weight[:, None, None])[page, number]
            slopes += steps.T @ (pairs * batch.weight[:, None, None, None])[page, number].reshape(len(page), -1)
        return loss + float((total * batch.weight).sum()), lines, slopes

    def _step(self, batch: Batch, steps: csr_matrix) -> np.ndarray:
        """What the steps of a style say: pages x length x states before x states."""
        said = np.zeros((*batch.truth.shape, self.states + 1, self.states), np.float32)
        said[batch.place[:, 0], batch.place[:, 1]] = (steps @ self.pairs).reshape(-1, self.states + 1, self.states)
        return said


def _ahead(fit: np.ndarray, step: np.ndarray, inside: np.ndarray) -> list[np.ndarray]:
    """For each place the logarithm of the sum over all paths up to it: pages x states."""
    states = fit.shape[2]
    found = [fit[:, 0].astype(np.float64) + step[:, 0, states]]
    for n in range(1, fit.shape[1]):
        reached = _logsum(found[-1][:, :, None] + step[:, n, :states], 1) + fit[:, n]
        found.append(np.where(inside[:, n, None], reached, found[-1]))
    return found


def _expected(
    fit: np.ndarray, step: np.ndarray, ahead: Sequence[np.ndarray], inside: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """How likely each state is at each place, and each pair of states at each step, as `fit` and `step` are laid out."""
    states = fit.shape[2]
    total = _logsum(ahead[-1], 1)
    back = np.zeros_like(ahead[-1])
    ones, pairs = np.zeros_like(fit), np.zeros_like(step)
    for n in range(fit.shape[1] - 1, -1, -1):
        here = np.exp(ahead[n] + back - total[:, None]) * inside[:, n, None]
        ones[:, n] = here
        if n == 0:
            pairs[:, 0, states] = here
            break
        onward = step[:, n, :states] + (fit[:, n] + back)[:, None, :]
        joint = ahead[n - 1][:, :, None] + onward
        pairs[:, n, :states] = np.exp(joint - total[:, None, None]) * inside[:, n, None, None]
        back = np.where(inside[:, n, None], _logsum(onward, 2), back)
    return ones, pairs


def _take(
    fit: np.ndarray, step: np.ndarray, truth: np.ndarray, pages: np.ndarray, ones: np.ndarray, pairs: np.ndarray
) -> np.ndarray:
    """The score of the labelled path of each of `pages`, 0 for the others; the path is taken from `ones` and `pairs`."""
    size, length = truth.shape
    rows = np.arange(size)
    score, before = np.zeros(size), np.full(size, fit.shape[2])
    for n in range(length):
        here = pages & (truth[:, n] >= 0)
        at, want = rows[here], truth[here, n]
        score[here] += fit[at, n, want] + step[at, n, before[here], want]
        ones[at, n, want] -= 1
        pairs[at, n, before[here], want] -= 1
        before[here] = want
    return score


def _noised(batch: Batch, rng: np.random.Generator) -> Batch:
    """The batch with some of its features hidden, the others the stronger for it: so that none leans on another that
    happens to stand beside it on these pages (Wang, Wang, Wager, Liang, Manning: Feature noising, 2013)."""
    (lines,), steps = _hide([batch.lines], rng), _hide(batch.steps, rng)
    return replace(batch, lines=lines, steps=steps)


def _hide(of_style: Sequence[csr_matrix], rng: np.random.Generator) -> list[csr_matrix]:
    """In each of the matrices the same features hidden."""
    kept = ((rng.random(len(of_style[0].data)) >= HIDDEN) / np.float32(1 - HIDDEN)).astype(np.float32)
    return [csr_matrix((kept, rows.indices, rows.indptr), rows.shape) for rows in of_style]


def _logsum(values: np.ndarray, axis: int) -> np.ndarray:
    most = values.max(axis, keepdims=True)
    return (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)


def fit(
    field: Field,
    parts: Sequence[Batch],
    priors: tuple[float, float],
    rounds: int,
    say: Callable[[str], None],
) -> None:
    """Adam (Kingma and Ba, 2015); `priors` are the inverse variances of a weight, of the chain's and of the hidden units'.
    The weights are the mean of those of the last rounds (Polyak and Juditsky, 1992), because each round's depend on what
    was hidden in it."""
    rng = np.random.default_rng(1)
    weights = field.weights
    first = [np.zeros_like(w) for w in weights]
    second = [np.zeros_like(w) for w in weights]
    means = [np.zeros_like(w) for w in weights]
    strict = [priors[0], priors[0], priors[1], priors[1]]
    time = counted = 0
    for number in range(rounds):
        slower = (1 - number / rounds) ** 1.5
        rates = [CHAIN * slower + 0.001] * 2 + [UNITS * (slower + 0.02)] * 2
        loss = 0.0
        for place in rng.permutation(len(parts)):
            more, slopes = field.learn(_noised(parts[place], rng), rng)
            loss += more
            time += 1
            for w, slope, m, v, prior, rate in zip(weights, slopes, first, second, strict, rates, strict=True):
                slope = slope + prior * w / len(parts)
                m += 0.1 * (slope - m)
                v += 0.001 * (slope * slope - v)
                w -= rate * (m / (1 - 0.9**time)) / (np.sqrt(v / (1 - 0.999**time)) + 1e-8)
            if number >= rounds // 2:
                counted += 1
                for w, mean in zip(weights, means, strict=True):
                    mean += (w - mean) / counted
        size = sum(float((w * w).sum()) * prior for w, prior in zip(weights, strict, strict=True)) / 2
        say(f"round {number + 1}: loss {loss:.0f}, weights {size:.0f}")
    for w, mean in zip(weights, means, strict=True):
        w[:] = mean
