"""Reading the settings: whatever the file holds, what is good of it counts, and what is not is told with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from paperterm.config.option import Section
from paperterm.config.settings import KEYS, SECTIONS, Problem, Settings

MOST_BYTES = 1_000_000
"""A larger file is no settings file."""


def read_settings(path: Path) -> Settings:
    """The settings in this file; the defaults where there is none. Never raises: `problems` says what does not count."""
    try:
        data = _bytes(path)
    except FileNotFoundError:
        return Settings(path)
    except OSError as error:
        return _refused(path, f"The settings cannot be read ({_reason(error)}); the defaults hold.")
    if not data:
        return Settings(path)
    if len(data) > MOST_BYTES:
        return _refused(path, "This is too large for a settings file; the defaults hold.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _refused(path, "This line is not UTF-8; save the file as UTF-8. Until then the defaults hold.", line)
    import tomllib  # 8 ms that a start without settings need not pay

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(path, text, str(error))
    except RecursionError:
        return _refused(path, "The brackets are nested too deep; the defaults hold.")
    from paperterm.config.lines import key_lines

    return _settings(path, tables, key_lines(text))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _refused(path: Path, sentence: str, line: int | None = None) -> Settings:
    return Settings(path, problems=(Problem(sentence, path, line),))


def _not_toml(path: Path, text: str, message: str) -> Settings:
    pattern = r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$"
    place = re.search(pattern, message)
    line, column = (place[1], place[2]) if place and place[1] else (text.count("\n") + 1, None)
    what = re.sub(pattern, "", message)
    where = f"column {column}: " if column else ""
    return _refused(path, f"{where}{what}. This is not TOML; until it is mended the defaults hold.", int(line))


def _settings(path: Path, tables: Mapping[str, Any], lines: Mapping[str, int]) -> Settings:
    problems: list[Problem] = []

    def wrong(key: str, sentence: str) -> None:
        problems.append(Problem(sentence, path, _line(lines, key), key))

    sections: dict[str, Section] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for name, table in tables.items():
        if name not in SECTIONS and name != KEYS:
            what = f"[{name}]" if isinstance(table, dict) else name
            wrong(name, f"There is no setting {what}.{_nearest(name)}")
        elif not isinstance(table, dict):
            wrong(name, f"{name} is a table of settings: write [{name}], and its settings on lines of their own.")
        elif name == KEYS:
            keys = dict(_keys(table, wrong))
        else:
            sections[name] = SECTIONS[name](dict(_values(name, table, wrong)))
    return Settings(path, **sections, keys=keys, lines=lines, problems=tuple(problems))  # type: ignore[arg-type]


def _values(section: str, table: Mapping[str, Any], wrong: Any) -> Iterator[tuple[str, Any]]:
    options = SECTIONS[section].OPTIONS
    for key, value in table.items():
        name = f"{section}.{key}"
        if key not in options:
            wrong(name, f"There is no setting {key} in [{section}].{_nearest(key, section)}")
            continue
        try:
            yield key, options[key].read(value)
        except ValueError as error:
            near = close(str(value), options[key].choices)
            hint = f" Did you mean {near}?" if near else ""
            wrong(name, f"{key} {error}; {_default(options[key].default)} holds.{hint}")


def _keys(table: Mapping[str, Any], wrong: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for action, value in _flat(table):
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) for key in keys):
            yield action, tuple(keys)
        else:
            wrong(f"{KEYS}.{action}", f'{action} takes a key or a list of keys, as in "J" or ["J", "ctrl+n"].')


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """TOML reads `list.open = "o"` as a table in a table; an action's name has a dot in it."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, value


def _line(lines: Mapping[str, int], key: str) -> int | None:
    """The line of the key, or of the table around it."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key)


def _nearest(word: str, section: str = "") -> str:
    """ " Did you mean …?" with the setting whose name is nearest; one of the same table first."""
    inside = list(SECTIONS[section].OPTIONS) if section else [*SECTIONS, KEYS]
    if near := close(word, inside):
        return f" Did you mean {near if section else f'[{near}]'}?"
    elsewhere = {key: f"[{name}] {key}" for name, kind in SECTIONS.items() for key in kind.OPTIONS}
    if near := close(word, elsewhere):
        return f" Did you mean {elsewhere[near]}?"
    return f" There are {', '.join(inside)}."


def close(word: str, words: Iterable[str]) -> str:
    """The one of the words that is nearest to this one; "" for none."""
    from difflib import get_close_matches  # only where something is wrong

    found = get_close_matches(word, list(words), 1, 0.6)
    return found[0] if found else ""


def _default(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or "the default"
