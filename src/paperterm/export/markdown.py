"""An article as Markdown, its paragraphs with block ids that stay the same as long as their text does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from paperterm.export.front_matter import Value, front_matter
from paperterm.export.items import Item, where
from paperterm.model import Article
from paperterm.notebook.normalise import normalise, paragraph_hash
from paperterm.text.clean import one_line, visible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$%^=])")
_LEADING = re.compile(r"([-+])|(\d+)([.)])")
"""What makes a list of a line."""

_FORMS = {
    "column": "**{}**",
    "kicker": "*{}*",
    "headline": "# {}",
    "deck": "*{}*",
    "byline": "*{}*",
    "heading": "## {}",
    "digest": "> {}",
    "jump": "*{}*",
}
"""How a block's text stands, by its role; the others as they are."""


def plain(text: str) -> str:
    """Text of a page on one line, so that Markdown, and Obsidian with its own signs, reads nothing into it."""
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    if found := _LEADING.match(escaped):
        place = found.start(1) if found[1] else found.start(3)
        escaped = f"{escaped[:place]}\\{escaped[place:]}"
    return escaped


def tag(name: str) -> str:
    """A tag as Obsidian takes it: no white space, no #."""
    return re.sub(r"[\s#]+", "_", one_line(name)).strip("_")


def block_ids(article: Article) -> list[str]:
    """For every block a name made of its text, so that a change elsewhere in the article leaves it alone."""
    found: list[str] = []
    for block in article.blocks:
        name = f"p-{paragraph_hash(normalise(block.text).text)[:8] or 'empty'}"
        again = sum(id == name or id.startswith(f"{name}-") for id in found)
        found.append(f"{name}-{again + 1}" if again else name)
    return found


def facts(item: Item) -> dict[str, Value]:
    """What is known of an article, for its head; unknown facts are null, assumed ones are named."""
    article, head = item.article, item.stored.head
    known: dict[str, Value] = {
        "title": article.title,
        "id": item.id,
        "paper": head.paper,
        "date": head.date,
        "page": head.page,
        "issue": item.stored.facts.number,
        "assumed": sorted(item.assumed),
        "kind": article.kind,
        "byline": article.byline,
        "agency": article.agency,
        "place": article.place,
        "filed": article.filed,
        "source": item.source,
    }
    if item.tags:
        known["tags"] = [tag(name) for name in item.tags]
    return {key: value for key, value in known.items() if value or key in ("paper", "date", "page")}


def article_lines(article: Article, level: int = 1) -> Iterator[str]:
    """The article itself; `level` is that of its headline."""
    if not any(block.role == "headline" and plain(block.text) for block in article.blocks):
        yield f"{'#' * level} {plain(article.title)}"
        yield ""
    headed = False
    for block, id in zip(article.blocks, block_ids(article), strict=True):
        text = plain(block.text)
        if not text:
            continue
        form = _FORMS.get(block.role, "{}")
        if block.role == "headline":
            form, headed = ("**{}**" if headed else form), True
        if form.startswith("#"):
            form = "#" * (level - 1) + form
        yield f"{form.format(text)} ^{id}"
        yield ""


def head_lines(item: Item) -> Iterator[str]:
    """Where the article was printed, and its id."""
    yield f"{plain(where(item))} `{item.id.replace('`', '')}`"


def one_article(item: Item) -> Iterator[str]:
    """A file of one article, without what was kept on it."""
    yield from front_matter(facts(item))
    yield ""
    yield from article_lines(item.article)
    yield from head_lines(item)


def own_words(text: str) -> list[str]:
    """What a person wrote, as it was written: it may well be Markdown. A line that would end or begin a front matter does
    not stand in the first line of a file, so it does no harm."""
    return visible(text).split("\n")
