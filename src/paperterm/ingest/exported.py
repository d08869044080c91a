"""A page in the JSON that `paperterm export --format json` writes: its text as it was imported."""

from __future__ import annotations

import json

from paperterm.ingest.decode import Unreadable
from paperterm.text.clean import visible

FORMAT = "paperterm articles"
MARK = f'"format": "{FORMAT}"'.encode()
ENDING = ".page.json"
"""Of files that hold one page: other JSON in a folder is none of ours."""
NEWEST = 1


def exported_text(data: bytes) -> str:
    """The text of the one page in the file, without control characters but line feeds. Raises Unreadable."""
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            f"It begins as an export of paperterm, but is no whole JSON ({error}); export it again."
        ) from error
    schema = held.get("schema") if isinstance(held, dict) else None
    if type(schema) is not int or schema > NEWEST:
        raise Unreadable("It was exported by a newer paperterm; install that to import it.")
    pages = held.get("pages")
    texts = [page.get("text") for page in pages if isinstance(page, dict)] if isinstance(pages, list) else []
    if len(texts) != 1:
        raise Unreadable(
            f"It holds {len(texts)} pages, and a page file holds one: export them to a folder (--output FOLDER/), each gets a "
            "file of its own."
        )
    if not isinstance(texts[0], str):
        raise Unreadable("It is an export of paperterm without the page's text; export it again.")
    return visible(texts[0])
