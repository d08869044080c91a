"""What an article says about itself: who wrote it, who filed it, where and when, and where it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.model import Block, Kind
from paperterm.parse import patterns as form
from paperterm.parse.jump_marks import jump_marks
from paperterm.parse.names import names, names_and_place
from paperterm.parse.vocabulary import SURNAMES
from paperterm.text.fold import fold
from paperterm.text.numerals import number

PHOTO_TEXT = 600
"""Characters: a photo's text is shorter."""
OPENING = 160
"""Characters of a text in which its dateline stands."""
SIGNED = 40
"""Characters of a text that somebody signs."""
STOPS = frozenset("。!?”")
HOUSE = re.compile(
    r"^[\s■□●◆▲△(【\[]*(?:(?:文/图|图/文|文|图|撰文|摄影)[\s/:]+)?(?P<agency>本报|本社|本刊|本台|新华社|中新社|[\u3400-\u9fff]{1,6}(?:报|社|网)|视觉中国|东方ic|人民视觉|影像中国)(?=\s*(?:全媒体|融媒体|首席|特派|特约|见习|实习|驻|记者|通讯员|评论员|发|供图|摄|图|\())"
)


@dataclass(slots=True)
class Facts:
    kind: Kind = "story"
    byline: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None
    filed: str | None = None
    jump_to: int | None = None
    jump_from: int | None = None


def facts(blocks: Sequence[Block], month: int | None) -> Facts:
    """The facts of one article; `month` is that of the page's printed date, for datelines that print only a day."""
    found = Facts()
    people: list[str] = []
    for block in blocks:
        if block.role == "byline":
            desk = form.DESK_DATELINE.fullmatch(fold(block.text.strip()))
            if desk:
                _take(block.text.strip()[desk.start("who") : desk.end("who")], found, people, wired=False)
                continue
            people += _reporters(block.text, found) if "/" in fold(block.text) else names(block.text)
            found.agency = found.agency or _house(block.text)
    bodies = [b for b in blocks if b.role == "body"]
    for block in bodies[:2]:
        end = _dateline(block.text, found, people, month)
        group = form.NAME_GROUP.search(fold(block.text[: (end or 0) + 90]), max(0, (end or 1) - 1))
        if group and group.start() <= (end + 3 if end else 0):
            people += _reporters(block.text[group.start("names") : group.end("names")], found)
            break
        if end is not None:
            break
    if bodies:
        people += _signature(bodies[-1].text, sum(len(block.text) for block in bodies) > SIGNED, found)
    for block in blocks:
        if block.role == "credit" or block.role == "byline":
            closing = form.CLOSING_DATELINE.fullmatch(fold(block.text))
            if closing:
                _wire(block.text, closing, found, month)
                people += names(closing["rest"]) if closing["rest"] else []
            elif block.role == "credit" and not form.SOURCE.match(fold(block.text)):
                people += names(block.text)
                found.agency = found.agency or _house(block.text)
    for mark in jump_marks(blocks):
        if mark.forward:
            found.jump_to = mark.page
        else:
            found.jump_from = mark.page
    found.byline = tuple(dict.fromkeys(people))
    found.kind = _kind(blocks, bodies, found)
    return found


def _dateline(text: str, found: Facts, people: list[str], month: int | None) -> int | None:
    """Take agency, names, place and day from an opening dateline; where it ends, in characters, or None."""
    folded = fold(text[:OPENING])
    match = form.DATELINE.match(folded)
    if match:
        _wire(text, match, found, month)
        who = match if match["who"] else form.REPORTER.match(folded, match.end())
        if who:
            _take(text[who.start("who") : who.end("who")], found, people, wired=match["day3"] is not None)
            return who.end()
        bare = form.BARE_NAMES.match(folded, match.end())
        if bare and all(name[0] in SURNAMES for name in names(bare["names"])):
            people += names(text[bare.start("names") : bare.end("names")])
            return bare.end()
        alone = form.NAMES_ALONE.match(folded, match.end())
        if alone and all(name[0] in SURNAMES for name in alone["names"].split()):
            people += names(text[alone.start("names") : alone.end("names")])
        return match.end()
    local = form.PLACE_DATELINE.match(folded)
    if local:
        found.place = text[local.start("place") : local.end("place")] if local["place"] else None
        return local.end()
    desk = form.DESK_DATELINE.search(folded[:40])
    if desk:
        _take(text[desk.start("who") : desk.end("who")], found, people, wired=False)
        return desk.end()
    return None


