"""`doctor`, `config`, `serve`, `completion`, `manual`, and what the shells ask; and how every command says that it failed."""

from __future__ import annotations

from typing import Any, Literal, TypedDict

from paperterm.actions.checking import State
from paperterm.actions.contract.values import Count, File, Problem


class Setting(TypedDict):
    """A setting: the value that holds, and the line of the file that states it."""

    key: str
    value: Any
    default: Any
    takes: str
    choices: list[str]
    help: str
    line: int | None


class Settings(TypedDict):
    """All settings. `keys` are those that the file states, by the names of the reader's actions."""

    path: File
    settings: list[Setting]
    keys: dict[str, list[str]]
    problems: list[Problem]


class SettingsFile(TypedDict):
    """Where the settings stand, and whether the file is there."""

    path: File
    exists: bool


class ActionKeys(TypedDict):
    """An action of the reader with its keys, as they are and as they would be without settings."""

    action: str
    title: str
    help: str
    panes: list[str]
    keys: list[str]
    default: list[str]


class Keys(TypedDict):
    """The actions of the reader."""

    keys: list[ActionKeys]
    problems: list[Problem]


class Checked(TypedDict):
    """What is wrong with the settings: nothing where `problems` is empty."""

    path: File
    problems: list[Problem]


class Sample(TypedDict):
    """The text of a settings file in which nothing is stated yet."""

    sample: str


class Served(TypedDict):
    """The address to open in a browser."""

    url: str


class Completion(TypedDict):
    """The script that makes a shell complete words."""

    shell: str
    script: str


class ManualPage(TypedDict):
    """A page of the manual."""

    page: str
    chapter: int
    text: str


class ShellWords(TypedDict):
    """What fits, a word and its meaning in each; `kind` says whether file names fit too."""

    kind: Literal["files", "words"]
    words: list[str]


class Finding(TypedDict):
    """A sentence about one thing that was looked at, and what to do; "" where nothing is."""

    area: str
    state: State
    sentence: str
    advice: str


class CheckedUp(TypedDict):
    """What `doctor` found, how many of it are troubles, and what it made good (--repair), in sentences."""

    findings: list[Finding]
    troubles: Count
    repaired: list[str]


class Error(TypedDict):
    """`code` is a word for programs and stays, `message` a sentence for people."""

    code: str
    message: str


class Failed(TypedDict):
    """A command that could not do its work. Its exit code is 1, or 2 for wrong use."""

    error: Error
