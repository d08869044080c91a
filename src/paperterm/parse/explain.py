"""Why the parser took each line for what it took it: for people who want to mend a rule."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from paperterm.model import Page
from paperterm.parse.articles import Draft, drafts
from paperterm.parse.habits import habits
from paperterm.parse.kinds import classes
from paperterm.parse.labelling import UNIT, fits, label, reasons
from paperterm.parse.lines import read_lines
from paperterm.parse.moved import Move, Moves
from paperterm.parse.page import page_of
from paperterm.parse.reflow import reflow
from paperterm.parse.repair import DRAFTS
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
    moved: Move | None  # why it stands with another headline than the one it was read behind


def explain(text: str) -> Iterator[Explanation]:
    """The explanations of all lines of a page, in the order they are printed, made one by one as they are asked for."""
    traits = look_all(reflow(read_lines(text)))
    manner = habits(traits)
    states = label(traits, manner)
    kinds = classes(traits)
    found, rest = drafts(traits, states)
    behind = _read_behind(found)
    page = page_of(text, found, rest, [t.line for t in traits])
    roles, owners = _outcome(page)
    ids = [article.id for article in page.articles]
    moves = Moves(page.articles, {t.line.number: t.line.text for t in traits}) if behind else None
    del page, found, rest
    for index, (t, state, fit) in enumerate(zip(traits, states, fits(traits, kinds, manner), strict=True)):
        scores = dict(zip(STATES, (score / UNIT for score in fit), strict=True))
        others = sorted((s for s in scores if s != state), key=lambda s: -scores[s])[:RUNNERS_UP]
        number = t.line.number
        owner = owners.get(number)
        source = owners.get(behind.get(number, number))
        yield Explanation(
            lines=t.line.numbers(),
            text=t.line.text,
            role=roles.get(number, ""),
            article=None if owner is None else ids[owner],
            traits=tuple(_seen(t)),
            scores=tuple((STATE_NAMES[s], round(scores[s], 1)) for s in (state, *others)),
            reasons=tuple(reasons(traits, kinds, index, manner, state, others[0]))[:REASONS],
            moved=None
            if moves is None or owner is None or source is None or source == owner
            else moves.move(number, source, owner),
        )


def _outcome(page: Page) -> tuple[dict[int, str], dict[int, int]]:
    """The roles of every line, joined by +, and the place of its article among the page's."""
    roles: dict[int, str] = {}
    owners: dict[int, int] = {}
    for place, article in enumerate(page.articles):
        for block in article.blocks:
            for number in block.lines:
                owners[number] = place
    for block in itertools.chain(*(article.blocks for article in page.articles), page.furniture):
        for number in block.lines:
            before = roles.get(number)
            if before is None:
                roles[number] = block.role
            elif block.role not in before.split("+"):
                roles[number] = f"{before}+{block.role}"
    return roles, owners


def _read_behind(found: Sequence[Draft]) -> dict[int, int]:
    """For every line the first line of the headline block that it was read behind, before anything was mended. Empty
    where there are so many articles that nothing is mended."""
    if len(found) > DRAFTS:
        return {}
    return {item.number: draft.titles[0].number for draft in found if draft.titles for item in draft.items}


def _seen(t: Traits) -> Iterator[str]:
    yield f"{t.size} characters"
    if t.level:
        yield f"level {t.level}"
    for field in fields(t):
        if field.name not in UNTOLD and getattr(t, field.name):
            value = getattr(t, field.name)
            yield field.name.replace("_", " ") if value is True else f"{field.name.replace('_', ' ')} {value}"
