"""Articles as JSON, and notes as a notebook that `paperterm notebook merge` takes in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from paperterm.export.items import Item
from paperterm.export.kept import Kept
from paperterm.ingest.exported import FORMAT
from paperterm.notebook.layout import SCHEMA as NOTEBOOK
from paperterm.notebook.records import KINDS, form
from paperterm.parse.form import article_form
from paperterm.text.clean import json_escaped

SCHEMA = 1


def articles(items: Sequence[Item], raw: Callable[[str], str]) -> dict[str, Any]:
    """Every article as `paperterm show --json` prints it, with the issue's number, the page's sha256, what is only assumed,
    and what was kept on it; and the pages that they stand on with their whole texts (`raw`, by sha256), from which one page
    can be imported again."""
    pages = {item.stored.sha256: item for item in reversed(items)}
    return {
        "schema": SCHEMA,
        "format": FORMAT,
        "articles": [_article(item) for item in items],
        "pages": [_page(item, raw(sha256)) for sha256, item in reversed(pages.items())],
    }


def _page(item: Item, text: str) -> dict[str, Any]:
    head = item.stored.head
    return {
        "sha256": item.stored.sha256,
        "source": item.source,
        "paper": head.paper,
        "date": head.date,
        "page": head.page,
        "number": item.stored.facts.number,
        "assumed": sorted(item.assumed),
        "text": text,
    }


def notes(kept: Iterable[Kept]) -> dict[str, Any]:
    """A notebook of these records and no others, in the layout of notebook.json; its selectors and ids are untouched, so
    that merging it twice changes nothing."""
    tables: dict[str, dict[str, Any]] = {kind.table: {} for kind in KINDS.values()}
    for each in kept:
        table = tables[KINDS[each.kind].table]
        table[str(len(table) + 1)] = form(each.record)
    about = {"1": {"format": "paperterm notebook", "schema": NOTEBOOK}}
    return {"about": about} | {name: table for name, table in tables.items() if table}


def written(data: Mapping[str, Any] | list[Any]) -> bytes:
    """Indented, in UTF-8."""
    text = json_escaped(json.dumps(data, ensure_ascii=False, indent=1))
    return (text + "\n").encode("utf-8", "backslashreplace")


def _article(item: Item) -> dict[str, Any]:
    head = item.stored.head
    return {
        **article_form(item.article),
        "paper": head.paper,
        "date": head.date,
        "page": head.page,
        "number": item.stored.facts.number,
        "assumed": sorted(item.assumed),
        "source": item.source,
        "sha256": item.stored.sha256,
        "kept": [_kept(kept) for kept in item.kept],
    }


def _kept(kept: Kept) -> dict[str, Any]:
    record, place = kept.record, kept.placement
    return {
        "id": record.id,
        "kind": kept.kind,
        "quote": kept.quote,
        "text": kept.text,
        "colour": kept.colour or None,
        "tags": list(record.tags),
        "created": record.created,
        "changed": record.changed,
        "state": place.state,
        "block": place.block,
        "start": place.start,
        "end": place.end,
    }
