"""First stage: the page's text as physical lines, each as a reader would see it.

Markup that OCR tools leave behind (entities, HTML tags, image links, Markdown and math marks) is taken off here and
nowhere else, and so is every control or invisible character: what later stages keep is safe to show.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.parse.markup import closed, entities, ink, melts, without_tags
from paperterm.text.clean import visible
from paperterm.text.fold import fold
from paperterm.text.han import is_han

LEVEL = re.compile(r"\s*(#{1,6})(?!#)\s*")
CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.I)
ROW_END = re.compile(r"</tr>\s*(?=<tr\b)", re.I)
LINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]*)>")
MATH = re.compile(r"\$([^$\n]{1,200})\$")
MATH_COMMAND = re.compile(r"\\[a-zA-Z]+")
ESCAPE = re.compile(r"\\([_*#`\\\[\]()~$.+-])")
STRONG = re.compile(r"\*{2,3}|(?<![\w])_{2}|_{2}(?![\w])")
SPECIAL = re.compile(r"[&<>\\$*_`\[]")
"""What markup needs; a line without any of these is print and nothing else."""
SPACED = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff])")
BOLD = re.compile(r"\s*\*\*(?!\s)[^*]+\*\*\s*")
BOLD_LINE, BOLD_LEVEL = 80, 6
"""A line no longer than that (characters) which is bold from end to end counts as the weakest of headings."""
BOLD_OPENING = re.compile(r"\s*\*\*(?!\s)([^*]{1,80})\*\*")
WIDE_GAP = re.compile(r"\s{9,}")
MISREAD = re.compile(
    r"曰(?:(?<=[0-9一二三四五六七八九十廿卅].)|(?=报))|汛(?<=本报.)|迅(?<=本报.)|华杜(?<=新..)(?=[^\n]{0,12}电)"
)
"""What OCR makes of 日, 讯 and 社 where newspapers print nothing else: 10月3曰, 人民曰报, 本报汛. Each begins with what is
misread: what stands before it is looked at only there."""
MEANT = str.maketrans("曰汛迅杜", "日讯讯社")
GAP = " " * 8
"""The widest gap that is kept: a tab's width says as much as a thousand spaces."""


