"""Part of the reader's screen: the hits of the last search, and going from one to the next."""

from __future__ import annotations

from textual import on

from paperterm.library.records import Match
from paperterm.tui.bindings import told
from paperterm.tui.hit_rows import HitRows
from paperterm.tui.language import t
from paperterm.tui.panes import HitsPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.marks import Mark
from paperterm.tui.widgets.rows import RowList


class Hitting(Part):
    """What was found."""

    found: HitRows | None = None
    hit_index = -1
    """Which hit's article is open, -1 for none."""
    match_index = 0
    hits_total = 0
    """Articles that were found, listed or not."""

    def show_hits(self, found: HitRows | None, total: int) -> None:
        """List these hits, which are some of `total`; none of them is open yet."""
        self.found, self.hits_total = found, total
        self.hit_index, self.match_index = -1, 0
        self.hits.set_source(found)
        self.refresh_marks()
        self.tell_far()

    def open_hit(self) -> None:
        """Open the hit under the list's cursor; in the article that is shown go to the next one from here."""
        shown = self.found.index_of(self.stored.head.id) if self.found and self.stored else None
        if self.found and self.joined and shown is not None and self.scope.kind == "article":
            here, matches = self.reading.place, self.found.hits[shown].matches
            below = (number for number, match in enumerate(matches) if (match.block, match.start) >= here)
            self._go_to_hit(shown, next(below, 0))
        else:
            self.hits.activate()

    @on(RowList.Chosen)
    def _hit_chosen(self, event: RowList.Chosen) -> None:
        if isinstance(event.rows, HitsPane):
            self._go_to_hit(event.index, 0)

    def _go_to_hit(self, index: int, match: int) -> None:
        if not self.found:
            return
        hit = self.found.hits[index]
        self.hit_index = index
        self.match_index = match if match >= 0 else len(hit.matches) - 1
        self.hits.go(index)
        place = self._match_place()
        if self.stored and self.stored.head.id == hit.head.id:
            if place:
                self.leap()
                self.reading.go_to(*place, middle=True)
            self.focus_article()
            self.refresh_marks()
            self.tell_far()
        else:
            self.open_article(hit.head.id, place)

    def _match_place(self) -> tuple[int, int] | None:
        matches = self._matches()
        if not 0 <= self.match_index < len(matches):
            return None
        return matches[self.match_index].block, matches[self.match_index].start

    def _matches(self) -> tuple[Match, ...]:
        """The matches in the hit that was opened last."""
        if not self.found or not 0 <= self.hit_index < len(self.found.hits):
            return ()
        return self.found.hits[self.hit_index].matches

    def hit_marks(self) -> list[Mark]:
        """What was found in the article that is shown."""
        if not self.found or not self.joined:
            return []
        marks: list[Mark] = []
        for part in self.joined.parts:
            index, first = self.found.index_of(part.head.id), self.joined.start_of(part.head.id)
            if index is None or first is None:
                continue
            current = self.match_index if index == self.hit_index else -1
            marks += (
                Mark(first + m.block, m.start, m.end, "current" if number == current else "hit")
                for number, m in enumerate(self.found.hits[index].matches)
            )
        return marks

    @property
    def hit_place(self) -> tuple[int, int]:
        """Which hit's article is open (-1: none), and which of its places was gone to."""
        return self.hit_index, self.match_index

    @property
    def hit_number(self) -> str:
        """ "3/17": which place of the open hit this is; "" while none is shown."""
        matches = self._matches()
        if (
            not matches
            or not self.found
            or not self.stored
            or self.found.hits[self.hit_index].head.id != self.stored.head.id
        ):
            return ""
        return f"{self.match_index + 1}/{len(matches)}"

    def action_hit_next(self) -> None:
        self._step_hit(self.times)

    def action_hit_previous(self) -> None:
        self._step_hit(-self.times)

    def _step_hit(self, step: int) -> None:
        if not self.found:
            self.say(told("There is nothing to go to: press {search_open} to search."))
            return
        if self.hit_index < 0:
            self._go_to_hit(self.hits.cursor, 0)
            return
        hit, at = self._hit_further(step)
        if (hit, at) != (self.hit_index, self.match_index):
            self._go_to_hit(hit, at)
        else:
            self.say(t("This is the last hit.") if step > 0 else t("This is the first hit."))

    def _hit_further(self, step: int) -> tuple[int, int]:
        """The hit and its match `step` places on, or the last there is on that way. A hit without a place is one place."""
        assert self.found
        hits, hit, at = self.found.hits, self.hit_index, self.match_index
        while step > 0:
            left = max(1, len(hits[hit].matches)) - 1 - at
            if step <= left or hit + 1 == len(hits):
                return hit, at + min(step, left)
            hit, at, step = hit + 1, 0, step - left - 1
        while step < 0:
            if -step <= at or hit == 0:
                return hit, max(0, at + step)
            hit, at, step = hit - 1, max(1, len(hits[hit - 1].matches)) - 1, step + at + 1
        return hit, at
