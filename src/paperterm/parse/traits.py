"""What can be seen on one line alone: its form, its opening, its end. No decisions are made here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse import patterns as form
from paperterm.parse.lines import Line
from paperterm.parse.names import is_signature
from paperterm.parse.vocabulary import (
    BANNER_ENDINGS,
    BANNER_LABELS,
    CLAUSE_OPENERS,
    COLUMN_ENDINGS,
    COLUMN_NAMES,
    COLUMN_WORDS,
    COMPOUND_SURNAMES,
    INDEX_LABELS,
    NOTICE_PHRASES,
    NOTICE_WORDS,
    PUBLISHER_WORDS,
    SECTION_NAMES,
    SLOGANS,
    SURNAMES,
)

COPY, PART_COPY = 9, 10
"""Characters that a copy of a line has, and of a part of it: shorter lines may be alike."""
HEAD, TAIL = 160, 90
"""Characters looked at from a line's beginning and end: what a pattern must see, however long the line is."""

MASTHEAD_FORMS = (
    form.WEEKDAY, form.ISSUE_TOTAL, form.ISSUE_NUMBER, form.CN_NUMBER, form.POST_OFFICE, form.PHONE, form.CONTACT,
)  # fmt: skip
PAPER_NAME = re.compile(r"^[\u3400-\u9fff]{1,9}(?:报|周刊|周末|参考消息)$")
LONGEST_SECTION = 4
"""Characters that the name of a page has at most, in one word."""
ROW_WORDS = 4
"""Words of a table's row at least."""
STOPS, CLOSING_MARKS = frozenset("。!?…"), "”’」』)]】\"'"
"""How a sentence ends, and what stands behind that."""
BRACKETS, QUESTIONS = frozenset("(【[〔〖"), frozenset("问答")
GAP = re.compile(r"\s+")
NUMBER_ONLY = re.compile(r"^[\s\d.,:/%()-]+$")

# Most lines hold nothing of what a pattern needs. To look for that first costs a third of trying the pattern.
_COLUMN_WORD, _SLOGAN, _NOTICE_WORD, _NOTICE_PHRASE, _PUBLISHER_WORD = (
    re.compile("|".join(map(re.escape, words)))
    for words in (COLUMN_WORDS, SLOGANS, NOTICE_WORDS, NOTICE_PHRASES, PUBLISHER_WORDS)
)
_CLOSED = frozenset("】]〕〗")
_PICTURE = re.compile("[摄图视像社i]")
_CALENDAR = re.compile("[年历月]")
_DAY = re.compile("[日者天来晨末]")


@dataclass(slots=True, eq=False)
class Traits:
    """One line with what it shows. Lengths are in characters without white space."""

    line: Line
    size: int
    level: int = 0
    stop: bool = False  # ends as a sentence ends: 。！？… with the quotes and brackets after it
    full: bool = False  # a 。 stands somewhere in it
    open: bool = False  # ends in the middle of a sentence
    trailing: bool = False  # ends with a comma, colon or semicolon
    commas: int = 0
    mid: bool = False  # begins with what cannot begin a sentence
    dash: bool = False  # ends with ——
    dateline: bool = False
    byline: bool = False
    lone_name: bool = False
    credit: bool = False  # the whole line is a credit, or a closing dateline
    closing: bool = False  # a closing dateline or a closing (记者 某某)
    photo: bool = False  # ends as a photo's text ends: 某某 摄, 供图
    caption: bool = False  # begins as a caption begins
    jump_to: bool = False  # the whole line
    jump_from: bool = False
    begins_jump_from: bool = False
    ends_jump_to: bool = False
    digest: bool = False
    label: bool = False  # the digest's label stands alone
    masthead: int = 0  # how many masthead forms it holds
    furniture: float = 0.0  # how surely it belongs to no article
    ordinal: str = ""  # "", or the kind of section number it begins with
    column: int = 0  # how many words it holds that standing columns have
    clause: bool = False  # opens as a clause of running text does
    row: bool = False  # of a table
    bracketed: bool = False  # the whole line stands in parentheses
    doubled: bool = False  # the same line, or one that it is a part of, stands just before
    signature: bool = False  # a name behind where somebody is from or what he does
    named_column: bool = False  # the whole line is a name that papers give to columns
    boxed: bool = False  # the whole line stands in 【】
    ending: bool = False  # (未完待续), (完)
    letter: bool = False  # 读者 某某 under a letter
    lead: bool = False  # begins as a news item or a letter begins
    question: bool = False  # begins with 问: or 答:
    run_in_plain: int = 0  # as run_in, where no bullet says so
    run_in: int = 0  # where a headline ends that has its text behind it on the line, in characters; 0 for none
    notices: int = 0  # words of advertisements and notices
    since: int = 0  # characters of text since an article was last opened by a dateline or byline
    signed: bool = False  # that opening was a byline on a line of its own
    serial: bool = False  # one of several short lines that have one paragraph each below them
    marked: bool = False  # it has a heading level on a page where not all bold lines have the same
    verse: bool = False  # one of several short lines on end that do not flow into one another
    glued: bool = False  # a word goes on over the border to the line before, as the dictionary or this page knows it
    seam: float = 0.0  # the cohesion of the characters at that border, where the line before ends in mid-sentence

    @property
    def bulleted(self) -> bool:
        """Does the line begin with a bullet?"""
        return self.size > 0 and self.line.folded.lstrip()[0] in form.BULLETS

    @property
    def free(self) -> bool:
        """Has the line no form of its own?"""
        named = self.dateline or self.byline or self.lone_name or self.credit or self.closing
        jump = self.jump_to or self.jump_from
        return not (named or jump or self.masthead or self.furniture or self.digest or self.ending or self.row)


