"""A page's raw text with the numbers of its lines, beside the article that was made of it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from paperterm.text.cells import cell_width
from paperterm.tui.raw import SIGN, RawSetting
from paperterm.tui.widgets.line_view import ScrolledLines

LONG = 200_000
"""Characters of a page that is set in the background: a longer one would hold up the keys."""


class RawText(ScrolledLines, inherit_bindings=False):
    """Shows lines of text, some of them lit. Has no keys of its own."""

    COMPONENT_CLASSES = {"raw--number", "raw--here", "raw--text", "raw--other"}  # noqa: RUF012

    class Scrolled(Message):
        """The reader has scrolled: the first row now shows the line from character `offset` on."""

        def __init__(self, pane: RawText, line: int, offset: int) -> None:
            super().__init__()
            self.pane, self.line, self.offset = pane, line, offset

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: Sequence[str] = ()
        self._lit: frozenset[int] = frozenset()
        self._here: frozenset[int] = frozenset()
        self._setting = RawSetting((), 0)
        self._top = (0, 0)  # the line and the character that stand on top
        self._settling = False  # scrolling that is not the reader's

    def show(self, lines: Sequence[str], lit: frozenset[int]) -> None:
        """Show a page's lines; those whose numbers (0-based) are in `lit` are of the article."""
        self._lines, self._lit, self._here, self._top = lines, lit, frozenset(), (0, 0)
        self._set()

    def go_to(self, line: int, offset: int, here: frozenset[int]) -> None:
        """Bring character `offset` of a line to the top; `here` are the lines of the block that is read."""
        self._top, self._here = (line, offset), here
        self._scroll_to_top()
        self.refresh()

    @property
    def top(self) -> tuple[int, int]:
        """The line (0-based) and its character that stand on top."""
        return self._top

    # -- setting

    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._setting.columns:
            self._set()

    def _set(self) -> None:
        lines, columns = self._lines, self.scrollable_content_region.width
        if columns <= 0:
            return
        if sum(map(len, lines)) < LONG:
            self._take(RawSetting(lines, columns))
            return

        def work() -> None:
            setting = RawSetting(lines, columns)
            self.app.call_from_thread(done, setting)

        def done(setting: RawSetting) -> None:
            if setting.lines is self._lines and not worker.is_cancelled:
                self._take(setting)

        worker = self.run_worker(work, group="raw", exclusive=True, thread=True)

    def _take(self, setting: RawSetting) -> None:
        self._setting = setting
        self._settling = True
        self.virtual_size = Size(setting.columns, len(setting.rows))
        self._settling = False
        self._scroll_to_top()
        self.refresh()

    # -- scrolling

    def _scroll_to_top(self) -> None:
        self._settling = True
        self._scroll(self._setting.row_of(*self._top))
        self._settling = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._settling and round(old_value) != round(new_value) and round(new_value) < len(self._setting.rows):
            row = self._setting.rows[round(new_value)]
            self._top = row.line, row.start
            self.post_message(self.Scrolled(self, row.line, row.start))

    def scroll_to_line(self, number: int) -> None:
        """The page's line with this number, counted from 1, to the top."""
        self._scroll(self._setting.row_of(min(number, len(self._lines)) - 1, 0) if self._lines else 0)

    def scroll_to_share(self, share: float) -> None:
        """To where that share (0 to 1) of the page lies above the first row."""
        self._scroll(round(share * len(self._setting.rows)))

    def scroll_to_end(self) -> None:
        self._scroll(self.max_scroll_y)

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        if not self._setting.columns and self._lines:  # the first frame comes before the message of the first size
            self._set()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        row, columns, setting = self.scroll_offset.y + y, self.size.width, self._setting
        if row >= len(setting.rows):
            return Strip.blank(columns, self.rich_style)
        line, start, end = setting.rows[row]
        number = str(line + 1) if start == 0 else ""
        text = setting.lines[line][start:end]
        here = line in self._here
        told = "raw--text" if line in self._lit else "raw--other"
        rest = max(0, columns - setting.gutter - cell_width(text))
        return Strip(
            [
                Segment(f"{number:>{setting.digits}}", self.get_component_rich_style("raw--number")),
                Segment(SIGN if here else " " * len(SIGN), self.get_component_rich_style("raw--here")),
                Segment(text, self.get_component_rich_style(told)),
                Segment(" " * rest, self.rich_style),
            ]
        )
