"""A list above the reader from which one thing is chosen, moved in by the keys of the reader's lists."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from paperterm.tui.bindings import as_in_lists
from paperterm.tui.widgets.rows import RowList

Choice = TypeVar("Choice")


class Chooser(ModalScreen[Choice | None], Generic[Choice]):
    """A screen with one RowList. Ends with what was chosen from it, or None; subclasses fill it and answer RowList.Chosen,
    and bind the key that opened them to "leave"."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Leave", show=False),
        *as_in_lists("app.quit", run="leave"),
        *as_in_lists("list.open", run="choose"),
        *as_in_lists("list.down", run="move(1)"),
        *as_in_lists("list.up", run="move(-1)"),
        *as_in_lists("list.page-down", run="page(1)"),
        *as_in_lists("list.page-up", run="page(-1)"),
    ]

    @property
    def list(self) -> RowList:
        return self.query_one(RowList)

    def on_mount(self) -> None:
        self.list.focus()

    def action_move(self, step: int) -> None:
        self.list.move(step)

    def action_page(self, step: int) -> None:
        self.list.page(step)

    def action_choose(self) -> None:
        self.list.activate()

    def action_leave(self) -> None:
        self.dismiss(None)
