"""One line to type: tags, a name."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from paperterm.tui.language import t
from paperterm.tui.setting import shown
from paperterm.tui.widgets.query_input import QueryInput


class LineScreen(ModalScreen[str | None]):
    """Ends with what was typed, or None where it was left with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+q", "leave", "Leave", show=False)]

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        with Vertical(id="line-box"):
            yield Static(shown(self._question), markup=False)
            yield QueryInput(self._value, id="line", select_on_focus=False)
            yield Static(t("↵ takes it   esc leaves"), id="line-keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(QueryInput).focus()

    def on_input_submitted(self, event: QueryInput.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)

    def action_leave(self) -> None:
        self.dismiss(None)
