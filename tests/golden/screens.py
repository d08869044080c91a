"""The main screens of the reader, each reached by keys from its first one, at every width that matters."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.events import Key
from textual.pilot import Pilot
from textual.theme import Theme

from paperterm.actions.session import Session
from paperterm.actions.taking import take_in
from paperterm.config import Places, resources, settings
from paperterm.tui.app import PapertermApp
from paperterm.tui.language import use as speak
from paperterm.tui.look import Look
from paperterm.tui.open import opening
from paperterm.tui.screens.reader import ReaderScreen
from paperterm.tui.themes import DARK, THEMES
from tests.golden.drawing import drawn, hold_still
from tests.golden.legend import Legend
from tests.tui.settling import send, settled

HERE = Path(__file__).parent
SEEDS = resources("seeds")
PAPERS = HERE.parent / "papers"
SIZES = ((40, 24), (80, 24), (120, 40), (200, 50))
LANGUAGES = settings.LANGUAGES
"""English is drawn in every theme, the others in the first one: a theme changes no cell, a language no colour."""


@dataclass(frozen=True, slots=True)
class Screen:
    """`keys` are pressed one after another, from the first article of `pages` on."""

    name: str
    keys: tuple[str, ...] = ()
    pages: Path = SEEDS


NOTED = ("v", "v", *"jj", "a", *"对照读", "tab", *"产改", "ctrl+s")
SCREENS = (
    Screen("article"),
    Screen("feature", pages=PAPERS / "union_feature.txt"),
    Screen("photo", ("J", "J", "J"), PAPERS / "county.txt"),
    Screen("jump", ("G",), PAPERS / "provincial_front.txt"),
    Screen("issues", ("i", "j")),
    Screen("hits", ("slash", *"产业工人", "enter", "n", "n", "H")),
    Screen("facets", ("slash", *"产业工人", "tab", "x")),
    Screen("calendar", ("M",)),
    Screen("notes", (*NOTED, "b", "apostrophe")),
    Screen("note", ("V", "a", *"对照读")),
    Screen("raw", ("space", "r")),
    Screen("warnings", ("w",), PAPERS / "damaged.txt"),
    Screen("help", ("question_mark",)),
)


def golden(screen: Screen, columns: int, look: str) -> Path:
    """Where the screen is kept; `look` is a theme, or a language other than the first."""
    return HERE / "screens" / f"{screen.name}-{columns}-{look}.txt"


def legends() -> dict[str, Legend]:
    """The legend of every theme."""
    return {theme.name: Legend(HERE / f"{theme.name}.legend.txt", ground(theme)) for theme in THEMES}


def ground(theme: Theme) -> str:
    """The colour of the page, as a legend tells it."""
    return "default" if theme.ansi else str(theme.background)


def looks(language: str) -> list[tuple[str, str]]:
    """What is drawn in a language: each theme, and how its screens are named."""
    if language == LANGUAGES[0]:
        return [(theme.name, theme.name) for theme in THEMES]
    return [(DARK.name, language)]


async def draw(screen: Screen, columns: int, rows: int, language: str, legends: Mapping[str, Legend]) -> dict[str, str]:
    """The screen in a language, by the names of `looks`, on a library and a notebook of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        session = Session(Places(home / "library.sqlite", home, home / "cache"), in_reader=True)
        take_in(session, [screen.pages])
        app = PapertermApp(session, *opening(session), look=Look(DARK.name, language))
        try:
            async with app.run_test(size=(columns, rows)) as pilot:
                await settled(pilot)
                for key in screen.keys:
                    await send(pilot, Key(key, key if len(key) == 1 else None))
                    await settled(pilot)
                return {look: await _in_theme(app, pilot, theme, legends[theme]) for theme, look in looks(language)}
        finally:
            app.background.finish()
            speak(LANGUAGES[0])
            session.notebook.close()
            session.reading.close()
            session.library.close()


async def _in_theme(app: PapertermApp, pilot: Pilot[None], theme: str, legend: Legend) -> str:
    app.theme = theme
    for screen in app.screen_stack:
        if isinstance(screen, ReaderScreen):
            screen.say("")  # a message goes away by itself, at some time
    hold_still(app)
    await settled(pilot)
    return drawn(app, legend)


def every() -> list[tuple[Screen, int, int, str]]:
    """Every screen with every size (columns and rows) and language."""
    return [(screen, *size, language) for language in LANGUAGES for screen in SCREENS for size in SIZES]
