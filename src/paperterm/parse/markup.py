"""Markup that OCR tools leave on a page, and what of a text is left when it is not counted.

All of it reads a text once from its beginning to its end, whatever the text: brackets that never close cost nothing.
"""

from __future__ import annotations

import re
import unicodedata

from paperterm.text.clean import visible

_TAG = (
    r"</?(?:a|b|body|br|center|div|em|figure|font|h[1-6]|html|i|img|li|ol|p|s|span|strong|sub|sup"
    r"|table|tbody|td|tfoot|th|thead|tr|u|ul)\b(?![\w.+-]*@)"
)
_OPENER = re.compile(rf"!\[|<!--|{_TAG}", re.I)
_OPENER_OR_COMMAND = re.compile(rf"!\[|<!--|{_TAG}|\\[a-z]+", re.I)
_TORN = re.compile(r"(?:&(?:#\w*|[^\s<&;]{0,32})|\\[a-z]*|<[/!-]{0,3}\w{0,12}|!)$", re.I)
_JOINING = re.compile("[\u1160-\u11ff\uff9e-\uffdc]")
"""Vowels and finals of hangul, half-width kana marks: they melt into what stands before them as marks of category M do."""
_UNCOUNTED = dict.fromkeys(map(ord, "#*<>_`\\$^~{}|-"))


def entities(text: str) -> str:
    """`text` with its HTML entities as the characters they name."""
    if "&" not in text:
        return text
    import html  # knows two thousand names, and few pages hold one

    try:
        return html.unescape(text)
    except ValueError:  # &#999…: Python converts no number of thousands of digits, and no character has one
        return text


def without_tags(text: str) -> str:
    """`text` without HTML tags, HTML comments and Markdown image links."""
    return _take_off(text, _OPENER)


def ink(text: str) -> str:
    """What of a text counts when nothing may be lost: no white space, invisible characters, HTML tags, comments, image
    links, Markdown or math marks, hyphens; an entity is the character it names; widths are folded (NFKC)."""
    bare = _take_off(entities(text), _OPENER_OR_COMMAND)
    return visible("".join(unicodedata.normalize("NFKC", bare).split())).translate(_UNCOUNTED)


def closed(text: str) -> bool:
    """Does all markup that begins in `text` also end in it, whatever is printed behind it?"""
    return not (_TORN.search(text) or _OPENER.search(_take_off(entities(text), _OPENER_OR_COMMAND)))


def melts(text: str) -> bool:
    """Does `text` begin with a character that becomes one with the character before it?"""
    first = text[:1]
    return first > "\u02ff" and (unicodedata.category(first)[0] == "M" or _JOINING.match(first) is not None)


def _take_off(text: str, opener: re.Pattern[str]) -> str:
    closers = _Closers(text)
    kept: list[str] = []
    done = 0
    for match in opener.finditer(text):
        if match.start() < done:
            continue
        end = closers.end(match[0], match.end())
        if end:
            kept.append(text[done : match.start()])
            done = end
    kept.append(text[done:])
    return "".join(kept)


class _Closers:
    """Where markup ends. It is asked from the beginning of the text to its end, and looks at each character once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def end(self, opener: str, start: int) -> int:
        """The place behind what `opener`, itself ending at `start`, opens; 0 where it is never closed."""
        if opener[0] == "\\":
            return start
        if opener == "![":
            bracket = self._find("]", start)
            if not self._text.startswith("](", bracket):
                return 0
            return self._find(")", bracket + 2) + 1 if self._has(")", bracket + 2) else 0
        sign = "-->" if opener == "<!--" else ">"
        return self._find(sign, start) + len(sign) if self._has(sign, start) else 0

    def _has(self, sign: str, start: int) -> bool:
        return self._find(sign, start) < len(self._text)

    def _find(self, sign: str, start: int) -> int:
        """The first place of `sign` from `start` on; the length of the text where there is none."""
        place = self._next.get(sign, -1)
        if place < start:
            place = self._text.find(sign, start)
            self._next[sign] = place = len(self._text) if place < 0 else place
        return place
