"""`manual`: the manual's pages, made from the declarations of commands, keys and the search language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from paperterm import __version__
from paperterm.actions.answer import Answer
from paperterm.actions.command import COMMON, READER, Argument, Command, Values
from paperterm.actions.session import Session
from paperterm.config.option import Option, written

Item = tuple[str, str]
"""A term and what it means."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands below it, and a list of terms."""

    title: str
    text: str = ""
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page: "paperterm", 1, "a terminal reader …"."""

    name: str
    chapter: int
    about: str
    sections: tuple[Section, ...]


EXIT_CODES = (
    ("0", "Found, or done."),
    ("1", "Nothing was found, or something failed; what, says a sentence on standard error."),
    ("2", "Wrong use: no such command, option or value."),
    ("130", "Ended by Ctrl-C; what was done until then is safe."),
)
JSON = (
    'With --json a command prints one object on one line, with the number of its schema; where it fails, {"schema", "error": '
    '{"code", "message"}}. New keys may come; a key that changes its meaning or goes away raises the number. JSON Schema files '
    "for every command stand in docs/schemas/ of the source."
)
FILES = (
    ("library.sqlite", "The library: derived from the pages, rebuilt by `paperterm import --rebuild`."),
    ("notebook.json", "Bookmarks, notes, highlights, saved searches and what was stated about pages."),
    ("notebook.log, notebook.backups/", "Every change of the notebook, and its earlier states."),
    ("reading.sqlite", "Where reading stopped, what was read, what was chosen by a key."),
    ("config.toml", "Your settings, which are never written by the program: paperterm-config(5)."),
)
ENVIRONMENT = (
    ("PAPERTERM_HOME", "The folder of all data. Without it, the folders that the system has for such things."),
    ("LC_ALL, LC_MESSAGES, LANG", "The first that is set names the language of the reader, where the settings do not."),
    ("NO_COLOR", "Set to anything, it takes the colours away, unless --color says otherwise."),
    (
        "CLICOLOR_FORCE, CLICOLOR",
        "1 for the first: commands print colours even into a pipe; 0 for the second: they print none.",
    ),
    ("VISUAL, EDITOR", "The program to write notes in, where the settings name none."),
)


def commands_page(commands: Iterable[Command]) -> ManualPage:
    """paperterm(1): every command with its options."""
    shown = [command for command in commands if not command.hidden]
    reader = Section(
        "paperterm [PATH…]",
        "Open the reader: on your library, on the sample pages while you have none, or on these files and folders.",
        tuple(map(_item, READER)),
    )
    return ManualPage(
        "paperterm",
        1,
        "a terminal reader for digitised Chinese newspapers",
        (
            reader,
            *(Section(_synopsis(command), command.help, tuple(map(_item, command.arguments))) for command in shown),
            Section("Options of every command", items=tuple(map(_item, COMMON))),
            Section("JSON", JSON),
            Section("Exit codes", items=EXIT_CODES),
            Section("Environment", items=ENVIRONMENT),
            Section("Files", "In the folder of all data:", FILES),
        ),
    )


def keys_page() -> ManualPage:
    """paperterm-keys(7): what the keys do, pane by pane."""
    from paperterm.actions.keymap import DEFAULT
    from paperterm.actions.keys import label
    from paperterm.actions.reader import ACTIONS, LISTS, PANES, READING

    titles = {
        PANES: "Everywhere",
        LISTS: "In every list",
        ("issues",): "In the list of issues",
        ("hits",): "In the list of hits",
        ("notes",): "In the list of what you kept",
        READING: "In the article and in the raw page",
        ("article",): "In the article",
    }
    groups: dict[tuple[str, ...], list[Item]] = {panes: [] for panes in titles}
    for action in ACTIONS:
        keys = ", ".join(label(key) for key in action.keys) or DEFAULT.key(action.id)
        item = (keys, f"{action.help.format(**DEFAULT.named_in(action.help))} ({action.id})")
        if action.panes in groups:
            groups[action.panes].append(item)
        else:
            for pane in action.panes:
                groups[pane,].append(item)
    sections = (Section(title, items=tuple(groups[panes])) for panes, title in titles.items() if groups[panes])
    return ManualPage("paperterm-keys", 7, "the keys of the reader", tuple(sections))


def search_page() -> ManualPage:
    """paperterm-search(7): the language of the search bar and of `paperterm search`."""
    from paperterm.query.fields import FIELDS

    words = (
        ("产改 工匠", "Articles with both."),
        ("产改 OR 工匠", "Articles with one of them."),
        ("产改 -足球, 产改 NOT 足球", "With the first and without the second."),
        ('"技能人才队伍"', "The words as they stand, white space and all."),
        ("(产改 OR 工匠) 沈阳", "Parentheses say what belongs together."),
        ("产业工人~", "Also with one character wrong, as OCR misreads them."),
    )
    fields = tuple(
        (", ".join(f"{n}:" for n in f.names), f"{f.help} Takes {f.values}, as in {f.example}") for f in FIELDS
    )
    return ManualPage(
        "paperterm-search",
        7,
        "the search language",
        (
            Section("Words", "Traditional and simplified characters, capitals and full-width forms are one.", words),
            Section("Fields", "Each has a name in Chinese and one in English.", fields),
            Section("Full-width signs", '：（）“”－～ mean what : ( ) " - ~ mean.'),
        ),
    )


def settings_page() -> ManualPage:
    """paperterm-config(5): what config.toml may hold."""
    from paperterm.config.settings import SECTIONS

    def item(name: str, option: Option[Any]) -> Item:
        return name, f"{option.help} Takes {option.takes}; {written(option.default)} where nothing is said."

    sections = (
        Section(f"[{name}]", kind.__doc__ or "", tuple(item(*each) for each in kind.OPTIONS.items()))
        for name, kind in SECTIONS.items()
    )
    keys = Section(
        "[keys]",
        "The keys of the reader, by the names of its actions (paperterm-keys(7), `paperterm config keys`).",
        (('"article.next" = ["J", "ctrl+n"]', "One key, or several."), ('"note.add" = []', "None at all.")),
    )
    return ManualPage("paperterm-config", 5, "the settings", (*sections, keys))


def manual_pages(commands: Iterable[Command]) -> dict[str, Callable[[], ManualPage]]:
    """The pages by the words that ask for them."""
    return {
        "commands": lambda: commands_page(commands),
        "keys": keys_page,
        "search": search_page,
        "config": settings_page,
    }


def roff(page: ManualPage) -> Iterator[str]:
    """The page's lines in the language of man(7)."""
    yield f'.TH {page.name.upper()} {page.chapter} "" "paperterm {__version__}"'
    yield ".SH NAME"
    yield f"{_escaped(page.name)} \\- {_escaped(page.about)}"
    for section in page.sections:
        yield f'.SH "{_escaped(section.title)}"'
        if section.text:
            yield _escaped(section.text)
        for term, meaning in section.items:
            yield ".TP"
            yield f".B {_escaped(term)}"
            yield _escaped(meaning)


