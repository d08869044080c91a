"""How wide text is in a terminal, in cells, as Rich counts them (so “ ” … — are one cell, a han is two)."""

from __future__ import annotations

ELLIPSIS = "…"


def cell_width(text: str) -> int:
    """The width of `text` in cells."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # 8 ms that a command without a screen need not pay

    return cell_len(text)


def cut(text: str, cells: int) -> str:
    """`text` itself where it fits into `cells`, else its beginning and "…", together at most `cells` wide.

    Takes time for what fits, not for the whole text. Expects text as `clean.visible` leaves it.
    """
    used = keep = 0
    for index, character in enumerate(text):
        used += cell_width(character)
        if used > cells:
            return text[:keep].rstrip() + ELLIPSIS if cells > 0 else ""
        if used < cells:
            keep = index + 1
    return text
