"""How the reader is to look and speak: what the command line says, else what was chosen in the reader, else the settings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from paperterm.config.language import language_of
from paperterm.config.settings import LANGUAGES, THEMES
from paperterm.config.settings import Look as Stated
from paperterm.tui.typography import CHOICE as TYPOGRAPHY
from paperterm.tui.typography import Typography, chosen, stated

if TYPE_CHECKING:
    from paperterm.actions.session import Session

TERMINAL = THEMES[-1]
CHOICE = "theme"
"""The name under which a theme that was chosen by a key is remembered."""


class Look(NamedTuple):
    """`theme` is one of THEMES, `language` one of LANGUAGES; `colourless`: bold, underline and reverse are all there is."""

    theme: str = THEMES[0]
    language: str = LANGUAGES[0]
    colourless: bool = False


PLAIN = Look()


def typography(session: Session) -> Typography:
    """How articles are set in this session: as was chosen in the reader, else as the settings say."""
    said = stated(session.settings.reading)
    remembered = session.reading.choice(TYPOGRAPHY, said.written())
    return (chosen(remembered) if remembered else None) or said


def look(session: Session, theme: str | None = None, language: str | None = None) -> Look:
    """The look for this session; `theme` and `language` are what the command line says. NO_COLOR (no-color.org) takes
    the colours from any theme."""
    said: Stated = session.settings.look
    language = language or (said.language if said.language != "auto" else language_of())
    if os.environ.get("NO_COLOR"):
        return Look(TERMINAL, language, colourless=True)
    wanted = theme or session.reading.choice(CHOICE, said.theme)
    return Look(wanted if wanted in THEMES else said.theme, language)
