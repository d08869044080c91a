"""Part of the reader's screen: 下转第N版 and 上接第N版, followed across the pages of an issue and read on in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from paperterm.actions.answer import Failure
from paperterm.library.records import StoredArticle
from paperterm.model import Article
from paperterm.tui.joined import Joined
from paperterm.tui.part import Part
from paperterm.tui.widgets.article import ArticleView

if TYPE_CHECKING:
    from paperterm.parse.jump_marks import JumpMark
    from paperterm.tui.note_rows import Entry

Place = tuple[int, int]


class Following(Part):
    """Jumps."""

    joined: Joined | None = None
    """The article that is shown, with the continuations below it as soon as they are found."""
    _begun_before = False
    """Was a beginning of the article found on another page?"""

    def show_alone(self, stored: StoredArticle) -> Joined:
        """The article before its continuations are looked for."""
        self.joined, self._begun_before = Joined((stored,)), False
        return self.joined

    def load_rest(self) -> None:
        """Look for the article's continuations, in the background, and show them below it."""
        self.run_worker(self._load_rest(), group="rest", exclusive=True)

    async def _load_rest(self) -> None:
        stored = self.stored
        if stored is None:
            return

        def work() -> tuple[Joined, bool, list[JumpMark], list[Entry] | None]:
            jumps = self.session.jumps
            joined = Joined((stored, *jumps.rest(stored)))
            jumping = (
                len(joined.parts) > 1 or stored.article.jump_to is not None or stored.article.jump_from is not None
            )
            marks = marks_of(joined.article) if jumping else []
            return joined, jumps.beginning(stored) is not None, marks, self.read_kept(joined.parts)

        try:
            joined, begun_before, marks, kept = await self.background.read(work)
        except Failure as failure:
            self.fail(failure)
            return
        if self.leaving or self.stored is not stored:
            return
        self.joined, self._begun_before = joined, begun_before
        if kept is not None:
            self.kept_here = kept
        self.reading.set_jumps(marks)
        if len(joined.parts) > 1:
            self.reading.lengthen(joined.article)
            self.refresh_marks()
            self.tell_far()
        self.retell_keys()

    @property
    def part_here(self) -> StoredArticle | None:
        """The part of the article that stands on top of the pane."""
        return self.joined.part_at(self.reading.place[0])[0] if self.joined else None

    def jump_keys(self) -> dict[str, bool]:
        """Whether the keys that follow jumps have anything to do here, by action; f goes back where it goes nowhere else."""
        article = self.stored.article if self.stored else None
        on_elsewhere = article is not None and article.jump_to is not None
        onward = on_elsewhere or (self.joined is not None and len(self.joined.parts) > 1)
        back = self._begun_before or (article is not None and article.jump_from is not None)
        return {"jump.follow": onward or back, "jump.back": onward and back}

    # -- following

    def action_jump_follow(self) -> None:
        self._follow(self.part_here, None)

    def action_jump_back(self) -> None:
        self._follow(self.part_here, False)

    @on(ArticleView.JumpActivated)
    def _jump_clicked(self, event: ArticleView.JumpActivated) -> None:
        if self.joined and event.article is self.joined.article:
            part, _ = self.joined.part_at(event.block)
            self._follow(part, event.forward)

    def _follow(self, part: StoredArticle | None, forward: bool | None) -> None:
        if part:
            self.run_worker(self._open_other(part, forward), group="open", exclusive=True)

    async def _open_other(self, part: StoredArticle, forward: bool | None) -> None:
        """Open the continuation at its first words, or the beginning at its jump line; with None the one there is."""

        def work() -> tuple[str, Place]:
            jumps = self.session.jumps
            onward = jumps.leads_on(part) if forward is None else forward
            id = jumps.target(part, onward)
            return id, landing(self.session.library.article(id).article, onward)

        try:
            id, place = await self.background.read(work)
        except Failure as failure:
            self.say(failure.message)
            return
        self.open_article(id, place)


def marks_of(article: Article) -> list[JumpMark]:
    """Where 下转 and 上接 stand."""
    from paperterm.parse.jump_marks import jump_marks  # its patterns take longer than the first screen may

    return list(jump_marks(article.blocks))


def landing(article: Article, onward: bool) -> Place:
    """Where reading goes on after a jump: at the first words of a continuation, at the mark of a beginning."""
    marks = [mark for mark in marks_of(article) if mark.forward != onward]
    blocks = article.blocks
    if not onward:
        return (marks[-1].block, marks[-1].start) if marks else (max(0, len(blocks) - 1), 0)
    body = next((number for number, block in enumerate(blocks) if block.role == "body"), 0)
    return body, next((mark.end for mark in marks if mark.block == body and mark.end < len(blocks[body].text)), 0)
