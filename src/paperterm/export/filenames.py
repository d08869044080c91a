"""Titles as names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata

from paperterm.text.clean import one_line

LONGEST = 150
"""Bytes of UTF-8: a name may have 255 on most systems, and others add a number and an ending."""

_FORBIDDEN = '<>:"/\\|?*' + "#^[]"
"""What Windows does not take, and what ends a link of Obsidian's."""
_WIDE = str.maketrans({character: chr(ord(character) + 0xFEE0) for character in _FORBIDDEN})
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*|\s*)", re.IGNORECASE)


def file_name(title: str, longest: int = LONGEST) -> str:
    """A name without an ending: never empty, at most `longest` bytes, on one line, no path, no hidden file, none of the
    names that Windows keeps for devices. What a name may not hold becomes its full-width form."""
    name = unicodedata.normalize("NFC", one_line(title)).translate(_WIDE).lstrip(". ")
    cut = name.encode("utf-8")[:longest].decode("utf-8", "ignore")
    name = cut.rstrip(". ")
    if _RESERVED.fullmatch(name) or name.startswith(("-", "~")):
        name = f"_{name}"
    return name or "untitled"


class Names:
    """Gives every file of a folder a name of its own, also where case and the way accents are written do not count."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def own(self, path: str, ending: str) -> str:
        """`path` with the ending, and a number before it where another file has that name already."""
        for number in range(1, len(self._taken) + 2):
            name = f"{path}{f' ({number})' if number > 1 else ''}{ending}"
            same = unicodedata.normalize("NFKC", name).casefold()
            if same not in self._taken:
                break
        self._taken.add(same)
        return name
