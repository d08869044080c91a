"""The reader's list over a million rows, alone on the screen; q leaves. What the bench of keys presses them in."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding

import paperterm.tui  # noqa: F401 - says how Textual is to be set up
from paperterm.config import resources
from paperterm.tui.widgets.rows import Row, RowList

ROWS = 1_000_000


class Numbered:
    def __len__(self) -> int:
        return ROWS

    def row(self, index: int) -> Row:
        return Row(((f"{index} 江边新桥通车的消息传开", "rows--title"),), tail=(("1版", "rows--meta"),))


class MillionRows(App[None]):
    CSS_PATH = [resources("styles") / "rows.tcss"]  # noqa: RUF012
    BINDINGS = [  # noqa: RUF012
        Binding("q", "quit"),
        Binding("j", "step(1)"),
        Binding("k", "step(-1)"),
        Binding("G", "last"),
    ]

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_mount(self) -> None:
        self.query_one(RowList).set_source(Numbered(), ROWS // 2)

    def action_step(self, step: int) -> None:
        self.query_one(RowList).move(step)

    def action_last(self) -> None:
        self.query_one(RowList).end()


if __name__ == "__main__":
    MillionRows().run()
