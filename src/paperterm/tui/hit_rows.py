"""The hits of a search as rows: headline, where it was printed, the words around what was found."""

from __future__ import annotations

from dataclasses import replace

from paperterm.actions.finding import where
from paperterm.library.records import ArticleHead, Hit, Results
from paperterm.tui.widgets.rows import Cell, Row

HEIGHT = 3
"""Lines a hit takes."""


class HitRows:
    """A row source over the hits of one search."""

    def __init__(self, results: Results) -> None:
        self.hits = results.hits

    def __len__(self) -> int:
        return len(self.hits)

    def row(self, index: int) -> Row:
        hit = self.hits[index]
        count = f"{len(hit.matches)}×" if len(hit.matches) > 1 else ""
        more = (((where(hit.head), "rows--meta"),), _marked(hit))
        return Row(((hit.head.title, "rows--issue"),), more=more, tail=((count, "rows--meta"),))

    def renamed(self, id: str, head: ArticleHead) -> None:
        """The article that had this id is told as `head` from now on."""
        self.hits = tuple(replace(hit, head=head) if hit.head.id == id else hit for hit in self.hits)

    def index_of(self, id: str) -> int | None:
        return next((index for index, hit in enumerate(self.hits) if hit.head.id == id), None)


def _marked(hit: Hit) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    done = 0
    for start, end in hit.marks:
        cells.append((hit.snippet[done:start], "rows--snippet"))
        cells.append((hit.snippet[start:end], "rows--hit"))
        done = end
    cells.append((hit.snippet[done:], "rows--snippet"))
    return tuple(cell for cell in cells if cell[0])