def _held(text: str, words: Sequence[str], any_of: re.Pattern[str]) -> int:
    """How many of the words the text holds; `any_of` finds the first."""
    return sum(map(text.__contains__, words)) if any_of.search(text) else 0


def _furniture(line: Line, head: str, tail: str) -> float:
    text = line.folded.strip()
    if not text or (form.RULE.match(text) and "|" not in text):
        return 9.0
    if line.size > 60:
        return 3.0 if NUMBER_ONLY.match(text) else 0.0
    bare = text.strip("【】[]()■●▲▼◆□◎○★*·:| ")
    if form.EDITORS.match(head):
        return 6.0
    closed = "".join(bare.split())
    if form.INDEX.match(head) or closed in BANNER_LABELS or closed in INDEX_LABELS:
        return 5.0
    if line.size <= 30 and form.POINTER.fullmatch(text) and not form.JUMP_TO.fullmatch(text):
        return 5.0
    if line.size <= 14 and (label := form.PAGE_LABEL.match(bare)) and not _numbers_heading(line, label):
        return 5.0
    if line.size <= 40 and form.INDEX_ITEM.search(tail) and not form.JUMP_TO_STRICT.search(tail):
        return 3.5
    if (
        line.size <= 40
        and form.INDEX_START.match(text)
        and not (
            "。" in text or form.FULL_DATE.search(text) or form.DOTTED_DATE.search(text) or form.JUMP_TO.match(text)
        )
    ):
        return 3.5
    if bare in SECTION_NAMES:
        return 2.5
    if 4 <= len(bare) <= 6 and bare.endswith(BANNER_ENDINGS):
        return 2.5
    if form.BANNER.match(text):
        return 3.0
    if line.size <= 16 and not line.level and _SLOGAN.search(text):
        return 3.0
    if line.size <= 40 and form.WEATHER.search(head):
        return 3.5
    if NUMBER_ONLY.match(text):
        return 3.0
    return 0.0


def unknown_section(label: re.Match[str]) -> str:
    """What `form.PAGE_LABEL` found behind a number, where it is not a section that papers have: 看产业 in 01 看产业."""
    name: str = label.groupdict().get("name2") or ""
    return "" if name in SECTION_NAMES else name


def _numbers_heading(line: Line, label: re.Match[str]) -> bool:
    """1 台风夜的第一班 and 01 看产业, as a heading, number what follows in an article; 06 理论 numbers the page."""
    name = unknown_section(label)
    return name != "" and (line.level > 0 or (len(name) > LONGEST_SECTION and name.isalpha()))


