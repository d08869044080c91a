"""The application: themes, style sheets, one screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import App
from textual.binding import Binding
from textual.command import Provider
from textual.events import CursorPosition

from paperterm.actions.session import Session
from paperterm.config import resources, served
from paperterm.library.records import StoredArticle
from paperterm.tui import bindings, language
from paperterm.tui.background import Background
from paperterm.tui.look import PLAIN, TERMINAL, Look
from paperterm.tui.screens.reader import ReaderScreen
from paperterm.tui.showing import Place
from paperterm.tui.themes import THEMES
from paperterm.tui.turns import Turns
from paperterm.tui.typography import USUAL, Typography


def _commands() -> type[Provider]:
    from paperterm.tui.palette import Commands

    return Commands


class PapertermApp(Turns, inherit_bindings=False):
    """The reader. Textual's own keys are left out: they would leave it with a note unsaved, and take ^P from the search
    bar."""

    TITLE = "paperterm"
    ENABLE_COMMAND_PALETTE = False  # Textual would bind its key above all others; the screen opens it instead
    COMMANDS = {_commands}  # noqa: RUF012
    CSS_PATH = [resources("styles") / name for name in ("reader.tcss", "article.tcss", "raw.tcss", "rows.tcss")]  # noqa: RUF012
    BINDINGS = [Binding("ctrl+c", "way_out", show=False)]  # noqa: RUF012
    CSS = "SearchIcon { display: none; }"  # an emoji: terminals disagree about its width

    def __init__(
        self,
        session: Session,
        first: StoredArticle | None = None,
        place: Place | None = None,
        paths: Sequence[Path] = (),
        typography: Typography = USUAL,
        look: Look = PLAIN,
    ) -> None:
        """`first` is shown on the first screen, at `place`; the pages under `paths` are imported behind it."""
        super().__init__(ansi_color=True if look.colourless else None)
        if look.colourless:
            self.css_path = [*self.css_path, resources("styles") / "colourless.tcss"]
        language.use(look.language)
        self._keymap = bindings.use(session.keymap)
        self.background = Background()
        self._session, self._first, self._place, self._paths = session, first, place, paths
        self._typography = typography
        for theme in THEMES:
            self.register_theme(theme)
        if look.theme == TERMINAL:
            self.theme = look.theme
        else:
            # Assigned, it would have the style sheets parsed twice before the first screen.
            self.set_reactive(App.theme, look.theme)
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        if served():
            from paperterm.tui.served import settle_in

            settle_in(self)

    def get_default_screen(self) -> ReaderScreen:
        return ReaderScreen(
            self._session, self.background, self._first, self._place, self._paths, self.size.width, self._typography
        )

    def on_cursor_position(self, event: CursorPosition) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.width_told(event.x, event.y)

    def key_done(self) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.key_done()

    def action_way_out(self) -> None:
        """What ^C does where nothing is selected to copy: many press it to leave, some by mistake."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.say(bindings.told("{app_quit} leaves the reader."))
