"""The colours of the reader. `tests/tui/test_themes.py` checks that text has the contrast that WCAG 2.1 asks for."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

from paperterm.config.settings import THEMES as NAMES

DARK = Theme(
    name="dark",
    primary="#5f87af",
    secondary="#87afaf",
    accent="#c8a15a",
    foreground="#d7d3c8",
    background="#1b1c1e",
    surface="#222427",
    panel="#2a2c30",
    warning="#d7a45f",
    error="#d7706a",
    success="#8fae73",
    dark=True,
)
LIGHT = Theme(
    name="light",
    primary="#3a6ea5",
    secondary="#5f7f7f",
    accent="#8c2f1b",
    foreground="#1f1d1a",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e6e3d9",
    warning="#c07a12",
    error="#b03028",
    success="#4f7a36",
    dark=False,
)
SEPIA = Theme(
    name="sepia",
    primary="#8a6a3c",
    secondary="#7f7350",
    accent="#8c3b1b",
    foreground="#2e2416",
    background="#f2e6cf",
    surface="#eadcc1",
    panel="#dfcfae",
    warning="#c98a2c",
    error="#a8332a",
    success="#5f7a36",
    dark=False,
)
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_magenta",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    warning="ansi_magenta",
    error="ansi_magenta",
    success="ansi_default",
    dark=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "input-cursor-text-style": "reverse",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
    },
)
"""Text in the terminal's own colour on its own background; what is marked is bold, underlined, reversed or magenta, which is
the one of the sixteen that is readable on white and on black."""
THEMES = (DARK, LIGHT, SEPIA, TERMINAL)


def after(name: str) -> str:
    """The theme that follows this one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)]
