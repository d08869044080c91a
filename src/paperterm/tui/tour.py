"""The guided tour: what to try next, step by step; each step ends when it was done, whatever keys it was done with. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from paperterm.tui.bindings import told
from paperterm.tui.language import t


class Seen(NamedTuple):
    """What the tour sees of the reader."""

    article: str | None = None  # its id
    place: tuple[int, int] = (0, 0)
    pane: str = "article"
    hit: tuple[int, int] = (-1, 0)  # which hit's article is open, and which of its places
    bookmarks: int = 0  # in the article that is shown
    notes: int = 0
    helped: bool = False  # help stands above the reader


class Step(NamedTuple):
    """`say` tells what to do; `done` sees whether it was, since the step began."""

    say: Callable[[], str]
    done: Callable[[Seen, Seen], bool]


STEPS = (
    Step(
        lambda: told(
            "This is an article of a sample page. Read on with {article_down}, a page with {article_page_down}."
        ),
        lambda before, now: now.place != before.place or now.article != before.article,
    ),
    Step(
        lambda: told("{article_next} goes to the next article of the page, {article_previous} back."),
        lambda before, now: now.article != before.article,
    ),
    Step(
        lambda: told("{article_left} leads to the list of issues. Move with {list_down} and {list_up}."),
        lambda before, now: now.pane == "issues",
    ),
    Step(
        lambda: told("{list_open} opens the article under the cursor, or closes an issue and opens it."),
        lambda before, now: now.pane == "article",
    ),
    Step(
        lambda: told("Search everything: {search_open}, then type 产改, then ↵ to open the best hit."),
        lambda before, now: now.hit[0] >= 0,
    ),
    Step(
        lambda: told("{hit_next} goes on to the next place where it stands, {hit_previous} back."),
        lambda before, now: now.hit != before.hit,
    ),
    Step(
        lambda: told("{bookmark_toggle} sets a bookmark on this article."),
        lambda before, now: now.bookmarks > before.bookmarks,
    ),
    Step(
        lambda: told(
            "Select a paragraph with {select_paragraph}, then write a note on it: {note_add}, some words, ^S. "
            "({select_toggle} selects single characters.)"
        ),
        lambda before, now: now.notes > before.notes,
    ),
    Step(
        lambda: told("{pane_notes} lists everything you kept, and what you wrote beside it."),
        lambda before, now: now.pane == "notes",
    ),
    Step(
        lambda: told("{app_help} tells what the keys do where you are; {app_palette} finds commands by their names."),
        lambda before, now: now.helped,
    ),
)


def farewell() -> str:
    """What is said when all steps are done."""
    return told(
        "That is the tour. What you wrote in it is thrown away. {app_quit} leaves; then: paperterm import FOLDER"
    )


class Tour:
    """Where one is in the tour."""

    def __init__(self, seen: Seen) -> None:
        self._number, self._before = 0, seen

    @property
    def over(self) -> bool:
        return self._number >= len(STEPS)

    @property
    def text(self) -> str:
        """What to do now, with how far one is."""
        if self.over:
            return farewell()
        number = t("{number} of {count}", number=self._number + 1, count=len(STEPS))
        return f"{number}  {STEPS[self._number].say()}"

    def look(self, seen: Seen) -> bool:
        """Is there something else to tell, now that the reader looks like this?"""
        if self.over or not STEPS[self._number].done(self._before, seen):
            return False
        return self.skip(seen)

    def skip(self, seen: Seen) -> bool:
        """On to the next step."""
        if self.over:
            return False
        self._number, self._before = self._number + 1, seen
        return True
