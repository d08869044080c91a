"""The reader's screen: the list at the left, the article, the search bar; which article is open and which pane is shown."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from paperterm.actions.answer import Failure
from paperterm.actions.reader import ACTIONS, PANES, Pane
from paperterm.actions.session import Session
from paperterm.library.records import StoredArticle
from paperterm.notebook.records import Search
from paperterm.tui.background import Background
from paperterm.tui.bindings import everywhere, keys, told
from paperterm.tui.browsing import Browsing
from paperterm.tui.citing import Citing
from paperterm.tui.collected import Collected
from paperterm.tui.comparing import Comparing
from paperterm.tui.copying import Copying
from paperterm.tui.counting_hits import CountingHits
from paperterm.tui.dating import Dating
from paperterm.tui.following import Following
from paperterm.tui.greeting import Greeting
from paperterm.tui.hitting import Hitting
from paperterm.tui.keeping import Keeping
from paperterm.tui.language import retold, t
from paperterm.tui.note_rows import Listing
from paperterm.tui.panes import HitsPane, IssuesPane, ListPane, NotesPane, RawPane, ReadingPane
from paperterm.tui.refreshing import Refreshing
from paperterm.tui.relating import Relating
from paperterm.tui.reloading import Reloading
from paperterm.tui.repeating import Repeating
from paperterm.tui.revisiting import Revisiting
from paperterm.tui.scoping import Scoping
from paperterm.tui.searching import Searching
from paperterm.tui.seeking import Seeking
from paperterm.tui.showing import Place, Showing
from paperterm.tui.sifting import Sifting
from paperterm.tui.stating import Stating
from paperterm.tui.stepping import Stepping
from paperterm.tui.suggesting import Suggesting
from paperterm.tui.touring import Touring
from paperterm.tui.trending import Trending
from paperterm.tui.typesetting import Typesetting
from paperterm.tui.typography import USUAL, Typography
from paperterm.tui.viewing import Viewing
from paperterm.tui.waiting import Waiting
from paperterm.tui.warning import TellingWarnings
from paperterm.tui.widgets.article import ArticleView
from paperterm.tui.widgets.bars import KeyBar, PlaceBar
from paperterm.tui.writing import Writing

ALWAYS_TOLD = ("app.help", "app.quit")
"""Actions that the bottom line names however narrow it is."""

BREADTHS = [(0, "-narrow"), (64, "-normal"), (110, "-wide")]
"""From how many columns on the style sheet takes a screen for how broad."""


def breadth(columns: int) -> dict[str, bool]:
    """The style sheet's classes for a screen of that many columns: which one applies, and which do not."""
    fitting = max((least, name) for least, name in BREADTHS if columns >= least)[1]
    return {name: name == fitting for _, name in BREADTHS}


