"""A kill, a Ctrl-C, at each step of each kind of write; renames that are not permitted."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from paperterm.notebook import Notebook, NotebookError, durable
from tests.faults.children import Say, start
from tests.faults.judging import ANCHOR, judge, note
from tests.faults.outcome import Outcome
from tests.faults.scenarios import SCENARIOS, Scenario, prepared
from tests.faults.steps import Interrupted, Killed, Refused, met

Trial = Callable[[Scenario, Path, random.Random, int], Outcome]


def _places(steps: int, most: int, chance: random.Random) -> list[int]:
    """Which steps are tried: all, or as many as are wanted."""
    return list(range(1, steps + 1)) if most >= steps else sorted(chance.sample(range(1, steps + 1), most))


def killed(scenario: Scenario, work: Path, chance: random.Random, count: int) -> Outcome:
    """kill -9 at up to `count` steps."""
    ready, outcome = prepared(scenario, work), Outcome()
    for at in _places(ready.steps, count, chance):
        folder, kill = ready.copy(work / "trial"), Killed(at, chance)

        def act(say: Say, folder: Path = folder, kill: Killed = kill) -> None:
            with met(kill):
                scenario.act(Notebook(folder))

        ended = start(act).ended()
        outcome.acknowledged += ready.before.total()
        if ended != -signal.SIGKILL:
            outcome.faults.append(f"step {at}: ended with {ended} instead of being killed")
        outcome.add(judge(folder, [ready.before, ready.after], quiet=not scenario.told), f"killed at step {at}")
    return outcome


def interrupted(scenario: Scenario, work: Path, chance: random.Random, count: int) -> Outcome:
    """Ctrl-C before and right after up to `count` steps; the same process then writes again."""
    ready, outcome = prepared(scenario, work), Outcome()
    for at in _places(ready.steps, count, chance):
        for after in (False, True):
            folder, interrupt = ready.copy(work / "trial"), Interrupted(at, after)

            def act(say: Say, folder: Path = folder, interrupt: Interrupted = interrupt) -> None:
                notebook = Notebook(folder)
                try:
                    with met(interrupt):
                        scenario.act(notebook)
                except KeyboardInterrupt:
                    say("interrupted")
                notebook.add_note("a/1", "again", ANCHOR)
                for notice in () if scenario.told else notebook.notices:
                    say(f"a notice without a reason: {notice}")

            child = start(act)
            ended, where = child.ended(), f"Ctrl-C {'after' if after else 'before'} step {at}"
            if ended or child.said != ["interrupted"]:
                outcome.faults.append(f"{where}: ended with {ended}, said {child.said}")
            again = Counter([note("again")] if ended == 0 else [])
            outcome.acknowledged += ready.before.total() + again.total()
            allowed = [ready.before + again, ready.after + again]
            outcome.add(judge(folder, allowed, quiet=not scenario.told), where)
    return outcome


def refused(scenario: Scenario, work: Path, chance: random.Random, count: int) -> Outcome:
    """Renaming is not permitted for a moment, `count` times of different length; then for good."""
    ready, outcome = prepared(scenario, work), Outcome()
    for times in [*(chance.randint(1, 20) for _ in range(count)), float("inf")]:
        folder = ready.copy(work / "trial")
        before = _files(folder)
        lasting = times == float("inf")

        def act(say: Say, folder: Path = folder, times: float = times, lasting: bool = lasting) -> None:
            durable.PATIENCE_SECONDS = 0.05 if lasting else 2.0
            try:
                with met(Refused(times)):
                    scenario.act(Notebook(folder))
            except NotebookError as error:
                say(str(error))

        child = start(act)
        ended, where = child.ended(), f"{times} renames refused"
        if ended or bool(child.said) != lasting:
            outcome.faults.append(f"{where}: ended with {ended}, said {child.said}")
        if lasting and _files(folder) != before:
            outcome.faults.append(f"{where}: the files are not what they were")
        outcome.acknowledged += ready.before.total()
        allowed = [ready.before if lasting else ready.after]
        outcome.add(judge(folder, allowed, quiet=not scenario.told), where)
    return outcome


def _files(folder: Path) -> dict[str, bytes]:
    """The notebook and its log; an empty one is as good as none."""
    files = [folder / "notebook.json", folder / "notebook.log"]
    return {file.name: content for file in files if file.exists() and (content := file.read_bytes())}


def every_scenario(trial: Trial) -> dict[str, Callable[[Path, random.Random, int], Outcome]]:
    """The trial with each scenario, by the scenario's name."""
    return {scenario.name: partial(trial, scenario) for scenario in SCENARIOS}
