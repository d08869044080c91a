"""A kill and a Ctrl-C at random moments of a process that writes on and on."""

from __future__ import annotations

import json
import random
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from paperterm.notebook import Notebook
from tests.faults.children import INTERRUPTED, Child, Say, start
from tests.faults.judging import ANCHOR, Held, holds, judge, note
from tests.faults.outcome import Outcome

LONGEST = 0.12
"""Seconds after its first change in which a process is stopped."""

ANEW = 25
"""Trials after which a new notebook is begun."""


Said = tuple[str, tuple[str, ...]]
"""The text and the tags of a note."""

Made = TypeVar("Made")


class Scribe:
    """Makes one random change after another, and says of each what it takes from the notebook and puts into it before it
    makes it, and "done" when it is made."""

    def __init__(self, notebook: Notebook, chance: random.Random, say: Say) -> None:
        self._notebook, self._chance, self._say = notebook, chance, say
        self._notes: dict[str, Said] = {each.id: (each.text, each.tags) for each in notebook.notes()}

    def change(self) -> None:
        """One change; after some removals another, which takes them back."""
        notebook, chance = self._notebook, self._chance
        text, tags = f"{chance.getrandbits(48):x} " + "笔记" * chance.randrange(200), (f"tag {chance.randrange(7)}",)
        if not self._notes or chance.random() < 0.5:
            made = self._do(None, (text, tags), lambda: notebook.add_note("a/1", text, ANCHOR, tags))
            self._notes[made.id] = text, tags
            return
        id, old = chance.choice(list(self._notes.items()))
        if chance.random() < 0.5:
            self._do(old, (text, old[1]), lambda: notebook.edit_note(id, text=text))
            self._notes[id] = text, old[1]
            return
        self._do(old, None, lambda: notebook.remove("note", id))
        if chance.random() < 0.5:
            del self._notes[id]
        else:
            self._do(None, old, notebook.history.undo)

    def _do(self, gone: Said | None, new: Said | None, act: Callable[[], Made]) -> Made:
        self._say(json.dumps([note(*gone) if gone else None, note(*new) if new else None]))
        made = act()
        self._say("done")
        return made


def killed(work: Path, chance: random.Random, count: int) -> Outcome:
    """kill -9."""
    return _stopped(signal.SIGKILL, -signal.SIGKILL, work, chance, count)


def interrupted(work: Path, chance: random.Random, count: int) -> Outcome:
    """Ctrl-C."""
    return _stopped(signal.SIGINT, INTERRUPTED, work, chance, count)


def _stopped(number: signal.Signals, code: int, work: Path, chance: random.Random, count: int) -> Outcome:
    outcome, folder, state = Outcome(), work / "trial", Held()
    for trial in range(count):
        if trial % ANEW == 0:
            shutil.rmtree(folder, ignore_errors=True)
            state = Held()
        seed = chance.getrandbits(32)

        def act(say: Say, seed: int = seed) -> None:
            scribe = Scribe(Notebook(folder), random.Random(seed), say)
            while True:
                scribe.change()

        child = start(act)
        child.wait_for_line()
        time.sleep(chance.uniform(0, LONGEST))
        if (ended := child.stopped_by(number)) != code:
            outcome.faults.append(f"trial {trial}: ended with {ended}")
        state, pending = _followed(state, child)
        outcome.acknowledged += child.said.count("done")
        outcome.add(judge(folder, [state, pending]), f"trial {trial}")
        state = holds(Notebook(folder))
    return outcome


def _followed(state: Held, child: Child) -> tuple[Held, Held]:
    """The state after all that was acknowledged, and that after what was begun as well."""
    begun = state
    for line in child.said:
        if line == "done":
            state = begun
        else:
            gone, new = json.loads(line)
            begun = state - Counter([gone] if gone else []) + Counter([new] if new else [])
    return state, begun
