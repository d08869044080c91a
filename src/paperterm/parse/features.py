"""What speaks for the state of a line: its form, its place between its neighbours, what the page makes of both, each as
a feature with a name. How much a feature weighs for which state stands in `weights/lines.txt`, what a step between two lines weighs in `weights/steps.txt`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress
from operator import attrgetter

from paperterm.model import TITLE_ORNAMENTS
from paperterm.parse import echoes
from paperterm.parse.habits import SHORT, Habits
from paperterm.parse.kinds import HALF, LONG, TITLE_KINDS, is_short
from paperterm.parse.pairing import pairing, pairing_below
from paperterm.parse.patterns import ACTOR, NOTICE
from paperterm.parse.phrasing import phrasing
from paperterm.parse.prose import LEAST, LONGEST, notice, prose
from paperterm.parse.resemblance import Resemblance
from paperterm.parse.run_ins import run_in
from paperterm.parse.scenes import scene
from paperterm.parse.shelves import shelf
from paperterm.parse.surroundings import NEVER_OPENED
from paperterm.parse.traits import Traits
from paperterm.parse.vocabulary import COLUMN_ENDINGS, STRONG_COLUMN_WORDS, UNFINISHED

LENGTHS = (0, 1, 2, 4, 6, 9, 13, 18, 24, 32, 45, 60, 120)
"""Characters: lines are as long as one another if they lie between the same two of these."""
SOON = 280
"""Characters: a news item is about as long before it is divided by section headings."""
FORMS = (
    "trailing", "mid", "dash", "dateline", "byline", "lone_name", "credit", "closing", "photo", "caption", "jump_to", "jump_from",
    "begins_jump_from", "ends_jump_to", "signature", "digest", "label", "clause", "row", "bracketed", "doubled", "named_column", "boxed",
    "ending", "letter", "lead", "question", "serial", "verse", "glued",
)  # fmt: skip
"""The traits that are features as they are."""
_forms = attrgetter(*FORMS)
WORDING = {
    "quotation": "“「『\"", "colon": ":", "title of a work": "《〈", "exclamation": "!", "question": "?", "enumeration": "、",
    "middle dot": "·", "brackets": "(【[", "ornament": "■●▲▼◆□◎○★◇△▽▶◀|>",
}  # fmt: skip
"""Signs in a short line that tell how it is worded."""
_NAMES = {sign: name for name, signs in WORDING.items() for sign in signs}
_SIGN = re.compile(f"[{re.escape(''.join(_NAMES))}]")
_COLUMN_WORD = re.compile("|".join(map(re.escape, STRONG_COLUMN_WORDS)))
PART = re.compile(r"\S+")
FORMLESS = frozenset(("short", "marked", "line", "short sentence", "banner"))
"""Short lines without a form of their own: what they are shows in what they say."""
WORDED, SENTENCE = 45, 24
"""Characters: longer lines, and longer sentences, are text, of whose words headlines teach nothing."""
UNLIKELY = -1.0
"""Characters with so little cohesion seldom follow one another in a text."""
TOP, FOOT = 15, 5
"""Lines that a page's head and foot have at most."""
COPIES = 12
"""Lines among which the copy of a line that was read twice is looked for."""
RUN = 5
"""Lines on end that are counted."""


