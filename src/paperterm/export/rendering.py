"""Articles and notes in a form of FORMS: as one text, or as the files of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from string import Template

from paperterm.export import json_form, markdown, notes, org, plain_text, table, template, vault, web_annotation
from paperterm.export.forms import FORMS
from paperterm.export.front_matter import front_matter
from paperterm.export.gbt7714 import gbt7714
from paperterm.export.items import Item, where
from paperterm.export.kept import Kept
from paperterm.export.reference import reference
from paperterm.text.clean import one_line, visible


@dataclass(frozen=True, slots=True)
class Wish:
    """How an export shall look: its form (an id of FORMS), its title, the measure of plain text in cells, a template of the
    person's own, the time that a book says it was made, and how the whole text of a page is had by its sha256."""

    form: str
    title: str
    measure: int
    made: datetime
    raw: Callable[[str], str]
    template: Template | None = None


def articles(items: Sequence[Item], wish: Wish) -> bytes:
    """All articles as one file."""
    if wish.template:
        return _bytes("\n".join(_filled(item, wish) for item in items).split("\n"))
    match wish.form:
        case "markdown":
            return _bytes(_markdown(items, wish.title))
        case "org":
            return _bytes(org.articles(items, wish.title))
        case "json":
            return json_form.written(json_form.articles(items, wish.raw))
        case "csv":
            return table.article_table(items)
        case "text":
            return _bytes(plain_text.plain_text(items, wish.measure))
        case "epub":
            from paperterm.export.epub import epub

            return epub(items, wish.title, wish.made)
    raise ValueError(wish.form)


def article_folder(items: Sequence[Item], wish: Wish, orphans: Sequence[Kept] = ()) -> Iterator[tuple[str, bytes]]:
    """A file for every article, by its path in the folder; in Markdown also one for every note; in JSON one for every page."""
    if wish.form == "json":
        return vault.page_files(items, lambda group: articles(group, wish))
    ending = FORMS[wish.form].ending
    if wish.template:
        return vault.article_files(items, ending, lambda item: _filled(item, wish).split("\n"))
    if wish.form == "markdown":
        return vault.vault(items, orphans)
    return vault.article_files(
        items, ending, lambda item: articles([item], _for(item, wish)).decode("utf-8").splitlines()
    )


def records(kept: Sequence[Kept], wish: Wish) -> bytes:
    """All notes as one file."""
    match wish.form:
        case "markdown":
            return _bytes(notes.markdown(kept))
        case "org":
            return _bytes(org.notes(kept))
        case "json":
            return json_form.written(json_form.notes(kept))
        case "annotations":
            return json_form.written(web_annotation.collection(kept))
        case "csv":
            return table.note_table(kept)
        case "text":
            return _bytes(plain_text.note_text(kept, wish.measure))
    raise ValueError(wish.form)


def _for(item: Item, wish: Wish) -> Wish:
    return replace(wish, title=item.article.title)


def _markdown(items: Sequence[Item], title: str) -> Iterator[str]:
    """One article as its file would be; several below one another, each under its own headline."""
    if len(items) == 1:
        yield from markdown.one_article(items[0])
        yield from _notes(items[0])
        return
    yield f"# {markdown.plain(title)}"
    for item in items:
        yield ""
        yield from markdown.article_lines(item.article, level=2)
        yield from markdown.head_lines(item)
        yield from _notes(item)


def _notes(item: Item) -> Iterator[str]:
    for kept in item.kept:
        yield ""
        yield from notes.record_lines(kept)


def _filled(item: Item, wish: Wish) -> str:
    """The template with what is known of the article, without a line feed at its end."""
    assert wish.template is not None
    article = item.article
    said = markdown.facts(item) | {
        "column": article.column,
        "kicker": article.kicker,
        "headline": article.headline,
        "deck": article.deck,
        "where": where(item),
        "tags": item.tags,
        "citation": gbt7714(reference(item)),
    }
    front = list(front_matter(markdown.facts(item)))
    plain, text, own = (
        one_line,
        plain_text.set_article(article, wish.measure),
        plain_text.note_text(item.kept, wish.measure),
    )
    if wish.form == "markdown":
        plain, text, own = markdown.plain, markdown.article_lines(article), _notes(item)
    elif wish.form == "org":
        plain, text, own = org.plain, org.article_lines(article), org.record_lines(item.kept)
    values = template.values(said, plain, front_matter=front, text=text, notes=own)
    return template.filled(wish.template, values).removesuffix("\n")


def _bytes(lines: Iterable[str]) -> bytes:
    return ("\n".join(map(visible, lines)) + "\n").encode("utf-8")
