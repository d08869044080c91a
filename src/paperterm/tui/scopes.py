"""Where the search bar looks. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from paperterm.tui.language import t


@dataclass(frozen=True, slots=True)
class Scope:
    """The library; the issue with this `paper` and `date`; or the article with these `ids`, its continuations among them."""

    kind: Literal["library", "issue", "article"] = "library"
    paper: str | None = None
    date: str | None = None
    ids: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """A word for it; "" for the library."""
        words = {"library": "", "issue": t("issue"), "article": t("article")}
        return words[self.kind]


LIBRARY = Scope()
