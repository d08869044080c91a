"""Part of the reader's screen: the tree of issues, and going from article to article."""

from __future__ import annotations

from textual import on

from paperterm.actions.answer import Failure
from paperterm.tui.bindings import told
from paperterm.tui.issue_rows import ArticleNode, IssueKey, IssueNode, IssueRows, PaperNode, SearchNode
from paperterm.tui.language import t
from paperterm.tui.panes import IssuesPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.rows import RowList


class Browsing(Part):
    """The issue list."""

    rows: IssueRows | None = None

    def load_issues(self) -> None:
        """Read the list of issues, in the background, and show it with the open article's issue opened."""
        self.run_worker(self._load_issues(), group="issues", exclusive=True)

    async def _load_issues(self) -> None:
        open_issues = self.rows.open_issues if self.rows else frozenset[IssueKey]()
        if self.stored:
            open_issues |= {(self.stored.head.paper, self.stored.head.date)}

        def work() -> IssueRows:
            heads = self.session.library.issues()
            known = {(head.paper, head.date) for head in heads}
            rows = IssueRows(heads, samples_hints() if self.session.on_samples else ())
            for key in open_issues & known:
                rows.open_issue(key, self.session.library.pages(*key))
            return rows

        try:
            rows = await self.background.read(work)
            read = await self.background.read(self.session.reading.read_ids)
        except Failure as failure:
            self.fail(failure)
            return
        if self.leaving:
            return
        self.rows = rows
        rows.set_searches(self.searches)
        shown = self.stored.head.id if self.stored else None
        rows.show(shown, read)
        self.issues.set_source(rows, (rows.index_of(shown) if shown else None) or 0)

    def article_shown(self, id: str) -> None:
        """The reader shows another article: mark it in the list."""
        if self.rows:
            self.rows.show(id, self.rows.read | {id})
            self.issues.reload()

    def show_searches(self) -> None:
        """The saved searches are others now."""
        if self.rows:
            before, at = len(self.rows), self.issues.cursor
            self.rows.set_searches(self.searches)
            self.issues.reload()
            if len(self.rows) != before and at >= 0:
                self.issues.go(max(0, at + len(self.rows) - before))

    def action_search_remove(self) -> None:
        node = self.rows.nodes[self.issues.cursor] if self.rows and self.issues.cursor >= 0 else None
        if not isinstance(node, SearchNode):
            self.say(told("{search_remove} removes a saved search; the cursor is on none."))
            return
        said = told("Removed the saved search {name}; {history_undo} brings it back.", name=node.search.name)
        self.change_notebook(said, lambda: self.session.notebook.remove("search", node.search.id))

    def action_article_unread(self) -> None:
        """Mark the article under the list's cursor, or the one that is shown, as unread; or as read."""
        node = self.rows.nodes[self.issues.cursor] if self.rows and self.issues.cursor >= 0 else None
        in_list = self.focused is self.issues
        head = node.head if in_list and isinstance(node, ArticleNode) else self.stored.head if self.stored else None
        if head is None or self.rows is None or (in_list and not isinstance(node, ArticleNode)):
            return
        read = head.id not in self.rows.read
        (self.kept_unread.discard if read else self.kept_unread.add)(head.id)
        self.background.write_later(lambda: self.session.reading.mark(head.id, read))
        self.rows.show(self.stored.head.id if self.stored else None, self.rows.read ^ {head.id})
        self.issues.reload()
        marked = t("Marked as read: {title}", title=head.title)
        self.say(marked if read else t("Marked as unread: {title}", title=head.title))

    def reveal_shown(self) -> None:
        """Put the list's cursor on the article that is shown, opening its issue if need be."""
        if not (self.rows and self.stored):
            return
        index = self.rows.index_of(self.stored.head.id)
        if index is None:
            self.load_issues()
        else:
            self.issues.go(index)

    @on(RowList.Chosen)
    def _issue_row_chosen(self, event: RowList.Chosen) -> None:
        if not isinstance(event.rows, IssuesPane) or not self.rows:
            return
        node = self.rows.nodes[event.index]
        if isinstance(node, ArticleNode):
            self.open_article(node.head.id)
        elif isinstance(node, SearchNode):
            self.search_for(node.search.query)
        elif self.rows.is_open(node):
            self.rows.close(node)
            self.issues.reload()
        elif isinstance(node, PaperNode):
            self.rows.open_paper(node.paper)
            self.issues.reload()
        elif isinstance(node, IssueNode):
            self.run_worker(self._open_issue(node.key), group="issues")

    async def _open_issue(self, key: IssueKey) -> None:
        try:
            pages = await self.background.read(lambda: self.session.library.pages(*key))
        except Failure as failure:
            self.fail(failure)
            return
        if self.rows:
            self.rows.open_issue(key, pages)
            self.issues.reload()

    def action_list_close(self) -> None:
        if not self.rows or self.issues.cursor < 0:
            return
        index = self.issues.cursor
        node = self.rows.nodes[index]
        if self.rows.is_open(node):
            self.rows.close(node)
        else:
            index = self.rows.parent_of(index)
        self.issues.reload()
        self.issues.go(index)

    # -- from article to article

    def action_article_next(self) -> None:
        self._step(1)

    def action_article_previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.stored:
            self.run_worker(self._to_neighbour(self.stored.head.id, step), group="open", exclusive=True)

    async def _to_neighbour(self, id: str, step: int) -> None:
        try:
            other = await self.background.read(lambda: self.session.library.neighbour(id, step))
        except Failure as failure:
            self.fail(failure)
            return
        if other is None:
            self.say(t("This is the last article.") if step > 0 else t("This is the first article."))
        else:
            self.open_article(other)


def samples_hints() -> tuple[str, ...]:
    """What stands below the sample pages."""
    return "", t("These are sample pages."), t("Read your own with:"), "paperterm import FOLDER"