def _masthead(line: Line, head: str) -> int:
    if line.size > 90 or "。" in line.folded:
        return 0
    text = line.folded.strip()
    count = 0
    for pattern in MASTHEAD_FORMS:
        if pattern.search(head):
            count += 1
    date = None
    if _CALENDAR.search(head):
        count += bool(form.LUNAR.search(head))
        date = form.FULL_DATE.search(head) or form.ERA_DATE.search(head)
    count += "版" in head and bool(form.PAGE_COUNT.search(head))
    count += ("." in head or "//" in head) and bool(form.URL.search(head))
    date = date or form.DOTTED_DATE.search(head)
    if date and (line.size <= 24 or count):
        count += 0 if form.PARENTHESES.match(text) else 2  # (2016年9月12日公布) is a deck
    if ("报" in head and form.PUBLISHER.search(head)) or form.ORGAN.match(text):
        count += 2
    elif _held(head, PUBLISHER_WORDS, _PUBLISHER_WORD) >= 2:
        count += 1
    if any(PAPER_NAME.match(word) for word in text.split()) or (
        form.PINYIN_NAME.match(line.text) and line.text.isupper() and line.size >= 5
    ):
        count += 1
    return count


def look(line: Line, before: Line | None) -> Traits:
    """The traits of one line; `before` is the line printed just before it."""
    folded = line.folded
    head, tail, bare = folded[:HEAD], folded[-TAIL:], folded.strip()
    size = line.size
    short = size <= 60
    boxed = short and bare[:1] in BRACKETS
    closing_dateline = boxed and bool(form.CLOSING_DATELINE.fullmatch(folded))
    closing_names = boxed and bool(form.NAME_GROUP.fullmatch(bare))
    jump_to = size <= 16 and bool(form.JUMP_TO.fullmatch(bare))
    back = form.JUMP_FROM.match(head) if "接" in head else None
    jump_from = short and "接" in bare and bool(form.JUMP_FROM.fullmatch(bare))
    aimless = back and back["word"] in ("接", "紧接")
    if jump_to and aimless and (before is None or "。" not in before.folded):
        jump_to = False  # 接第1版 or 紧接第1版 below what is no text
    last = form.LAST_GROUP.sub("", tail) if bare.endswith(")") else tail
    stop = last.rstrip().rstrip(CLOSING_MARKS)[-1:] in STOPS
    picture = _PICTURE.search(tail) is not None
    photo = picture and bool(form.PHOTO_MARK.search(tail))
    full = "。" in folded
    credit = (picture and size <= 34 and not full and "," not in folded and bool(form.CREDIT_END.search(tail))) or (
        closing_dateline or (boxed and bool(form.SOURCE.match(bare)))
    )
    reporter = size <= 24 and boxed and bool(form.DESK_DATELINE.fullmatch(bare))
    dateline = (
        (closing_dateline or not credit)
        and not reporter
        and bool(
            form.DATELINE.match(head)
            or ("记者" in head[:40] and form.DESK_DATELINE.search(head[:40]))
            or (not _CLOSED.isdisjoint(head) and form.PLACE_DATELINE.match(head))
        )
    )
    named_column = size <= 8 and _names_column("".join(bare.strip("【】[]■●★◆ ").split()))
    byline = reporter or (
        short
        and not (dateline or named_column)
        and not stop
        and "," not in folded
        and bool(form.BYLINE.match(head))
        and bool(form.BYLINE_END.search(tail))
        and not credit
    )
    ordinal = form.ORDINAL.match(bare)
    lone = (
        size <= 16
        and not named_column
        and bool(form.LONE_NAME.match(bare))
        and bare.lstrip("□■◎○●◆▲△ ")[0:1] in SURNAMES
        and (size <= 3 or " " in bare or bare[0] in "□■◎○●◆▲△" or bare[:2] in COMPOUND_SURNAMES)
    )
    digest = bool(form.DIGEST.match(head))
    t = Traits(line, size, line.level)
    t.stop = stop
    t.full = full
    t.open = (
        bool(size)
        and not stop
        and not photo
        and not credit
        and not (ordinal and ordinal.lastgroup in ("chapter", "one") and size <= 40 and not full)
    )
    t.trailing = bare[-1:] in (",", "、", ";", ":")
    t.commas = head.count(",") + head.count("、") + head.count(";") + head.count(":")
    t.mid = bare[:1] in form.MID_STARTS
    t.dash = bare.endswith(("——", "—", "--"))
    t.dateline = dateline
    t.byline = byline
    t.lone_name = lone
    t.credit = credit
    t.closing = closing_dateline or closing_names
    t.photo = photo
    t.caption = bool(form.CAPTION.match(head))
    t.jump_to = jump_to
    t.jump_from = jump_from
    # 紧接第二版 alone on a line says of itself neither whence nor whither.
    t.begins_jump_from = not jump_to and back is not None and (not back["bare"] or back[0][0] in "([【")
    t.ends_jump_to = "版" in tail[-16:] and bool(form.JUMP_TO_STRICT.search(tail[-16:]))
    t.digest = digest
    t.label = digest and size <= 10
    t.masthead = _masthead(line, head)
    t.furniture = _furniture(line, head, tail)
    t.ordinal = (ordinal.lastgroup or "") if ordinal else ""
    t.column = _held(head, COLUMN_WORDS, _COLUMN_WORD) if size <= 40 else 0
    t.clause = bare.startswith(CLAUSE_OPENERS)
    t.row = _is_row(bare)
    t.bracketed = boxed and bool(form.PARENTHESES.match(bare))
    t.named_column = named_column
    t.boxed = size <= 40 and bare[:1] == "【" and bare[-1:] == "】"
    t.ending = size <= 8 and bool(form.END_MARK.fullmatch(bare))
    t.letter = byline and bare.startswith("读者")
    t.lead = size > 30 and bool(
        (_DAY.search(head, 0, 40) and form.LEAD.match(head[:40])) or (":" in head and form.LETTER.match(head))
    )
    t.question = bare[:1] in QUESTIONS and bool(form.QUESTION.match(head))
    t.run_in_plain = 0 if size < 30 or dateline else _before_dateline(head, _end(form.RUN_IN_PLAIN, head))
    t.run_in = 0 if size < 24 or dateline else _end(form.RUN_IN, head) or _bold_end(line)
    t.notices = _held(head, NOTICE_WORDS, _NOTICE_WORD) if size <= 80 else _held(head, NOTICE_PHRASES, _NOTICE_PHRASE)
    t.doubled = before is not None and _is_copy(line, before)
    t.signature = size <= 24 and " " in bare and is_signature(bare)
    return t


