"""Textual's bindings, made from the declared actions: every key under all the names it arrives by; and the keys that the
actions have for this person."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from paperterm.actions.keymap import BY_ID, DEFAULT, Keymap
from paperterm.actions.keys import label, pressed
from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction
from paperterm.tui.language import t

_keymap = DEFAULT
NO_KEY = "no_key"
"""Textual wants a key for every binding, also of an action that has none until somebody gives it one; this never arrives."""


def use(keymap: Keymap) -> dict[str, str]:
    """From now on the actions have these keys. Returns what Textual is to be told: App.set_keymap takes it."""
    global _keymap
    _keymap = keymap
    return {id: _names(keymap.keys[id]) or NO_KEY for id in keymap.changed}


def keys(id: str) -> list[str]:
    """The keys of an action as people read them."""
    return [label(key) for key in _keymap.keys[id]]


def key(id: str) -> str:
    """The key of an action that is shown; the palette's with the action's title where it has none."""
    return _keymap.key(id, t)


def told(message: str, /, **values: object) -> str:
    """`t` of a message that names actions, as {history_undo}: their keys stand there."""
    return t(message, **_keymap.named_in(message, t), **values)


def everywhere() -> list[BindingType]:
    """The bindings of the actions that apply in every pane."""
    return [_binding(action, action.target) for action in ACTIONS if action.panes == PANES]


def of_pane(pane: Pane) -> list[BindingType]:
    """The bindings of the actions that apply in this pane and not in all."""
    return [_binding(action, action.target) for action in ACTIONS if pane in action.panes and action.panes != PANES]


def as_in_lists(*ids: str, run: str) -> list[BindingType]:
    """Bindings of a screen above the reader: the keys of these actions do there what `run` says."""
    return [_binding(BY_ID[id], run) for id in ids]


def _binding(action: ReaderAction, run: str) -> Binding:
    return Binding(_names(action.keys) or NO_KEY, run, action.title, show=False, id=action.id)


def _names(keys: Iterable[str]) -> str:
    return ",".join(dict.fromkeys(name for key in keys for name in pressed(key)))
