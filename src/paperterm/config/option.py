"""How an option is declared: once, with its default, what it takes and what it does, and read from there with its type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic, Self, TypeVar, overload

T = TypeVar("T")


class Option(Generic[T]):
    """One key of a table, an attribute of its `Section`. `takes` says in words what values it has."""

    name = ""
    takes = ""
    choices: tuple[str, ...] = ()

    def __init__(self, default: T, help: str) -> None:
        self.default, self.help = default, help

    def __set_name__(self, owner: type[Section], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, section: None, owner: type[Section]) -> Self: ...
    @overload
    def __get__(self, section: Section, owner: type[Section]) -> T: ...
    def __get__(self, section: Section | None, owner: type[Section]) -> T | Self:
        if section is None:
            return self
        value: T = section.values.get(self.name, self.default)
        return value

    def read(self, value: object) -> T:
        """The value, if the option takes it. Raises ValueError with the rest of a sentence: "takes …, not …"."""
        raise NotImplementedError

    def refusal(self, value: object) -> ValueError:
        return ValueError(f"takes {self.takes}, not {_short(value)}")


class Number(Option[int]):
    """A whole number."""

    def __init__(self, default: int, help: str, least: int, most: int) -> None:
        super().__init__(default, help)
        self.least, self.most = least, most
        self.takes = f"a whole number from {least} to {most}"

    def read(self, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not self.least <= value <= self.most:
            raise self.refusal(value)
        return value


class Switch(Option[bool]):
    takes = "true or false"

    def read(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.refusal(value)
        return value


class Choice(Option[str]):
    """One of some words."""

    def __init__(self, default: str, help: str, choices: Sequence[str]) -> None:
        super().__init__(default, help)
        self.choices = tuple(choices)
        self.takes = f"one of {', '.join(self.choices)}"

    def read(self, value: object) -> str:
        if not isinstance(value, str) or value not in self.choices:
            raise self.refusal(value)
        return value


class Text(Option[str]):
    takes = "text in quotes"

    def read(self, value: object) -> str:
        if not isinstance(value, str) or not value.isprintable():
            raise self.refusal(value)
        return value


class Section:
    """One table of the settings; its docstring is what help says of it. `values` are those that are not the defaults."""

    OPTIONS: ClassVar[dict[str, Option[Any]]] = {}

    def __init_subclass__(cls) -> None:
        cls.OPTIONS = {name: option for name, option in vars(cls).items() if isinstance(option, Option)}

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self.values: dict[str, Any] = dict(values or {})


def written(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


def _short(value: object) -> str:
    text = written(value)
    return text if len(text) <= 40 else text[:39] + "…"
