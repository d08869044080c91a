"""A scrolling article, set for the width it has and painted line by line; its place stays by text, not by row."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from paperterm.model import Article
from paperterm.tui.setting import Setting, measure_for, set_article
from paperterm.tui.typography import USUAL, Typography
from paperterm.tui.widgets.component_style import overlay
from paperterm.tui.widgets.line_painter import Lead, lead_of, paint
from paperterm.tui.widgets.line_view import OVERLAP, LineView
from paperterm.tui.widgets.marks import HIGHLIGHTS, Mark, by_row, signs
from paperterm.tui.widgets.text_cursor import TextCursor, moved

Place = tuple[int, int]
"""A block's index and the offset of a character in its text."""
Span = tuple[int, int, str]
"""Characters of a block, from the first to behind the last, and the name of what lies over them."""

KEPT_STRIPS = 512


class ArticlePane(LineView, inherit_bindings=False):
    """Shows an article, its marks and a place in it. Has no keys of its own."""

    ROLES = (
        "column", "kicker", "headline", "deck", "byline", "digest", "caption", "heading", "body", "credit", "jump",
        "masthead", "furniture", "bar", "sign", "warning",
    )  # fmt: skip
    OVERLAYS = (*HIGHLIGHTS, "note", "bookmark", "hit", "current", "selection", "cursor")
    COMPONENT_CLASSES = {f"article--{name}" for name in ROLES + OVERLAYS}  # noqa: RUF012

    class PlaceChanged(Message, namespace="article_view"):
        """The reader has scrolled: the first line now begins at `place`, and `share` of the article is read."""

        def __init__(self, view: ArticlePane, place: Place, share: float) -> None:
            super().__init__()
            self.view = view
            self.place = place
            self.share = share

        @property
        def control(self) -> ArticlePane:
            return self.view

    class Resized(Message, namespace="article_view"):
        """The pane has another size, so that another share of the article is read."""

    class Leapt(Message, namespace="article_view"):
        """The reader has gone from `place` to one that may be far from it."""

        def __init__(self, view: ArticlePane, place: Place) -> None:
            super().__init__()
            self.view = view
            self.place = place

        @property
        def control(self) -> ArticlePane:
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._typography = USUAL
        self._setting: Setting | None = None
        self._columns = 0  # that the setting was made for
        self._place: Place = (0, 0)
        self._settling = False  # scrolling that is not the reader's
        self._marks: tuple[Mark, ...] = ()
        self._marks_by_row: dict[int, list[Mark]] = {}
        self._signs: dict[int, str] = {}
        self._strips: LRUCache[tuple[int, tuple[Span, ...]], Strip] = LRUCache(KEPT_STRIPS)
        self._styles: dict[str, Style] = {}
        self._overlays: dict[str, Style] = {}

    # -- what is shown

    @property
    def article(self) -> Article | None:
        return self._article

    @property
    def setting(self) -> Setting | None:
        """The article's lines at the present width; None before the first layout or without an article."""
        return self._setting

    @property
    def columns(self) -> int:
        """The columns of the pane that the article is set for."""
        return self._columns

    @property
    def typography(self) -> Typography:
        return self._typography

    @typography.setter
    def typography(self, typography: Typography) -> None:
        """Set the article anew; its place stays."""
        if typography != self._typography:
            self._typography = typography
            self._set(self._pane_columns)

    def show(self, article: Article | None, place: Place | None = None, marks: Sequence[Mark] = ()) -> None:
        """Show an article from its beginning or from a place; None empties the pane."""
        self._article = article
        self._marks = tuple(marks)
        self._place = place or (0, 0)
        self._set(self._pane_columns)

    def lengthen(self, article: Article) -> None:
        """Show an article that begins with the blocks of the one that is shown; everything stays in its place."""
        self._article = article
        self._set(self._pane_columns)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks and no others."""
        self._marks = tuple(marks)
        self._spread_marks()
        self.refresh()

    def _set(self, columns: int) -> None:
        """Set the article for a pane of that many columns, its place on top."""
        self._columns = columns
        if self._article is None or columns <= 0:
            self._setting = None
        else:
            measure = measure_for(columns, self._typography.measure)
            self._setting = set_article(self._article, measure, self._typography)
        self._spread_marks()
        self._settling = True
        self.virtual_size = Size(columns, len(self._setting.lines) if self._setting else 0)
        if self._setting:
            top = 0 if self._place == (0, 0) else self._setting.line_of(*self._place)
            self.scroll_to(y=top, animate=False, force=True)
        self._settling = False
        self.refresh()

    def _spread_marks(self) -> None:
        self._marks_by_row = by_row(self._marks, self._setting) if self._setting else {}
        self._signs = signs(self._marks, self._setting) if self._setting else {}
        self._strips.clear()

    @property
    def _pane_columns(self) -> int:
        return self.scrollable_content_region.width  # `size` counts the scrollbar

    def on_resize(self) -> None:
        if self._pane_columns != self._columns:
            self._set(self._pane_columns)
        self.post_message(self.Resized())

    # -- place and scrolling

    @property
    def place(self) -> Place:
        """The (block, offset) that the first text line shows."""
        return self._place

    @property
    def share(self) -> float:
        """The share of the article down to the last line on the screen, 0 to 1."""
        if not self._setting or not self._setting.lines:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / len(self._setting.lines))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        resizing = self._pane_columns not in (0, self._columns)  # a hidden pane has no columns, but a place
        if self._setting and not self._settling and not resizing and round(old_value) != round(new_value):
            self._place = self._setting.place_of(round(new_value))
            self.post_message(self.PlaceChanged(self, self._place, self.share))

    def go_to(self, block: int, offset: int, middle: bool = False) -> None:
        """Scroll the line of that character to the top; with `middle` to the middle, unless it is well in sight."""
        if not self._setting:
            self._place = (block, offset)
            return
        row, height = self._setting.line_of(block, offset), self.size.height
        if middle:
            edge = min(OVERLAP, height // 4)
            if self.scroll_offset.y + edge <= row < self.scroll_offset.y + height - edge:
                return
            row -= height // 2
        self._scroll(row)

    def scroll_to_start(self) -> None:
        self.leap(0)

    def scroll_to_end(self) -> None:
        self.leap(self.max_scroll_y)

    def scroll_to_share(self, share: float) -> None:
        """To where that share (0 to 1) of the article lies above the first line."""
        if self._setting:
            self.leap(round(share * len(self._setting.lines)))

    def scroll_to_paragraph(self, number: int) -> None:
        """To the paragraph of running text with this number, counted from 1; to the last where there are not so many."""
        blocks = self._article.blocks if self._article else ()
        paragraphs = [at for at, block in enumerate(blocks) if block.role == "body"]
        if self._setting and paragraphs:
            self.leap(self._setting.line_of(paragraphs[min(number, len(paragraphs)) - 1], 0))

    def scroll_sections(self, step: int) -> bool:
        """The section heading `step` further (back, where negative) to the top, or the last there is on that way; whether
        there is one."""
        setting = self._setting
        blocks = self._article.blocks if self._article and setting else ()
        rows = [setting.line_of(at, 0) for at, block in enumerate(blocks) if block.role == "heading"] if setting else []
        here = self.scroll_offset.y
        on_the_way = [row for row in rows if row > here] if step > 0 else [row for row in rows[::-1] if row < here]
        if not on_the_way or (step > 0 and here >= self.max_scroll_y):
            return False
        self.leap(on_the_way[min(abs(step), len(on_the_way)) - 1])
        return True

    def leap(self, row: int) -> None:
        """That row to the top; that one was elsewhere is told."""
        before, place = self.scroll_offset.y, self._place
        self._scroll(row)
        if abs(self.scroll_offset.y - before) > 1:
            self.post_message(self.Leapt(self, place))

    def scroll_paragraphs(self, step: int) -> None:
        """The beginning of the next paragraph (or one further back) to the top."""
        if self._setting:
            top = TextCursor(*self._setting.place_of(self.scroll_offset.y))
            target = moved(self._setting, top, "paragraph", step, inside=False)
            row = self._setting.line_of(target.block, target.offset)
            self._scroll(0 if step < 0 and row <= self._setting.line_of(0, 0) else row)

    # -- painting

    def _lead(self, row: int) -> Lead:
        assert self._setting
        return lead_of(self._setting.lines[row], self._setting, self._margin, self._signs.get(row, ""))

    @property
    def _margin(self) -> int:
        """The cells between the edge of the pane and the measure."""
        return max(0, (self._columns - self._setting.measure) // 2) if self._setting else 0

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()
        self._overlays.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        # The first frame is painted before the message of the first size arrives; it shows the article already.
        if self._pane_columns != self._columns:
            self._set(self._pane_columns)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row = self.scroll_offset.y + y
        setting = self._setting
        if setting is None or row >= len(setting.lines):
            return Strip.blank(self.size.width, self._style(""))
        spans = self._live_spans(row)
        key = row, tuple(spans)
        if (strip := self._strips.get(key)) is not None:
            return strip
        line = setting.lines[row]
        marked = [(mark.start, mark.end, mark.kind) for mark in self._marks_by_row.get(row, ())]
        strip = paint(line, setting, self._lead(row), self._pane_columns, marked + spans, self._style, self._overlay)
        # Pieces of one style become one, and the cell beneath the scrollbar is a piece of its own: there Textual cuts.
        strip = strip.simplify().adjust_cell_length(self.size.width, self._style("")).apply_offsets(0, row)
        self._strips[key] = strip
        return strip

    def _live_spans(self, row: int) -> list[Span]:
        """What lies over a line just now."""
        return []

    # Textual works a style out anew after every refresh; it changes with the style sheet alone.

    def _style(self, name: str) -> Style:
        if (style := self._styles.get(name)) is None:
            style = self.get_component_rich_style(f"article--{name}") if name else self.rich_style
            self._styles[name] = style
        return style

    def _overlay(self, name: str) -> Style:
        if (style := self._overlays.get(name)) is None:
            style = self._overlays[name] = overlay(self, f"article--{name}")
        return style
