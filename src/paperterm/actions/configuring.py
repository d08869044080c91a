"""`config`: what the settings are, where they stand, which keys do what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, NOTHING, Answer
from paperterm.actions.command import Command, Values
from paperterm.actions.session import Session
from paperterm.config.option import Option, written
from paperterm.config.settings import KEYS, SECTIONS, Problem, Settings

if TYPE_CHECKING:
    from paperterm.actions.contract.about import ActionKeys, Setting
    from paperterm.actions.contract.about import Settings as SettingsForm
    from paperterm.actions.contract.values import Problem as ProblemForm

WIDTH = 76
"""Cells of the sample's lines."""


def path(session: Session, values: Values) -> Answer:
    settings = session.settings
    there = settings.path is not None and settings.path.exists()
    talk = () if there else ("There is no such file yet; `paperterm config sample` prints one to begin with.",)
    return Answer({"path": str(settings.path), "exists": there}, (str(settings.path),), talk)


def show(session: Session, values: Values) -> Answer:
    settings = session.settings
    listed = [_form(settings, section, name) for section, kind in SECTIONS.items() for name in kind.OPTIONS]
    problems = _problems(session)
    data: SettingsForm = {
        "path": str(settings.path),
        "settings": listed,
        "keys": {action: list(keys) for action, keys in settings.keys.items()},
        "problems": [_problem(problem) for problem in problems],
    }
    width = max(len(_line(one)) for one in listed)
    places = [f"line {one['line']}" if one["line"] else "" for one in listed]
    lines = [f"{_line(one):{width}}  {place}".rstrip() for one, place in zip(listed, places, strict=True)]
    lines += [f"{KEYS}.{action} = {written(list(keys))}" for action, keys in settings.keys.items()]
    return Answer(data, lines, tuple(map(str, problems)))


def keys(session: Session, values: Values) -> Answer:
    from paperterm.actions.keys import label
    from paperterm.actions.reader import ACTIONS

    keymap = session.keymap
    listed: list[ActionKeys] = [
        {
            "action": action.id,
            "title": action.title,
            "help": action.help.format(**keymap.named_in(action.help)),
            "panes": list(action.panes),
            "keys": [label(key) for key in keymap.keys[action.id]],
            "default": [label(key) for key in action.keys],
        }
        for action in ACTIONS
    ]
    width = max(len(action.id) for action in ACTIONS)
    lines = [f"{one['action']:{width}}  {'  '.join(one['keys']) or '-':24}  {one['help']}" for one in listed]
    problems = [problem for problem in _problems(session) if problem.key.startswith(KEYS)]
    data = {"keys": listed, "problems": [_problem(problem) for problem in problems]}
    return Answer(data, lines, tuple(map(str, problems)))


def check(session: Session, values: Values) -> Answer:
    problems = _problems(session)
    data = {"path": str(session.settings.path), "problems": [_problem(problem) for problem in problems]}
    talk = () if problems else ("Nothing is wrong with the settings.",)
    return Answer(data, map(str, problems), talk, NOTHING if problems else FOUND)


def sample(session: Session, values: Values) -> Answer:
    lines = list(sample_lines())
    return Answer({"sample": "\n".join(lines)}, lines)


def sample_lines() -> Iterator[str]:
    """A settings file in which nothing is stated yet: every option with its help, what it takes and its default."""
    from textwrap import wrap

    from paperterm.actions.keys import writable
    from paperterm.actions.reader import ACTIONS

    yield "# Settings of paperterm. Take the # away from what you want to state."
    for section, kind in SECTIONS.items():
        yield from ("", f"[{section}]", f"# {kind.__doc__}")
        for name, option in kind.OPTIONS.items():
            told = f"{option.help} Takes {option.takes}."
            yield from ("", *(f"# {line}" for line in wrap(told, WIDTH)), f"# {name} = {written(option.default)}")
    yield from ("", f"[{KEYS}]", "# The keys of the reader: one, several, or [] for none.", "")
    for action in ACTIONS:
        yield f"# {written(action.id)} = {written([writable(key) for key in action.keys])}  # {action.title}"


def _form(settings: Settings, section: str, name: str) -> Setting:
    option: Option[Any] = SECTIONS[section].OPTIONS[name]
    key = f"{section}.{name}"
    stated = getattr(settings, section).values
    return {
        "key": key,
        "value": stated.get(name, option.default),
        "default": option.default,
        "takes": option.takes,
        "choices": list(option.choices),
        "help": option.help,
        "line": settings.lines.get(key) if name in stated else None,
    }


def _line(form: Setting) -> str:
    return f"{form['key']} = {written(form['value'])}"


def _problems(session: Session) -> tuple[Problem, ...]:
    return (*session.settings.problems, *session.keymap.problems)


def _problem(problem: Problem) -> ProblemForm:
    return {"key": problem.key or None, "line": problem.line, "message": problem.sentence}


COMMANDS = (
    Command("config show", "Show the settings", "List every setting with the value that holds.", show),
    Command("config path", "Say where the settings stand", "Print the path of the settings file.", path),
    Command("config keys", "List the reader's keys", "List the actions of the reader with their keys.", keys),
    Command("config check", "Look the settings over", "Tell what is wrong with the settings, with its line.", check),
    Command("config sample", "Print a settings file", "Print a settings file with every option explained.", sample),
)