def _is_row(bare: str) -> bool:
    """A row of a table: parted by bars, or mostly numbers with gaps between them."""
    if bare.count("|") >= 2 or " | " in bare:
        return True
    if len(bare.split(None, ROW_WORDS - 1)) < ROW_WORDS or not form.TABLE_ROW.fullmatch(bare):
        return False
    words = bare.split()
    return 2 * sum(any(c.isdigit() for c in word) for word in words) >= len(words)


def _is_copy(line: Line, before: Line) -> bool:
    """OCR reads some lines twice, the second time often only a part of them."""
    if line.size < COPY:
        return False
    one, two = before.folded, line.folded
    return one == two or (line.size >= PART_COPY and two in one)


def _names_column(bare: str) -> bool:
    return bare in COLUMN_NAMES or (4 <= len(bare) <= 6 and bare.endswith(COLUMN_ENDINGS))


def _bold_end(line: Line) -> int:
    """Where a headline ends that is bold, with its text behind it; a name before what somebody says is none."""
    opening = line.folded[: line.bold].rstrip()
    return line.bold if 4 <= len(opening) <= 30 and not opening.endswith(":") and line.size > line.bold + 15 else 0


def _before_dateline(head: str, end: int) -> int:
    """Where a run-in headline ends that seems to end at `end`: what follows a gap may be the dateline of its text."""
    gaps = (gap.end() for gap in GAP.finditer(head, 0, end))
    return next((gap for gap in gaps if 4 <= gap < end and form.DATELINE.match(head[gap:])), end)


def _end(pattern: re.Pattern[str], head: str) -> int:
    match = pattern.match(head)
    return match.end() if match else 0
