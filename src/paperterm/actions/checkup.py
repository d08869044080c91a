"""What `doctor` looks at, and what it makes good. What is derived can be made good; the notebook only `notebook repair` touches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, Answer
from paperterm.actions.checking import Finding, disk, fonts, packages
from paperterm.actions.checking_terminal import terminal
from paperterm.actions.session import Session, failures

if TYPE_CHECKING:
    from paperterm.actions.contract.about import CheckedUp
    from paperterm.library.inspection import Report

REPAIR = "`paperterm doctor --repair` makes this good."
BUILDING = "*.building*"
"""Sample libraries whose maker was killed."""

Check = Callable[[Session], Iterator[Finding]]


def checkup(session: Session, repairing: bool) -> Answer:
    """What was found, after what is derived was made good where that is asked for. Exit code 1 where something is wrong."""
    done = repair(session) if repairing else []
    findings = [finding for check in CHECKS for finding in check(session)]
    troubles = sum(finding.state == "trouble" for finding in findings)
    data: CheckedUp = {
        "findings": [{"area": f.area, "state": f.state, "sentence": f.sentence, "advice": f.advice} for f in findings],
        "troubles": troubles,
        "repaired": done,
    }
    return Answer(data, [*done, *_lines(findings, troubles)], code=NOTHING if troubles else FOUND)


def _lines(findings: list[Finding], troubles: int) -> Iterator[str]:
    marks = {"well": " ", "remark": "-", "trouble": "!"}
    for number, finding in enumerate(findings):
        if not number or findings[number - 1].area != finding.area:
            yield finding.area
        yield f"  {marks[finding.state]} {finding.sentence}"
        if finding.advice:
            yield f"    {finding.advice}"
    yield f"{troubles} to be put right, marked with !" if troubles else "All is well."


def library(session: Session) -> Iterator[Finding]:
    """The user's own library, its index and all that it holds."""
    path = session.library_path
    if not path.exists() and not path.is_symlink():
        yield Finding("library", "well", f"There is no library at {path} yet; `paperterm import FOLDER` makes one.")
        return
    from paperterm.library.inspection import check

    report = check(path)
    counts = report.counts
    if counts:
        yield Finding(
            "library",
            "well",
            f"{path}: {counts['pages']:,} pages, {counts['articles']:,} articles, from {counts['files']:,} files; "
            f"{counts['bytes'] / 1e6:,.1f} MB, form {report.version}.",
        )
    for sentence in report.troubles:
        yield Finding("library", "trouble", sentence, "" if report.blocked else REPAIR)
    for sentence in report.remarks:
        yield Finding("library", "remark", sentence, REPAIR)
    if aside := sorted(path.parent.glob(f"{path.stem}.bad-*{path.suffix}")):
        yield Finding(
            "library",
            "remark",
            f"Damaged libraries were set aside: {', '.join(bad.name for bad in aside)}.",
            "When your pages are all there again, they can be deleted.",
        )


def samples(session: Session) -> Iterator[Finding]:
    """The library of the sample pages, in the cache; built where there is none."""
    from paperterm.library.inspection import check
    from paperterm.library.samples import sample_library

    with failures():
        opened = sample_library(session.places.cache)
        opened.close()
    if not opened.path.exists():
        yield Finding(
            "samples",
            "remark",
            f"The sample pages are kept in memory only: nothing can be written to {session.places.cache}.",
        )
        return
    report = check(opened.path)
    for sentence in report.troubles:
        yield Finding("samples", "trouble", sentence, REPAIR)
    if not report.troubles:
        yield Finding("samples", "well", f"The {report.counts['pages']} sample pages are whole.")
    if left := list(session.places.cache.glob(BUILDING)):
        yield Finding("samples", "remark", f"{len(left)} files of a start that was killed lie in the cache.", REPAIR)


def notebook(session: Session) -> Iterator[Finding]:
    """Bookmarks, notes and highlights; looked at, never touched."""
    from paperterm.notebook.errors import NotebookError
    from paperterm.notebook.inspection import check

    try:
        report = check(session.notebook)
    except NotebookError as error:
        yield Finding("notebook", "trouble", str(error))
        return
    counts = ", ".join(f"{number} of {kind}" for kind, number in report.records.items() if number) or "nothing yet"
    yield Finding("notebook", "well", f"{report.path}: {counts}; {len(report.backups)} backups.")
    for sentence in report.troubles:
        yield Finding(
            "notebook",
            "trouble",
            sentence,
            "`paperterm notebook check` says more; `paperterm notebook repair` mends it.",
        )
    for sentence in report.remarks:
        yield Finding("notebook", "remark", sentence)


def reading(session: Session) -> Iterator[Finding]:
    """Where reading stopped."""
    from paperterm.notebook.reading import fault

    path = session.places.notebook / "reading.sqlite"
    if sentence := fault(path):
        yield Finding(
            "reading", "trouble", sentence, "It is begun anew when the reader is next opened; notes are not in it."
        )
    elif path.exists():
        yield Finding("reading", "well", f"{path} is sound.")
    else:
        yield Finding("reading", "well", "Nothing was read yet.")


def machine(session: Session) -> Iterator[Finding]:
    yield from terminal()
    yield from fonts()
    yield from packages()
    yield from disk(session.places)


def settings(session: Session) -> Iterator[Finding]:
    """The settings and the keys stated in them."""
    path = session.settings.path
    problems = (*session.settings.problems, *session.keymap.problems)
    for problem in problems:
        yield Finding("settings", "trouble", str(problem), "`paperterm config check` looks at them alone.")
    if path is None or not path.exists():
        yield Finding("settings", "well", "There are no settings; `paperterm config sample` prints some to begin with.")
    elif not problems:
        yield Finding("settings", "well", f"{path}: every setting and key is understood.")


CHECKS: tuple[Check, ...] = (library, samples, notebook, reading, settings, machine)
"""In the order in which they are told."""


def repair(session: Session) -> list[str]:
    """Makes good what is derived; sentences of what was done. Raises Failure."""
    from paperterm.library.inspection import check

    done: list[str] = []
    with failures():
        path = session.library_path
        if path.exists():
            report = check(path)
            done += _mended(session, report)
        done += _samples_anew(session)
        for leftover in session.places.cache.glob(BUILDING):
            with suppress(OSError):
                leftover.unlink()
                done.append(f"{leftover} was removed.")
    return done or ["There was nothing to repair."]


def _mended(session: Session, report: Report) -> Iterator[str]:
    from paperterm.actions.collecting import account_line
    from paperterm.actions.taking import take_in
    from paperterm.library.inspection import check
    from paperterm.library.inspection import repair as mend

    if report.blocked:
        return
    if report.damaged or report.unfinished:
        summary = take_in(session, (), anew=report.damaged)
        yield from session.taken_notices()
        yield account_line(summary)
        report = check(report.path)
    if report.troubles or report.remarks:
        yield from mend(report)


def _samples_anew(session: Session) -> Iterator[str]:
    from paperterm.library.inspection import check
    from paperterm.library.samples import discard

    for path in session.places.cache.glob("samples-*.sqlite"):
        if check(path).troubles:
            discard(path)
            yield f"The sample pages {path} were damaged; they are built anew."
