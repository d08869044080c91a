"""An article with its continuations behind it, read as one; what is kept and found stays with the part it belongs to. Pure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from paperterm.library.records import StoredArticle
from paperterm.model import Article, Block


@dataclass(frozen=True, slots=True)
class Joined:
    """`parts` of one article in their order. The blocks of `article` are those of the first part, then of each other one
    a rule with its page and its blocks: a place in the first part is the same place in the whole."""

    parts: tuple[StoredArticle, ...]
    article: Article = field(init=False)
    _starts: tuple[int, ...] = field(init=False)  # of each part's first block among those of the article

    def __post_init__(self) -> None:
        first = self.parts[0].article
        blocks, starts = list(first.blocks), [0]
        for part in self.parts[1:]:
            blocks.append(_rule(part))
            starts.append(len(blocks))
            blocks += part.article.blocks
        object.__setattr__(self, "article", first if len(starts) == 1 else replace(first, blocks=tuple(blocks)))
        object.__setattr__(self, "_starts", tuple(starts))

    def part_at(self, block: int) -> tuple[StoredArticle, int | None]:
        """The part that a block of the whole belongs to, and its number there; a rule, which names the page below it,
        belongs to the part there and has none."""
        at = max(0, bisect_right(self._starts, block + 1) - 1)
        own = block - self._starts[at]
        return self.parts[at], own if own >= 0 else None

    def start_of(self, id: str) -> int | None:
        """The number of the first block of the part with this id; None where it is no part."""
        return next((start for start, part in zip(self._starts, self.parts, strict=True) if part.head.id == id), None)


def _rule(part: StoredArticle) -> Block:
    page = f" 第{part.head.page}版 " if part.head.page is not None else ""
    return Block("masthead", f"───{page}───", ())
