"""`import --watch`: what changes under the paths is imported as it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import FOUND, NOTHING, Answer, Failure
from paperterm.actions.collecting import account_data, account_line
from paperterm.actions.command import Values
from paperterm.actions.session import Session, failures
from paperterm.actions.taking import take_in
from paperterm.model import IssueFacts

if TYPE_CHECKING:
    from paperterm.ingest.prepare import Problem
    from paperterm.library.account import Progress

Event = tuple[dict[str, Any], str]


def watch(session: Session, paths: list[Path], facts: IssueFacts, values: Values) -> Answer:
    """An answer that goes on. Raises Failure where a path is missing: nothing would ever be told of it."""
    for path in paths:
        if not path.exists():
            raise Failure("no-path", f"{path}: there is no such file or folder to watch; check the path.", NOTHING)
    return Answer({}, feed=_events(session, paths, facts, values), code=FOUND)


def _events(session: Session, paths: list[Path], facts: IssueFacts, values: Values) -> Iterator[Event]:
    """First an account of all that is there, then one event a file."""
    from paperterm.ingest.watch import changes

    told: set[Problem | Path] = set()
    first = True
    with failures():
        for _ in changes(paths):
            done: list[Progress] = []
            listener = values.get("progress") if first else done.append
            summary = take_in(session, paths, facts, listener, jobs=values.get("jobs"))
            for notice in session.notices:
                yield {"event": "notice", "message": notice}, notice
            session.notices.clear()
            if first:
                yield {"event": "imported", **account_data(session, summary)}, account_line(summary)
            first = False
            for progress in done:
                if progress.outcome in ("added", "changed", "moved"):
                    yield _event(progress.outcome, progress.path)
            for problem in summary.skipped:
                if problem not in told:
                    yield _event("skipped", problem.path, problem.sentence)
            for path in summary.missing:
                if path not in told:
                    yield _event("missing", path)
            told = {*summary.skipped, *summary.missing}
            if summary.stopped:
                return


def _event(event: str, path: Path, problem: str = "") -> Event:
    data = {"event": event, "path": str(path), **({"problem": problem} if problem else {})}
    return data, f"{event} {path}{f': {problem}' if problem else ''}"
