"""Textual's bindings, made from the declared actions: every key under all the names it arrives by."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from paperterm.actions.keys import pressed
from paperterm.actions.reader import ACTIONS, PANES, Pane, ReaderAction


def everywhere() -> list[BindingType]:
    """The bindings of the actions that apply in every pane."""
    return [_binding(action) for action in ACTIONS if action.keys and action.panes == PANES]


def of_pane(pane: Pane) -> list[BindingType]:
    """The bindings of the actions that apply in this pane and not in all."""
    return [_binding(action) for action in ACTIONS if action.keys and pane in action.panes and action.panes != PANES]


def _binding(action: ReaderAction) -> Binding:
    keys = [name for key in action.keys for name in pressed(key)]
    return Binding(",".join(dict.fromkeys(keys)), action.target, action.title, show=False, id=action.id)
