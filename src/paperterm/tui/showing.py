"""Part of the reader's screen: the article that is shown, and the place in it."""

from __future__ import annotations

from textual import on
from textual.timer import Timer
from textual.widget import Widget

from paperterm.actions.answer import Failure
from paperterm.actions.finding import where
from paperterm.library.records import StoredArticle
from paperterm.tui.language import t
from paperterm.tui.note_rows import Entry
from paperterm.tui.part import Part
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.bars import PlaceBar
from paperterm.tui.widgets.marks import Mark

Place = tuple[int, int]
KEEP_AFTER = 0.4
"""Seconds until a place that was scrolled to is kept: not with every key, and early enough to lose no second of reading."""


class Showing(Part):
    """Reading one article."""

    _place_kept: Timer | None = None
    """Runs while the place on the disk is not the one on the screen."""

    def open_article(
        self, id: str, place: Place | None = None, focus: bool = True, revisit: bool = False, saying: str = ""
    ) -> None:
        """Read an article and show it, at `place` or where it was left. `revisit`: one comes back to it, and it is to
        look as it did, `place` on top. `saying` is said when it is there."""
        asked_from = self.focused if focus else None
        self.run_worker(self._open(id, place, asked_from, revisit, saying), group="open", exclusive=True)

    async def _open(self, id: str, place: Place | None, asked_from: Widget | None, revisit: bool, saying: str) -> None:
        def work() -> tuple[StoredArticle, Place | None, list[Entry] | None]:
            stored = self.session.library.article(id)
            left = self.session.reading.place(stored.head.id)
            return stored, (left.block, left.offset) if left else None, self.read_kept((stored,))

        try:
            stored, left, kept = await self.patiently(work, t("Opening the article …"))
        except Failure as failure:
            self.arrived()
            self.fail(failure)
            return
        if self.leaving:
            return
        if not revisit:
            self.leap()
        self.arrived()
        self.kept_here = kept
        self.show_article(stored, place or left, in_middle=place is not None and not revisit)
        if asked_from is not None and self.focused is asked_from:  # else one has gone elsewhere meanwhile
            self.focus_article()
        if saying:
            self.say(saying)

    def show_article(self, stored: StoredArticle, place: Place | None, in_middle: bool = False) -> None:
        """Show an article, `place` on top or in the middle."""
        if self._place_kept:
            self.remember()
        self.stored = stored
        self.kept_unread.discard(stored.head.id)
        self.reading.show(self.show_alone(stored).article, None if in_middle else place, self.marks())
        if in_middle and place:
            self.reading.go_to(*place, middle=True)
        self.tell_where()
        self.call_after_refresh(self.tell_far)  # before, the pane has no height and nothing is read
        self.retell_keys()
        self.article_shown(stored.head.id)
        self.call_after_refresh(self.load_rest)
        self.call_after_refresh(self.load_warnings)
        self.load_raw()
        self.call_after_refresh(self.remember)

    def remember(self) -> None:
        """Keep where the reader is in this article."""
        if self._place_kept:
            self._place_kept.stop()
            self._place_kept = None
        if self.stored and self.joined:
            id, (block, offset) = self.stored.head.id, self.reading.place
            share = 0.0 if id in self.kept_unread else self.reading.share
            part, own = self.joined.part_at(block)

            def work() -> None:
                if part.head.id != id:  # first, since what was read last is the article that was opened
                    self.session.reading.remember(part.head.id, own or 0, offset, share)
                self.session.reading.remember(id, block, offset, share)

            self.background.write_later(work)

    def scrolled(self) -> None:
        """Called as the article scrolls: what the message says that comes later would be painted a frame later."""
        self.tell_far()
        self.tell_where()

    @on(ArticleView.PlaceChanged)
    def _place_changed(self) -> None:
        self.follow_article()
        if self._place_kept is None:
            self._place_kept = self.set_timer(KEEP_AFTER, self.remember)

    def tell_where(self) -> None:
        """Paper, date and page of what stands on top of the pane."""
        if part := self.part_here:
            column = f" · {part.article.column}" if part.article.column else ""
            self.query_one(PlaceBar).tell(where=where(part.head) + column)

    def tell_far(self) -> None:
        """How far one is, at the right end of the line above."""
        told = (self.count_told, self.warning_count, self.hit_number, f"{self.reading.share:.0%}")
        self.query_one(PlaceBar).tell(far="  ".join(filter(None, told)))

    def marks(self) -> list[Mark]:
        """What is marked in the article that is shown."""
        return [*self.warning_marks(), *self.record_marks(), *self.hit_marks()]

    def refresh_marks(self) -> None:
        self.reading.set_marks(self.marks())