def markdown(page: ManualPage) -> Iterator[str]:
    """The page's lines in Markdown."""
    yield f"# {page.name}: {page.about}"
    for section in page.sections:
        yield ""
        yield f"## {section.title}"
        if section.text:
            yield ""
            yield section.text
        if section.items:
            yield ""
            for term, meaning in section.items:
                yield f"- `{term}`: {meaning}"


def manual(session: Session, values: Values) -> Answer:
    from paperterm.actions.commands import COMMANDS

    page = manual_pages(COMMANDS)[values.get("what") or "commands"]()
    lines = list(markdown(page) if values.get("markdown") else roff(page))
    return Answer({"page": page.name, "chapter": page.chapter, "text": "\n".join(lines) + "\n"}, lines)


def _synopsis(command: Command) -> str:
    words = [f"paperterm {command.name}"]
    for argument in command.arguments:
        if not argument.is_option:
            word = argument.shown + ("…" if argument.many in ("+", "*") else "")
            words.append(f"[{word}]" if argument.many in ("?", "*") else word)
        elif argument.required:
            words.append(f"{argument.name} {argument.shown}")
    if any(a.is_option and not a.required for a in command.arguments):
        words.append("[options]")
    return " ".join(words)


def _item(argument: Argument) -> Item:
    term = f"{argument.name} {argument.shown}" if argument.takes_value else argument.name
    if not argument.is_option:
        term = argument.shown
    again = " May be given more than once." if argument.many == "append" else ""
    return term, f"{argument.help[:1].upper()}{argument.help[1:]}.{again}"


def _escaped(text: str) -> str:
    """The text as roff prints it: a backslash is one, a hyphen can be copied, and no line begins a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq").replace("\n", " ")
    return f"\\&{text}" if text[:1] in (".", "'") else text


MANUAL = Command(
    "manual",
    "Print the manual",
    "Print a page of the manual, for man (paperterm manual | man -l -) or as Markdown.",
    manual,
    (
        Argument(
            "WHAT",
            "the commands, the keys of the reader, the search language or the settings",
            many="?",
            choices=("commands", "keys", "search", "config"),
        ),
        Argument("--markdown", "as Markdown", bool),
    ),
)
