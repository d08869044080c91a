"""Part of the reader's screen: the guided tour above the bottom line."""

from __future__ import annotations

from textual.widgets import Static

from paperterm.tui.bindings import told
from paperterm.tui.part import Part
from paperterm.tui.tour import Seen, Tour

LOOK = 0.15
"""Seconds between two looks at what was done."""


class Touring(Part):
    """The tour, where one was asked for."""

    _tour: Tour | None = None

    def begin_tour(self) -> None:
        """Tell the first step and look what is done from now on."""
        self._tour = Tour(self._seen())
        self.run_worker(self._begin_tour(), group="tour")

    async def _begin_tour(self) -> None:
        await self.mount(Static(id="tour", markup=False), before="#keys")
        self._tell_step()
        self.set_interval(LOOK, self._look)

    def action_tour_skip(self) -> None:
        if self._tour and self._tour.skip(self._seen()):
            self._tell_step()

    def _look(self) -> None:
        if self._tour and not self.leaving and self._tour.look(self._seen()):
            self._tell_step()

    def _tell_step(self) -> None:
        assert self._tour
        skip = "" if self._tour.over else told("  ({tour_skip}: next step)")
        self.query_one("#tour", Static).update(self._tour.text + skip)

    def _seen(self) -> Seen:
        from paperterm.tui.screens.help import HelpScreen

        kept = [entry.kind for entry in self.kept_here or ()]
        return Seen(
            article=self.stored.head.id if self.stored else None,
            place=self.reading.place,
            pane=getattr(self.focused, "pane", ""),
            hit=self.hit_place,
            bookmarks=kept.count("bookmark"),
            notes=kept.count("note"),
            helped=any(isinstance(screen, HelpScreen) for screen in self.app.screen_stack),
        )
