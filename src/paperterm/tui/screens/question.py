"""A question that y or n answers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from paperterm.actions.keys import pressed
from paperterm.tui.setting import shown


class Question(ModalScreen[bool]):
    """Ends with True for y or Enter, False for n, q or Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(("enter", *pressed("y"))), "answer(True)", "Yes", show=False),
        Binding(",".join(("escape", *pressed("n"), *pressed("q"))), "answer(False)", "No", show=False),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical(id="question-box"):
            yield Static(shown(self._question), markup=False)
            yield Static("y yes   n no", id="question-keys", markup=False)

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)
