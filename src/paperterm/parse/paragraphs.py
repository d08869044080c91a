"""Fifth stage: lines become blocks; a paragraph that a column's end cut in two is joined again."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from paperterm.model import Block, Role, bare_title
from paperterm.parse.articles import Draft, Item
from paperterm.parse.lines import joinable, seam
from paperterm.parse.markup import ink
from paperterm.parse.titles import sort_titles
from paperterm.parse.vocabulary import UNFINISHED

VERSE_LINES = 4
"""So many short lines on end that do not flow into one another are verse or a table of names: a line is a line."""
VERSE_WIDTH = 20
"""Characters."""
PAUSES, PAUSED = frozenset(",。;!?:、…"), 0.6
"""A line of verse ends where one pauses; of the lines of prose in a narrow column few do."""


def blocks(draft: Draft) -> tuple[Block, ...]:
    """An article's blocks in reading order: column, kicker, headline, deck, digest, byline, then the running text."""
    titles = _title_blocks([*sort_titles(draft), *_run_in(draft)])
    digests = [_block("digest", [item]) for item in draft.items if item.state == "G"]
    bylines = [_block("byline", [item]) for item in draft.items if _signs(item)]
    jumps = [_block("jump", [item]) for item in draft.opening if item.state == "K"]
    running = [item for item in draft.running if item.state != "G" and not _signs(item)]
    return (*titles, *digests, *bylines, *jumps, *_running(running))


def _run_in(draft: Draft) -> list[tuple[Role, Item, int, int]]:
    """The headline that stands on one line with the text behind it."""
    return [("headline", item, 0, item.begin) for item in draft.running[:1] if item.begin]


def furniture(items: Iterable[Item]) -> tuple[Block, ...]:
    return tuple(_block("masthead" if item.state == "M" else "furniture", [item]) for item in items)


def _signs(item: Item) -> bool:
    """A byline, before or after the text."""
    return item.state in "YS"


def _title_blocks(parts: Sequence[tuple[Role, Item, int, int]]) -> list[Block]:
    found: list[Block] = []
    for role in ("column", "kicker", "headline", "deck"):
        mine = [part for part in parts if part[0] == role]
        if not mine:
            continue
        texts = [item.text[start:end].strip() for _, item, start, end in mine]
        numbers = [item.traits.line.numbers(start, end) for _, item, start, end in mine]
        delicate = any(item.traits.line.raw for _, item, _, _ in mine)
        whole = all(joinable(a[1].traits.line, b[1].traits.line) for a, b in itertools.pairwise(mine))
        if role == "headline" and len(mine) > 1 and whole:  # a headline cut over several lines is one
            text = texts[0]
            for (_, item, _, _), before, more in zip(mine[1:], texts, texts[1:], strict=False):
                text += ("" if item.traits.glued or before[-1:] in UNFINISHED else " ") + more
            texts, numbers = [text], [tuple(itertools.chain.from_iterable(numbers))]
        shown: Role = "body" if delicate and not _reads_alike(texts) else role
        found += [Block(shown, text, lines) for text, lines in zip(texts, numbers, strict=True)]
    return found


def _reads_alike(texts: Sequence[str]) -> bool:
    """Do a headline's lines say the same, joined as the model joins them? Torn markup in them would not."""
    field = " ".join(bare_title(text) for text in texts)
    return _words(field) == _words("".join(texts))


def _words(text: str) -> str:
    return "".join(c for c in ink(text) if unicodedata.category(c)[0] in "LN")


def _block(role: Role, items: Sequence[Item]) -> Block:
    first = items[0]
    text, numbers = first.text[first.begin :].lstrip(), first.traits.line.numbers(first.begin)
    if len(items) == 1:  # as most are
        return Block(role, text, numbers)
    pieces, more = [text], [numbers]
    for before, item in itertools.pairwise(items):
        pieces += (seam(before.text, item.text), item.text)
        more.append(item.traits.line.numbers())
    return Block(role, "".join(pieces), tuple(itertools.chain.from_iterable(more)))


def continues(before: Item, item: Item) -> bool:
    """Is `item` the rest of the paragraph that `before` begins? Judged by how a sentence ends and begins."""
    one, two = before.traits, item.traits
    if not one.open or one.ends_jump_to or two.dateline or two.begins_jump_from:
        return False
    if one.line.folded.rstrip().endswith(":") and not two.mid:
        return False
    if one.row or two.row:
        return False
    return not (two.ordinal and not two.mid)


def _verse(items: Sequence[Item]) -> set[int]:
    """The line numbers of runs of short lines that are to stay lines."""
    found: set[int] = set()
    run: list[Item] = []

    def close() -> None:
        glued = sum(item.traits.glued for item in run)
        widths = [item.traits.size for item in run]
        # Lines of one width that flow into one another are prose, printed line by line.
        if len(run) >= VERSE_LINES and glued * 3 < len(run):
            times = Counter(widths)
            common = max(times[w] + times[w - 1] for w in times)
            paused = sum(item.folded.rstrip()[-1:] in PAUSES for item in run)
            if common < 0.8 * len(run) or max(widths) <= 9 or paused >= PAUSED * len(run):
                found.update(item.number for item in run)

    for item in items:
        if item.state == "B" and item.traits.size <= VERSE_WIDTH and "。" not in item.folded.rstrip()[:-1]:
            run.append(item)
        else:
            close()
            run = []
    close()
    return found


def _running(items: Sequence[Item]) -> list[Block]:
    verse = _verse(items)
    found: list[Block] = []
    pieces: list[Item] = []

    def close() -> None:
        if pieces:
            found.append(_block("body", pieces))
            pieces.clear()

    for item in items:
        if item.state == "B":
            if pieces and not (
                continues(pieces[-1], item) and item.number not in verse and _joinable(pieces[-1], item)
            ):
                close()
            pieces.append(item)
            continue
        close()
        role: Role = {"H": "heading", "C": "credit", "J": "jump", "K": "jump"}.get(item.state, "body")  # type: ignore[assignment]
        found.append(_block(role, [item]))
    close()
    return found


def _joinable(before: Item, item: Item) -> bool:
    """Would joining keep every character?"""
    one, two = before.traits.line, item.traits.line
    return joinable(one, two) and not (before.begin and (one.raw or two.raw))
