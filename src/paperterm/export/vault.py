"""A folder for Obsidian: an article a file, in folders of its paper and date; a note a file, linked with its paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from paperterm.export.filenames import Names, file_name
from paperterm.export.front_matter import front_matter
from paperterm.export.items import UNDATED, UNKNOWN_PAPER, Item
from paperterm.export.kept import Kept
from paperterm.export.markdown import block_ids, one_article, own_words, plain, tag
from paperterm.export.notes import STATES
from paperterm.ingest.exported import ENDING as PAGE_ENDING
from paperterm.text.clean import one_line, visible

NOTES = "Notes"
TITLE = 90
"""Bytes of a title in a name: some thirty han."""


def article_path(item: Item) -> str:
    """大江日报/2025-03-25/01 江边新桥通车 jbxqtc: the same whatever else is exported, since it holds the id's own part."""
    head = item.stored.head
    page = f"{head.page:02d} " if head.page is not None else ""
    own = item.id.rpartition("/")[2]
    folders = file_name(head.paper or UNKNOWN_PAPER), file_name(head.date or UNDATED)
    issue = "" if head.date and head.paper else f" {item.id.split('/')[0]}"
    return "/".join((*folders, file_name(f"{page}{file_name(item.article.title, TITLE)} {own}{issue}")))


def note_path(kept: Kept) -> str:
    """Notes/2025-03-26 江边新桥通车 4c2z6mp9: the same after the note was changed."""
    return f"{NOTES}/{file_name(f'{kept.record.created[:10]} {file_name(kept.headline, TITLE)} {kept.record.id[-8:]}')}"


def article_files(
    items: Iterable[Item], ending: str, text: Callable[[Item], Iterable[str]]
) -> Iterator[tuple[str, bytes]]:
    """A file for every article (its path in the folder, its content), by a form of the caller's."""
    names = Names()
    for item in items:
        yield names.own(article_path(item), ending), _file(text(item))


def page_files(items: Iterable[Item], content: Callable[[list[Item]], bytes]) -> Iterator[tuple[str, bytes]]:
    """A file for the articles of each page, named so that an import knows its paper, date and number."""
    names, pages = Names(), dict[str, list[Item]]()
    for item in items:
        pages.setdefault(item.stored.sha256, []).append(item)
    for sha256, group in pages.items():
        head = group[0].stored.head
        own = sha256[:16] if head.page is None else f"{head.page:02d}"
        path = "/".join((file_name(head.paper or UNKNOWN_PAPER), file_name(head.date or UNDATED), own))
        yield names.own(path, PAGE_ENDING), content(group)


def vault(items: Iterable[Item], orphans: Iterable[Kept] = ()) -> Iterator[tuple[str, bytes]]:
    """The files of articles and of what was kept on them, and of records whose article is gone."""
    names = Names()
    for item in items:
        path = names.own(article_path(item), ".md")
        notes = [(names.own(note_path(kept), ".md"), kept) for kept in item.kept]
        yield path, _file(_article(item, notes))
        for note, kept in notes:
            yield note, _file(_note(kept, path.removesuffix(".md")))
    for kept in orphans:
        yield names.own(note_path(kept), ".md"), _file(_note(kept, None))


def _article(item: Item, notes: list[tuple[str, Kept]]) -> Iterator[str]:
    yield from one_article(item)
    if notes:
        yield ""
        yield "## Notes"
        yield ""
    for path, kept in notes:
        name = path.removesuffix(".md")
        place = f" [[#^{_paragraph(kept)}|¶]]" if _paragraph(kept) else ""
        yield f"- [[{name}|{_label(kept.text or kept.quote or kept.kind)}]]{place}"


def _note(kept: Kept, article: str | None) -> Iterator[str]:
    yield from front_matter(
        {
            "id": kept.record.id,
            "kind": kept.kind,
            "article": kept.article,
            **({"colour": kept.colour} if kept.colour else {}),
            "created": kept.record.created,
            "changed": kept.record.changed,
            "state": kept.placement.state,
            "tags": [tag(name) for name in kept.record.tags],
        }
    )
    yield ""
    if kept.quote:
        yield from (f"> {plain(line)}" for line in visible(kept.quote).splitlines())
        yield ""
    if kept.text:
        yield from own_words(kept.text)
        yield ""
    paragraph = _paragraph(kept)
    if article is not None:
        yield f"[[{article}{f'#^{paragraph}' if paragraph else ''}|{_label(kept.headline)}]]"
    if said := STATES[kept.placement.state]:
        yield f"{plain(kept.article)} {said}"


def _paragraph(kept: Kept) -> str:
    """The block id of the paragraph that the record stands on; empty for a whole article."""
    if kept.stored is None or kept.placement.block is None:
        return ""
    return block_ids(kept.stored.article)[kept.placement.block]


def _label(text: str) -> str:
    """What a link shows: nothing that ends it."""
    line = one_line(text)
    return file_name(line if len(line) <= 30 else f"{line[:29]}…")


def _file(lines: Iterable[str]) -> bytes:
    return ("\n".join(map(visible, lines)) + "\n").encode("utf-8")
