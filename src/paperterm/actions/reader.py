"""Everything a key does in the reader, declared once: bindings, footer, help and palette are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Pane = Literal["issues", "hits", "notes", "article", "raw"]
LISTS: tuple[Pane, ...] = ("issues", "hits", "notes")
PANES: tuple[Pane, ...] = (*LISTS, "article", "raw")


@dataclass(frozen=True, slots=True)
class ReaderAction:
    """`keys` are Textual's names of keys, the first the one that help shows; without any it is reached by the palette.
    A number typed before a key says how often, where that makes sense: digits are no keys of actions.
    `panes` are those where it applies. `footer` is its word in the footer, "" for none."""

    id: str
    title: str
    help: str
    keys: tuple[str, ...]
    panes: tuple[Pane, ...] = PANES
    footer: str = ""
    beyond: bool = False  # it applies in one pane, but what it does concerns others too

    @property
    def target(self) -> str:
        """What Textual runs: a method of the pane ("list_down"), or of the screen ("screen.article_next")."""
        return f"screen.{self.method}" if self.beyond or self.panes == PANES else self.method

    @property
    def method(self) -> str:
        """The name of the action's method, without "action_": "article.next" -> "article_next"."""
        return self.id.replace(".", "_").replace("-", "_")


ARTICLE: tuple[Pane, ...] = ("article",)
READING: tuple[Pane, ...] = ("article", "raw")
NOTES: tuple[Pane, ...] = ("notes",)

