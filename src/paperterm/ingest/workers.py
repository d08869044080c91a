"""Work spread over processes: answers in the order of the tasks, a bounded number of them under way, none lost when a
process dies."""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import wait
from time import monotonic
from typing import Generic, TypeVar

from paperterm.ingest.helper import Helper
from paperterm.ingest.worker import READY

Job = TypeVar("Job")
Answer = TypeVar("Answer")

BATCH = 64
"""Answers that are given together at most."""
SPAN = 0.1
"""Seconds after which what there is is given."""
AHEAD = 3
"""Tasks that a process has been given and has not answered: it need not wait while the answers are looked at."""
LIGHT = 2_500
"""Bytes of a task that is given ahead: larger ones might fill the socket (8 kB on macOS), and both ends would wait for ever."""
WINDOW = 32_000_000
"""Bytes of page files under way together; a larger file goes alone."""
MOST_UNDER_WAY = 1_000
FEW = 8
"""Fewer tasks are done in this process: starting others takes as long."""


@dataclass(frozen=True, slots=True)
class Died:
    """In the place of an answer: the process that worked on it ended. `sentence` says how."""

    sentence: str


Batch = list[tuple[Job, Answer | Died]]
Batches = Generator[Batch[Job, Answer], None, None]


def cores() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS
        return os.cpu_count() or 1


def answers(
    work: Callable[[Job], Answer], tasks: Iterable[Job], count: int, jobs: int | None, weight: Callable[[Job], int]
) -> Batches[Job, Answer]:
    """The answers to `count` tasks, `jobs` at a time (None: as many as there are processors): see `spread`, and `here` for
    one at a time and for few."""
    jobs = jobs or cores()
    return here(work, tasks) if jobs == 1 or count < FEW else spread(work, tasks, jobs, weight)


def here(work: Callable[[Job], Answer], tasks: Iterable[Job]) -> Batches[Job, Answer]:
    """The answers to all tasks, worked out in this process, in batches."""
    batch: Batch[Job, Answer] = []
    begun = monotonic()
    for task in tasks:
        batch.append((task, work(task)))
        if len(batch) >= BATCH or monotonic() - begun > SPAN:
            yield batch
            batch, begun = [], monotonic()
    yield batch


def spread(
    work: Callable[[Job], Answer], tasks: Iterable[Job], processes: int, weight: Callable[[Job], int]
) -> Batches[Job, Answer]:
    """As `here`, by several processes; `work` is a module's function, `weight` tells the bytes that a task's file has.

    An empty batch is given where nothing was done for a while, so that whoever asks can stop asking. Closing the iterator
    ends the processes. Where none can be started, the work is done here.
    """
    yield from _Crew(work, tasks, processes, weight).batches()


class _Crew(Generic[Job, Answer]):
    """The processes and what they have been given."""

    def __init__(
        self, work: Callable[[Job], Answer], tasks: Iterable[Job], processes: int, weight: Callable[[Job], int]
    ) -> None:
        self._work, self._processes, self._weight = work, processes, weight
        self._tasks = enumerate(tasks)
        self._held: tuple[int, Job] | None = None  # the next task, while it would be too much
        self._crew: list[Helper] = []
        self._next: deque[int] = deque()  # numbers of tasks that were taken and not given
        self._taken: dict[int, Job] = {}
        self._answers: dict[int, Answer | Died] = {}
        self._due = 0  # the number of the answer to give next
        self._load = 0
        self._helpless = False  # no process can be started here

    def batches(self) -> Batches[Job, Answer]:
        try:
            self._give()
            while self._taken:
                if not self._crew:
                    self._work_here()
                elif not self._listen():
                    yield []
                batch = self._ready()
                self._give()
                if batch:
                    yield batch
        finally:
            for worker in self._crew:
                worker.process.kill()
            for worker in self._crew:
                worker.end()

    def _ready(self) -> Batch[Job, Answer]:
        batch: Batch[Job, Answer] = []
        while self._due in self._answers and len(batch) < BATCH:
            task = self._taken.pop(self._due)
            batch.append((task, self._answers.pop(self._due)))
            self._load -= self._weight(task)
            self._due += 1
        return batch

    def _give(self) -> None:
        """Gives every process what it can take, and starts those that are missing."""
        while True:
            worker = min(self._crew, key=lambda w: len(w.given), default=None)
            if worker and len(worker.given) >= AHEAD:
                return
            if not self._next and not self._take():
                return
            if (worker is None or worker.given) and len(self._crew) < self._processes and not self._helpless:
                worker = self._start() or worker
            if worker is None:
                return
            number = self._next[0]
            data = pickle.dumps(self._taken[number])
            if worker.given and len(data) > LIGHT:
                return
            worker.given.append(self._next.popleft())
            with suppress(OSError):  # it died: told when its silence is heard
                worker.pipe.send_bytes(data)

    def _take(self) -> bool:
        """One task more, where that does not make too many under way."""
        if self._held is None:
            self._held = next(self._tasks, None)
        if self._held is None:
            return False
        number, task = self._held
        weight = self._weight(task)
        if self._taken and (self._load + weight > WINDOW or len(self._taken) >= MOST_UNDER_WAY):
            return False
        self._held = None
        self._taken[number] = task
        self._load += weight
        self._next.append(number)
        return True

    def _start(self) -> Helper | None:
        try:
            worker = Helper.started(self._work)
        except OSError:
            self._helpless = True
            return None
        self._crew.append(worker)
        return worker

    def _listen(self) -> bool:
        """Takes in what the processes have answered until now; whether there was anything."""
        heard = wait([worker.pipe for worker in self._crew], SPAN)
        for worker in [worker for worker in self._crew if worker.pipe in heard]:
            try:
                while worker.pipe.poll():
                    answer = worker.pipe.recv()
                    if worker.ready:
                        self._answers[worker.given.popleft()] = answer
                    worker.ready = worker.ready or answer == READY
            except (EOFError, OSError):
                self._bury(worker)
        return bool(heard)

    def _bury(self, worker: Helper) -> None:
        """The task that a dead process was at is told of, the others go to the next. One that died before it was ready
        died of something else, and so would its successor."""
        self._crew.remove(worker)
        how = worker.end()
        if not worker.ready:
            self._helpless = True
        elif worker.given:
            self._answers[worker.given.popleft()] = Died(
                f"The process that read it {how}, perhaps for lack of memory; import it again alone, with --jobs 1."
            )
        self._next.extendleft(reversed(worker.given))

    def _work_here(self) -> None:
        if self._next:
            number = self._next.popleft()
            self._answers[number] = self._work(self._taken[number])
