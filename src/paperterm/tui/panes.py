"""The five panes: the widgets with the keys that apply in them, and what those keys do to the widget itself.

What concerns more than one pane (opening articles, searching, notes) is the screen's.
"""

from __future__ import annotations

from paperterm.actions.reader import Pane
from paperterm.tui.bindings import of_pane
from paperterm.tui.hit_rows import HEIGHT as HIT_HEIGHT
from paperterm.tui.note_rows import HEIGHT as NOTE_HEIGHT
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.raw_text import RawText
from paperterm.tui.widgets.rows import RowList


class ListPane(RowList):
    """A list that is moved in by keys."""

    pane: Pane

    def action_list_open(self) -> None:
        self.activate()

    def action_list_down(self) -> None:
        self.move(1)

    def action_list_up(self) -> None:
        self.move(-1)

    def action_list_page_down(self) -> None:
        self.page(1)

    def action_list_page_up(self) -> None:
        self.page(-1)

    def action_list_first(self) -> None:
        self.home()

    def action_list_last(self) -> None:
        self.end()


class IssuesPane(ListPane):
    """Paper, issue, article."""

    pane: Pane = "issues"
    BINDINGS = of_pane("issues")

    def __init__(self) -> None:
        super().__init__(
            id="issues", placeholder="Nothing is in the library. Import pages with: paperterm import FOLDER"
        )


class HitsPane(ListPane):
    """What the last search found."""

    pane: Pane = "hits"
    BINDINGS = of_pane("hits")

    def __init__(self) -> None:
        super().__init__(id="hits", row_height=HIT_HEIGHT, placeholder="Press / and type what you look for.")


class NotesPane(ListPane):
    """Bookmarks, notes and highlights."""

    pane: Pane = "notes"
    BINDINGS = of_pane("notes")
    EMPTY = "No bookmarks or notes yet. In an article, b bookmarks, m highlights and a writes a note; v selects a passage first."

    def __init__(self) -> None:
        super().__init__(id="notes", row_height=NOTE_HEIGHT, placeholder=self.EMPTY)


class ReadingPane(ArticleView):
    """The article. While there is a text cursor, the keys that scroll move the cursor instead."""

    pane: Pane = "article"
    BINDINGS = of_pane("article")

    def __init__(self) -> None:
        super().__init__(id="article")

    def action_article_down(self) -> None:
        if self.cursor:
            self.move_cursor("line", 1)
        else:
            self.scroll_lines(1)

    def action_article_up(self) -> None:
        if self.cursor:
            self.move_cursor("line", -1)
        else:
            self.scroll_lines(-1)

    def action_article_right(self) -> None:
        if self.cursor:
            self.move_cursor("char", 1)

    def action_article_page_down(self) -> None:
        self.scroll_pages(1)

    def action_article_page_up(self) -> None:
        self.scroll_pages(-1)

    def action_article_half_down(self) -> None:
        self.scroll_half_pages(1)

    def action_article_half_up(self) -> None:
        self.scroll_half_pages(-1)

    def action_article_first(self) -> None:
        self.scroll_to_start()

    def action_article_last(self) -> None:
        self.scroll_to_end()

    def action_article_paragraph_down(self) -> None:
        if self.cursor:
            self.move_cursor("paragraph", 1)
        else:
            self.scroll_paragraphs(1)

    def action_article_paragraph_up(self) -> None:
        if self.cursor:
            self.move_cursor("paragraph", -1)
        else:
            self.scroll_paragraphs(-1)

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

    def action_select_cancel(self) -> None:
        self.cancel_selection()


class RawPane(RawText):
    """The raw text of the page."""

    pane: Pane = "raw"
    BINDINGS = of_pane("raw")

    def __init__(self) -> None:
        super().__init__(id="raw")

    def action_article_down(self) -> None:
        self.scroll_lines(1)

    def action_article_up(self) -> None:
        self.scroll_lines(-1)

    def action_article_page_down(self) -> None:
        self.scroll_pages(1)

    def action_article_page_up(self) -> None:
        self.scroll_pages(-1)

    def action_article_half_down(self) -> None:
        self.scroll_half_pages(1)

    def action_article_half_up(self) -> None:
        self.scroll_half_pages(-1)

    def action_article_first(self) -> None:
        self.scroll_to_start()

    def action_article_last(self) -> None:
        self.scroll_to_end()
