"""What looks wrong on the page of the article that is shown, with its line; from here one goes to the place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from paperterm.text.wrap import wrap
from paperterm.tui.bindings import as_in_lists, told
from paperterm.tui.language import retold, t
from paperterm.tui.screens.chooser import Chooser
from paperterm.tui.warning import Warned
from paperterm.tui.widgets.rows import Row, RowList

MARGINS = 3
"""Cells that a list leaves empty at both ends of a row."""


class WarningRows:
    """A row source: each warning's line and article, and below it its message, wrapped to `columns` cells."""

    def __init__(self, warnings: Sequence[Warned], columns: int) -> None:
        self._messages = []
        for warned in warnings:
            text = retold(warned.caution.message)
            self._messages.append([text[line.start : line.end] for line in wrap(text, max(2, columns))])
        self._warnings = warnings
        self.height = 1 + max(map(len, self._messages), default=0)

    def __len__(self) -> int:
        return len(self._warnings)

    def row(self, index: int) -> Row:
        warned = self._warnings[index]
        line = t("line {line}", line=warned.caution.line)
        first = ((f"{line}  ", "rows--meta"), (warned.title or t("of no article"), "rows--issue"))
        return Row(first, more=tuple(((line, "rows--note"),) for line in self._messages[index]))


class WarningScreen(Chooser[Warned]):
    """A list of warnings; ends with the one whose place is wanted, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *as_in_lists("warning.list", run="leave"),
    ]

    def __init__(self, warnings: Sequence[Warned], at: int = 0) -> None:
        """The list begins with its cursor on the warning number `at`."""
        super().__init__()
        self._warnings, self._at = warnings, at

    def compose(self) -> ComposeResult:
        with Vertical(id="warning-box"):
            yield RowList(id="warning-rows")
            yield Static(told("{list_open} goes there   {app_quit} closes"), id="warning-keys", markup=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        source = WarningRows(self._warnings, rows.scrollable_content_region.width - MARGINS)
        rows.row_height = source.height
        rows.set_source(source, self._at if rows.cursor < 0 else rows.cursor)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self._warnings[event.index])
