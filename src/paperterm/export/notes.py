"""Notes, bookmarks and highlights as Markdown: by article, each with the passage it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paperterm.export.items import where_kept
from paperterm.export.kept import Kept
from paperterm.export.markdown import own_words, plain, tag
from paperterm.text.clean import visible

STATES = {"placed": "", "uncertain": "(place uncertain)", "orphan": "(the text is gone)"}


def by_article(kept: Iterable[Kept]) -> dict[str, list[Kept]]:
    """The records of each article, in the order of the articles' first records."""
    found: dict[str, list[Kept]] = {}
    for record in kept:
        found.setdefault(record.article, []).append(record)
    return found


def markdown(kept: Iterable[Kept]) -> Iterator[str]:
    """The lines of the document. A record's id is its block id, so that other documents can link to it."""
    yield "# Notes"
    for article, records in by_article(kept).items():
        first = records[0]
        yield ""
        yield f"## {plain(first.headline)}"
        yield ""
        yield f"{plain(where_kept(first))} `{article.replace('`', '')}`".strip()
        for record in records:
            yield ""
            yield from record_lines(record)


def record_lines(kept: Kept) -> Iterator[str]:
    """The passage, what was written on it, and a line about the record that ends with its block id."""
    if kept.quote:
        yield from (f"> {plain(line)}" for line in visible(kept.quote).splitlines())
        yield ""
    if kept.text:
        yield from own_words(kept.text)
        yield ""
    yield f"{about(kept)} ^{block_id(kept)}"


def about(kept: Kept) -> str:
    """note · 2025-03-26 · #农事"""
    said = [kept.kind + (f" ({kept.colour})" if kept.colour else ""), kept.record.created[:10]]
    said += [f"#{tag(name)}" for name in kept.record.tags]
    return " · ".join(filter(None, (*said, STATES[kept.placement.state])))


def block_id(kept: Kept) -> str:
    return re.sub("[^0-9a-zA-Z-]", "-", kept.record.id)
