"""What one wrote, and below it the passage where it stands in its article."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from paperterm.model import Article
from paperterm.notebook.records import Highlight, Note
from paperterm.notebook.values import local
from paperterm.tui.note_rows import Entry, colour_name, state_name
from paperterm.tui.setting import shown
from paperterm.tui.widgets.article_pane import ArticlePane
from paperterm.tui.widgets.marks import Mark


class NotePreview(Vertical):
    """Shows one entry of the list beside it. Takes no keys."""

    def compose(self) -> ComposeResult:
        yield Static(id="preview-note", markup=False)
        passage = ArticlePane(id="preview-article")
        passage.can_focus = False
        yield passage

    def show_note(self, entry: Entry | None) -> None:
        """What was written; None empties the preview."""
        self.query_one("#preview-note", Static).update(_told(entry) if entry else "")
        if entry is None:
            self.query_one(ArticlePane).show(None)

    def show_passage(self, article: Article | None, entry: Entry) -> None:
        """The article around the place of the entry."""
        where = entry.placement
        marks = []
        if where.block is not None and where.start is not None and where.end is not None:
            marks.append(Mark(where.block, where.start, where.end, "current"))
        pane = self.query_one(ArticlePane)
        pane.show(article, None, marks)
        if marks:
            pane.go_to(marks[0].block, marks[0].start, middle=True)


def _told(entry: Entry) -> Text:
    record = entry.record
    text = Text(shown(entry.title), style="bold")
    text.append(f"\n{shown(entry.where)}{state_name(entry.placement)}\n", "not bold dim")
    if isinstance(record, Note):
        text.append(f"\n{shown(record.text)}\n", "not bold")
    if entry.placement.state != "placed" and record.anchor.exact:
        text.append(f"\n「{shown(record.anchor.exact)}」\n", "not bold italic")
    about = [colour_name(record.colour)] if isinstance(record, Highlight) else []
    about += [f"#{shown(tag)}" for tag in record.tags]
    moments = dict.fromkeys(local(moment) for moment in (record.created, record.changed))
    text.append("\n" + "  ".join((*about, " → ".join(moments))), "not bold dim")
    return text
