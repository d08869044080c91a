"""The forms of an export, declared once: the commands and the reader take them from here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`ending` is that of its files. `articles`, `notes`: what it can be made of. `folder`: it may be a file for each."""

    id: str
    title: str
    ending: str
    articles: bool = True
    notes: bool = True
    folder: bool = True
    text: bool = True
    template: bool = False


FORMS = {
    form.id: form
    for form in (
        Form("markdown", "Markdown", ".md", template=True),
        Form("org", "Org", ".org", template=True),
        Form("json", "JSON", ".json"),
        Form("annotations", "W3C Web Annotations", ".jsonld", articles=False, folder=False),
        Form("csv", "CSV", ".csv", folder=False),
        Form("text", "plain text", ".txt", template=True),
        Form("epub", "EPUB", ".epub", notes=False, folder=False, text=False),
    )
}
DEFAULT = "markdown"


def of_articles() -> list[str]:
    """The ids of forms that articles can take."""
    return [form.id for form in FORMS.values() if form.articles]


def of_notes() -> list[str]:
    """The ids of forms that notes can take."""
    return [form.id for form in FORMS.values() if form.notes]