ACTIONS = (
    ReaderAction("list.open", "Open", "Open the article under the cursor; open or close a paper or an issue.", ("enter", "l", "right"), LISTS, "open"),
    ReaderAction("list.down", "Down", "One row down.", ("j", "down"), LISTS),
    ReaderAction("list.up", "Up", "One row up.", ("k", "up"), LISTS),
    ReaderAction("list.page-down", "Page down", "One page down.", ("pagedown", "ctrl+f", "space"), LISTS),
    ReaderAction("list.page-up", "Page up", "One page up.", ("pageup", "ctrl+b"), LISTS),
    ReaderAction("list.half-down", "Half a page down", "Half a page down.", ("ctrl+d",), LISTS),
    ReaderAction("list.half-up", "Half a page up", "Half a page up.", ("ctrl+u",), LISTS),
    ReaderAction("list.first", "First row", "To the first row; with a number before it, to the row with that number.", ("g", "home"), LISTS),
    ReaderAction("list.last", "Last row", "To the last row; with a number before it, to the row with that number.", ("G", "end"), LISTS),
    ReaderAction("list.seek", "Go to row", "To a row by its words, as one types them, or by the initials of their pinyin.", ("semicolon",), LISTS, beyond=True),
    ReaderAction("list.close", "Close branch", "Close the issue or paper under the cursor, or go up to it.", ("h", "left"), ("issues",), beyond=True),
    ReaderAction("search.remove", "Remove search", "Remove the saved search under the cursor (^S in the search bar saves one).", ("d", "delete"), ("issues",), beyond=True),
    ReaderAction("article.unread", "Read or unread", "Mark the article under the list's cursor, or the one shown, as unread or read.", ("U",), ("issues", "article"), beyond=True),
    ReaderAction("article.down", "Scroll down", "One line down; moves the text cursor while there is one.", ("j", "down"), READING),
    ReaderAction("article.up", "Scroll up", "One line up.", ("k", "up"), READING),
    ReaderAction("article.page-down", "Page down", "One page down.", ("space", "pagedown", "ctrl+f"), READING, "page"),
    ReaderAction("article.page-up", "Page up", "One page up.", ("pageup", "ctrl+b"), READING),
    ReaderAction("article.half-down", "Half a page down", "Half a page down.", ("ctrl+d",), READING),
    ReaderAction("article.half-up", "Half a page up", "Half a page up.", ("ctrl+u",), READING),
    ReaderAction("article.first", "Top", "To the beginning; with a number before it, to that paragraph, in the raw page to that line.", ("g", "home"), READING),
    ReaderAction("article.last", "Bottom", "To the end; with a number before it, to that paragraph, in the raw page to that line.", ("G", "end"), READING),
    ReaderAction("place.share", "To a share", "To that share: 50% to the middle.", ("percent_sign",)),
    ReaderAction("article.paragraph-down", "Next paragraph", "To the next paragraph.", ("right_curly_bracket",), ARTICLE),
    ReaderAction("article.paragraph-up", "Paragraph before", "To the paragraph before.", ("left_curly_bracket",), ARTICLE),
    ReaderAction("section.next", "Next section", "To the next section heading.", ("right_square_bracket",), ARTICLE, beyond=True),
    ReaderAction("section.previous", "Section before", "To the section heading before.", ("left_square_bracket",), ARTICLE, beyond=True),
    ReaderAction("article.left", "To the list", "Back to the list; while selecting, one character to the left.", ("h", "left"), ARTICLE, "list", beyond=True),
    ReaderAction("article.right", "Character right", "While selecting, one character to the right.", ("l", "right"), ARTICLE, beyond=True),
    ReaderAction("select.toggle", "Select", "Put a text cursor on the page; once more begins a passage there, a third time stops.", ("v",), ARTICLE, "select"),
    ReaderAction("select.paragraph", "Select paragraph", "Select the paragraph of the text cursor or of the hit, else the first on the screen.", ("V",), ARTICLE),
    ReaderAction("select.copy", "Copy", "Copy what is selected to the terminal's clipboard.", ("y",), ARTICLE, beyond=True),
    ReaderAction("citation.copy", "Cite", "Copy the reference to the article shown (GB/T 7714-2025); `paperterm cite` prints it, and in other forms.", ("c",)),
    ReaderAction("citation.passage", "Copy and cite", "Copy what is selected with the reference to its article below.", ("C",), ARTICLE, beyond=True),
    ReaderAction("select.cancel", "Stop", "Stop what takes long; else take the text cursor and the selection away.", ("escape",)),
    ReaderAction("article.next", "Next article", "The next article, over page and issue borders; 3J goes three on.", ("J",), footer="next"),
    ReaderAction("article.previous", "Article before", "The article before.", ("K",)),
    ReaderAction("article.next-unread", "Next unread", "To the next article in the list that was not read to its end.", ("ctrl+n",)),
    ReaderAction("issue.next", "Next issue", "To the first article of the next issue in the list, which is the one printed before.", ("right_parenthesis",)),
    ReaderAction("issue.previous", "Issue above", "To the first article of the issue above it in the list, which is the one printed after.", ("left_parenthesis",)),
    ReaderAction("place.back", "Back", "Back to the place visited before.", ("ctrl+o", "alt+left")),
    ReaderAction("place.forth", "Forth", "Forth again to the place one came back from.", ("alt+right", "ctrl+y")),
    ReaderAction("calendar.open", "Calendar", "Which days of a paper are in the library, and the way to one of them.", ("M",)),
    ReaderAction("jump.follow", "Follow jump", "To the continuation (下转第N版); where there is none, to the beginning.", ("f",), footer="jump"),
    ReaderAction("jump.back", "Jump back", "To the page where the article began (上接第N版).", ("F",), footer="back"),
    ReaderAction("article.related", "Related articles", "List the articles that share rare words with this one.", ("R",)),
    ReaderAction("article.names", "Names", "People, places and organisations of the article, each a search.", ("P",)),
    ReaderAction("search.open", "Search", "Search everything; hits appear while you type.", ("slash",), ("issues", "hits", "article"), "search", beyond=True),
    ReaderAction("search.here", "Search here", "Search in the article; from the list, in the issue. In the search bar ^L changes where.", ("s",), ("issues", "article"), beyond=True),
    ReaderAction("search.sort", "Order of hits", "The best, the newest or the oldest hits first.", ("s",), ("hits",), beyond=True),
    ReaderAction("search.facets", "Hits by", "How many hits there are by paper, year, month and kind; Enter leaves those.", ("x",), ("hits",), "by", beyond=True),
    ReaderAction("issue.filter", "Filter", "Leave only the issues and articles that fit: words, 报纸:, 日期:, 类型:, 标签:.", ("ampersand",), ("issues",), "filter", beyond=True),
    ReaderAction("issue.unread", "Only unread", "Leave only what is unread in the list; once more shows everything.", ("O",), ("issues",), beyond=True),
    ReaderAction("trends.open", "Trends", "How often it was written of: the search, counted month by month.", ("t",), ("issues", "hits", "article"), beyond=True),
    ReaderAction("hit.next", "Next hit", "To the next place found, in this article or the next.", ("n",)),
    ReaderAction("hit.previous", "Hit before", "To the place found before.", ("N",)),
    ReaderAction("bookmark.toggle", "Bookmark", "Bookmark the selected passage or the article; once more takes it away.", ("b",), footer="bookmark"),
    ReaderAction("note.add", "Note", "Write a note on the selected passage or the article.", ("a",), footer="note"),
    ReaderAction("highlight.toggle", "Highlight", "Highlight the selected passage; once more for the next colour, and none after the last.", ("m",), ARTICLE, beyond=True),
    ReaderAction("raw.toggle", "Raw page", "The text of the page as it was read, beside the article at the same place; once more closes it.", ("r",), READING, "raw", beyond=True),
    ReaderAction("source.open", "Source or scan", "Open the page's scan (same name, .pdf, .jpg, .png, .tif) or else its file, in the system's viewer.", ("o",), READING, beyond=True),
    ReaderAction("page.state", "State facts", "State the paper, date or number of a page that does not print them.", ("e",), ("issues", "article"), beyond=True),
    ReaderAction("note.filter", "Filter", "Leave only what fits: words, 标签:, 报纸:, 日期:, 有:笔记.", ("slash",), NOTES, "filter", beyond=True),
    ReaderAction("note.edit", "Edit note", "Change the note under the cursor.", ("e",), NOTES, "edit", beyond=True),
    ReaderAction("record.tag", "Tags", "Change the tags of what is under the cursor.", ("t",), NOTES, "tags", beyond=True),
    ReaderAction("record.tag-all", "Tag all", "Give tags to everything listed, or take some away.", ("A",), NOTES, beyond=True),
    ReaderAction("record.remove", "Remove", "Remove what is under the cursor; {history_undo} brings it back.", ("d", "delete"), NOTES, "remove", beyond=True),
    ReaderAction("record.remove-all", "Remove all", "Remove everything that the filter leaves; {history_undo} brings it back.", ("D",), NOTES, beyond=True),
    ReaderAction("note.export", "Export", "Write what is listed to a file; how its name ends says in which form.", ("x",), NOTES, "export", beyond=True),
    ReaderAction("history.undo", "Undo", "Take back the last change of the notebook made in this window, also before it was closed.", ("u",)),
    ReaderAction("history.redo", "Redo", "Make again what was taken back last.", ("ctrl+r",)),
    ReaderAction("warning.list", "Warnings", "What looks wrong on this page: a list, from which one goes to the place.", ("w",)),
    ReaderAction("pane.issues", "Issues", "The list of issues.", ("i", "alt+1")),
    ReaderAction("pane.hits", "Hits", "The hits of the last search.", ("H", "alt+2")),
    ReaderAction("pane.notes", "What you kept", "All bookmarks, notes and highlights, with what you wrote beside them.", ("apostrophe", "alt+3"), footer="notes"),
    ReaderAction("pane.next", "Next pane", "To the next pane.", ("tab",)),
    ReaderAction("pane.previous", "Pane before", "To the pane before.", ("shift+tab",)),
    ReaderAction("pane.hide", "Article alone", "The article alone, without list and lines; once more brings them back.", ("z",)),
    ReaderAction("setting.wider", "Longer lines", "Lines of two han more, where there is room.", ("plus",), ARTICLE, beyond=True),
    ReaderAction("setting.narrower", "Shorter lines", "Lines of two han less.", ("minus",), ARTICLE, beyond=True),
    ReaderAction("setting.usual", "Usual lines", "Lines of forty han again, or of as many as fit.", ("equals_sign",), ARTICLE, beyond=True),
    ReaderAction("setting.justify", "Justify", "Lines that end flush at the right, or as they fall.", (), ARTICLE, beyond=True),
    ReaderAction("setting.hanging", "Hanging marks", "Let 。，、 hang behind the end of a line, or not.", (), ARTICLE, beyond=True),
    ReaderAction("setting.rules", "Line rules", "The next level of the rules for where lines end: none, basic, GB/T 15834, strict.", (), ARTICLE, beyond=True),
    ReaderAction("setting.indent", "Indent", "Begin paragraphs two han in, or with the line.", (), ARTICLE, beyond=True),
    ReaderAction("theme.next", "Next theme", "Dark, light, sepia, or the terminal's own colours; remembered.", ("T",)),
    ReaderAction("app.palette", "Commands", "Find a command by its name.", ("ctrl+p",)),
    ReaderAction("app.help", "Help", "What the keys do here.", ("question_mark",), footer="help"),
    ReaderAction("tour.skip", "Next step", "In the guided tour (paperterm demo): to its next step.", ("ctrl+t",)),
    ReaderAction("app.quit", "Quit", "Leave the reader.", ("q", "ctrl+q"), footer="quit"),
)  # fmt: skip
