"""The keys that the reader's actions have: those declared, but for what the settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from string import Formatter
from typing import NamedTuple

from paperterm.actions.keys import label, named, pressed
from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.config.settings import KEYS, Problem, Settings

LAST_RESORTS = [f"alt+{letter}" for letter in "qwertyuiopasdfghjklzxcvbnm"]
PALETTE = "app.palette"
ALWAYS = ("app.quit",)
"""What has to have a key: there is no other way to it when the palette has none."""


class Keymap(NamedTuple):
    """The keys of every action by its id, in Textual's names, the one that help shows first; none for an action that has
    none. `changed` are the ids whose keys are not those declared."""

    keys: Mapping[str, tuple[str, ...]]
    changed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    def key(self, id: str, translated: Callable[[str], str] = str) -> str:
        """The key of an action that is shown, as people read it; the palette's with the action's title where it has none."""
        found = self.keys[id][:1]
        return (
            label(found[0]) if found else " ".join((*map(label, self.keys[PALETTE][:1]), translated(BY_ID[id].title)))
        )

    def named_in(self, message: str, translated: Callable[[str], str] = str) -> dict[str, str]:
        """The keys of the actions that a message names in braces, as {history_undo}, by their names there."""
        names = [name for _, name, _, _ in Formatter().parse(message) if name in _BY_METHOD]
        return {name: self.key(_BY_METHOD[name], translated) for name in names if name}


BY_ID = {action.id: action for action in ACTIONS}
_BY_METHOD = {action.method: action.id for action in ACTIONS}
DEFAULT = Keymap({action.id: action.keys for action in ACTIONS})


def keymap(settings: Settings) -> Keymap:
    """The declared keys with the stated ones in their place. A stated key is taken from the action that has it by
    declaration; of two stated ones the first in the file counts. `problems` tells of every clash."""
    if not settings.keys:
        return DEFAULT
    problems: list[Problem] = []
    stated: dict[str, tuple[str, ...]] = {}
    for id, written in settings.keys.items():
        if id not in BY_ID:
            problems.append(settings.problem(f"The reader has no action {id}.{_nearest(id)}", f"{KEYS}.{id}"))
            continue
        keys = tuple(dict.fromkeys(_named(settings, id, written, problems)))
        if keys or not written:
            stated[id] = keys
    taken: dict[tuple[Pane, str], ReaderAction] = {}
    found: dict[str, tuple[str, ...]] = {}
    for id, wanted in stated.items():
        free = tuple(_free(settings, BY_ID[id], wanted, taken, problems))
        if free or not wanted:
            found[id] = free
    for action in ACTIONS:
        if action.id not in found:
            found[action.id] = tuple(_left(settings, action, taken, problems))
    for id in ALWAYS:
        if not found[id]:
            left = next(key for key in (*BY_ID[id].keys, *LAST_RESORTS) if not _owners(BY_ID[id], key, taken))
            found[id] = (left,)
            told = f"{id} must have a key; {label(left)} it is."
            problems.append(settings.problem(told, f"{KEYS}.{id}"))
    changed = frozenset(action.id for action in ACTIONS if found[action.id] != action.keys)
    return Keymap({action.id: found[action.id] for action in ACTIONS}, changed, tuple(problems))


def _named(settings: Settings, id: str, written: tuple[str, ...], problems: list[Problem]) -> Iterator[str]:
    for key in written:
        try:
            yield named(key)
        except ValueError as error:
            problems.append(settings.problem(f"{id}: {error}", f"{KEYS}.{id}"))


def _free(
    settings: Settings,
    action: ReaderAction,
    keys: tuple[str, ...],
    taken: dict[tuple[Pane, str], ReaderAction],
    problems: list[Problem],
) -> Iterator[str]:
    """The stated keys that no action stated before has in a pane of this one."""
    for key in keys:
        if owners := _owners(action, key, taken):
            told = f"{label(key)} cannot be the key of {action.id}: {_told(owners)} has it already."
            problems.append(settings.problem(told, f"{KEYS}.{action.id}"))
            continue
        for pane in action.panes:
            taken.update({(pane, name): action for name in pressed(key)})
        yield key


def _left(
    settings: Settings, action: ReaderAction, taken: dict[tuple[Pane, str], ReaderAction], problems: list[Problem]
) -> Iterator[str]:
    """The declared keys that no stated action took."""
    left = [key for key in action.keys if not _owners(action, key, taken)]
    for key in action.keys:
        if owners := _owners(action, key, taken):
            rest = f"still has {' '.join(map(label, left))}" if left else "has no key any more"
            told = f"{label(key)} went from {action.id} to {_told(owners)}; {action.id} {rest}."
            problems.append(settings.problem(told, f"{KEYS}.{next(iter(owners))}"))
    yield from left


def _owners(action: ReaderAction, key: str, taken: Mapping[tuple[Pane, str], ReaderAction]) -> dict[str, list[Pane]]:
    """The panes where this key of the action is taken, by the id of the action that has it."""
    owners: dict[str, list[Pane]] = {}
    for pane in action.panes:
        for owner in {taken[pane, name].id for name in pressed(key) if (pane, name) in taken}:
            owners.setdefault(owner, []).append(pane)
    return owners


def _told(owners: Mapping[str, list[Pane]]) -> str:
    places = {
        id: "everywhere" if len(panes) == len(PANES) else f"in {', '.join(panes)}" for id, panes in owners.items()
    }
    return " and ".join(f"{owner} ({place})" for owner, place in places.items())


def _nearest(id: str) -> str:
    from paperterm.config.reading import close

    ids = [action.id for action in ACTIONS]
    near = close(id, ids) or next((one for one in ids if id and one.endswith(f".{id}")), "")
    return f" Did you mean {near}?" if near else " `paperterm config keys` lists them."
