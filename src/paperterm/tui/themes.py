"""The colours of the reader: night, paper, sepia."""

from __future__ import annotations

from textual.theme import Theme

NIGHT = Theme(
    name="night",
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
PAPER = Theme(
    name="paper",
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
    foreground="#3b2f20",
    background="#f2e6cf",
    surface="#eadcc1",
    panel="#dfcfae",
    warning="#b3701a",
    error="#a8332a",
    success="#5f7a36",
    dark=False,
)
THEMES = (NIGHT, PAPER, SEPIA)


def after(name: str) -> str:
    """The theme that follows this one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
