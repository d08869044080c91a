"""What the keys do in the pane that has the focus, made from the declared actions."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from paperterm.actions.keys import label, pressed
from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.query import FIELDS
from paperterm.text.cells import cell_width
from paperterm.text.wrap import wrap
from paperterm.tui.widgets.rows import Cell, Row, RowList

PANE_NAMES: dict[Pane, str] = {
    "issues": "In the issue list",
    "hits": "In the hits",
    "notes": "In bookmarks and notes",
    "article": "In the article",
    "raw": "In the raw page",
}
KEY_CELLS, BELOW_CELLS = 20, 4
"""Cells before what a key means: beside the key, and below it."""
LEAST_CELLS = 28
"""Cells that a meaning needs to stand beside its key."""
PALETTE = label(next(action.keys[0] for action in ACTIONS if action.id == "app.palette"))
MARGINS = 3
"""Cells that a list leaves empty at both ends of a row."""


class HelpRows:
    """A row source: the keys of one pane, those that work everywhere, the search language; `columns` cells wide."""

    def __init__(self, pane: Pane, columns: int) -> None:
        here = [action for action in ACTIONS if pane in action.panes and action.panes != PANES]
        always = [action for action in ACTIONS if action.panes == PANES]
        self.rows = [
            Row(((PANE_NAMES[pane], "rows--paper"),)),
            *(row for action in here for row in _rows(_keys(action), action.help, columns)),
            Row(()),
            Row((("Everywhere", "rows--paper"),)),
            *(row for action in always for row in _rows(_keys(action), action.help, columns)),
            Row(()),
            Row((("In the search bar", "rows--paper"),)),
            *(row for example, meaning in _search_help() for row in _rows(example, meaning, columns)),
        ]

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> Row:
        return self.rows[index]


def _keys(action: ReaderAction) -> str:
    """Its keys, or for want of any its name in the palette."""
    return "  ".join(label(key) for key in action.keys) or f"{PALETTE} {action.title}"


def _rows(left: str, right: str, columns: int) -> list[Row]:
    """What is on the left, beside or (where there is little room) above what it means, over as many rows as that takes."""
    beside = columns - KEY_CELLS >= LEAST_CELLS and cell_width(left) < KEY_CELLS
    indent = KEY_CELLS if beside else BELOW_CELLS
    rows = [] if beside else [Row(((left, "rows--hit"),))]
    for line in wrap(right, max(1, columns - indent)):
        key = left if beside and not rows else ""
        cells: tuple[Cell, ...] = (
            (key + " " * max(2, indent - cell_width(key)), "rows--hit"),
            (right[line.start : line.end], "rows--title"),
        )
        rows.append(Row(cells))
    return rows


def _search_help() -> list[tuple[str, str]]:
    words = [
        ("产改 工匠", "both words"),
        ("产改 OR 工匠", "one of them"),
        ("-足球", "without it"),
        ('"技能人才"', "the phrase"),
        ("( … )", "together"),
        ("↑ ↓ ↵ tab", "move in the hits, open one, go to them"),
    ]
    return words + [(field.example, field.help) for field in FIELDS]


class HelpScreen(ModalScreen[None]):
    """The keys, scrolled with the keys of lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join(("escape", "enter", "ctrl+q", *pressed("q"), *pressed("question_mark"))),
            "leave",
            "Leave",
            show=False,
        ),
        Binding(",".join(("down", *pressed("j"))), "move(1)", "Down", show=False),
        Binding(",".join(("up", *pressed("k"))), "move(-1)", "Up", show=False),
        Binding("pagedown,space", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, pane: Pane) -> None:
        super().__init__()
        self._pane: Pane = pane

    def compose(self) -> ComposeResult:
        with Vertical(id="help-box"):
            yield RowList(id="help-rows")
            yield Static("q or ? closes this", id="help-keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        rows.set_source(HelpRows(self._pane, rows.scrollable_content_region.width - MARGINS))
        rows.set_reactive(RowList.cursor, -1)  # there is nothing to choose

    def action_move(self, step: int) -> None:
        rows = self.query_one(RowList)
        rows.scroll_to(y=rows.scroll_offset.y + step, animate=False, force=True)

    def action_page(self, step: int) -> None:
        self.action_move(step * max(1, self.query_one(RowList).size.height - 1))

    def action_leave(self) -> None:
        self.dismiss()
