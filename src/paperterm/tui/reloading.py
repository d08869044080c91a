"""Part of the reader's screen: what others change in the library while one reads is shown, and the place stays."""

from __future__ import annotations

from time import monotonic

from paperterm.actions.answer import Failure
from paperterm.library.engine import UnknownId
from paperterm.library.records import StoredArticle
from paperterm.tui.joined import Joined
from paperterm.tui.language import t
from paperterm.tui.part import Part

POLL = 1.0
"""Seconds between two looks whether the library is another one."""
LONGEST = 10.0
"""Seconds after which a change is shown even while more are coming."""


class Reloading(Part):
    """The library as it is now."""

    _library_version: object = None
    _seen_version: object = None
    _changing_since = 0.0

    def watch_library(self) -> None:
        """From now on, show what another window or command writes."""
        self._look_at_library()  # what is read from here on is of the version that is seen now, or of a later one
        self.set_interval(POLL, self._look_at_library)

    def _look_at_library(self) -> None:
        self.run_worker(self._reload_if_other(), group="watch-library", exclusive=True)

    async def _reload_if_other(self) -> None:
        try:
            version = await self.background.read(self.session.library.version)
        except Failure:
            return  # the next reading says what is wrong
        if self._library_version is None or version == self._library_version:
            self._library_version = self._seen_version = version
            return
        settled, self._seen_version = version == self._seen_version, version
        if not settled and not self._changing_since:
            self._changing_since = monotonic()
        if settled or monotonic() - self._changing_since > LONGEST:
            # An import changes it every few milliseconds; it is read anew when that is over, or now and then.
            self._library_version, self._changing_since = version, 0.0
            self.reload_library()

    def reload_library(self) -> None:
        """Show the article and the list of issues as they are now, each at its place."""
        self.load_issues()
        if self.stored:
            self.run_worker(self._reload_article(self.stored), group="reload", exclusive=True)

    async def _reload_article(self, before: StoredArticle) -> None:
        try:
            now = await self.background.read(lambda: self._read_again(before))
        except Failure as failure:
            self.fail(failure)
            return
        if self.leaving or self.stored is not before:
            return
        if now is None:
            self.say(t("The article is no longer in the library; it stays here until you leave it."))
        elif now != before:
            self._put_in_place(before, now)

    def _read_again(self, before: StoredArticle) -> StoredArticle | None:
        try:
            return self.session.library.article(before.head.id)
        except UnknownId:
            return None

    def _put_in_place(self, before: StoredArticle, now: StoredArticle) -> None:
        """Show the article as it is now, what stood on top of the pane still there."""
        from paperterm.tui.placing import moved

        joined = self.joined or Joined((before,))
        (block, offset), selected = self.reading.place, self.reading.selected()
        # The continuations come back a moment later; until then what is below them is not there.
        there = Joined((now, *joined.parts[1:]))
        place = moved((block, offset), joined.article, there.article)
        self.stored, self.joined = now, there
        if self.found:
            self.found.renamed(before.head.id, now.head)
        self.reading.show(there.article, place, self.marks())
        if selected:
            begin = moved((selected.block, selected.start), joined.article, there.article)
            text = there.article.blocks[begin[0]].text
            if text.startswith(selected.text, begin[1]):
                self.reading.select(begin[0], begin[1], begin[1] + len(selected.text))
        self.tell_where()
        self.tell_far()
        self.load_rest()
        self.load_warnings()
        self.load_records()
        self.load_raw()
