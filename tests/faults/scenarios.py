"""The kinds of writes: what stands in the folder before, and what is then done."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from paperterm.model import IssueFacts
from paperterm.notebook import Notebook, inspection, log, merging
from tests.faults.children import start
from tests.faults.judging import ANCHOR, Held, holds
from tests.faults.steps import Counted, met

FORMAT_1 = Path(__file__).parents[1] / "notebook" / "formats" / "1.json"


@dataclass(frozen=True)
class Scenario:
    """`prepare` fills a folder; `act` is what a fault meets, with a notebook opened for it. `told`: a notice is due."""

    name: str
    prepare: Callable[[Path], None]
    act: Callable[[Notebook], object]
    told: bool = False


def small(folder: Path) -> None:
    """A small notebook with something of everything."""
    notebook = Notebook(folder)
    first = notebook.add_note("a/1", "工人日报：核对", ANCHOR, ["产改"])
    second = notebook.add_note("a/1", "to be removed", ANCHOR)
    notebook.add_bookmark("a/2", ANCHOR, ["later"])
    notebook.edit_note(first.id, text="工人日报：核对过", tags=["产改", "done"])
    notebook.remove("note", second.id)
    notebook.state("cd" * 32, IssueFacts(page=3))


def _nothing(folder: Path) -> None:
    folder.mkdir(parents=True)


def _format_1(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(FORMAT_1, folder / "notebook.json")


def _edited(folder: Path) -> None:
    small(folder)
    file = folder / "notebook.json"
    file.write_text(file.read_text("utf-8").replace("核对过", "by hand"), "utf-8")


def _damaged(folder: Path) -> None:
    small(folder)
    file = folder / "notebook.json"
    file.write_bytes(file.read_bytes()[:-40])


def _many_changes(folder: Path) -> None:
    small(folder)
    Notebook(folder).add_note("a/1", "the seventh change", ANCHOR)


def _two(folder: Path) -> None:
    small(folder)
    other = Notebook(folder / "other")
    other.add_note("a/1", "from the other", ANCHOR, ["there"])
    other.add_bookmark("a/9", ANCHOR)


def _bad_log(folder: Path) -> None:
    _edited(folder)
    file = folder / "notebook.log"
    content = bytearray(file.read_bytes())
    content[20] ^= 1
    file.write_bytes(content)


def _add(notebook: Notebook) -> None:
    notebook.add_note("a/1", "new", ANCHOR, ["新"])


def _add_and_shorten(notebook: Notebook) -> None:
    log.KEPT, log.LOOK = 2, 4
    _add(notebook)
    assert len(notebook.history.changes()) == 2


def _read_and_add(notebook: Notebook) -> None:
    notebook.notes()
    _add(notebook)


def _undo(notebook: Notebook) -> None:
    notebook.history.undo_newest()


def _merge(notebook: Notebook) -> None:
    merging.merge(notebook, notebook.path.parent / "other")


def _restore(notebook: Notebook) -> None:
    inspection.restore(notebook, inspection.backup_named(notebook, "last-00000002"))


SCENARIOS = (
    Scenario("first write", _nothing, _add),
    Scenario("ordinary write", small, _add),
    Scenario("first write after format 1", _format_1, _add),
    Scenario("write over a hand's edit", _edited, _add, told=True),
    Scenario("write that shortens the log", _many_changes, _add_and_shorten),
    Scenario("undo", small, _undo),
    Scenario("restoration of a damaged file", _damaged, _read_and_add, told=True),
    Scenario("merge", _two, _merge),
    Scenario("repair", _bad_log, inspection.repair, told=True),
    Scenario("going back to a backup", small, _restore),
)


@dataclass(frozen=True)
class Prepared:
    """A folder to be copied for each trial; what it holds, what it holds once the scenario went through, and in how many
    steps it does."""

    scenario: Scenario
    folder: Path
    before: Held
    after: Held
    steps: int

    def copy(self, to: Path) -> Path:
        """A fresh copy at `to`, in the place of the last one."""
        shutil.rmtree(to, ignore_errors=True)
        return Path(shutil.copytree(self.folder, to))


def prepared(scenario: Scenario, work: Path) -> Prepared:
    """The scenario ready in a folder of `work`, and gone through once unharmed."""
    folder, tried = work / scenario.name / "before", work / scenario.name / "tried"
    scenario.prepare(folder)
    shutil.copytree(folder, tried)
    before = holds(Notebook(tried))
    shutil.rmtree(tried)
    shutil.copytree(folder, tried)
    counted = Counted()

    def whole(say: Callable[[str], None]) -> None:
        with met(counted):
            scenario.act(Notebook(tried))
        say(str(counted.steps))

    child = start(whole)
    assert child.ended() == 0, scenario.name
    return Prepared(scenario, folder, before, holds(Notebook(tried)), int(child.said[0]))
