"""Stating what a page does not print: its paper, its date, its number."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from paperterm.actions.answer import Failure
from paperterm.actions.stating import typed_facts
from paperterm.library.facts import PageFacts
from paperterm.model import IssueFacts
from paperterm.tui.language import retold, t
from paperterm.tui.setting import shown
from paperterm.tui.widgets.query_input import QueryInput

FIELDS = ("paper", "date", "page")


class FactsScreen(ModalScreen[bool]):
    """A form of three fields that hold what is known now. Ends with True when what was changed in them is safely kept;
    what cannot be read or kept is told, and can be mended here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True, show=False),
        Binding("down,tab", "field(1)", "Next field", priority=True, show=False),
        Binding("up,shift+tab", "field(-1)", "Field before", priority=True, show=False),
        Binding("escape,ctrl+q", "leave", "Leave", show=False),
    ]

    def __init__(self, source: str, facts: PageFacts, save: Callable[[IssueFacts], Awaitable[None]]) -> None:
        """`source` is the page's file; `save` raises Failure where it cannot."""
        super().__init__()
        self._source, self._facts, self._save = source, facts, save
        known = facts.effective
        self._before = {name: str(value) if (value := getattr(known, name)) is not None else "" for name in FIELDS}

    def compose(self) -> ComposeResult:
        names = {"paper": t("Paper"), "date": t("Date"), "page": t("Page")}
        examples = {"paper": "工人日报", "date": "2025-03-25", "page": "1"}
        with Vertical(id="facts-box"):
            yield Static(shown(self._source), id="facts-source", markup=False)
            for name in FIELDS:
                with Horizontal(classes="facts-row"):
                    yield Static(names[name], classes="facts-name", markup=False)
                    yield QueryInput(
                        self._before[name],
                        id=f"facts-{name}",
                        classes="facts-value",
                        placeholder=examples[name],
                        select_on_focus=False,
                    )
                    yield Static(self._origin(name), classes="facts-origin", markup=False)
            yield Static(t("↵ saves   ↑ ↓ fields   esc leaves"), id="facts-keys", markup=False)

    def _origin(self, name: str) -> str:
        """Who says what a field holds."""
        facts = self._facts
        if facts.stated and getattr(facts.stated, name) is not None:
            return t("stated")
        if not self._before[name]:
            return t("not known")
        printed = getattr(facts.printed, name) == getattr(facts.effective, name)
        return t("printed") if printed else t("assumed from the file's name")

    def on_mount(self) -> None:
        first = next((name for name in FIELDS if not self._before[name]), FIELDS[0])
        self.query_one(f"#facts-{first}", QueryInput).focus()

    def _typed(self) -> dict[str, str]:
        """What stands in the fields that were changed; "" in the others."""
        typed = {name: self.query_one(f"#facts-{name}", QueryInput).value for name in FIELDS}
        return {name: value if value.strip() != self._before[name] else "" for name, value in typed.items()}

    async def action_save(self) -> None:
        typed = self._typed()
        if not any(value.strip() for value in typed.values()):
            self._tell(t("Nothing was changed: an empty field stays as it was. esc leaves."))
            return
        try:
            await self._save(typed_facts(typed["paper"], typed["date"], typed["page"]))
        except Failure as failure:
            self._tell(retold(failure.message))
            return
        self.dismiss(True)

    async def on_input_submitted(self, event: QueryInput.Submitted) -> None:
        event.stop()
        await self.action_save()

    def _tell(self, sentence: str) -> None:
        keys = self.query_one("#facts-keys", Static)
        keys.update(shown(sentence))
        keys.add_class("-failed")

    def action_field(self, step: int) -> None:
        if step > 0:
            self.focus_next(QueryInput)
        else:
            self.focus_previous(QueryInput)

    def action_leave(self) -> None:
        self.dismiss(False)
