"""One letter for every style that a theme paints cells with. A letter once given stays, so that a diff of screens shows
only what changed."""

from __future__ import annotations

import string
from pathlib import Path

from rich.color import Color
from rich.style import Style

LETTERS = (
    string.ascii_lowercase + string.ascii_uppercase + string.digits + "!#$%&*+,-/:;<=>?@^_~" + "αβγδεζηθκλμνξπρστυφχψω"
)
ATTRIBUTES = ("bold", "dim", "italic", "underline", "strike", "reverse", "blink")
GROUND = "."
"""Of a cell that is empty and has the colour of the page."""


def told(style: Style, blank: bool) -> str:
    """A style in words, as "bold #d7d3c8 on #1b1c1e"; of a blank cell only what is seen of it."""
    attributes = [name for name in ATTRIBUTES if getattr(style, name)]
    seen = [name for name in attributes if name in ("underline", "strike", "reverse")] if blank else attributes
    colour = f"{_colour(style.color)} " if seen or not blank else ""
    return f"{''.join(f'{name} ' for name in seen)}{colour}on {_colour(style.bgcolor)}"


def _colour(colour: Color | None) -> str:
    if colour is None or colour.is_default:
        return "default"
    return colour.triplet.hex if colour.triplet else colour.name


class Legend:
    """The letters of one theme, from a file; `save` writes those that were given since."""

    def __init__(self, file: Path, ground: str) -> None:
        """`ground` is the colour of the page, as "#1b1c1e"."""
        self._file = file
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        self._letters = {f"on {ground}": GROUND}
        self._letters |= {words: letter for letter, words in (line.split("  ", 1) for line in lines)}

    def letter(self, style: Style | None, blank: bool) -> str:
        """The letter of a style; one that was not met before gets the next that is free."""
        words = told(style or Style(), blank)
        if words not in self._letters:
            self._letters[words] = next(letter for letter in LETTERS if letter not in self._letters.values())
        return self._letters[words]

    def save(self) -> None:
        lines = (f"{letter}  {words}\n" for words, letter in self._letters.items())
        self._file.write_text("".join(lines), encoding="utf-8")
