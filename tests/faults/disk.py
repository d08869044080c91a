"""Disks without space: a small one of our own where that is permitted, and a limit to the size of files anywhere."""

from __future__ import annotations

import ctypes
import json
import os
import random
import resource
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from paperterm.notebook import Notebook, NotebookError
from tests.faults.children import Say, start
from tests.faults.judging import Held, holds, judge
from tests.faults.outcome import Outcome
from tests.faults.scenarios import SCENARIOS, Prepared, prepared

DISK = 1 << 20
"""Bytes of the small disk."""

PAGE = 4096
"""Bytes by which its free space is stepped: it gives space in pages."""

NEWNS, REC, PRIVATE = 0x20000, 0x4000, 1 << 18  # Linux: <sched.h>, <sys/mount.h>


def full_disk(work: Path, chance: random.Random, count: int) -> Outcome:
    """Each scenario with 0, 4, 8, … KB free, up to `count` pages. Afterwards there is space again."""
    ready, disk = [prepared(scenario, work) for scenario in SCENARIOS], work / "disk"
    disk.mkdir()

    def act(say: Say) -> None:
        try:
            mount(disk)
        except OSError as error:
            say(json.dumps(asdict(Outcome(remarks=[f"skipped: no small disk can be mounted here ({error.strerror})"]))))
            return
        outcome = Outcome()
        for each in ready:
            for pages in range(count):
                outcome.add(_at_most(each, disk, pages * PAGE), f"{each.scenario.name}, {pages * PAGE} bytes free")
        say(json.dumps(asdict(outcome)))

    child = start(act)
    if ended := child.ended():
        return Outcome(faults=[f"ended with {ended}"])
    return Outcome(**json.loads(child.said[0]))


def mount(disk: Path, size: int = DISK) -> None:
    """A tmpfs that only this process and its children see, gone with them. Raises OSError."""
    system = ctypes.CDLL(None, use_errno=True)
    try:
        separate, mount = system.unshare, system.mount
    except AttributeError:
        raise OSError(0, "this is not Linux") from None
    private = (b"none", b"/", None, REC | PRIVATE, None)
    ours = (b"tmpfs", os.fsencode(disk), b"tmpfs", 0, f"size={size}".encode())
    for failed in (separate(NEWNS), mount(*private), mount(*ours)):
        if failed:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _at_most(ready: Prepared, disk: Path, free: int) -> Outcome:
    folder, ballast = ready.copy(disk / "trial"), disk / "ballast"
    left = os.statvfs(disk)
    ballast.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - free)))

    def act(say: Say) -> None:
        _act_or_say(ready, folder, say)

    child = start(act)
    ended = child.ended()
    ballast.unlink()
    return _judged(ready, folder, ended, child.said)


def size_limit(work: Path, chance: random.Random, count: int) -> Outcome:
    """Each scenario with no file larger than a limit, for `count` limits."""
    outcome = Outcome()
    for scenario in SCENARIOS:
        ready = prepared(scenario, work)
        largest = max((file.stat().st_size for file in ready.folder.rglob("*.*") if file.is_file()), default=0) + 2_000
        for limit in sorted(chance.sample(range(largest), count)):
            folder = ready.copy(work / "trial")

            def act(say: Say, folder: Path = folder, ready: Prepared = ready, limit: int = limit) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
                _act_or_say(ready, folder, say)

            child = start(act)
            ended = child.ended()
            outcome.add(_judged(ready, folder, ended, child.said), f"{scenario.name}, limit of {limit} bytes")
    return outcome


def _act_or_say(ready: Prepared, folder: Path, say: Say) -> None:
    """Does it, or says why it could not be done. The notebook can be read in either case."""
    notebook, allowed = Notebook(folder), ready.after
    try:
        ready.scenario.act(notebook)
    except NotebookError as error:
        allowed = ready.before
        say(str(error))
    assert holds(notebook) == allowed


def _judged(ready: Prepared, folder: Path, ended: int, said: Sequence[str]) -> Outcome:
    outcome = Outcome(acknowledged=ready.before.total())
    if ended:
        outcome.faults.append(f"ended with {ended}, said {list(said)}")
    allowed: list[Held] = [ready.before if said else ready.after]
    outcome.add(judge(folder, allowed, quiet=not ready.scenario.told))
    return outcome
