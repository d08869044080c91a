"""Notes, bookmarks and highlights as Markdown: by article, each with the passage it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from paperterm.text.clean import one_line, visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


@dataclass(frozen=True, slots=True)
class Kept:
    """One record. `text` is empty but for a note; `state` is "placed", "uncertain" or "orphan"."""

    id: str
    kind: str
    article: str
    headline: str
    where: str
    quote: str
    text: str
    colour: str
    tags: tuple[str, ...]
    created: str
    state: str


def markdown(kept: Iterable[Kept]) -> Iterator[str]:
    """The lines of the document. Articles stand in the order of their first record; a record's id is its block id, so that
    other documents can link to it."""
    yield "# Notes"
    by_article: dict[str, list[Kept]] = {}
    for record in kept:
        by_article.setdefault(record.article, []).append(record)
    for article, records in by_article.items():
        first = records[0]
        yield ""
        yield f"## {_plain(first.headline)}"
        yield ""
        yield f"{_plain(first.where)} `{article.replace('`', '')}`".strip()
        for record in records:
            yield ""
            yield from _record(record)


def _record(record: Kept) -> Iterator[str]:
    if record.quote:
        yield from (f"> {_plain(line)}" for line in visible(record.quote).splitlines())
        yield ""
    if record.text:
        yield from visible(record.text).split("\n")
        yield ""
    about = [record.kind + (f" ({record.colour})" if record.colour else ""), record.created[:10]]
    about += [f"#{one_line(tag).replace(' ', '_')}" for tag in record.tags]
    if record.state != "placed":
        about.append({"uncertain": "(place uncertain)", "orphan": "(the text is gone)"}[record.state])
    yield f"{' · '.join(about)} ^{re.sub('[^0-9a-zA-Z-]', '-', record.id)}"


def _plain(text: str) -> str:
    """Text of a page, so that Markdown reads nothing into it."""
    return _SPECIAL.sub(r"\\\1", one_line(text))
