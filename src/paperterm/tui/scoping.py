"""Part of the reader's screen: where the search bar looks, and in which order what it finds is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part
from paperterm.tui.scopes import LIBRARY, Scope

if TYPE_CHECKING:  # the first screen has no search bar
    from paperterm.library.records import Sort
    from paperterm.tui.widgets.find_bar import FindBar

ORDERS: tuple[Sort, ...] = ("rank", "newest", "oldest")


class Scoping(Part):
    """Where, and in which order."""

    scope = LIBRARY
    """Where the bar looks."""
    sort: Sort = "rank"
    """The order of its hits."""

    @property
    def find_bar(self) -> FindBar:
        from paperterm.tui.widgets.find_bar import FindBar

        return self.query_one("#search", FindBar)

    @property
    def query_shown(self) -> str:
        """The query whose hits are shown; "" where they were found in another way."""
        return self.find_bar.query_text if self.query("#search") else ""

    def make_room(self) -> None:
        """Show the hits, unless they are all in the article that is shown."""
        if self.scope.kind != "article":
            self.show_side("hits")
            self.remove_class("-reading")
        else:
            self.set_class(True, "-reading")

    def scopes(self) -> tuple[Scope, ...]:
        """Where one can search now."""
        if not (self.stored and self.joined):
            return (LIBRARY,)
        head = self.stored.head
        article = Scope("article", head.paper, head.date, tuple(part.head.id for part in self.joined.parts))
        return LIBRARY, Scope("issue", head.paper, head.date), article

    def ids_in(self, scope: Scope) -> tuple[str, ...] | None:
        """The articles of a scope; None for the whole library. Not for the interface's thread."""
        if scope.kind != "issue":
            return scope.ids or None
        pages = self.session.library.pages(scope.paper, scope.date)
        return tuple(article.id for page in pages for article in page.articles)

    def with_scope(self, query: str) -> str:
        """The query as it may be asked of the whole library: an issue can be named in it, an article cannot."""
        from paperterm.actions.narrowing import narrowed
        from paperterm.query import QueryError

        if self.scope.kind != "issue":
            return query
        try:
            for field, value in (("paper", self.scope.paper), ("date", self.scope.date)):
                query = narrowed(query, field, value) if value else query
        except QueryError:
            return query
        return query

    def tell_scope(self) -> None:
        orders = {"rank": "", "newest": t("newest first"), "oldest": t("oldest first")}
        self.find_bar.tell(self.scope.told, orders[self.sort])

    async def on_find_bar_wished(self, event: FindBar.Wished) -> None:
        if event.wish == "scope":
            scopes = self.scopes()
            at = next((number for number, scope in enumerate(scopes) if scope.kind == self.scope.kind), 0)
            self.scope = scopes[(at + 1) % len(scopes)]
            self.make_room()
            self.tell_scope()
            self.search_now(event.bar.query_text)
        elif event.wish == "sort":
            self.action_search_sort()
        else:
            await self.action_search_facets()

    def action_search_sort(self) -> None:
        if not self.query_shown.strip():
            self.say(told("There is nothing to put in order: press {search_open} to search."))
            return
        self.sort = ORDERS[(ORDERS.index(self.sort) + 1) % len(ORDERS)]
        told_orders = {
            "rank": t("The best hits first."),
            "newest": t("The newest hits first."),
            "oldest": t("The oldest hits first."),
        }
        self.say(told_orders[self.sort])
        self.tell_scope()
        self.search_now(self.query_shown)
