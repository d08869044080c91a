"""A person's own form for an article: a file of `string.Template`'s $names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from string import Template

FIELDS = {
    "id": "the article's id",
    "title": "its headline, else its first words",
    "column": "its column",
    "kicker": "the line above the headline",
    "headline": "its headline",
    "deck": "the line below the headline",
    "byline": "its authors",
    "agency": "who filed it",
    "place": "where it was filed",
    "filed": "when it was filed, month and day",
    "paper": "the paper",
    "date": "the date of the issue",
    "page": "the number of the page",
    "issue": "the number of the issue",
    "where": "paper, date and page, with what of them is only assumed",
    "assumed": "the facts that are only assumed",
    "source": "the name of the page's file",
    "citation": "its reference after GB/T 7714-2025",
    "tags": "the tags of what was kept on it",
    "front_matter": "all of these facts as YAML between two rules, as a Markdown file begins",
    "text": "its paragraphs, headed by its headline",
    "notes": "what was kept on it",
}
"""What a template may name, and what stands for it."""

_NAME = re.compile(
    r"\$(?:(?P<escaped>\$)|(?P<named>[_a-zA-Z]\w*)|\{(?P<braced>[_a-zA-Z]\w*)\}|(?P<invalid>))", re.ASCII
)


class Broken(ValueError):  # noqa: N818 - it says what the template is
    """A template that cannot be filled; the text names its line, what is wrong there and what could stand instead."""


def parsed(text: str, name: str) -> Template:
    """The template; `name` is how its file is called in sentences. Raises Broken."""
    for number, line in enumerate(text.split("\n"), 1):
        for found in _NAME.finditer(line):
            word = found["named"] or found["braced"]
            if found["invalid"] is not None:
                raise Broken(
                    f"{name}, line {number}: a $ without a name behind it. Write $$ for the sign itself, or a name as $title."
                )
            if word and word not in FIELDS:
                raise Broken(
                    f"{name}, line {number}: ${word} is not known.{_near(word)} The names are: {', '.join(FIELDS)}."
                )
    return Template(text)


def filled(template: Template, values: Mapping[str, str]) -> str:
    """The template with the values of all FIELDS; what a value holds is put in as it is, $ and all."""
    return template.substitute(values)


def values(said: Mapping[str, object], plain: Callable[[str], str], **ready: Iterable[str]) -> dict[str, str]:
    """The value of every field: facts made harmless by `plain`, what is unknown empty; `ready` are lines set already."""
    found = dict.fromkeys(FIELDS, "")
    for name, value in said.items():
        if name in FIELDS and value is not None:
            words = value if isinstance(value, list | tuple) else (value,)
            found[name] = plain("、".join(map(str, words)))
    return found | {name: "\n".join(lines).rstrip("\n") for name, lines in ready.items()}


def _near(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, FIELDS, 1)
    return f" Did you mean ${near[0]}?" if near else ""
