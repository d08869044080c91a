"""Pages and articles as they lie in the library: small, and quick to take out again.

The text of a page, which is rarely looked at, is written in GB 18030 (two bytes for a han where UTF-8 has three) and packed with
zlib; its first byte says how. An article is a checksum, a line of JSON with everything but the words, then the words of its
blocks one after another in UTF-16, which Python reads ten times faster than anything else of two bytes for a han: every hit of a search is read.
Packing them would take a quarter more away, and a fifth of the time of a search to undo.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from paperterm.text.fold import searchable

if TYPE_CHECKING:  # to search needs no articles
    from paperterm.model import Article

GB18030, UTF8 = b"g", b"u"
WORDS = "utf-16-le"
SUM = 4
"""Bytes of an article's checksum, CRC-32 of the rest."""
ZLIB = 0x78
"""With it begins what libraries of the first two versions keep: UTF-8 without a letter before it."""

TOLD_ELSEWHERE = ("id", "kicker", "headline", "deck")
"""Keys of an article's form that its row or its blocks tell."""
NOTHING: dict[str, Any] = {
    "column": None,
    "agency": None,
    "place": None,
    "filed": None,
    "jump_to": None,
    "jump_from": None,
}


def pack_text(text: str) -> bytes:
    """Any text, half of a surrogate pair included."""
    try:
        return GB18030 + zlib.compress(text.encode("gb18030"))
    except UnicodeEncodeError:
        return UTF8 + zlib.compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """The inverse of `pack_text`. Raises zlib.error and UnicodeDecodeError for bytes that nobody packed."""
    match packed[:1]:
        case b"g":
            return zlib.decompress(memoryview(packed)[1:]).decode("gb18030")
        case b"u":
            return zlib.decompress(memoryview(packed)[1:]).decode("utf-8", "surrogatepass")
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_article(article: Article) -> bytes:
    from paperterm.parse.form import article_form

    form = article_form(article)
    told_here = {key: value for key, value in form.items() if key not in TOLD_ELSEWHERE}
    head = {key: value for key, value in told_here.items() if value or key not in NOTHING}
    head["blocks"] = [[block["role"], len(block["text"]), block["lines"]] for block in form["blocks"]]
    words = "".join(block["text"] for block in form["blocks"])
    told = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    body = told.encode("utf-8", "surrogatepass") + b"\n" + words.encode(WORDS, "surrogatepass")
    return zlib.crc32(body).to_bytes(SUM, "big") + body


def is_sound(packed: bytes | str) -> bool:
    """Is a packed article as it was written? To read one does not look at its checksum."""
    if isinstance(packed, str):
        return True
    return zlib.crc32(memoryview(packed)[SUM:]).to_bytes(SUM, "big") == packed[:SUM]


def unpack_form(packed: bytes | str) -> dict[str, Any]:
    """What `parse.form.article_from_form` takes, with "id" empty; libraries of the first two versions keep it as JSON.
    Raises ValueError for what nobody packed."""
    if isinstance(packed, str):
        return dict(json.loads(packed))
    head, _, encoded = packed[SUM:].partition(b"\n")
    words = encoded.decode(WORDS, "surrogatepass")
    form = {"id": "", **NOTHING, **json.loads(head.decode("utf-8", "surrogatepass"))}
    blocks, at = [], 0
    for role, length, lines in form["blocks"]:
        blocks.append({"role": role, "text": words[at : at + length], "lines": lines})
        at += length
    form["blocks"] = blocks
    return form


def searched(form: Mapping[str, Any]) -> str:
    """What a scan looks through: the blocks of an article, one a line, since a match lies within one block."""
    return "\n".join(searchable(block["text"]) for block in form["blocks"])


def searched_text(folded: str | None, packed: bytes | str) -> str:
    """The folded text that is kept of an article, else made from the article."""
    return searched(unpack_form(packed)) if folded is None else folded
