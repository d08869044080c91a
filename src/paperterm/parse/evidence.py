"""How well each state fits a line, and how well one state follows another: scores, to be weighed together for a page.

A score of 1 is the strength of an ordinary hint; what a newspaper nearly never does costs 3 or more. The states:

  T first line of a headline block   U further lines of it (kicker, headline, deck, column: told apart later)
  Y byline after a headline   G digest   K 上接第N版 after a headline   B body   H section heading   C credit, closing dateline
  J 下转第N版   M masthead   F furniture
  y g k b  the same as Y G K B, opening an article whose headline stands elsewhere or is lost
  R headline and text on one line
"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.habits import NEARLY, Habits
from paperterm.parse.surroundings import NEVER_OPENED
from paperterm.parse.traits import Traits

STATES = "TUYGKBHCJMFygkbR"
OPENING = frozenset("TygkbR")
"""States that begin an article."""

FOLLOWS: dict[str, dict[str, float]] = {
    "^": {"M": 0.5, "F": 0.0, "T": 0.0, "y": -1.0, "g": -1.0, "k": -0.5, "b": -1.0},
    "T": {"U": 0.0, "Y": 0.5, "G": 0.3, "K": 0.5, "B": 0.5, "H": -1.2, "C": -1.0, "J": -1.0, "T": -2.5, "F": -0.5, "M": -2.0, "y": -4, "b": -3.5},
    "U": {"U": -0.4, "Y": 0.5, "G": 0.3, "K": 0.5, "B": 0.5, "H": -0.6, "C": -1.0, "J": -1.0, "T": -2.5, "F": -0.5, "M": -2.0, "y": -4, "b": -3.5},
    "Y": {"Y": 0.0, "G": 0.0, "K": 0.0, "B": 0.5, "H": -0.7, "U": -1.5, "T": -1.5, "C": -2.0, "J": -1.0, "F": -0.5, "M": -2.0},
    "G": {"G": 0.0, "Y": 0.3, "B": 0.2, "H": 0.0, "T": -1.0, "U": -1.5, "F": -0.5, "J": -1.0, "C": -1.0},
    "K": {"B": 0.7, "H": 0.0, "Y": 0.0, "U": -0.5, "T": -2.0, "F": -0.5},
    "B": {"B": 0.3, "H": -0.3, "T": -0.2, "C": 0.0, "J": 0.0, "F": -0.5, "M": -1.0, "G": -2.0, "b": -2.0, "y": -1.5, "g": -1.5, "k": -0.5},
    "H": {"B": 0.4, "H": -2.0, "T": -3.0, "F": -1.0, "C": -2.0, "J": -2.0, "G": -2.0, "b": -4.0},
    "C": {"T": 0.5, "C": -0.3, "B": -1.2, "F": 0.0, "M": 0.0, "J": 0.0, "H": -2.0, "b": -0.5, "y": 0.0, "g": 0.0, "k": 0.0},
    "J": {"T": 0.7, "F": 0.0, "M": 0.0, "B": -2.0, "H": -3.0, "C": -0.5, "b": -0.4, "y": 0.0, "g": 0.0, "k": 0.0},
    "M": {"M": 0.6, "F": 0.0, "T": 0.2, "b": -1.5, "y": -1.0, "g": -1.0, "k": -0.5, "B": -2.7},
    "F": {"F": 0.0, "M": -0.3, "T": 0.0, "B": -0.2, "H": -0.5, "C": -0.5, "J": -0.3, "U": -1.0, "Y": -0.5, "G": -1.0, "K": -0.5, "b": -1.2, "y": -0.7, "g": -0.7, "k": 0.0},
}  # fmt: skip
for _small, _big in (("y", "Y"), ("g", "G"), ("k", "K"), ("b", "B")):
    FOLLOWS[_small] = FOLLOWS[_big]
FOLLOWS["R"] = FOLLOWS["B"] | {"H": -2.0}
for _state, _step in {
    "^": -0.5,
    "T": -3.5,
    "U": -3.5,
    "B": -0.3,
    "C": 0.0,
    "J": 0.3,
    "M": -0.5,
    "F": 0.3,
    "R": 0.3,
    "b": -0.3,
}.items():
    FOLLOWS[_state] = FOLLOWS[_state] | {"R": _step}

LONG = 60
"""Characters: few headline lines are longer."""
KIN = 0.4
"""What twice the usual likeness of two texts is worth, or half of it, is two thirds of this."""
SELDOM = 5.0
"""What it costs to take a paragraph's first sentence for a headline where nothing else says so."""
SOON = 280
"""Characters: a news item is about as long before it is divided by section headings."""


