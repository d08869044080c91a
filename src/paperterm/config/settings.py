"""Every setting, declared: what `config.toml` may hold, what it means, and what holds where nothing is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from paperterm.config.choices import CITATIONS as CITATIONS
from paperterm.config.choices import LANGUAGES as LANGUAGES
from paperterm.config.choices import THEMES as THEMES
from paperterm.config.option import Choice, Number, Section, Switch, Text


class Reading(Section):
    """How an article is set."""

    measure = Number(40, "The widest line, in han; narrower where the window is.", 8, 60)
    rules = Choice(
        "basic",
        "Which marks may not begin or end a line (禁则): none, or a level of W3C clreq and GB/T 15834.",
        ("none", "basic", "gb", "strict"),
    )
    justified = Switch(True, "Spread the lines of a paragraph to one width.")
    hanging = Switch(False, "Let a pause or stop at the end of a line hang into the margin.")
    indent = Number(2, "Han that a paragraph's first line is indented by.", 0, 4)


class Look(Section):
    """How the reader looks."""

    theme = Choice("dark", 'The colours; "terminal" uses those of the terminal. T in the reader chooses too.', THEMES)
    language = Choice(
        "auto", 'The language of the interface; "auto" asks LC_ALL, LC_MESSAGES and LANG.', ("auto", *LANGUAGES)
    )


class Search(Section):
    """Searching in the reader."""

    hits = Number(200, "Hits that are listed; more are counted.", 10, 10_000)


class History(Section):
    """What was read."""

    length = Number(20, "Articles that `paperterm history` lists where --limit is not said.", 1, 10_000)


class Files(Section):
    """Other programs."""

    editor = Text("", "The command that edits a note (^G); empty for $VISUAL, $EDITOR or vi.")
    opener = Text("", "The command that opens a scan or a page's file (o); empty for the system's own.")


class Citing(Section):
    """References to articles."""

    form = Choice(
        CITATIONS[0], "The form that c copies, and `paperterm cite` prints where --format is not said.", CITATIONS
    )


SECTIONS: dict[str, type[Section]] = {
    "reading": Reading,
    "look": Look,
    "search": Search,
    "history": History,
    "files": Files,
    "citing": Citing,
}
KEYS = "keys"
"""The table that gives actions of the reader other keys: `"article.next" = ["J", "ctrl+n"]`, `"note.add" = []` for none."""


class Problem(NamedTuple):
    """What is wrong with the settings: a sentence, the file, the line it is about (None for the whole file) and the key
    ("reading.measure", "" for none)."""

    sentence: str
    path: Path
    line: int | None = None
    key: str = ""

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.sentence}"


class Settings(NamedTuple):
    """The settings as they hold. `keys` are the keys that were stated, as they were written, by action; `lines` says on
    which line of the file a key ("keys.list.open") stands."""

    path: Path | None = None
    reading: Reading = Reading()
    look: Look = Look()
    search: Search = Search()
    history: History = History()
    files: Files = Files()
    citing: Citing = Citing()
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    def problem(self, sentence: str, key: str) -> Problem:
        """What is wrong with this key of the file."""
        return Problem(sentence, self.path or Path(), self.lines.get(key), key)
