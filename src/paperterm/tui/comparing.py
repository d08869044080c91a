"""Part of the reader's screen: the raw text of the page beside the article, each at the place of the other."""

from __future__ import annotations

from pathlib import Path

from textual import on

from paperterm.actions.answer import Failure
from paperterm.tui.language import t
from paperterm.tui.panes import RawPane
from paperterm.tui.part import Part
from paperterm.tui.raw import Alignment, read_page
from paperterm.tui.widgets.raw_text import RawText

Place = tuple[int, int]


class Comparing(Part):
    """The raw page."""

    _compared: tuple[str, Alignment] | None = None
    """The id of the part of the article whose page is shown, and how its lines belong to it."""
    _led_to: Place | None = None
    """The place that the article was led to by the raw text, and need not lead back from."""

    @property
    def raw(self) -> RawPane:
        return self.query_one(RawPane)

    @property
    def comparing(self) -> bool:
        """Is the raw text shown?"""
        return self.has_class("-raw")

    def action_raw_toggle(self) -> None:
        if self.comparing:
            self.stop_comparing()
            self.focus_article()
            return
        self.remove_class("-keeping")
        self.add_class("-raw")
        self.focus_raw() if self.has_class("-narrow") else self.focus_article()
        self.load_raw()
        if self.stored:
            self.say(t("The page as it was read: {file}", file=Path(self.stored.head.source).name))

    def stop_comparing(self) -> None:
        self.remove_class("-raw")
        self._compared = None

    def load_raw(self) -> None:
        """Show the raw text of the page that stands on top of the article, where raw text is shown at all."""
        if self.comparing:
            self.run_worker(self._load_raw(), group="raw", exclusive=True)

    async def _load_raw(self) -> None:
        part = self.part_here
        if part is None:
            return
        try:
            lines, alignment = await self.background.read(
                lambda: read_page(self.session.library.raw(part.sha256), part.article)
            )
        except Failure as failure:
            self.fail(failure)
            return
        if self.leaving or not self.comparing or self.part_here is not part:
            return
        self._compared = part.head.id, alignment
        self.raw.show(lines, alignment.lines)
        self.follow_article()
        self.call_after_refresh(self.tell_far)  # the article has another breadth beside it

    def follow_article(self) -> None:
        """Bring the raw text to where the article is."""
        if not self.comparing or self.joined is None:
            return
        place = self.reading.place
        if self._led_to != place:
            self._led_to = None
        part, own = self.joined.part_at(place[0])
        if self._compared is None or self._compared[0] != part.head.id:
            self.load_raw()
            return
        alignment = self._compared[1]
        block, offset = (own, place[1]) if own is not None else (0, 0)
        line, into = self.raw.top if self._led_to else alignment.line_of(block, offset)
        self.raw.go_to(line, into, alignment.lines_of(block))

    @on(RawText.Scrolled)
    def _raw_scrolled(self, event: RawText.Scrolled) -> None:
        if self._compared is None or self.joined is None:
            return
        id, alignment = self._compared
        place, first = alignment.place_of(event.line, event.offset), self.joined.start_of(id)
        if place is None or first is None:
            return
        self.reading.go_to(first + place[0], place[1])
        self._led_to = self.reading.place
        self.raw.go_to(*self.raw.top, alignment.lines_of(self.joined.part_at(self._led_to[0])[1] or 0))