def fits(traits: Sequence[Traits], index: int, habits: Habits) -> dict[str, float]:
    """The score of every state that line `index` can have."""
    t = traits[index]
    after = traits[index + 1] if index + 1 < len(traits) else None
    later = traits[index + 2] if index + 2 < len(traits) else None
    opens = bool(after and (after.dateline or after.byline or after.jump_from or after.begins_jump_from))
    opens_later = bool(later and (later.dateline or later.byline)) and not opens
    photo_near = any(n.photo or n.credit for n in traits[index : index + 4] if n.size <= 400)

    before = traits[index - 1] if index else None
    title = _title(t, habits)
    heading = _heading(t, habits)
    if t.since < SOON and not t.signed and before and (before.stop or before.size > LONG):
        heading -= 1.0  # a short news item has no sections
    title -= KIN * t.kin
    if t.serial:
        title += 0.5
        heading -= 0.5
    if after is not None and after.lead:
        title += 0.4
    if t.since == NEVER_OPENED:
        heading -= 1.5  # there is no article yet that it could divide
    if opens:
        title += 1.5
        heading -= 3.0
    elif opens_later and after is not None and after.size <= LONG and not after.stop:
        title += 0.7
        heading -= 2.0
    elif after is not None and (after.size > LONG or after.trailing):
        heading += 0.5
        if not t.level and not photo_near:
            title -= 1.3 if habits.levels else 0.7
    if t.line.gap >= habits.gap + 1:
        title += 0.4
    if photo_near and after is not None and not opens and (after.caption or after.photo):
        title += 1.8 if t.size <= 4 else 1.0
        heading -= 1.0

    body = _body(t, habits)
    if habits.width and t.open and NEARLY * habits.width <= t.size <= habits.width and not t.level:
        body += 1.5  # broken because the line was full
    opening = body - 1.0 + (2.5 if t.dateline else 0.0) + (6.0 if t.begins_jump_from else 0.0)
    if t.caption and photo_near:
        titled = after is not None and after.size <= 24 and not after.stop and (t.photo or (later and later.credit))
        signed = t.photo or (after is not None and after.credit and after.photo)
        opening += 3.5 if t.line.gap >= habits.gap + 1 or titled or signed else 1.0
    elif t.caption and t.line.folded.startswith("图为"):
        opening += 2.0
    byline = 1.0 if t.letter else 4.0 if t.byline else (1.5 if t.lone_name else -5.0)
    digest = 5.0 if t.digest else -4.0
    if before and before.label and not t.byline:
        digest = max(digest, 5.0)
    credit = -5.0
    if t.credit:
        credit = 4.0
    elif t.closing or t.letter:
        credit = 3.5
    elif t.byline:
        credit = 1.5
    elif t.lone_name:
        credit = 0.0
    furniture = t.furniture if t.furniture else -3.0
    if t.doubled:
        furniture = max(furniture, 9.0)
    if t.notices and (t.size <= 60 or t.notices >= 2):
        near = any(n.furniture >= 2.5 or n.notices for n in traits[max(0, index - 1) : index + 2] if n is not t)
        furniture = max(furniture, 0.0 if t.notices == 1 else 2.0) + (2.5 if near else 0.0)
    several = after is not None and after.run_in_plain and later is not None and later.run_in_plain
    if not t.furniture and t.size <= 6 and after is not None and (after.run_in or several):
        furniture = 1.5  # the banner over several items
    if t.furniture and index and traits[index - 1].furniture >= 3.5 and t.furniture < 9.0:
        furniture += 1.5  # what belongs to no article stands together
    scores = {
        "T": title,
        "U": title,
        "H": heading,
        "B": body,
        "b": opening,
        "Y": byline,
        "y": byline - 0.5,
        "G": digest,
        "g": digest - 0.3,
        "C": credit,
        "M": _masthead(traits, index),
        "F": furniture,
    }
    if t.run_in:
        together = any(n.run_in for n in traits[max(0, index - 1) : index + 2] if n is not t)
        scores["R"] = (
            body + (1.5 if together else -1.0) + (1.0 if index and traits[index - 1].furniture >= 2.0 else 0.0)
        )
    elif t.run_in_plain and before:
        banner = 2.0 <= before.furniture < 9.0
        scores["R"] = body + (0.5 if banner or before.run_in else -SELDOM)
    if t.jump_from:
        scores |= {"K": 7.0, "k": 6.5}
    if t.jump_to:
        scores["J"] = 7.0
    return scores


