"""The five panes: the widgets with the keys that apply in them, and what those keys do to the widget itself.

What concerns more than one pane (opening articles, searching, notes) is the screen's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from paperterm.actions.reader import Pane
from paperterm.tui.bindings import of_pane, told
from paperterm.tui.hit_rows import HEIGHT as HIT_HEIGHT
from paperterm.tui.language import t
from paperterm.tui.note_rows import HEIGHT as NOTE_HEIGHT
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.line_view import ScrolledLines
from paperterm.tui.widgets.raw_text import RawText
from paperterm.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from paperterm.tui.repeating import Repeating


def count(widget: Widget) -> int | None:
    """The number typed before the key that is being looked at; None where there was none."""
    return cast("Repeating", widget.screen).count_given


def times(widget: Widget) -> int:
    """How often the key that is being looked at counts."""
    return cast("Repeating", widget.screen).times


class ListPane(RowList):
    """A list that is moved in by keys."""

    pane: Pane

    def action_list_open(self) -> None:
        self.activate()

    def action_list_down(self) -> None:
        self.move(times(self))

    def action_list_up(self) -> None:
        self.move(-times(self))

    def action_list_page_down(self) -> None:
        self.page(times(self))

    def action_list_page_up(self) -> None:
        self.page(-times(self))

    def action_list_half_down(self) -> None:
        self.half_page(times(self))

    def action_list_half_up(self) -> None:
        self.half_page(-times(self))

    def action_list_first(self) -> None:
        self.go(times(self) - 1)

    def action_list_last(self) -> None:
        self.go((count(self) or self.length) - 1)


class IssuesPane(ListPane):
    """Paper, issue, article."""

    pane: Pane = "issues"
    BINDINGS = of_pane("issues")

    def __init__(self) -> None:
        self.empty = t("Nothing is in the library. Import pages with: paperterm import FOLDER")
        super().__init__(id="issues")


class HitsPane(ListPane):
    """What the last search found."""

    pane: Pane = "hits"
    BINDINGS = of_pane("hits")

    def __init__(self) -> None:
        empty = told("Press {search_open} and type what you look for.")
        super().__init__(id="hits", row_height=HIT_HEIGHT, placeholder=empty)


class NotesPane(ListPane):
    """Bookmarks, notes and highlights."""

    pane: Pane = "notes"
    BINDINGS = of_pane("notes")

    def __init__(self) -> None:
        self.empty = told(
            "No bookmarks or notes yet. In an article, {bookmark_toggle} bookmarks, {highlight_toggle} highlights and "
            "{note_add} writes a note; {select_toggle} selects a passage first."
        )
        super().__init__(id="notes", row_height=NOTE_HEIGHT, placeholder=self.empty)


class TextPane(ScrolledLines, inherit_bindings=False):
    """A text that is scrolled by keys."""

    def action_article_down(self) -> None:
        self._by_lines(times(self))

    def action_article_up(self) -> None:
        self._by_lines(-times(self))

    def action_article_page_down(self) -> None:
        self.scroll_pages(times(self))

    def action_article_page_up(self) -> None:
        self.scroll_pages(-times(self))

    def action_article_half_down(self) -> None:
        self.scroll_half_pages(times(self))

    def action_article_half_up(self) -> None:
        self.scroll_half_pages(-times(self))

    def _by_lines(self, step: int) -> None:
        self.scroll_lines(step)


class ReadingPane(ArticleView, TextPane):
    """The article. While there is a text cursor, the keys that scroll move the cursor instead."""

    pane: Pane = "article"
    BINDINGS = of_pane("article")

    def __init__(self) -> None:
        super().__init__(id="article")

    def _by_lines(self, step: int) -> None:
        if self.cursor:
            self.move_cursor("line", step)
        else:
            self.scroll_lines(step)

    def action_article_first(self) -> None:
        self._to(count(self), self.scroll_to_start)

    def action_article_last(self) -> None:
        self._to(count(self), self.scroll_to_end)

    def _to(self, paragraph: int | None, otherwise: Callable[[], None]) -> None:
        if paragraph is None:
            otherwise()
        else:
            self.scroll_to_paragraph(paragraph)

    def action_article_paragraph_down(self) -> None:
        self._by_paragraphs(times(self))

    def action_article_paragraph_up(self) -> None:
        self._by_paragraphs(-times(self))

    def _by_paragraphs(self, step: int) -> None:
        if self.cursor:
            self.move_cursor("paragraph", step)
        else:
            self.scroll_paragraphs(step)

    def action_select_toggle(self) -> None:
        if not self.cursor:
            self.begin_selection()
        elif not self.extending:
            self.extend()
        else:
            self.cancel_selection()

    def action_select_paragraph(self) -> None:
        if self.article is not None:
            block = (self.cursor or self.current or self._first_paragraph())[0]
            self.select(block, 0, len(self.article.blocks[block].text))

    def _first_paragraph(self) -> tuple[int, int]:
        """The first paragraph on the screen; headlines are passed over where text follows."""
        block, offset = self.place
        blocks = self.article.blocks if self.article else ()
        titles = ("column", "kicker", "headline", "deck", "byline")
        while block + 1 < len(blocks) and blocks[block].role in titles:
            block, offset = block + 1, 0
        return block, offset


class RawPane(RawText, TextPane):
    """The raw text of the page."""

    pane: Pane = "raw"
    BINDINGS = of_pane("raw")

    def __init__(self) -> None:
        super().__init__(id="raw")

    def action_article_first(self) -> None:
        self.scroll_to_line(times(self))

    def action_article_last(self) -> None:
        if (line := count(self)) is None:
            self.scroll_to_end()
        else:
            self.scroll_to_line(line)
