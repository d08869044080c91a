"""Part of the reader's screen: what looks wrong on the page that the article stands on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paperterm.actions.answer import Failure
from paperterm.model import Caution, Page
from paperterm.tui.language import retold, t, tn
from paperterm.tui.part import Part
from paperterm.tui.widgets.marks import Mark


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution with the article that holds its line, and the place there; without one where it is of no article."""

    caution: Caution
    article: str | None = None  # its id
    title: str = ""
    place: tuple[int, int] = (0, 0)  # block and offset


class TellingWarnings(Part):
    """Telling what looks wrong."""

    page_warnings: Sequence[Warned] = ()
    """Those of the page of the article that is shown."""
    _warned_page: str | None = None

    def load_warnings(self) -> None:
        """Read the warnings of the page, in the background, and show them."""
        page = self.stored.sha256 if self.stored else None
        if page != self._warned_page:
            self._warned_page, self.page_warnings = page, ()
            self.tell_far()
        self.run_worker(self._load_warnings(), group="warnings", exclusive=True)

    async def _load_warnings(self) -> None:
        stored = self.stored
        if stored is None:
            return

        def work() -> list[Warned]:
            page = self.session.library.page(stored.sha256)
            return placed(page, self.session.library.raw(stored.sha256) if page.warnings else "")

        try:
            found = await self.background.read(work)
        except Failure as failure:
            self.fail(failure)
            return
        if self.stored is stored and found != self.page_warnings:
            self.page_warnings = found
            self.refresh_marks()
            self.tell_far()

    def warning_marks(self) -> list[Mark]:
        """The lines of the article shown that a warning speaks of."""
        id = self.stored.head.id if self.stored else None
        return [Mark(*w.place, w.place[1], "warning") for w in self.page_warnings if w.article and w.article == id]

    @property
    def warning_count(self) -> str:
        """ "2 warnings", or "" for none."""
        count = len(self.page_warnings)
        return tn("{count} warning", "{count} warnings", count) if count else ""

    async def action_warning_list(self) -> None:
        from paperterm.tui.screens.warnings import WarningScreen

        if not self.page_warnings:
            self.say(t("Nothing looks wrong on this page."))
            return

        def done(warned: Warned | None) -> None:
            if warned:
                self._go_to_warning(warned)

        await self.app.push_screen(WarningScreen(self.page_warnings, self._nearest_warning()), done)

    def _nearest_warning(self) -> int:
        """The warning that a key explains first: the article's next one from where the reader is, else its last."""
        id, here = self.stored.head.id if self.stored else None, self.reading.cursor or self.reading.place
        own = [number for number, warned in enumerate(self.page_warnings) if warned.article and warned.article == id]
        below = [number for number in own if self.page_warnings[number].place >= here]
        if below:
            return min(below, key=lambda number: self.page_warnings[number].place)
        return max(own, key=lambda number: self.page_warnings[number].place, default=0)

    def _go_to_warning(self, warned: Warned) -> None:
        message = retold(warned.caution.message)
        if warned.article is None:
            line = t("Line {line} of the page stands in no article.", line=warned.caution.line)
            self.say(f"{line} {message}")
        elif self.stored and self.stored.head.id == warned.article:
            self.leap()
            self.reading.go_to(*warned.place, middle=True)
            self.focus_article()
            self.say(message)
        else:
            self.open_article(warned.article, warned.place, saying=message)


def placed(page: Page, raw: str) -> list[Warned]:
    """The page's cautions with their places. `raw` is the text of the page: a paragraph may have many lines."""
    from paperterm.parse.line_places import LinePlaces
    from paperterm.parse.lines import read_lines

    holders = {
        line: (article, index)
        for article in reversed(page.articles)
        for index, block in reversed(list(enumerate(article.blocks)))
        for line in block.lines
    }
    lines: LinePlaces | None = None
    found = []
    for caution in page.warnings:
        if caution.line not in holders:
            found.append(Warned(caution))
            continue
        article, index = holders[caution.line]
        block, offset = article.blocks[index], 0
        if caution.line != block.lines[0]:
            lines = lines or LinePlaces(read_lines(raw))
            offset = lines.offset_at(block, caution.line)
        found.append(Warned(caution, article.id, article.title, (index, offset)))
    return found
