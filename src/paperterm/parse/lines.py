"""First stage: the page's text as physical lines, each as a reader would see it.

Markup that OCR tools leave behind (entities, HTML tags, image links, Markdown and math marks) is taken off here and
nowhere else, and so is every control or invisible character: what later stages keep is safe to show.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from paperterm.text.clean import visible
from paperterm.text.fold import fold

LINE_END = re.compile(r"\r\n|\r|\n")
LEVEL = re.compile(r"\s*(#{1,6})(?!#)\s*")
IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
COMMENT = re.compile(r"<!--.*?-->")
CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh]\b)", re.I)
ROW_END = re.compile(r"</tr>\s*(?=<tr\b)", re.I)
TAG = re.compile(
    r"</?(?:a|b|body|br|center|div|em|figure|font|h[1-6]|html|i|img|li|ol|p|s|span|strong|sub|sup"
    r"|table|tbody|td|tfoot|th|thead|tr|u|ul)\b[^<>]*>",
    re.I,
)
LINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]*)>")
MATH = re.compile(r"\$([^$\n]{1,200})\$")
MATH_COMMAND = re.compile(r"\\[a-zA-Z]+")
ESCAPE = re.compile(r"\\([_*#`\\\[\]()~$.+-])")
STRONG = re.compile(r"\*{2,3}|(?<![\w])_{2}|_{2}(?![\w])")
SPECIAL = re.compile(
    r"[&<>\\$*_`\[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
INKLESS = re.compile(
    r"!\[[^\]]*\]\([^)]*\)|<!--.*?-->|" + TAG.pattern.replace("[^<>]*", "[^>]*") + r"|\\[a-zA-Z]+", re.I | re.S
)
INKLESS_MARKS = frozenset("#*<>_`\\$^~{}|-")
SPACED = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff])")
HAN = re.compile(r"[\u3400-\u9fff]")
SPACE = re.compile(r"\s+")

MARKUP_LIMIT = 20_000
"""Characters: a line longer than this is data, not print; its inline markup is left as it stands."""


@dataclass(slots=True, eq=False)
class Line:
    """One non-blank physical line. `number` is 1-based and counts blank lines; `gap` is the blank lines before it."""

    number: int
    text: str  # as a reader sees it: no markup, no invisible characters, no space at the ends
    level: int  # of the Markdown heading, 0 where it is none
    gap: int
    image: bool  # an image link stood on it
    folded: str  # `text` folded, character for character
    size: int  # characters without white space
    raw: str  # the physical line, where it held anything that may be markup, else ""


def split_lines(text: str) -> list[str]:
    """The physical lines of a text: they end at LF, CR LF or CR and at nothing else."""
    return LINE_END.split(text)


def _math(match: re.Match[str]) -> str:
    inner = match[1]
    if "\\" not in inner and not re.fullmatch(r"[\d.,%+=<>^{}\s-]+", inner):
        return match[0]  # a price, not a formula
    return re.sub(r"[{}^~]", "", MATH_COMMAND.sub("", inner))


def ink(text: str) -> str:
    """What of a text counts when nothing may be lost: no white space, invisible characters, HTML tags, comments, image
    links, Markdown or math marks, hyphens; an entity is the character it names; widths are folded (NFKC)."""
    bare = INKLESS.sub("", html.unescape(text))
    return "".join(
        c
        for c in "".join(unicodedata.normalize("NFKC", bare).split())
        if c not in INKLESS_MARKS and unicodedata.category(c) not in {"Cc", "Cf"}
    )


def clean(raw: str) -> tuple[str, int, bool]:
    """What a reader sees of one raw line, its heading level, and whether it held an image."""
    mark = LEVEL.match(raw)
    level = len(mark[1]) if mark else 0
    bare = raw[mark.end() :].rstrip("# ") if mark else raw
    if not SPECIAL.search(bare):
        return _close_up(visible(bare).strip()), level, False
    image = bool(IMAGE.search(bare)) or "<img" in bare.lower()
    want = ink(raw)
    # A later reading is plainer than the one before; the first that loses and adds nothing is taken. The last one never
    # brings characters together that stood apart, so that nothing becomes markup that was none.
    for read in (_without_markup, visible, _spaced_out):
        text = read(bare).strip()
        if ink(text) == want:
            return _close_up(text), level, image
    return text, level, image


def _without_markup(text: str) -> str:
    if len(text) > MARKUP_LIMIT:
        return visible(text)
    text = html.unescape(text)
    text = COMMENT.sub("", IMAGE.sub("", text))
    text = CELL_END.sub(" | ", text)
    text = TAG.sub("", ROW_END.sub(" | ", text))
    text = LINK.sub(r"\1", text)
    text = MATH.sub(_math, text)
    text = ESCAPE.sub(r"\1", text)
    return visible(STRONG.sub("", text).replace("\n", " "))


def _spaced_out(text: str) -> str:
    return "".join(c if visible(c) == c else " " for c in text)


def _close_up(text: str) -> str:
    """`本 报 讯` as 本报讯: where nearly every pair of neighbouring han is set apart, the spaces are the scanner's."""
    gaps = len(SPACED.findall(text))
    if gaps >= 3 and gaps >= 0.8 * (len(HAN.findall(text)) - 1):
        return SPACED.sub("", text)
    return text


def read_lines(text: str) -> list[Line]:
    """All non-blank lines of a page, in order. A line that holds only markup or an image is kept, its text empty."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(split_lines(text), 1):
        if not raw.strip():
            gap += 1
            continue
        shown, level, image = clean(raw)
        if not shown and not image and not visible(raw).strip():
            gap += 1
            continue
        folded = fold(shown)
        lines.append(
            Line(
                number, shown, level, gap, image, folded, len(SPACE.sub("", shown)), raw if SPECIAL.search(raw) else ""
            )
        )
        gap = 0
    return lines