@dataclass(slots=True, eq=False)
class Line:
    """One non-blank physical line, or several that are one (see `join_lines`). `number` is 1-based and counts blank
    lines; `gap` is the blank lines before it."""

    number: int
    text: str  # as a reader sees it: no markup, no invisible characters, no space at the ends
    level: int  # of the Markdown heading, 0 where it is none
    gap: int
    image: bool  # an image link stood on it
    folded: str  # `text` folded, character for character, set phrases as they must have been printed
    size: int  # characters without white space
    raw: str  # the physical line, where it may read differently beside another one (markup, combining marks), else ""
    indent: int = 0  # white space before it, in cells
    parts: tuple[tuple[int, int], ...] = ()  # where each joined line begins in `text`, and its number
    bold: int = 0  # characters of `text` that are bold at its beginning, where not all of it is

    def numbers(self, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        """The physical lines that `text[start:end]` stands on."""
        if not self.parts:
            return (self.number,)
        last = len(self.text) if end is None else end
        ends = [place for place, _ in self.parts[1:]] + [len(self.text)]
        return tuple(n for (place, n), stop in zip(self.parts, ends, strict=True) if place < last and stop > start)


def split_lines(text: str) -> list[str]:
    """The physical lines of a text: they end at LF, CR LF or CR and at nothing else."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _math(match: re.Match[str]) -> str:
    inner = match[1]
    if "\\" not in inner and not re.fullmatch(r"[\d.,%+=<>^{}\s-]+", inner):
        return match[0]  # a price, not a formula
    return re.sub(r"[{}^~]", "", MATH_COMMAND.sub("", inner))


def clean(raw: str) -> tuple[str, int, bool, bool]:
    """What a reader sees of one raw line, its heading level, whether it held an image, and whether it has a sign that
    markup needs."""
    mark = LEVEL.match(raw)
    level = len(mark[1]) if mark else 0
    bare = raw[mark.end() :].rstrip("# ") if mark else raw
    if not level and len(raw) <= BOLD_LINE and BOLD.fullmatch(raw):
        level = BOLD_LEVEL
    shown = visible(bare)
    special = SPECIAL.search(bare) is not None
    if shown == bare and not special:
        return _tidy(bare), level, False, False
    image = "![" in bare or "<img" in bare.lower()
    want = ink(raw)
    # A later reading is plainer than the one before; the first that loses and adds nothing is taken. The last one sets
    # all characters apart, so that nothing can become markup that was none.
    for read in (_without_markup, visible, _spaced_out):
        text = _tidy(read(bare))
        if ink(text) == want:
            return text, level, image, special
    return _tidy(" ".join(want)), level, image, special


def _without_markup(text: str) -> str:
    text = ROW_END.sub(" | ", CELL_END.sub(" | ", entities(text)))
    text = LINK.sub(r"\1", without_tags(text))
    text = MATH.sub(_math, text)
    text = ESCAPE.sub(r"\1", text)
    return visible(STRONG.sub("", text))


def _spaced_out(text: str) -> str:
    return "".join(c if visible(c) == c else " " for c in text)


def _tidy(text: str) -> str:
    """One line, without space at its ends or wide gaps. `本 报 讯` becomes 本报讯: where nearly every pair of
    neighbouring han is set apart, the spaces are the scanner's."""
    text = text.strip()
    if text.isprintable() and "  " not in text and text.count(" ") < 3:
        return text
    text = WIDE_GAP.sub(GAP, text.replace("\n", " "))
    gaps = len(SPACED.findall(text))
    if gaps >= 3 and gaps >= 0.8 * (sum(map(is_han, text)) - 1):
        return SPACED.sub("", text)
    return text


def read_lines(text: str) -> list[Line]:
    """All non-blank lines of a page, in order. A line that holds only markup or an image is kept, its text empty."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(split_lines(text), 1):
        if not raw or raw.isspace():
            gap += 1
            continue
        shown, level, image, special = clean(raw)
        if not shown and not image and not visible(raw).strip():
            gap += 1
            continue
        size = len("".join(shown.split()))
        kept = raw if special or melts(shown) else ""
        bold = _bold(raw, shown) if "*" in raw else 0
        folded = MISREAD.sub(_meant, fold(shown))
        lines.append(Line(number, shown, level, gap, image, folded, size, kept, _indent(raw), bold=bold))
        gap = 0
    return lines


def _meant(misread: re.Match[str]) -> str:
    return misread[0].translate(MEANT)


def _bold(raw: str, shown: str) -> int:
    """How many characters of what is shown of a line are its bold beginning."""
    match = BOLD_OPENING.match(raw)
    opening = _tidy(_without_markup(match[1])) if match else ""
    return len(opening) if len(opening) < len(shown) and shown.startswith(opening) else 0


def _indent(raw: str) -> int:
    """The white space at a line's beginning, in cells."""
    if not raw[0].isspace():
        return 0
    space = raw[: len(raw) - len(raw.lstrip())]
    return sum(2 if c == "\u3000" else 4 if c == "\t" else 1 for c in space)


def seam(left: str, right: str) -> str:
    """What stands between two pieces of a paragraph: nothing between han, a space between Latin words."""
    latin = left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
    return " " if latin else ""


def joinable(one: Line, two: Line) -> bool:
    """Would joining keep every character? Markup and letters cut in two by the line's end would not."""
    if not (one.raw or two.raw):
        return True
    if not one.text or not two.text or melts(two.text) or not (closed(one.raw) and closed(one.text)):
        return False
    return ink(one.text + seam(one.text, two.text) + two.text) == ink(one.text) + ink(two.text)


def join_lines(lines: Sequence[Line], margin: int = 0) -> Line:
    """One line of several on end, each `joinable` to the one before: what a column's width parted is one text again.

    `margin` is the white space (cells) that all lines of the column begin with; more of it stood between two words.
    """
    first = lines[0]
    texts, folds, parts, length = [first.text], [first.folded], [(0, first.number)], len(first.text)
    for before, line in itertools.pairwise(lines):
        between = " " if line.indent > margin else seam(before.text, line.text)
        texts.append(between + line.text)
        folds.append(between + line.folded)
        parts.append((length + len(between), line.number))
        length += len(between) + len(line.text)
    raw = "\n".join(line.raw or line.text for line in lines) if any(line.raw for line in lines) else ""
    size = sum(line.size for line in lines)
    text = "".join(texts)
    return Line(first.number, text, 0, first.gap, False, "".join(folds), size, raw, first.indent, tuple(parts))
