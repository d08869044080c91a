"""Part of the reader's screen: the tree of issues, and going from article to article."""

from __future__ import annotations

from textual import on

from paperterm.actions.answer import Failure
from paperterm.library.records import ArticleHead
from paperterm.tui.bindings import told
from paperterm.tui.issue_rows import (
    ArticleNode,
    IssueKey,
    IssueNode,
    IssueRows,
    Node,
    PageNode,
    PaperNode,
    SearchNode,
)
from paperterm.tui.language import retold, t
from paperterm.tui.panes import IssuesPane
from paperterm.tui.part import Part
from paperterm.tui.widgets.rows import RowList

FEW, MANY = 30, 1_000
"""Issues that are opened, and issues whose papers are opened, when a filter leaves no more."""


class Browsing(Part):
    """The issue list."""

    rows: IssueRows | None = None

    def load_issues(self, reveal: bool = False) -> None:
        """Read the list of issues, in the background, and show it with the open article's issue opened; with `reveal` the
        cursor goes to that article."""
        self.run_worker(self._load_issues(reveal), group="issues", exclusive=True)

    async def _load_issues(self, reveal: bool) -> None:
        open_issues = self.rows.open_issues if self.rows else frozenset[IssueKey]()
        shown = self.stored.head.id if self.stored else None
        if self.stored:
            open_issues |= {(self.stored.head.paper, self.stored.head.date)}
        unread, sifts = frozenset(self.kept_unread), self.sifts

        def work() -> tuple[IssueRows, frozenset[str], str]:
            heads = self.session.library.issues()
            read = self.session.reading.read_ids() - unread
            hints = samples_hints() if self.session.on_samples else ()
            if not sifts:
                rows, told_left, few = IssueRows(heads, hints), "", False
            else:
                left = self.sift(heads)
                ids, only_unread = left.articles, self.only_unread

                def fits(article: ArticleHead) -> bool:
                    unread = not only_unread or article.id == shown or article.id not in read
                    return unread and (ids is None or article.id in ids)

                above = (t("Only unread articles"),) if only_unread else ()
                rows = IssueRows(left.issues, hints, fits=fits, above=above)
                told_left = t("{count} of {total}", count=len(left.issues), total=len(heads))
                heads, few = left.issues, ids is not None and len(left.issues) <= FEW
                if len(heads) <= MANY:
                    for paper in dict.fromkeys(head.paper for head in heads):
                        rows.open_paper(paper)
            known = {(head.paper, head.date) for head in heads}
            for key in known if few else open_issues & known:
                rows.open_issue(key, self.session.library.pages(*key))
            return rows, read, told_left

        try:
            rows, read, told_left = await self.patiently(work, t("Reading the list of issues …"))
        except Failure as failure:
            self.tell_sifted(retold(failure.message)) if sifts else self.fail(failure)
            return
        if self.leaving:
            return
        self.tell_sifted(told_left)
        self._show_issues(rows, read, None if reveal else self._node())

    def _show_issues(self, rows: IssueRows, read: frozenset[str], before: Node | None) -> None:
        """Show another list, its cursor on what it was on, or else on the article that is shown."""
        self.rows = rows
        rows.set_searches(self.searches)
        shown = self.stored.head.id if self.stored else None
        rows.show(shown, read)
        at = rows.row_like(before) if before is not None else None
        if at is None:
            at = rows.index_of(shown) if shown else None
        self.issues.set_placeholder(t("Nothing fits.") if self.sifts else self.issues.empty)
        self.issues.set_source(rows, at or 0)

    def _node(self) -> Node | None:
        """What is under the list's cursor."""
        return self.rows.nodes[self.issues.cursor] if self.rows and 0 <= self.issues.cursor < len(self.rows) else None

    @property
    def issue_under_cursor(self) -> IssueKey | None:
        """Paper and date of what is under the list's cursor; None where that is no issue and nothing in one."""
        node = self._node()
        if isinstance(node, IssueNode):
            return node.key
        return node.issue if isinstance(node, PageNode | ArticleNode) else None

    @property
    def page_under_cursor(self) -> str | None:
        """The sha256 of the page under the list's cursor, or of the article's there, or of the issue's only one."""
        node = self._node()
        if isinstance(node, PageNode):
            return node.page.sha256
        if isinstance(node, ArticleNode) and self.rows:
            return self.rows.page_of(node)
        return None

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
        node = self._node()
        if not isinstance(node, SearchNode):
            self.say(told("{search_remove} removes a saved search; the cursor is on none."))
            return
        said = told("Removed the saved search {name}; {history_undo} brings it back.", name=node.search.name)
        self.change_notebook(said, lambda: self.session.notebook.remove("search", node.search.id))

    def action_article_unread(self) -> None:
        """Mark the article under the list's cursor, or the one that is shown, as unread; or as read."""
        node = self._node()
        in_list = self.focused is self.issues
        head = node.head if in_list and isinstance(node, ArticleNode) else self.stored.head if self.stored else None
        if head is None or self.rows is None or (in_list and not isinstance(node, ArticleNode)):
            self.say(t("Put the cursor on an article."))
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
            self.load_issues(reveal=True)
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


def samples_hints() -> tuple[str, ...]:
    """What stands below the sample pages."""
    return "", t("These are sample pages."), t("Read your own with:"), "paperterm import FOLDER"
