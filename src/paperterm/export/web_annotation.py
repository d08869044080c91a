"""Notes, bookmarks and highlights as annotations of the W3C Web Annotation Data Model (Recommendation of 2017-02-23)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from paperterm.export.items import where_kept
from paperterm.export.kept import Kept

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = {"note": "commenting", "bookmark": "bookmarking", "highlight": "highlighting"}


def collection(kept: Iterable[Kept]) -> dict[str, Any]:
    """A collection of one page (sections 5.1, 5.2) that holds all of them."""
    items = [_annotation(each) for each in kept]
    return {
        "@context": CONTEXT,
        "id": "urn:paperterm:notes",
        "type": "AnnotationCollection",
        "label": "paperterm",
        "total": len(items),
        "first": {"id": "urn:paperterm:notes:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(kept: Kept) -> dict[str, Any]:
    record = kept.record
    bodies: list[dict[str, Any]] = []
    if kept.text:
        bodies.append({"type": "TextualBody", "value": kept.text, "format": "text/plain", "purpose": "commenting"})
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in record.tags]
    found: dict[str, Any] = {
        "id": f"urn:paperterm:{kept.kind}:{quote(record.id, safe='-')}",
        "type": "Annotation",
        "motivation": MOTIVATIONS[kept.kind],
        "created": record.created,
        "modified": record.changed,
        "target": _target(kept),
    }
    if bodies:
        found["body"] = bodies
    if kept.colour:
        found["stylesheet"] = {"type": "CssStylesheet", "value": f".highlight {{ background: {_css(kept.colour)} }}"}
        found["target"]["styleClass"] = "highlight"
    return found


def _target(kept: Kept) -> dict[str, Any]:
    """The article with the passage. The position counts characters of the article's blocks, one line feed between two."""
    anchor, place, stored = kept.record.anchor, kept.placement, kept.stored
    target: dict[str, Any] = {"type": "SpecificResource", "source": f"urn:paperterm:article:{quote(kept.article)}"}
    selectors: list[dict[str, Any]] = []
    if anchor.exact:
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            }
        )
    if stored and place.block is not None and place.start is not None and place.end is not None:
        before = sum(len(block.text) + 1 for block in stored.article.blocks[: place.block])
        selectors.append(
            {"type": "TextPositionSelector", "start": before + place.start, "end": before + place.end},
        )
    if selectors:
        target["selector"] = selectors
    if stored:
        target["dc:title"] = kept.headline
        target["dc:source"] = where_kept(kept)
    return target


def _css(colour: str) -> str:
    return "".join(filter(str.isalpha, colour)) or "yellow"
