"""The reader's pane: an article in which passages are selected, with the mouse or with a text cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection

from paperterm.model import Article
from paperterm.tui.widgets.article_pane import ArticlePane, Place, Span
from paperterm.tui.widgets.marks import Mark, Passage
from paperterm.tui.widgets.text_cursor import TextCursor, Unit, moved, offset_at

if TYPE_CHECKING:  # its patterns take longer than the first screen may
    from paperterm.parse.jump_marks import JumpMark

Pointer = tuple[int, int]
"""Where the mouse is: the row in the setting, and the cell of the pane."""


class ArticleView(ArticlePane):
    """An article as a newspaper sets it: `show` one, then scroll, mark and select in it.

    A place is (block, offset) and stays through every resize. The widget has no keys of its own.

    Passages are selected with the mouse or with a text cursor (`begin_selection`, `move_cursor`, `extend`). What is
    copied may run over several blocks; a `Passage`, which notes hang on, lies within the one block where it began.
    """

    ALLOW_SELECT = True

    class JumpActivated(Message):
        """A jump mark (下转第3版, 上接第1版) in block `block` of `article` was clicked. `forward` says which way it points;
        None where that is not known yet."""

        def __init__(self, view: ArticleView, article: Article, block: int, forward: bool | None) -> None:
            super().__init__()
            self.view = view
            self.article = article
            self.block = block
            self.forward = forward

        @property
        def control(self) -> ArticleView:
            return self.view

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._cursor: TextCursor | None = None
        self._anchor: Place | None = None
        self._pressed: int | None = None  # block where the mouse began to select
        self._pointer: tuple[Pointer, Pointer] | None = None  # where it was pressed and where it was last
        self._pressing = False
        self._painted: tuple[Place, Place] | None = None  # selection on the screen
        self._jumps: tuple[JumpMark, ...] = ()

    def set_jumps(self, jumps: Sequence[JumpMark]) -> None:
        """Where 下转 and 上接 stand in the article that is shown: a click there is told."""
        self._jumps = tuple(jumps)

    def show(self, article: Article | None, place: Place | None = None, marks: Sequence[Mark] = ()) -> None:
        self._jumps = ()
        self.cancel_selection()
        super().show(article, place, marks)

    def _set(self, columns: int) -> None:
        found = self._selection_range()
        super()._set(columns)
        self._pointer = None
        self._painted = None
        if found:
            self._select_range(*found)

    # -- selecting

    @property
    def cursor(self) -> Place | None:
        """Where the text cursor stands; None while there is none."""
        return (self._cursor.block, self._cursor.offset) if self._cursor else None

    @property
    def extending(self) -> bool:
        """Does moving the text cursor change the selection?"""
        return self._anchor is not None

    def begin_selection(self) -> None:
        """Put a text cursor at the end of what the mouse has selected, else on the current hit where that is in sight,
        else on the first visible text line.

        A cursor that is there already stays where it is.
        """
        if not self._setting or not self._setting.lines or self._cursor:
            return
        passage = self.selected()
        if passage:
            self._anchor = (passage.block, passage.start)
            self._put_cursor(TextCursor(passage.block, passage.end - 1))
        else:
            self._put_cursor(TextCursor(*(self.current or self._setting.place_of(self.scroll_offset.y))))

    @property
    def current(self) -> Place | None:
        """Where the current hit begins, if that is in sight."""
        for mark in self._marks:
            if mark.kind == "current" and self._setting:
                row = self._setting.line_of(mark.block, mark.start) - self.scroll_offset.y
                return (mark.block, mark.start) if 0 <= row < self.size.height else None
        return None

    def extend(self, on: bool = True) -> None:
        """From now on the cursor's moves extend a passage that begins where it stands; with False they do not."""
        if self._cursor and on != self.extending:
            self._anchor = self.cursor if on else None
            self._put_cursor(self._cursor)

    def move_cursor(self, unit: Unit, step: int = 1, extend: bool = False) -> None:
        """Move the text cursor; with `extend`, or after `extend()`, what it passes over is selected.

        The selection holds the characters under both its ends and does not leave the block where it began.
        """
        if not self._setting or not self._cursor:
            return
        if extend:
            self.extend()
        self._put_cursor(moved(self._setting, self._cursor, unit, step, inside=self.extending))

    def cancel_selection(self) -> None:
        """Nothing is selected any more, and the text cursor is gone."""
        self._drop_cursor()
        if self.is_mounted and self.text_selection is not None:
            self.screen.clear_selection()

    def select(self, block: int, start: int, end: int) -> None:
        """Select characters `start` to `end` of a block."""
        self._pressed = block
        self._select_range((block, start), (block, end))

    def selected(self) -> Passage | None:
        """What is selected; of a selection over several blocks, what lies in the block where it began."""
        found = self._selection_range()
        if not found or not self._setting:
            return None
        (first, start), (last, end) = found
        block = self._pressed if self._pressed is not None and first <= self._pressed <= last else first
        text = self._setting.texts[block]
        start, end = start if block == first else 0, end if block == last else len(text)
        return Passage(block, start, end, text[start:end]) if start < end else None

    def _put_cursor(self, cursor: TextCursor) -> None:
        assert self._setting
        before, self._cursor = self._cursor, cursor
        for moved_cursor in filter(None, (before, cursor)):
            self.refresh_line(self._setting.line_of(moved_cursor.block, moved_cursor.offset))
        if self._anchor:
            first, last = sorted((self._anchor, (cursor.block, cursor.offset)))
            self._select_range(first, (last[0], last[1] + 1))
        elif self.text_selection is not None:
            self.screen.clear_selection()
        row = self._setting.line_of(cursor.block, cursor.offset)
        if row < self.scroll_offset.y:
            self._scroll(row)
        elif row >= self.scroll_offset.y + self.size.height:
            self._scroll(row - self.size.height + 1)

    def _drop_cursor(self) -> None:
        if self._cursor and self._setting:
            self.refresh_line(self._setting.line_of(self._cursor.block, self._cursor.offset))
        self._cursor = self._anchor = None

    def _select_range(self, start: Place, end: Place) -> None:
        self._pointer = None
        if self._setting:
            self.screen.selections = {self: Selection(self._position(*start, False), self._position(*end, True))}

    # Textual speaks of a selection in (column, row) of the painted characters, the margin among them. It has no other
    # way to tell a click beside the text from one on it, so rows are translated to places and back.

    def _position(self, block: int, offset: int, behind: bool) -> Offset:
        assert self._setting
        row = self._setting.line_of(block, max(0, offset - 1) if behind else offset)
        line = self._setting.lines[row]
        return Offset(self._lead(row).characters + line.drawn(offset), row)

    def _place_at(self, position: Offset, behind: bool) -> Place:
        """The place at a position, or where it is on a blank line the end above or the beginning below."""
        assert self._setting
        lines = self._setting.lines
        row = min(position.y, len(lines) - 1)
        line = lines[row]
        if line.block < 0 or position.y > row:
            return self._setting.end_of(row) if behind else self._setting.place_of(row)
        offset = line.offset_of(max(0, position.x - self._lead(row).characters))
        return line.block, max(line.start, min(offset, line.end))

    def _selection_range(self) -> tuple[Place, Place] | None:
        selection = self.text_selection if self.is_mounted else None
        if selection is None or not self._setting or not self._setting.lines:
            return None
        start = self._place_at(selection.start or Offset(0, 0), False)
        end = self._place_at(selection.end or Offset(0, len(self._setting.lines)), True)
        if self._pointer:
            # On the right half of a han Textual means the character behind it.
            first, last = (self._under(*pointer) for pointer in sorted(self._pointer))
            if first and start == (first[0], first[1] + 1):
                start = first
            if last and end == (last[0], last[1] + 2):
                end = last[0], last[1] + 1
        return (start, end) if start < end else None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text without the breaks of the lines it is set in; one newline between blocks."""
        found = self._selection_range()
        if not found or not self._setting:
            return None
        (first, start), (last, end) = found
        texts = [
            text[start if block == first else 0 : end if block == last else len(text)]
            for block, text in enumerate(self._setting.texts[first : last + 1], first)
        ]
        return "\n".join(text for text in texts if text), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaint the lines that are now selected and were not, or the other way round."""
        if self.text_selection is None:
            self._anchor = None
        before, self._painted = self._painted, self._selection_range()
        if not self._setting or before == self._painted:
            return
        now = self._painted
        changed: list[tuple[Place, Place]] = []
        if before and now:
            changed = [(min(pair), max(pair)) for pair in zip(before, now, strict=True) if pair[0] != pair[1]]
        elif shown := before or now:
            changed = [shown]
        for pair in changed:
            first, last = self._setting.line_of(*pair[0]), self._setting.line_of(*pair[1])
            self.refresh_lines(first, last - first + 1)

    # -- mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if self._setting:
            row = self.scroll_offset.y + event.y
            self._drop_cursor()
            self._pressed = self._setting.place_of(row)[0]
            self._pointer = (row, event.x), (row, event.x)
            self._pressing = True

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressing and self._pointer:
            self._pointer = self._pointer[0], (self.scroll_offset.y + event.y, event.x)
            self.selection_updated(self.text_selection)

    def on_mouse_up(self) -> None:
        self._pressing = False

    def _under(self, row: int, x: int) -> Place | None:
        """The character at a cell of the pane; None beside the text."""
        if not self._setting or not 0 <= row < len(self._setting.lines):
            return None
        line, column = self._setting.lines[row], x - self._margin
        if line.block < 0 or not line.left <= column < line.left + line.width:
            return None
        return line.block, offset_at(self._setting, line, column)

    async def _on_click(self, event: events.Click) -> None:
        event.prevent_default()  # Textual would select the whole widget (issue 6633 there)
        row = self.scroll_offset.y + event.y
        if not self._setting or self._article is None or not 0 <= row < len(self._setting.lines):
            return
        line = self._setting.lines[row]
        if line.block < 0:
            return
        if event.chain == 1 and (line.role == "jump" or self._jump_under(row, event.x)):
            mark = self._jump_under(row, event.x) or self._jump_in(line.block)
            self.post_message(self.JumpActivated(self, self._article, line.block, mark.forward if mark else None))
        elif event.chain == 2 and (place := self._under(row, event.x)):
            self._select_word(*place)
        elif event.chain == 3:
            self.workers.cancel_group(self, "word")
            self.select(line.block, *self._setting.bounds(line.block))

    def _jump_under(self, row: int, x: int) -> JumpMark | None:
        """The jump mark at a cell of the pane; None where the mouse was moved before it was let go."""
        if (place := self._under(row, x)) and (not self._pointer or self._pointer[0] == self._pointer[1]):
            block, offset = place
            return next((m for m in self._jumps if m.block == block and m.start <= offset < m.end), None)
        return None

    def _jump_in(self, block: int) -> JumpMark | None:
        return next((mark for mark in self._jumps if mark.block == block), None)

    def _select_word(self, block: int, offset: int) -> None:
        assert self._setting
        article, text = self._article, self._setting.texts[block]

        def find() -> None:
            from paperterm.text.segment import word_at  # its dictionary takes half a second to load

            start, end = word_at(text, offset)
            self.app.call_from_thread(done, start, end)

        def done(start: int, end: int) -> None:
            if article is self._article and not worker.is_cancelled:
                self.select(block, start, end)

        worker = self.run_worker(find, group="word", exclusive=True, thread=True)

    def _live_spans(self, row: int) -> list[Span]:
        """The parts of a line under the selection and the text cursor."""
        assert self._setting
        line, spans = self._setting.lines[row], []
        found = self._selection_range()
        if found and line.block >= 0:
            (first, start), (last, end) = found
            if first <= line.block <= last:
                start, end = start if line.block == first else 0, end if line.block == last else line.end
                start, end = max(start, line.start), min(end, line.end)
                if start < end:
                    spans.append((start, end, "selection"))
        if self._cursor and line.block == self._cursor.block and line.start <= self._cursor.offset < line.end:
            spans.append((self._cursor.offset, self._cursor.offset + 1, "cursor"))
        return spans
