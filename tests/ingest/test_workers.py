"""Processes answer in the order of the tasks; one that dies costs the task it was at, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperterm.ingest import workers
from paperterm.ingest.prepare import Prepared, Problem, Task, prepare
from paperterm.ingest.workers import Died, here, spread


def doubled(number: int) -> int:
    """Works longer on some numbers than on others."""
    time.sleep(0.02 if number % 7 == 0 else 0.0)
    return 2 * number


def own_process(number: int) -> int:
    return os.getpid()


def fatal(number: int) -> int:
    if number in (5, 6, 20):
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def faulty(number: int) -> int:
    return 1 // (number - 3)


def length(text: str) -> int:
    return len(text)


def one(task: object) -> int:
    return 1


@pytest.mark.parametrize("processes", [1, 3])
def test_answers_come_in_the_order_of_the_tasks(processes: int) -> None:
    found = [pair for batch in spread(doubled, range(100), processes, one) for pair in batch]
    assert found == [(number, 2 * number) for number in range(100)]
    assert found == [pair for batch in here(doubled, range(100)) for pair in batch]


def test_the_work_is_spread_over_processes_that_end_with_it() -> None:
    found = {answer for batch in spread(own_process, range(60), 2, one) for _, answer in batch}
    assert os.getpid() not in found
    assert len(found) == 2
    for pid in found:
        assert isinstance(pid, int)
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_process_that_is_killed_costs_the_task_it_was_at() -> None:
    answers = dict(pair for batch in spread(fatal, range(40), 2, one) for pair in batch)
    died = {number: answer for number, answer in answers.items() if answer != number}
    assert list(died) == [5, 6, 20]
    assert all(isinstance(answer, Died) and "was killed (Killed)" in answer.sentence for answer in died.values())
    assert list(answers) == list(range(40))


def test_a_process_that_fails_costs_the_task_it_was_at() -> None:
    answers = dict(pair for batch in spread(faulty, range(10), 2, one) for pair in batch)
    assert [number for number, answer in answers.items() if isinstance(answer, Died)] == [3]


def test_tasks_that_fill_a_pipe_block_nobody() -> None:
    texts = [chr(0x4E00 + number) * 400_000 for number in range(12)]
    assert [answer for batch in spread(length, texts, 2, len) for _, answer in batch] == [400_000] * 12


def test_only_so_much_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WINDOW", 1_000)
    taken, answered, most = 0, 0, 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(200):
            taken += 1
            yield number

    for batch in spread(doubled, tasks(), 2, lambda task: 100):
        answered += len(batch)
        most = max(most, taken - answered)
    assert answered == 200
    assert 2 <= most <= 11  # ten, and one that waits for its turn


def test_a_task_larger_than_the_window_goes_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WINDOW", 10)
    assert sum(len(batch) for batch in spread(doubled, range(20), 2, lambda task: 100)) == 20


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert {answer for batch in spread(own_process, range(20), 2, one) for _, answer in batch} == {os.getpid()}


def test_where_processes_die_before_they_are_ready_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert {answer for batch in spread(own_process, range(20), 2, one) for _, answer in batch} == {os.getpid()}


def test_whoever_stops_asking_leaves_no_process_behind() -> None:
    batches = spread(own_process, range(10_000), 2, one)
    pid = next(answer for batch in batches for _, answer in batch)
    batches.close()
    assert isinstance(pid, int)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_fault_of_the_parser_is_a_problem_of_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from paperterm.ingest import prepare as module

    def fail(text: str) -> None:
        raise KeyError("x") if "坏" in text else MemoryError

    good, bad, large = (tmp_path / name for name in ("good.txt", "bad.txt", "large.txt"))
    good.write_text("# 题\n\n正文写在这里。\n", encoding="utf-8")
    bad.write_text("坏页", encoding="utf-8")
    large.write_text("大页", encoding="utf-8")
    assert isinstance(prepare(Task(good)), Prepared)
    monkeypatch.setattr(module, "parse_page", fail)
    for path, words in ((bad, "report this fault"), (large, "too little memory")):
        problem = prepare(Task(path))
        assert isinstance(problem, Problem)
        assert words in problem.sentence