def features(
    traits: Sequence[Traits], kinds: Sequence[str], index: int, habits: Habits, alike: Resemblance
) -> list[str]:
    """The features of line `index`; `kinds` are the `classes` of all lines."""
    t = traits[index]
    kind = kinds[index]
    before = kinds[index - 1] if index else "page"
    after = kinds[index + 1] if index + 1 < len(kinds) else "page"
    length = f"{LENGTHS[bisect_right(LENGTHS, t.size) - 1]}+"
    found = ["any", kind, f"length {length}", f"{kind} after {before}", f"{kind} before {after}"]
    found += compress(FORMS, _forms(t))
    if index and traits[index - 1].label:
        found.append("below a digest's label")
    form = "sentence" if t.stop else "words"
    found.append(f"{form} {length}")
    if t.stop and t.line.folded.rstrip("”’」』\"' ").endswith("。"):
        found.append("full stop at its end")
    if t.full:
        found.append("full stop in it")
    if t.open:
        found.append("open")
    if t.ordinal:
        found.append(f"ordinal {t.ordinal}")
    if t.masthead:
        found.append(f"masthead {min(t.masthead, 3)}")
    if t.furniture:
        found.append(f"furniture {t.furniture:g}")
    if t.notices:
        found.append(f"notice words {min(t.notices, 2)}")
    if t.column and not t.full:
        found.append(f"column words {min(t.column, 2)}")
    if t.commas:
        found.append(f"commas {min(t.commas, 4)}")
    if t.run_in:
        found.append("run-in")
    if t.run_in_plain:
        found += run_in(traits, index)
    if t.size <= SHORT:
        found += habits.manner
    short = is_short(t)
    if short:
        found.append(_level(t, habits))
        if t.line.folded.startswith("——"):
            found.append("begins with a dash")
        elif "—— " in t.line.folded and not t.dash:
            found.append("dash in it")
        wording, run = _wording(t), _in_run(traits, kinds, index)
        found += wording
        found += run
        if kind in FORMLESS:
            found += alike.features(index)
            if index + 1 < len(traits) and kinds[index + 1] in FORMLESS:
                found += pairing(t.line.folded, traits[index + 1].line.folded)
            if before in FORMLESS:
                found += pairing_below(traits[index - 1].line.folded, t.line.folded)
            found += _echoes(traits, index, [*wording[-1:], *run[:1]] if "parallel" in wording else run[:1])
        if t.free and t.size <= (SENTENCE if t.full else WORDED):
            found += phrasing(t.line.folded)
        if NOTICE.search(t.line.folded):
            found.append("called a notice")
        if t.size <= 10 and (t.column or t.named_column or t.boxed or kind == "banner"):
            found += shelf(traits, kinds, index)
    if index and traits[index - 1].size <= HALF and NOTICE.search(traits[index - 1].line.folded):
        found.append("below what is called a notice")
    if LEAST <= t.size <= LONGEST and (t.stop or t.full or t.size > WORDED) and not t.dateline:
        found += prose(t.line.folded)
    found += scene(traits, index)
    # Its place.
    if index and traits[index - 1].line.image:
        found.append(f"behind an image, {kind}")
    if index + 1 < len(traits) and traits[index + 1].line.image:
        found.append(f"before an image, {kind}")
    if t.line.gap > habits.gap:
        found.append("wide gap before")
    if index < min(TOP, len(traits) / 3):
        found.append(f"near the top, {kind}")
    elif index >= max(TOP, len(traits) - FOOT):
        found.append(f"near the end, {kind}")
    if short:
        later = kinds[index + 2] if index + 2 < len(kinds) else "page"
        earlier = kinds[index - 2] if index > 1 else "page"
        found.append(f"short, {after}, {later} below")
        found.append(f"short, {earlier}, {before} above")
        if t.since == NEVER_OPENED:
            found.append("short, nothing opened yet")
        elif t.since < SOON:
            found.append("short, soon after a byline" if t.signed else "short, soon after a dateline")
        else:
            found.append("short, long after a byline" if t.signed else "short, long after a dateline")
        if _photo(traits[index + 1 : index + 4]):
            found.append("short, photo below")
        if _photo(traits[max(0, index - 3) : index]):
            found.append("short, photo above")
        if index + 1 < len(traits) and traits[index + 1].run_in:
            found.append("short, run-in below")
        if index + 1 < len(traits) and traits[index + 1].lead:
            found.append("short, lead below")
    else:
        if habits.width and t.open and t.size >= 0.85 * habits.width:
            found.append("full line")
        if t.bulleted:
            found.append("behind a bullet")
            if any(n.bulleted and n.size > HALF for n in traits[max(0, index - 2) : index + 3] if n is not t):
                found.append("behind a bullet, as others are")
    return found


def told(traits: Sequence[Traits], index: int) -> bool:
    """Is the line a sentence that was read once, and without any form of what belongs to no article? Then it belongs to one."""
    t = traits[index]
    if not (t.stop and t.full) or t.furniture or t.masthead or t.notices or t.doubled:
        return False
    if t.size <= LONGEST and not t.dateline and notice(t.line.folded):
        return False
    near = (*traits[max(0, index - COPIES) : index], *traits[index + 1 : index + 1 + COPIES])
    return not any(t.line.folded in other.line.folded for other in near)


def _photo(lines: Sequence[Traits]) -> bool:
    """Does one of the lines sign a photo?"""
    return any((t.photo or t.credit) and t.size <= 400 for t in lines)


