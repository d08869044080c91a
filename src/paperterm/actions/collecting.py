"""`import`: pages into the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from paperterm.actions.answer import FOUND, NOTHING, STOPPED, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.named import INPUT
from paperterm.actions.session import Session, failures
from paperterm.actions.stating import STATED, stated_facts
from paperterm.actions.taking import take_in

if TYPE_CHECKING:
    from paperterm.actions.contract.importing import Account
    from paperterm.ingest.prepare import Problem
    from paperterm.library.account import Summary

SHOWN = 3
"""Files with the same trouble, and missing ones, that are named; --json and --verbose name all."""


def import_(session: Session, values: Values) -> Answer:
    paths = [Path(word) for word in values["path"] if word]
    watched, dry = values.get("watch"), values.get("dry_run")
    if not paths and (watched or dry or not values.get("rebuild")):
        raise Failure("no-path", "Name the files or folders to import: paperterm import FOLDER", WRONG)
    if sum(map(bool, (watched, dry, values.get("rebuild")))) > 1:
        raise Failure("usage", "Of --dry-run, --watch and --rebuild only one can be meant at a time.", WRONG)
    if INPUT in values["path"]:
        raise Failure(
            "no-path",
            "A page on standard input has no file to find it by again: save it and import the file. "
            "`paperterm parse -` shows what would be found on it.",
            WRONG,
        )
    jobs = values.get("jobs")
    if jobs is not None and not 1 <= jobs <= 256:
        raise Failure("bad-jobs", f"--jobs {jobs}: between 1 and 256 pages can be read at a time.", WRONG)
    facts = stated_facts(values)
    with failures():
        if dry:
            return _account(session, _rehearsed(session, paths, values), dry=True)
        if watched:
            from paperterm.actions.watching import watch

            return watch(session, paths, facts, values)
        told, indexing = values.get("progress"), values.get("indexing")
        summary = take_in(session, paths, facts, told, bool(values.get("rebuild")), jobs, indexing=indexing)
    return _account(session, summary)


def _rehearsed(session: Session, paths: list[Path], values: Values) -> Summary:
    from paperterm.library.opening import open_library
    from paperterm.library.rehearsing import rehearse

    library = open_library(session.library_path)
    sources = library.known_files() if library else {}
    return rehearse(sources, paths, values.get("progress"), values.get("jobs"))


def account_data(session: Session, summary: Summary) -> Account:
    """What an import did, as JSON."""
    return {
        "pages": summary.pages,
        "articles": summary.articles,
        "added": summary.added,
        "changed": summary.changed,
        "moved": summary.moved,
        "unchanged": summary.unchanged,
        "skipped": [{"path": str(p.path), "problem": p.sentence} for p in summary.skipped],
        "missing": [str(path) for path in summary.missing],
        "warnings": summary.warnings,
        "stopped": summary.stopped,
        "library": str(session.library_path),
    }


def account_line(summary: Summary) -> str:
    """What an import did, in one line."""
    names = ("added", "changed", "moved", "unchanged")
    counts = ", ".join(f"{n} {name}" for name in names if (n := getattr(summary, name)) or name != "moved")
    return f"{count(summary.pages, 'page')} with {count(summary.articles, 'new article')}: {counts}."


def _account(session: Session, summary: Summary, dry: bool = False) -> Answer:
    data = account_data(session, summary)
    lines = [account_line(summary)]
    if dry:
        data["dry_run"] = True
        counts = (f"{getattr(summary, n)} {n}" for n in ("added", "changed", "moved", "unchanged"))
        lines = [f"Would be {', '.join(counts)}, {len(summary.skipped)} skipped; nothing was written."]
    if summary.warnings:
        lines.append(
            f"{count(summary.warnings, 'place')} looked wrong; `paperterm parse PAGE` names the lines of a page."
        )
    talk, trouble = [], tuple(problem_lines(summary.skipped))
    if summary.missing:
        gone = _some([str(path) for path in summary.missing])
        verb = "is" if len(summary.missing) == 1 else "are"
        talk.append(
            f"{count(len(summary.missing), 'file')} {verb} gone: {gone}. What was on them stays in the library; "
            "`paperterm forget --missing` removes it."
        )
    code = NOTHING if summary.skipped or not summary.pages else FOUND
    if summary.stopped:
        talk.append("Stopped before the end. What is counted here is safe; the same command goes on from there.")
        code = STOPPED
    return Answer(data, lines, tuple(talk), code, trouble=trouble)


def problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    """A line for every trouble; many files that have the same one stand on one line."""
    by_sentence: dict[str, list[Path]] = {}
    for problem in problems:
        by_sentence.setdefault(problem.sentence, []).append(problem.path)
    for sentence, paths in by_sentence.items():
        if len(paths) <= SHOWN:
            yield from (f"Not read: {path}: {sentence}" for path in paths)
        else:
            yield f"Not read, {len(paths)} files: {_some([path.name for path in paths])}: {sentence}"


def _some(names: list[str]) -> str:
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


def count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


IMPORT = Command(
    "import",
    "Import pages",
    "Read files and folders of OCR'd pages (text, Markdown, HTML, hOCR, ALTO, PDF) into the library; only what is new or changed is parsed.",
    import_,
    (
        Argument("PATH", "page files and folders of them", many="*", offers="files"),
        *STATED,
        Argument(
            "--jobs", "pages to parse at a time; as many as there are processors where it is not said", int, metavar="N"
        ),
        Argument("--dry-run", "say what would be added, changed, moved, missing and skipped; write nothing", bool),
        Argument("--watch", "go on importing what changes, until Ctrl-C; with --json one object a line", bool),
        Argument("--verbose", "name every file that is not as it was", bool),
        Argument("--rebuild", "parse every page in the library anew", bool),
    ),
)