def _title(t: Traits, habits: Habits) -> float:
    size = t.size
    if size > 120:
        return -9.0
    if size <= 2:
        score = -1.5
    elif size <= 4:
        score = -0.3
    elif size <= 30:
        score = 1.0
    elif size <= 45:
        score = 0.5
    elif size <= LONG:
        score = -0.7
    else:
        score = -3.0
    if t.level:
        score += 2.0 + (0.7 if habits.selective or (t.level in habits.title_levels and not habits.one_level) else 0.0)
    elif habits.levels:
        score -= 0.3
    if t.named_column:
        score += 2.5
    if t.boxed:
        score += 1.0
    if t.ending or t.verse or t.question:
        score -= 3.0
    if t.stop:
        score -= 2.0 if t.line.folded.rstrip("”’」』\"' ").endswith("。") else 0.7
    if t.full:
        score -= 1.5
    if t.trailing:
        score -= 1.5
    if t.dash:
        score += 1.5
    elif "—— " in t.line.folded and not t.full:
        score += 1.5  # kicker and headline on one line
    if t.row:
        score -= 3.0
    if t.ordinal:
        score -= 2.0
    if t.mid:
        score -= 3.0
    if t.commas >= 4:
        score -= 0.6
    if t.clause and not t.level:
        score -= 0.4
    if t.bracketed:
        score += 0.8
    if t.dateline:
        score -= 6.0
    if t.byline or t.credit or t.closing:
        score -= 3.0
    if t.jump_to or t.jump_from or t.begins_jump_from or t.digest:
        score -= 6.0
    return score


def _heading(t: Traits, habits: Habits) -> float:
    size = t.size
    if size > LONG:
        return -6.0
    if size <= 1:
        score = -2.0
    elif size <= 18:
        score = 1.0
    elif size <= 30:
        score = 0.5
    elif size <= 45:
        score = -0.5
    else:
        score = -3.0
    if t.level and habits.selective:
        score += 0.0
    elif t.level and habits.one_level:
        score += 2.0
    elif t.level:
        score += 1.2
        if habits.title_levels:
            score += -1.0 if t.level in habits.title_levels else 0.7
    if t.signed and t.since < NEVER_OPENED:
        score += 0.4
    if t.named_column or t.boxed or t.ending:
        score -= 2.0
    if t.question:
        score -= 3.0
    if t.verse:
        score -= 3.0
    if t.row:
        score -= 3.0
    if t.ordinal:
        score += 2.0 if t.ordinal in ("chapter", "one") or t.level else -1.0 if t.ordinal == "article" else 0.5
    if t.stop:
        score -= 2.0 if t.full else 0.5
    elif t.full:
        score -= 2.5
    if t.clause and not t.level:
        score -= 1.2
    if t.trailing:
        score -= 1.5
    if t.mid:
        score -= 3.0
    if t.dateline or t.byline or t.credit or t.closing or t.jump_to or t.jump_from or t.digest:
        score -= 5.0
    return score


