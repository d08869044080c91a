"""The people, places and organisations of the article that is shown; from here one searches for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from paperterm.tui.bindings import as_in_lists
from paperterm.tui.language import t
from paperterm.tui.screens.chooser import Chooser
from paperterm.tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from paperterm.actions.naming import Named

SORTS = ("person", "place", "organisation")


def sort_name(sort: str) -> str:
    names = {"person": t("people"), "place": t("places"), "organisation": t("organisations")}
    return names[sort]


def role_name(role: str) -> str:
    names = {"reporter": t("reporter"), "agency": t("agency"), "dateline": t("written here")}
    return names[role]


class NameRows:
    """A row source: the names, those of a sort together, the first with the name of its sort."""

    def __init__(self, names: Sequence[Named]) -> None:
        self.names = [one for sort in SORTS for one in names if one.entity.sort == sort]

    def __len__(self) -> int:
        return len(self.names)

    def row(self, index: int) -> Row:
        entity = self.names[index].entity
        first = index == 0 or self.names[index - 1].entity.sort != entity.sort
        said = [sort_name(entity.sort)] if first else []
        said += [role_name(entity.role)] if entity.role else []
        about = (f"  {' · '.join(said)}" if said else "", "rows--meta")
        return Row(
            ((entity.name, "rows--issue"), about), tail=((f"{entity.count}×" if entity.count else "", "rows--meta"),)
        )


class NamesScreen(Chooser[str]):
    """A list of names, which comes when they are found; ends with the query for one of them, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *as_in_lists("article.names", run="leave"),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.rows: NameRows | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="names-box"):
            yield RowList(id="names-rows", placeholder=t("Looking for people, places and organisations …"))
            yield Static(t("↵ searches for it   q closes"), id="names-keys", markup=False)

    def fill(self, names: Sequence[Named]) -> None:
        """Show what was found."""
        if not self.is_attached:
            return
        self.rows = NameRows(names)
        rows = self.query_one(RowList)
        rows.set_placeholder(t("No names were found in “{title}”.", title=self._title))
        rows.set_source(self.rows)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        if self.rows is not None:
            self.dismiss(self.rows.names[event.index].query)
