"""How well each of the `states` fits a line: scores, to be weighed together for a page.

A score of 1 is the strength of an ordinary hint; what a newspaper nearly never does costs 3 or more.
"""

from __future__ import annotations

from collections.abc import Sequence

from paperterm.parse.habits import NEARLY, Habits
from paperterm.parse.states import LONG, SELDOM
from paperterm.parse.surroundings import NEVER_OPENED
from paperterm.parse.traits import Traits

KIN = 0.4
"""What twice the usual likeness of two texts is worth, or half of it, is two thirds of this."""
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
