"""The interface's languages: every sentence of the reader's own goes through `t`.

English is the key. `languages/zh_hans.txt` and `zh_hant.txt` are the catalogues (`languages/catalogue.py` reads them);
`tests/tui/test_languages.py` prints what is missing in them.
"""

from __future__ import annotations

import re
from functools import cache

from paperterm.config.settings import LANGUAGES

NESTED = ("kind", "fault", "values", "reason", "what")
"""What in a sentence of a room below is itself a part of one; other values are a page's or a person's words."""
_catalogue: dict[str, str] = {}
_language = LANGUAGES[0]


def use(language: str) -> None:
    """From now on the interface speaks this one of LANGUAGES."""
    global _catalogue, _language
    _language = language
    _catalogue = {} if language == LANGUAGES[0] else _read(language)


def t(message: str, /, **values: object) -> str:
    """The message in the interface's language; `values` fill its braces: t("Copied {count} characters.", count=3)."""
    message = _catalogue.get(message, message)
    return message.format(**values) if values else message


def tn(one: str, more: str, count: int, /, **values: object) -> str:
    """As `t`, for a number of things: tn("{count} article", "{count} articles", 3). The catalogue's key is the plural."""
    message = _catalogue.get(more) or (one if count == 1 else more)
    return message.format(count=count, **values)


def retold(sentence: str) -> str:
    """A sentence of a room below in the interface's language: a failure, a warning of the parser. Those rooms say it in
    English, with its values in it, and a library keeps it so; it is known again by its fixed words. As it is where it
    is not in the catalogue."""
    if _language == LANGUAGES[0] or not sentence:
        return sentence
    for pattern, translation in _heard(_language):
        if found := pattern.fullmatch(sentence):
            values = found.groupdict()
            values |= {name: retold(values[name]) for name in NESTED if name in values}
            return translation.format(**values)
    return sentence


def _read(name: str) -> dict[str, str]:
    from paperterm.tui.languages.catalogue import read_catalogue

    return read_catalogue(name)


@cache
def _heard(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences of the rooms below as patterns, those with the most fixed words first."""
    entries = _read(f"{language}-heard").items()
    return tuple((pattern_of(message), said) for message, said in sorted(entries, key=lambda e: -_fixed(e[0])))


def pattern_of(message: str) -> re.Pattern[str]:
    """What the message looks like with anything in its braces."""
    parts = re.split(r"\{(\w+)\}", message)
    names: set[str] = set()
    return re.compile("".join(_piece(part, odd=bool(i % 2), names=names) for i, part in enumerate(parts)), re.DOTALL)


def _piece(part: str, odd: bool, names: set[str]) -> str:
    if not odd:
        return re.escape(part)
    if part in names:
        return f"(?P={part})"
    names.add(part)
    return f"(?P<{part}>.+?)"


def _fixed(message: str) -> int:
    return len(re.sub(r"\{\w+\}", "", message))
