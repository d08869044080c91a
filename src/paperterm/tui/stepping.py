"""Part of the reader's screen: from article to article, from issue to issue, to what was not read yet."""

from __future__ import annotations

import threading
from collections.abc import Callable

from paperterm.actions.answer import Failure
from paperterm.library.engine import Engine
from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part


class Stepping(Part):
    """Going on."""

    def action_article_next(self) -> None:
        self._step(self.times, t("This is the last article."))

    def action_article_previous(self) -> None:
        self._step(-self.times, t("This is the first article."))

    def _step(self, step: int, otherwise: str) -> None:
        if self.stored:
            id = self.stored.head.id

            def find(library: Engine) -> str | None:
                from paperterm.actions.onward import furthest

                return library.neighbour(id, step) or furthest(library, id, step)

            self._go(find, t("Looking for the article …"), otherwise)

    def action_issue_next(self) -> None:
        self._step_issue(self.times, t("This is the last issue in the list."))

    def action_issue_previous(self) -> None:
        self._step_issue(-self.times, t("This is the first issue in the list."))

    def _step_issue(self, step: int, otherwise: str) -> None:
        if self.stored:
            issue = self.stored.head.paper, self.stored.head.date

            def find(library: Engine) -> str | None:
                from paperterm.actions.onward import in_other_issue

                return in_other_issue(library, issue, step)

            self._go(find, t("Looking for the issue …"), otherwise)

    def action_article_next_unread(self) -> None:
        if not self.stored:
            return
        id, unread, stop = self.stored.head.id, frozenset(self.kept_unread), threading.Event()

        def find(library: Engine) -> str | None:
            from paperterm.actions.onward import next_unread

            return next_unread(library, id, self.session.reading.read_ids() - unread | {id}, stop.is_set)

        self._go(find, t("Looking for what is unread …"), t("Every other article is read."), stop)

    def _go(
        self, find: Callable[[Engine], str | None], telling: str, otherwise: str, stop: threading.Event | None = None
    ) -> None:
        """Open the article that `find` finds; where there is none, say so."""
        self.run_worker(self._find(find, telling, otherwise, stop), group="open", exclusive=True)

    async def _find(
        self, find: Callable[[Engine], str | None], telling: str, otherwise: str, stop: threading.Event | None
    ) -> None:
        try:
            other = await self.patiently(lambda: find(self.session.library), telling, stop)
        except Failure as failure:
            self.fail(failure)
            return
        if other is None:
            self.say(otherwise)
        else:
            self.open_article(other)

    # -- within the article

    def action_section_next(self) -> None:
        if not self.reading.scroll_sections(self.times):
            self.say(t("No section begins below."))

    def action_section_previous(self) -> None:
        if not self.reading.scroll_sections(-self.times):
            self.say(t("No section begins above."))

    def action_place_share(self) -> None:
        """To that share of what has the keys."""
        from paperterm.tui.panes import ListPane, RawPane, ReadingPane

        share = self.count_given
        if share is None:
            self.say(told("Type how far first: 50{place_share} goes to the middle."))
        elif isinstance(self.focused, ReadingPane | RawPane):
            self.focused.scroll_to_share(min(share, 100) / 100)
        elif isinstance(self.focused, ListPane):
            self.focused.go(self.focused.length * min(share, 100) // 100)
