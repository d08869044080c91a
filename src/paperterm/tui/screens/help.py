"""What the keys do in the pane that has the focus, made from the declared actions."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.query import FIELDS
from paperterm.text.cells import cell_width
from paperterm.text.wrap import wrap
from paperterm.tui.bindings import as_in_lists, key, keys, told
from paperterm.tui.language import t
from paperterm.tui.widgets.rows import Cell, Row, RowList

KEY_CELLS, BELOW_CELLS = 20, 4
"""Cells before what a key means: beside the key, and below it."""
LEAST_CELLS = 28
"""Cells that a meaning needs to stand beside its key."""
MARGINS = 3
"""Cells that a list leaves empty at both ends of a row."""


class HelpRows:
    """A row source: the keys of one pane, those that work everywhere, the search language; `columns` cells wide. `wide`: the
    terminal draws ambiguous characters two cells wide."""

    def __init__(self, pane: Pane, columns: int, wide: bool = False) -> None:
        here = [action for action in ACTIONS if pane in action.panes and action.panes != PANES]
        always = [action for action in ACTIONS if action.panes == PANES]
        self.rows: list[Row] = [
            *(_terminal_help(columns) if wide else ()),
            Row(((_pane_name(pane), "rows--paper"),)),
            *(row for action in here for row in _rows(_keys(action), told(action.help), columns)),
            Row(()),
            Row(((t("Everywhere"), "rows--paper"),)),
            *(row for action in always for row in _rows(_keys(action), told(action.help), columns)),
            Row(()),
            Row(((t("In the search bar"), "rows--paper"),)),
            *(row for example, meaning in _search_help() for row in _rows(example, meaning, columns)),
        ]

    def __len__(self) -> int:
        return len(self.rows)

    def row(self, index: int) -> Row:
        return self.rows[index]


def _keys(action: ReaderAction) -> str:
    return "  ".join(keys(action.id)) or key(action.id)


def _pane_name(pane: Pane) -> str:
    names = {
        "issues": t("In the issue list"),
        "hits": t("In the hits"),
        "notes": t("In bookmarks and notes"),
        "article": t("In the article"),
        "raw": t("In the raw page"),
    }
    return names[pane]


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


def _terminal_help(columns: int) -> list[Row]:
    """What to do about a terminal that draws ambiguous characters wide."""
    advice = t(
        "It draws “ ” ‘ ’ … — · two cells wide, as few programs expect: what follows them on a line is moved to the right. "
        "Tell it to draw ambiguous characters narrow: in iTerm2 and GNOME Terminal a setting of the profile, in xterm "
        "+cjk_width."
    )
    lines = (advice[line.start : line.end] for line in wrap(advice, max(1, columns)))
    return [Row(((t("This terminal"), "rows--paper"),)), *(Row(((line, "rows--title"),)) for line in lines), Row(())]


def _search_help() -> list[tuple[str, str]]:
    words = [
        ("产改 工匠", t("both words")),
        ("产改 OR 工匠", t("one of them")),
        ("-足球", t("without it")),
        ('"技能人才"', t("the phrase")),
        ("( … )", t("together")),
        ("↑ ↓ ↵ tab", t("move in the hits, open one, go to them")),
        ("^L  ^O  ^B", t("search elsewhere; in another order; count by paper, time and kind")),
    ]
    return words + [(field.example, t(field.help)) for field in FIELDS]


class HelpScreen(ModalScreen[None]):
    """The keys, scrolled with the keys of lists."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", "Leave", show=False),
        *as_in_lists("app.quit", "app.help", run="leave"),
        *as_in_lists("list.down", run="move(1)"),
        *as_in_lists("list.up", run="move(-1)"),
        *as_in_lists("list.page-down", run="page(1)"),
        *as_in_lists("list.page-up", run="page(-1)"),
    ]

    def __init__(self, pane: Pane, wide: bool = False) -> None:
        super().__init__()
        self._pane: Pane = pane
        self._wide = wide

    def compose(self) -> ComposeResult:
        with Vertical(id="help-box"):
            yield RowList(id="help-rows")
            yield Static(told("{app_quit} or {app_help} closes this"), id="help-keys", markup=False)

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        rows.set_source(HelpRows(self._pane, rows.scrollable_content_region.width - MARGINS, self._wide))
        rows.set_reactive(RowList.cursor, -1)  # there is nothing to choose

    def action_move(self, step: int) -> None:
        rows = self.query_one(RowList)
        rows.scroll_to(y=rows.scroll_offset.y + step, animate=False, force=True)

    def action_page(self, step: int) -> None:
        self.action_move(step * max(1, self.query_one(RowList).size.height - 1))

    def action_leave(self) -> None:
        self.dismiss()
