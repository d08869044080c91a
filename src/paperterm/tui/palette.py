"""The command palette: the declared actions, with their keys beside them."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from paperterm.actions.reader import ACTIONS, ReaderAction
from paperterm.tui.bindings import keys, told
from paperterm.tui.language import t


class Commands(Provider):
    """What can be done in the pane that had the focus."""

    def _here(self) -> list[ReaderAction]:
        pane = getattr(self.focused, "pane", "article")
        return [action for action in ACTIONS if pane in action.panes]

    async def discover(self) -> Hits:
        for action in self._here():
            yield DiscoveryHit(_named(action), partial(self._run, action), help=told(action.help))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._here():
            score = max(matcher.match(f"{t(action.title)} {told(action.help)}"), matcher.match(action.title))
            if score > 0:
                yield Hit(score, matcher.highlight(_named(action)), partial(self._run, action), help=told(action.help))

    async def _run(self, action: ReaderAction) -> None:
        await (self.focused or self.screen).run_action(action.target)


def _named(action: ReaderAction) -> str:
    """Its title with its keys behind it."""
    return "  ".join((t(action.title), *keys(action.id)))
