"""The command palette: the declared actions, with their keys beside them."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from paperterm.actions.keys import label
from paperterm.actions.reader import ACTIONS, ReaderAction


class Commands(Provider):
    """What can be done in the pane that had the focus."""

    def _here(self) -> list[ReaderAction]:
        pane = getattr(self.focused, "pane", "article")
        return [action for action in ACTIONS if pane in action.panes]

    async def discover(self) -> Hits:
        for action in self._here():
            yield DiscoveryHit(_named(action), partial(self._run, action), help=action.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._here():
            score = matcher.match(f"{action.title} {action.help}")
            if score > 0:
                shown = matcher.highlight(_named(action))
                yield Hit(score, shown, partial(self._run, action), help=action.help)

    async def _run(self, action: ReaderAction) -> None:
        await (self.focused or self.screen).run_action(action.target)


def _named(action: ReaderAction) -> str:
    """The action's title with its key beside it."""
    return f"{action.title}  {label(action.keys[0])}" if action.keys else action.title
