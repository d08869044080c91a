"""Writing a note: the passage above, the text, the tags."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from paperterm.actions.answer import Failure
from paperterm.tui.language import retold, t
from paperterm.tui.setting import shown

QUOTE = 200
"""Characters of the passage that are shown."""


@dataclass(frozen=True, slots=True)
class Written:
    text: str
    tags: tuple[str, ...]


class NoteScreen(ModalScreen[bool]):
    """Ends with True when the note is safely on the disk. A note that cannot be saved stays here, with the reason, and is
    tried again until it can be."""

    RETRY_SECONDS = 5.0
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True, show=False),
        Binding("ctrl+g", "editor", "Write in $EDITOR", priority=True, show=False),
        Binding("escape,ctrl+q", "leave", "Leave", show=False),
    ]

    def __init__(
        self,
        about: str,
        text: str,
        tags: tuple[str, ...],
        save: Callable[[Written], Awaitable[None]],
        editor: str = "",
    ) -> None:
        """`about` is the passage or the headline that the note is on; `save` raises Failure where it cannot; `editor` is
        the command that the settings name."""
        super().__init__()
        self._about = about if len(about) <= QUOTE else about[: QUOTE - 1] + "…"
        self._before = Written(text, tags)
        self._save, self._editor = save, editor
        self._leaving = False
        self._again: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="note-box"):
            yield Static(f"「{shown(self._about)}」", id="note-about", markup=False)
            yield TextArea(self._before.text, id="note-text", soft_wrap=True, tab_behavior="focus")
            yield Input(
                " ".join(self._before.tags),
                id="note-tags",
                placeholder=t("tags, with spaces between them"),
                select_on_focus=False,
            )
            yield Static(t("^S save   tab to the tags and back   ^G editor   esc leave"), id="note-keys", markup=False)

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    @property
    def written(self) -> Written:
        return Written(self.query_one(TextArea).text, tuple(self.query_one(Input).value.split()))

    def _tell(self, sentence: str, failed: bool = False) -> None:
        keys = self.query_one("#note-keys", Static)
        keys.update(sentence)
        keys.set_class(failed, "-failed")

    async def action_save(self) -> None:
        if self._again:
            self._again.stop()
            self._again = None
        if not self.written.text.strip():
            self._tell(t("A note needs some words. esc leaves without one."))
            return
        try:
            await self._save(self.written)
        except Failure as failure:
            seconds = f"{self.RETRY_SECONDS:g}"
            told = t(
                "Not saved: {reason} ^S tries again; it is tried every {seconds} seconds.",
                reason=retold(failure.message),
                seconds=seconds,
            )
            self._tell(told, failed=True)
            self._again = self.set_timer(self.RETRY_SECONDS, self.action_save)
            return
        self.dismiss(True)

    def action_editor(self) -> None:
        """Write the text in the editor that the settings or the environment name."""
        from paperterm.tui.editor import edited

        area = self.query_one(TextArea)
        try:
            area.text = edited(self.app, area.text, self._editor)
        except Failure as failure:
            self._tell(retold(failure.message))
            return
        area.move_cursor(area.document.end)

    def action_leave(self) -> None:
        if self.written != self._before and not self._leaving:
            self._leaving = True
            self._tell(t("Not saved yet: ^S saves, esc once more leaves without saving."))
            return
        self.dismiss(False)

    def on_text_area_changed(self) -> None:
        self._leaving = False