def _echoes(traits: Sequence[Traits], index: int, beside: Sequence[str]) -> list[str]:
    """What of a line's wording its text repeats, by itself and together with each of the features `beside`."""
    below, above = f"echo below: {echoes.below(traits, index)}", f"above: {echoes.above(traits, index)}"
    return [below, f"echo {above}", f"{below}, {above}", *(f"{name}, {below}" for name in beside)]


def _wording(t: Traits) -> list[str]:
    """How a headline, a kicker or a deck is worded."""
    text = t.line.folded
    signs = _SIGN.findall(text)
    found = sorted({_NAMES[sign] for sign in signs}) if signs else []
    if any(map(str.isdigit, text)):
        found.append("digits")
    if ACTOR.match(text):
        found.append("begins with an actor")
    if t.size <= 8 and text.strip(TITLE_ORNAMENTS).endswith(COLUMN_ENDINGS):
        found.append("ends as columns do")
    if _COLUMN_WORD.search(text):
        found.append("worded as columns are")
    if text[-1:] in UNFINISHED:
        found.append("unfinished")
    parts = PART.findall(text)
    if len(parts) > 1:
        found.append("parallel" if len({len(part) for part in parts}) == 1 else "in parts")
    return found


def _in_run(traits: Sequence[Traits], kinds: Sequence[str], index: int) -> list[str]:
    """Where a short line stands among the short lines around it, and how it compares with them."""
    if kinds[index] not in TITLE_KINDS:
        return []
    first = last = index
    while first > 0 and index - first < RUN and kinds[first - 1] in TITLE_KINDS:
        first -= 1
    while last + 1 < len(kinds) and last - index < RUN and kinds[last + 1] in TITLE_KINDS:
        last += 1
    below = kinds[last + 1] if last + 1 < len(kinds) else "page"
    count = last - first + 1
    found = [
        f"{min(index - first, RUN) + 1} of {min(count, RUN)} short",
        f"{min(last - index, 3)} short, then {below}",
    ]
    if count > 1:
        t = traits[index]
        others = [traits[n] for n in range(max(first, index - 3), min(last, index + 3) + 1) if n != index]
        if t.level and all(not o.level or o.level > t.level for o in others):
            found.append("strongest")
        elif any(o.level and (not t.level or o.level < t.level) for o in others):
            found.append("not the strongest")
        if all(t.size > o.size + 3 for o in others):
            found.append("longest")
        elif all(t.size < o.size - 3 for o in others):
            found.append("shortest")
    return found


def _level(t: Traits, habits: Habits) -> str:
    """What its heading level says on this page."""
    if not habits.levels:
        return "page without levels"
    if not t.level:
        return "no level, selective" if habits.selective else "no level"
    if habits.selective:
        return "level, selective"
    if habits.one_level:
        return "the one level"
    rank = habits.ranks[t.level]
    opens = ", opens" if t.level in habits.title_levels else ""
    return f"level {rank}{opens}"


def steps(traits: Sequence[Traits], kinds: Sequence[str], index: int, habits: Habits) -> list[str]:
    """The features of the step from line `index - 1` to line `index`."""
    if index == 0:
        return ["any"]
    before, t = traits[index - 1], traits[index]
    found = ["any"]
    if before.open or before.trailing:
        found.append("cut in a word" if t.glued else "cut, hardly here" if t.seam < UNLIKELY else "cut")
    elif before.stop:
        found.append("sentence ended")
    if t.line.gap > habits.gap:
        found.append("wide gap")
    elif t.line.gap < habits.gap:
        found.append("narrow gap")
    if before.size <= LONG and t.size <= LONG:
        if before.level == t.level:
            found.append("same level" if t.level else "both without level")
        elif not t.level or (before.level and before.level < t.level):
            found.append("weaker")
        else:
            found.append("stronger")
    if before.ends_jump_to or before.jump_to or before.photo or before.closing or before.credit:
        found.append("article ended")
    if t.dateline or t.begins_jump_from:
        found.append("dateline")
    if before.dash:
        found.append("dash before")
    if before.boxed and not t.boxed:
        found.append("brackets closed before")
    if before.size <= LONG and t.size <= LONG:
        if before.size > 1.3 * t.size:
            found.append("shorter")
        elif t.size > 1.3 * before.size:
            found.append("longer")
        else:
            found.append("as long")
        if before.line.folded[-1:] in UNFINISHED:
            found.append("unfinished before")
    if before.run_in_plain and t.run_in_plain:
        found.append("run-in both")
    return found
