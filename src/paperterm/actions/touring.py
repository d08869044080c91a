"""`demo`: a guided tour of the reader."""

from __future__ import annotations

from paperterm.actions.command import READER, Command

DEMO = Command(
    "demo",
    "Take the guided tour",
    "Open the reader on the sample pages and be shown, step by step, what can be done in it. Your own library and notebook are "
    "not touched; what is written in the tour is thrown away.",
    None,
    READER,
    json=False,
)
