"""Fifth stage: lines become blocks; a paragraph that a column's end cut in two is joined again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from paperterm.model import Block, Role
from paperterm.parse.articles import Draft, Item
from paperterm.parse.lines import ink
from paperterm.parse.titles import sort_titles

VERSE_LINES = 4
"""So many short lines on end that do not flow into one another are verse or a table of names: a line is a line."""
VERSE_WIDTH = 20
"""Characters."""


def blocks(draft: Draft) -> tuple[Block, ...]:
    """An article's blocks in reading order: column, kicker, headline, deck, digest, byline, then the running text."""
    titles = _title_blocks(sort_titles(draft))
    digests = [_block("digest", [item]) for item in draft.items if item.state == "G"]
    bylines = [_block("byline", [item]) for item in draft.items if _signs(item)]
    jumps = [_block("jump", [item]) for item in draft.opening if item.state == "K"]
    running = [item for item in draft.running if item.state != "G" and not _signs(item)]
    return (*titles, *digests, *bylines, *jumps, *_running(running))


def furniture(items: Iterable[Item]) -> tuple[Block, ...]:
    return tuple(_block("masthead" if item.state == "M" else "furniture", [item]) for item in items)


def _signs(item: Item) -> bool:
    """A byline, before or after the text."""
    if item.state == "Y":
        return True
    t = item.traits
    return item.state == "C" and not t.credit and (t.byline or t.lone_name or t.closing)


def _title_blocks(parts: Sequence[tuple[Role, Item, int, int]]) -> list[Block]:
    return [Block(role, item.text[start:end].strip(), (item.number,)) for role, item, start, end in parts]


def _block(role: Role, items: Sequence[Item]) -> Block:
    text = items[0].text
    for item in items[1:]:
        text += _seam(text, item.text) + item.text
    return Block(role, text, tuple(item.number for item in items))


def _seam(left: str, right: str) -> str:
    """What stands between two pieces of a paragraph: nothing between han, a space between Latin words."""
    latin = left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
    return " " if latin else ""


def continues(before: Item, item: Item) -> bool:
    """Is `item` the rest of the paragraph that `before` begins? Judged by how a sentence ends and begins."""
    one, two = before.traits, item.traits
    if not one.open or one.ends_jump_to or two.dateline or two.begins_jump_from:
        return False
    if one.line.folded.rstrip().endswith(":") and not two.mid:
        return False
    if "|" in one.line.text or "|" in two.line.text:  # rows of a table
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
            common = max(widths.count(w) + widths.count(w - 1) for w in widths)
            if common < 0.8 * len(run) or max(widths) <= 9:
                found.update(item.number for item in run)

    for item in items:
        if item.state == "B" and item.traits.size <= VERSE_WIDTH and not item.traits.full:
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
            if pieces and not (continues(pieces[-1], item) and item.number not in verse and _joinable(pieces, item)):
                close()
            pieces.append(item)
            continue
        close()
        role: Role = {"H": "heading", "C": "credit", "J": "jump", "K": "jump"}.get(item.state, "body")  # type: ignore[assignment]
        found.append(_block(role, [item]))
    close()
    return found


def _joinable(pieces: Sequence[Item], item: Item) -> bool:
    """Would joining keep every character? Markup cut in two by the line's end is the only thing that would not."""
    lines = [piece.traits.line for piece in (*pieces, item)]
    if not any(line.raw for line in lines):
        return True
    return ink(_block("body", [*pieces, item]).text) == ink("\n".join(line.raw or line.text for line in lines))
