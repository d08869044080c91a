"""Why the parser took each line for what it took it: for people who want to mend a rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from paperterm.parse import parse_page
from paperterm.parse.articles import drafts
from paperterm.parse.habits import habits
from paperterm.parse.kinds import classes
from paperterm.parse.labelling import fits, label, reasons
from paperterm.parse.lines import read_lines
from paperterm.parse.reflow import reflow
from paperterm.parse.states import STATES
from paperterm.parse.surroundings import look_all
from paperterm.parse.traits import Traits

STATE_NAMES = {
    "T": "headline, opening", "U": "headline", "P": "kicker, opening", "Q": "kicker", "L": "column, opening", "N": "column",
    "E": "deck, opening", "D": "deck", "R": "run-in headline", "Y": "byline", "G": "digest", "K": "上接", "B": "body",
    "H": "heading", "S": "signature", "C": "credit", "J": "下转", "M": "masthead", "F": "furniture",
    "y": "byline without headline", "g": "digest without headline", "k": "上接 without headline", "b": "body without headline",
}  # fmt: skip
"""What the letters of `states` stand for."""
REASONS = 4
"""Features told that decided."""
RUNNERS_UP = 2
"""States told beside the one that was chosen."""
UNTOLD = frozenset({"line", "size", "level", "commas", "since", "seam"})
"""Traits that are numbers; they are told in words of their own."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One printed line: the physical lines it consists of, what became of it, what was seen on it, and how well the
    chosen state and the next best ones fit it by themselves (its neighbours decide as well)."""

    lines: tuple[int, ...]
    text: str
    role: str
    article: str | None  # id, None where it belongs to none
    traits: tuple[str, ...]
    scores: tuple[tuple[str, float], ...]  # the state chosen first; natural logarithms
    reasons: tuple[tuple[str, float], ...]  # the features that say most for the state chosen, against the next best
    moved: bool  # it stands with another headline than the one it was read behind


def explain(text: str) -> Iterator[Explanation]:
    """The explanations of all lines of a page, in the order they are printed."""
    traits = look_all(reflow(read_lines(text)))
    manner = habits(traits)
    states = label(traits, manner)
    kinds = classes(traits)
    scored = list(fits(traits, kinds, manner))
    page = parse_page(text)
    roles: dict[int, list[str]] = {}
    owners: dict[int, str] = {}
    for article in page.articles:
        for block in article.blocks:
            for number in block.lines:
                roles.setdefault(number, []).append(block.role)
                owners[number] = article.id
    for block in page.furniture:
        for number in block.lines:
            roles.setdefault(number, []).append(block.role)
    behind = _read_behind(traits, states)
    for index, (t, state) in enumerate(zip(traits, states, strict=True)):
        scores = dict(zip(STATES, (score / 100 for score in scored[index]), strict=True))
        others = sorted((s for s in scores if s != state), key=lambda s: -scores[s])[:RUNNERS_UP]
        number = t.line.number
        owner = owners.get(number)
        headline = behind.get(number)
        yield Explanation(
            lines=t.line.numbers(),
            text=t.line.text,
            role="+".join(dict.fromkeys(roles.get(number, ()))),
            article=owner,
            traits=tuple(_seen(t)),
            scores=tuple((STATE_NAMES[s], round(scores[s], 1)) for s in (state, *others)),
            reasons=tuple(reasons(traits, kinds, index, manner, state, others[0]))[:REASONS],
            moved=headline is not None and owner is not None and owners.get(headline, owner) != owner,
        )


def _read_behind(traits: list[Traits], states: str) -> dict[int, int]:
    """For every line the first line of the headline block that it was read behind, before anything was mended."""
    found: dict[int, int] = {}
    for draft in drafts(traits, states)[0]:
        if draft.titles:
            found.update({item.number: draft.titles[0].number for item in draft.items})
    return found


def _seen(t: Traits) -> Iterator[str]:
    yield f"{t.size} characters"
    if t.level:
        yield f"level {t.level}"
    for field in fields(t):
        if field.name not in UNTOLD and getattr(t, field.name):
            value = getattr(t, field.name)
            yield field.name.replace("_", " ") if value is True else f"{field.name.replace('_', ' ')} {value}"