def _take(who: str, found: Facts, people: list[str], wired: bool) -> None:
    someone, place = names_and_place(who, wired)
    people += someone
    found.place = place or found.place


def _reporters(text: str, found: Facts) -> list[str]:
    """The names in the brackets behind a dateline: 记者张三, 记者张三 北京报道."""
    people: list[str] = []
    match = form.REPORTER.match(fold(text))
    if match:
        _take(text[match.start("who") : match.end("who")], found, people, wired=False)
        return people
    return names(text)


def _wire(text: str, match: re.Match[str], found: Facts, month: int | None) -> None:
    groups = match.re.groupindex
    found.agency = "".join(text[match.start("agency") : match.end("agency")].split())
    for key in ("place", "place2"):
        if key in groups and match[key]:
            found.place = text[match.start(key) : match.end(key)].strip("·、 ") or None
    for month_key, day_key in (("month", "day"), ("month3", "day3")):
        if day_key in groups and match[day_key]:
            day = number(match[day_key])
            in_month = number(match[month_key]) if match[month_key] else month
            if day and in_month and day <= 31 and in_month <= 12:
                found.filed = f"{in_month:02d}-{day:02d}"


def _house(text: str) -> str | None:
    match = HOUSE.match(fold(text))
    return text[match.start("agency") : match.end("agency")] if match else None


def _signature(text: str, long: bool, found: Facts) -> list[str]:
    """Names behind the last sentence: (记者 某某), 本报记者 某某 摄, 某某 摄, 视觉中国 供图. `long`: the text is no caption."""
    tail_start = max(0, len(text) - 90)
    folded = fold(text[tail_start:])
    group = list(form.NAME_GROUP.finditer(folded))
    people: list[str] = []
    if group and group[-1].end() >= len(folded.rstrip()) - 1 and long:
        last = group[-1]
        inner = text[tail_start + last.start("names") : tail_start + last.end("names")]
        people += names(inner)
        found.agency = found.agency or _house(inner)
    elif (
        (alone := form.CLOSING_NAME.search(folded))
        and alone["names"][0] in SURNAMES
        and (long or folded[: alone.start()].rstrip()[-1:] in STOPS)
    ):
        people += names(text[tail_start + alone.start("names") : tail_start + alone.end("names")])
    elif form.PHOTO_MARK.search(folded):
        cut = max((folded.rfind(mark) for mark in "。!?”)"), default=-1)
        if cut == len(folded.rstrip()) - 1:  # …(某某 摄)
            cut = folded.rfind("(")
        credit = text[tail_start + cut + 1 :]
        if 0 < len(credit) <= 40:
            found.agency = found.agency or _house(credit)
            people += names(credit.strip(" ()（）"))
    return people


def _kind(blocks: Sequence[Block], bodies: Sequence[Block], found: Facts) -> Kind:
    if found.jump_from is not None:
        return "continuation"
    if sum(len(b.text) for b in bodies) > PHOTO_TEXT or any(b.role in ("heading", "byline") for b in blocks):
        return "story"
    if bodies and form.DATELINE.match(fold(bodies[0].text[:OPENING])):
        return "story"
    signed = [b.text for b in blocks if b.role == "credit"]
    inline = [bodies[-1].text[-90:]] if bodies else []
    return "photo" if any(form.PHOTO_MARK.search(fold(text)) for text in (*signed, *inline)) else "story"
