"""Text that may be shown: without what moves the cursor, hides, or turns the direction of reading."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
FORMAT = (  # general category Cf of Unicode 16: zero-width characters, bidi controls, soft hyphen, tags and the like
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"  # tags, and the variation selectors and unassigned ignorables among them
)
INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0f\uffa0"
"""Variation selectors and fillers: default-ignorable characters of other categories."""
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))

# Compiled by `re` when they are first used: most texts need none of them.
_LINES = "[\u2028\u2029]"
_DROPPED = f"[{CONTROLS}{FORMAT}{INVISIBLE}]+"
_BROKEN = f"[\ud800-\udfff{NONCHARACTERS}]"
_UNSEEN = re.compile(f"[{INVISIBLE}\U000e0100-\U000e01ef]")
"""What Python takes for printable, of all that is dropped."""
_UNESCAPED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that json leaves as they are and a terminal obeys: DEL, C1 controls, bidirectional marks."""


def visible(text: str) -> str:
    """`text` without control, format (category Cf), zero-width and bidi characters and variation selectors.

    A tab becomes a space, U+2028 and U+2029 become newlines, lone surrogates and noncharacters become U+FFFD; the
    newline stays. What is left can be written to a terminal and encoded as UTF-8.
    """
    # Python calls every space but one unprintable; the ideographic one begins paragraphs.
    if text.replace("\u3000", " ").isprintable() and not _UNSEEN.search(text):
        return text
    text = re.sub(_LINES, "\n", text.replace("\t", " "))
    return re.sub(_BROKEN, REPLACEMENT, re.sub(_DROPPED, "", text))


def one_line(text: str) -> str:
    """`visible(text)` on one line: every run of white space is one space, none at the ends. For names and messages."""
    return " ".join(visible(text.replace("\r", "\n")).split())


def json_escaped(text: str) -> str:
    """JSON with nothing in it that a terminal obeys; it says the same."""
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
