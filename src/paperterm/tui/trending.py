"""Part of the reader's screen: the way to the trends and back to the articles of one of their bars."""

from __future__ import annotations

from paperterm.tui.part import Part


class Trending(Part):
    """Counting over time what was searched for."""

    async def action_trends_open(self) -> None:
        from paperterm.tui.screens.trends import TrendsScreen
        from paperterm.tui.widgets.query_input import QueryInput

        bar = self.query("#search QueryInput").results(QueryInput)
        asked = next((line.value for line in bar), "")

        def done(query: str | None) -> None:
            if query is not None:
                self.search_for(query)

        await self.app.push_screen(TrendsScreen(self.session, self.background, asked), done)
