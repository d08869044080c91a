"""Part of the reader's screen: back and forth through the places visited."""

from __future__ import annotations

from textual import on

from paperterm.tui.language import t
from paperterm.tui.part import Part
from paperterm.tui.visits import Visit, Visits
from paperterm.tui.widgets.article import ArticleView


class Revisiting(Part):
    """The places visited."""

    _visits: Visits | None = None
    _bound_for: Visit | None = None
    """Where one goes back or forth to, while its article is being opened."""

    @property
    def visits(self) -> Visits:
        if self._visits is None:
            self._visits = Visits()
        return self._visits

    def leap(self) -> None:
        """One is about to leave this place for another article, or for another place in this one."""
        if self.stored:
            self.visits.leave(Visit(self.stored.head.id, *self.reading.place))

    def arrived(self) -> None:
        """The article that was asked for is there, or cannot be had."""
        self._bound_for = None

    @on(ArticleView.Leapt)
    def _leapt(self, event: ArticleView.Leapt) -> None:
        if self.stored:
            self.visits.leave(Visit(self.stored.head.id, *event.place))

    def action_place_back(self) -> None:
        here = self._here()
        self._revisit(self.visits.back(here) if here else None, t("No place was visited before this one."))

    def action_place_forth(self) -> None:
        here = self._here()
        self._revisit(self.visits.forth(here) if here else None, t("No place was visited after this one."))

    def _here(self) -> Visit | None:
        if self._bound_for or not self.stored:
            return self._bound_for
        return Visit(self.stored.head.id, *self.reading.place)

    def _revisit(self, visit: Visit | None, otherwise: str) -> None:
        if visit is None:
            self.say(otherwise)
        elif self.stored and visit.article == self.stored.head.id and not self._bound_for:
            self.reading.go_to(visit.block, visit.offset)
            self.focus_article()
        else:
            self._bound_for = visit
            self.open_article(visit.article, (visit.block, visit.offset), revisit=True)