def _body(t: Traits, habits: Habits) -> float:
    size = t.size
    if size > LONG:
        score = 3.0
    elif size > 40:
        score = 1.5
    elif t.stop and (t.full or size > 24):
        score = 1.5 if size > 20 else 0.8
    elif t.stop:
        score = -0.4  # a headline may ask or exclaim
    elif t.open and size > 30:
        score = 0.0
    else:
        score = -1.0
    if t.level:
        score -= 0.3 if t.full else 1.7
    if t.full:
        score += 1.0
    if t.commas >= 2:
        score += 0.7
    if t.bracketed:
        score -= 1.0
    if t.trailing:
        score += 0.5
    if t.mid:
        score += 0.7
    if t.dateline:
        score += 3.0
    if t.ends_jump_to or t.begins_jump_from:
        score += 1.0
    if t.ordinal in ("two", "three", "article"):
        score += 0.7
    if t.photo and size > 24:
        score += 0.7
    if t.verse:
        score += 3.0
    if t.ending:
        score += 4.0
    if t.question:
        score += 3.0
    if t.jump_to or t.jump_from:
        score -= 5.0
    if t.byline or t.credit:
        score -= 2.0
    return score


def _masthead(traits: Sequence[Traits], index: int) -> float:
    t = traits[index]
    if t.masthead:
        return min(1.0 + 2.0 * t.masthead, 7.0)
    if index >= 15 or t.size > 40 or t.full or t.dateline:
        return -5.0
    # A nameplate that was misread stands among lines that were not.
    near = sum(bool(n.masthead) for n in traits[max(0, index - 2) : index + 3])
    ahead = any(n.masthead for n in traits[index + 1 : index + 4])
    return (0.6 * near - 0.4 if ahead else -2.5) - (1.0 if t.size > 16 else 0.0)


def follows(one: str, traits: Sequence[Traits], index: int, habits: Habits) -> dict[str, float]:
    """What the pair of lines `index - 1` and `index` adds to FOLLOWS for state `one`, by the state that follows it."""
    before, t = traits[index - 1], traits[index]
    if one in "BbR":
        more = _after_body(before, t, wide=t.line.gap >= habits.gap + 1)
        if one == "R" and before.run_in_plain and t.run_in_plain:
            more["R"] = SELDOM + 0.4  # one of several under a banner
        return more
    if one == "H":
        return {"B": -(2.5 if t.glued else 0.0) - (3.0 if t.dateline else 0.0)}
    if one in "TU" and not t.begins_jump_from and index + 1 < len(traits):
        return _after_title(before, t, traits[index + 1])
    # 上接 opens an article, but not a second one right behind its headline.
    return {"B": 6.0} if t.begins_jump_from and one in "TUYG" else {}


def _after_body(before: Traits, t: Traits, wide: bool) -> dict[str, float]:
    body = opening = title = heading = bare = 0.0
    if before.open or before.trailing:
        body += -1.0 if t.dateline else 1.7 if t.glued else 0.9
        title = heading = -2.0 if t.glued else -1.0
        opening = bare = -0.7
    if t.dateline:
        body -= 2.0
    if before.ends_jump_to or t.begins_jump_from:
        body -= 3.0
    if wide and not before.open:
        body -= 0.3
    if wide:
        opening += 0.8
    if before.ends_jump_to or before.photo:
        opening += 1.5
    if before.ends_jump_to or before.photo or before.closing:
        title += 0.7
    return {"B": body, "b": opening, "T": title, "H": heading, "y": bare, "g": bare}


def _after_title(before: Traits, t: Traits, after: Traits) -> dict[str, float]:
    """Kicker, headline, kicker, headline: the level falls off and rises again where a new headline block begins."""
    title = more = 0.0
    restart = (
        before.level
        and (not t.level or t.level > before.level)
        and after.level
        and (not t.level or after.level < t.level)
    )
    if restart and after.size <= LONG and not before.column:
        title, more = 2.2, -0.3
    if t.dash and not before.dash and before.level:
        title += 0.8
    if t.marked and not before.level and (before.named_column or before.line.folded.startswith("——")):
        title += 1.8  # a deck or a column's name ends a block
    return {"T": title, "U": more}
