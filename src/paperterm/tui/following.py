"""Part of the reader's screen: 下转第N版 and 上接第N版, followed across the pages of an issue."""

from __future__ import annotations

from textual import on

from paperterm.actions.answer import Failure
from paperterm.actions.jumps import jump_target
from paperterm.tui.part import Part
from paperterm.tui.widgets.article import ArticleView


class Following(Part):
    """Jumps."""

    def action_jump_follow(self) -> None:
        if self.stored:
            self.run_worker(self._follow(), group="open", exclusive=True)

    @on(ArticleView.JumpActivated)
    def _jump_clicked(self) -> None:
        self.action_jump_follow()

    async def _follow(self) -> None:
        stored = self.stored
        if stored is None:
            return
        try:
            target = await self.background.read(lambda: jump_target(self.session.library, stored))
        except Failure as failure:
            self.say(failure.message)
            return
        self.open_article(target)