class ReaderScreen(
    Showing,
    Revisiting,
    Stepping,
    Browsing,
    Sifting,
    Seeking,
    Dating,
    Searching,
    Scoping,
    Hitting,
    CountingHits,
    Suggesting,
    Relating,
    Following,
    Comparing,
    Viewing,
    Keeping,
    Copying,
    Citing,
    Collected,
    Writing,
    TellingWarnings,
    Trending,
    Typesetting,
    Stating,
    Refreshing,
    Reloading,
    Repeating,
    Waiting,
    Greeting,
    Touring,
):
    """Reading, with everything else one key away."""

    BINDINGS = everywhere()
    HORIZONTAL_BREAKPOINTS = BREADTHS
    AUTO_FOCUS = "#article"

    def __init__(
        self,
        session: Session,
        background: Background,
        first: StoredArticle | None,
        place: Place | None,
        paths: Sequence[Path] = (),
        columns: int = 80,
        typography: Typography = USUAL,
    ) -> None:
        """`first` is on the screen when it is painted first, at `place`; the pages under `paths` are imported then.
        `columns` is how wide the screen will be."""
        super().__init__(classes="-reading" if first else None)  # a narrow screen shows one pane: the one to read in
        self.update_classes(breadth(columns), update=False)
        self.session = session
        self.background = background
        self.stored = first
        self.searches: list[Search] = []
        self.listing = Listing()
        self.kept_unread: set[str] = set()  # what was marked unread and not opened since
        self.typography = typography
        self._first_place = place
        self._paths = paths

    def compose(self) -> ComposeResult:
        yield PlaceBar()
        with Horizontal(id="panes"):
            with Vertical(id="side"):
                yield IssuesPane()
                yield HitsPane()
                yield NotesPane()
            yield ReadingPane()
            yield RawPane()
        yield KeyBar()

    # -- parts

    @property
    def reading(self) -> ReadingPane:
        return self.query_one(ReadingPane)

    @property
    def issues(self) -> IssuesPane:
        return self.query_one(IssuesPane)

    @property
    def hits(self) -> HitsPane:
        return self.query_one(HitsPane)

    @property
    def notes(self) -> NotesPane:
        return self.query_one(NotesPane)

    @property
    def leaving(self) -> bool:
        """Is the screen being taken down? What the background still brings then has no place any more."""
        return not self.query(ReadingPane)

    def say(self, message: str, error: bool = False) -> None:
        """A sentence in the bottom line for some seconds."""
        self.query_one(KeyBar).say(message, error)

    def fail(self, failure: Failure) -> None:
        self.say(retold(failure.message), error=True)

    # -- starting

    def on_mount(self) -> None:
        self.set_typography(self.typography)
        self.watch(self.reading, "scroll_y", self.scrolled, init=False)
        self.watch(self.reading, "virtual_size", self.tell_far, init=False)  # set anew: another share of it is read
        self.show_side("issues")
        if self.stored:
            self.show_article(self.stored, self._first_place)
        else:
            self.focus_side("issues")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """What can wait until the first screen is painted."""
        gc.freeze()  # what is there by now stays: later collections need not look at it
        gc.enable()
        self.tell_notices()
        self.watch_library()
        self.load_issues()
        self.load_records()
        self.watch_notebook()
        self.greet()
        if self._paths:
            self.refresh_library(self._paths)

    # -- the screen's size

    def on_resize(self, event: events.Resize) -> None:
        # Before Textual lays the screen out: it would do that once for the old breadth, and set the whole article for
        # it, and then once more.
        before = self.classes
        if self.update_classes(breadth(event.size.width), update=False).classes != before:
            self.app.stylesheet.update_nodes(self.walk_children(with_self=True))

    @on(ArticleView.Resized)
    def _resized(self) -> None:
        self.tell_far()

    # -- panes

    @property
    def side(self) -> Pane:
        """The list that is shown."""
        return next((pane.pane for pane in self.query(ListPane) if pane.display), "issues")

    def show_side(self, pane: Pane) -> None:
        """Show one of the lists, in place of the other two."""
        for child in self.query(ListPane):
            child.display = child.pane == pane
        self.query_one("#side").set_class(pane != "issues", "-broad")
        self.set_class(pane == "notes", "-keeping")
        self.set_class(pane == "issues", "-listing")
        self.remove_class("-alone")

    def focus_side(self, pane: Pane) -> None:
        """Show one of the lists and work in it."""
        self.stop_comparing()
        self.show_side(pane)
        self._focus(next(child for child in self.query(ListPane) if child.pane == pane), reading=False)

    def focus_article(self) -> None:
        self.remove_class("-keeping")
        self._focus(self.reading, reading=True)

    def focus_raw(self) -> None:
        self._focus(self.raw, reading=True)

    def _focus(self, pane: Widget, reading: bool) -> None:
        self.set_class(reading, "-reading")
        if self.has_class("-narrow"):
            # What is not displayed cannot have the focus, and the next key may be here already: the style sheet's
            # change of panes must not wait for the next idle moment.
            self.app.stylesheet.update_nodes([self.query_one("#side"), self.reading, self.raw])
        elif reading:
            self.app.stylesheet.update_nodes([self.reading, self.raw])
        self.set_focus(pane)

    def on_descendant_focus(self) -> None:
        pane = getattr(self.focused, "pane", None)
        if pane:
            self.tell_keys(pane)

    def retell_keys(self) -> None:
        if pane := getattr(self.focused, "pane", None):
            self.tell_keys(pane)

    def tell_keys(self, pane: Pane) -> None:
        """The keys of the pane in the bottom line; those of jumps only where the article jumps."""
        jumps = self.jump_keys()
        told = [a for a in ACTIONS if a.footer and pane in a.panes and jumps.get(a.id, True)]
        if pane != "article":
            told.sort(
                key=lambda action: action.panes == PANES
            )  # what concerns this pane first, then the article beside it
        words = {a.id: (keys(a.id)[0], t(a.footer), a.target) for a in told if keys(a.id)}
        always = [words.pop(id) for id in ALWAYS_TOLD if id in words]
        self.query_one(KeyBar).show_keys(list(words.values()), always)

    def action_pane_issues(self) -> None:
        self.reveal_shown()
        self.focus_side("issues")

    def action_pane_hits(self) -> None:
        self.focus_side("hits")

    def action_pane_notes(self) -> None:
        if not self.has_class("-keeping"):
            self.open_list()
        self.focus_side("notes")
        self.load_records()
        self.preview()

    def action_pane_next(self) -> None:
        if self.focused is self.reading and self.comparing:
            self.focus_raw()
        elif self.focused is self.reading:
            self.focus_side(self.side)
        else:
            self.focus_article()

    def action_pane_previous(self) -> None:
        self.action_pane_next()

    def action_pane_hide(self) -> None:
        self.toggle_class("-alone")
        self.focus_article()

    def action_article_left(self) -> None:
        if self.reading.cursor:
            self.reading.move_cursor("char", -self.times)
        else:
            self.focus_side(self.side)

    def action_article_right(self) -> None:
        if self.reading.cursor:
            self.reading.move_cursor("char", self.times)
        else:
            self.say(told("{select_toggle} puts a text cursor on the page first."))

    # -- the rest

    async def action_app_help(self) -> None:
        from paperterm.tui.screens.help import HelpScreen

        wide = self.ambiguous > 1
        await self.app.push_screen(HelpScreen(getattr(self.focused, "pane", "article"), wide))

    async def action_app_palette(self) -> None:
        from textual.command import CommandPalette

        await self.app.push_screen(CommandPalette(placeholder=t("Find a command")))

    async def action_app_quit(self) -> None:
        if not self.may_leave():
            return
        self.remember()
        self.stop_refreshing()
        await self.app.action_quit()
