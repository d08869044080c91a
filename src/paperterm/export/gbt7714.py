"""References after GB/T 7714, the national standard, in its editions of 2015 and 2025 (in force since 2026-07-01).

The form of an article in a newspaper (4.4 and 8.8 of 2015) is

    主要责任者. 题名[N]. 报纸题名, 出版日期(版次).

Both editions give it so. What the edition of 2025 changed concerns things that these references do not hold: surnames of
romanised names are no longer in capitals, names in pinyin not abbreviated, dates of access left out but for what is
online. Names stay as they are printed, because which part of a foreign name is the surname is not known here.
"""

from __future__ import annotations

from paperterm.export.reference import Reference

MOST_AUTHORS = 3
"""8.1.2: of more than three the first three are named, with 等 behind them."""
NO_AUTHOR = "佚名"
"""8.1.3; a list in numbered order may leave it out."""
NO_PAPER, NO_DATE = "[报纸名不详]", "[出版日期不详]"
"""After the model of 8.4.1, [出版地不详], since the standard has no words of its own for these."""


def gbt7714(reference: Reference) -> str:
    """The reference, on one line. A fact that is only assumed stands in square brackets, as 8.4.3 has it for an estimated
    year; so do the first words of an article without a headline."""
    authors = list(reference.responsible[:MOST_AUTHORS])
    if len(reference.responsible) > MOST_AUTHORS:
        authors.append("等")
    title = reference.title if reference.titled else f"[{reference.title}]"
    page = "" if reference.page is None else f"({_sure(str(reference.page), 'page', reference)})"
    return (
        f"{', '.join(authors) or NO_AUTHOR}. {title}[N]. {_sure(reference.paper, 'paper', reference) or NO_PAPER}, "
        f"{_sure(reference.date, 'date', reference) or NO_DATE}{page}."
    )


def _sure(value: str | None, name: str, reference: Reference) -> str:
    return f"[{value}]" if value and name in reference.assumed else value or ""
