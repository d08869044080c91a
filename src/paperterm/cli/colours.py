"""Whether colours are printed, and how the parts of a line look then."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import IO, Any

from paperterm.actions.styled import Line, Style
from paperterm.text.clean import visible

LOOKS: Mapping[Style, str] = {"headline": "1", "match": "1;31", "quiet": "2"}
"""SGR parameters (ECMA-48): bold, bold red as other programs show what they found, faint. Colours are the terminal's own."""


def wanted(choice: str | None, environment: Mapping[str, str], stream: IO[Any] | None) -> bool:
    """Are colours printed to this stream? What the command line says comes first; then NO_COLOR (no-color.org), where it is
    not empty, takes them away; then CLICOLOR_FORCE (bixense.com/clicolors) has them even where there is no terminal; else a
    terminal has them that is not "dumb", unless CLICOLOR is 0."""
    if choice in ("always", "never"):
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environment.get("CLICOLOR") == "0" or environment.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def tell_others(choice: str | None) -> None:
    """Has whoever looks at NO_COLOR in this process do as the command line says."""
    if choice == "never":
        os.environ["NO_COLOR"] = "1"
    elif choice == "always":
        os.environ.pop("NO_COLOR", None)


def printable(line: Line, colours: bool) -> str:
    """The line on one line, without anything that a terminal obeys but the looks of its parts."""
    if isinstance(line, str):
        return _cleaned(line)
    return "".join(_painted(text, style) if colours else _cleaned(text) for text, style in line)


def _painted(text: str, style: Style) -> str:
    cleaned = _cleaned(text)
    return f"\x1b[{LOOKS[style]}m{cleaned}\x1b[0m" if cleaned.strip() and style in LOOKS else cleaned


def _cleaned(text: str) -> str:
    return visible(text).replace("\n", " ")
