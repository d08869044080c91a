"""How well one piece of text follows another: the order of the file is the prior, how a sentence ends and begins weighs
against it. A score of 1 is an ordinary hint."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from paperterm.parse.articles import Item
from paperterm.parse.pieces import Piece
from paperterm.text.cohesion import cohesion, used
from paperterm.text.han import is_han

READ = 60_000
"""Characters of the page in which a pair of characters is looked for."""
STAY = 3.0
"""What it is worth that one piece follows the other in the file."""
NEXT = 0.42
"""The same where the page, as it stands, has one text end and another begin; or where a headline follows its text."""
BACK = 0.48
"""What it costs to go back in the file."""
NEVER = 100.0
BARE = 3.8
"""What is missing where a headline block has no text, or nothing but a byline."""
NAMELESS = 2.4
"""What is missing where a text has no headline."""
MIDST, BROKEN = 3.0, 3.4
"""What it costs that a text begins in the midst of a sentence or with a section heading; that it breaks off in one."""
SECOND, START = 8.0, 4.0
"""What it costs that a text goes on with a dateline or byline where the file has it so; with what begins a text there."""
PHOTO, FAR_PHOTO = 0.6, 8.4
"""What it costs that a text goes on with a photo's, where the file has it so and elsewhere."""
ENDED = 4.2
"""What it costs to go on behind a jump, a credit, a closing dateline."""
ANEW = 3.4
"""What it costs that an opening or a heading follows a sentence that breaks off."""
RESUMED, UNBEGUN = 2.7, 3.0
"""What no sentence begins with: what it says for the seam behind one that breaks off, and against it behind a whole one."""
UNQUOTED = 2.1
"""What it costs that a quotation begins within another, or ends that has not begun."""
LIKELY, ELSEWHERE = 2.4, 1.1
"""The most that the characters at a cut sentence's seam say for it; what it says that the page has the pair elsewhere."""
FIGURES = frozenset("0123456789一二三四五六七八九十百千万亿")
"""A number that is cut goes on in figures."""
DOUBTFUL = 2.0
"""A seam of the file worth less than this has something against it."""


class Seams:
    """The seams between any two pieces of one page, given by their places in `pieces`, and between pieces and headlines."""

    def __init__(self, pieces: Sequence[Piece], starts: Collection[int] = ()) -> None:
        """`starts`: the places of the pieces with which, as the page stands, a text begins."""
        self._pieces, self._starts = pieces, starts
        self._page = ""
        self._known: dict[tuple[int, int], float] = {}
        self._after: dict[int, int] = {}  # the piece behind each, where it is not the next in the file

    def follow(self, rows: Sequence[Sequence[int]], starts: Sequence[int]) -> None:
        """The pieces of each row were found to follow one another, whatever stands between them in the file, and texts to
        begin with the pieces `starts`."""
        for row in rows:
            self._after.update(itertools.pairwise((*row, -1)))
        self._starts = {*self._starts, *starts}
        self._known.clear()

    def link(self, titles: Sequence[Item], one: int | None, two: int | None) -> float:
        """What it is worth that piece `two` follows `one` under the headline block `titles`; None stands for the
        beginning and the end of the text."""
        if two is not None and self._pieces[two].headed:
            return 0.0 if one is None else -NEVER
        if one is not None and two is not None:
            known = self._known.get((one, two))
            if known is None:
                known = self.plain(one, two) + self._cut(self._pieces[one], self._pieces[two])
                self._known[one, two] = known
            return known
        if one is not None:
            return self.end(titles, one)
        if two is not None:
            return self.start(titles, two)
        return -BARE if titles else 0.0

    def start(self, titles: Sequence[Item], number: int) -> float:
        """A text begins with this piece."""
        piece = self._pieces[number]
        score = -MIDST if piece.mid or piece.heading else 0.0
        if titles:
            above = self._pieces[number - 1].last if number else 0
            below = self._pieces[number + 1].first if number + 1 < len(self._pieces) else piece.last + READ
            if above < titles[-1].number < piece.first and (piece.body or piece.opens):
                score += STAY
            elif piece.last < titles[0].number < below:  # a photo's title often stands below its caption
                score += NEXT
        elif piece.continued:
            score += 2.0
        elif not piece.headed:
            score -= 0.5 if piece.photo else NAMELESS + (2.0 if piece.opens else 0.0)
        return score

    def end(self, titles: Sequence[Item], number: int) -> float:
        """A text ends with this piece."""
        piece = self._pieces[number]
        if titles and not piece.body and not piece.ends:
            return -BARE - 2.0
        return -BROKEN if piece.open else 0.0

    def plain(self, one: int, two: int) -> float:
        """What the forms of two pieces say, without a look at the rest of the page."""
        before, after = self._pieces[one], self._pieces[two]
        stays = two == self._after.get(one, one + 1) and two not in self._starts
        score = STAY if stays else NEXT if two == one + 1 else -BACK if two < one else 0.0
        if after.continued or after.opens:  # a second article
            score -= SECOND if stays else NEVER
        elif two in self._starts and not (after.mid or before.open):
            score -= START
        if after.photo:
            score -= PHOTO if stays else FAR_PHOTO
        if before.ends:
            score -= ENDED
        if before.open:
            if after.opens or after.heading:
                score -= ANEW
            elif after.mid or (before.unclosed and after.closing):
                score += RESUMED
            if before.unclosed and after.closing is False:
                score -= UNQUOTED
        elif after.mid:
            score -= UNBEGUN
        if after.closing and not before.unclosed:
            score -= UNQUOTED
        return score

    def _cut(self, before: Piece, after: Piece) -> float:
        """Is a sentence that was cut behind `before` gone on with in `after`? The logarithm of how much likelier the two
        characters at the seam are in a text than at random, measured on cut paragraphs."""
        if not before.open or after.opens or after.heading or after.mid or (before.unclosed and after.closing):
            return 0.0
        left, right = before.items[-1].folded.rstrip()[-1:], after.items[0].folded.lstrip()[:1]
        if left in FIGURES and right in FIGURES:
            return LIKELY
        likely = cohesion(left, right)
        if likely >= 1.0:
            return min(LIKELY, likely)
        if not (is_han(left) and is_han(right)):
            return 0.0
        if self._used(left, right):
            return ELSEWHERE
        return likely

    def _used(self, left: str, right: str) -> bool:
        """Does the page use this pair of characters elsewhere more often than by chance?"""
        if not self._page:
            self._page = "\n".join(item.folded for piece in self._pieces for item in piece.items)[:READ]
        return used(self._page, left, right)
