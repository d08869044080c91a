"""ripgrep over one file with an article a line: no index, no ranking, only which lines there are."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from paperterm.query import And, Node, Not, Or, Query, Term
from tests.searching.contestants.contract import Answer, Other, Unanswerable
from tests.searching.rows import Row

COMMAND = ["rg", "--fixed-strings", "--no-filename", "--no-config"]


class Ripgrep(Other):
    """Several terms are a pipe of several processes, as in a shell."""

    name = "ripgrep"

    @staticmethod
    def build(folder: Path, rows: Iterable[Row]) -> None:
        with (folder / "articles.txt").open("w", encoding="utf-8") as file:
            file.writelines(row.text.replace("\n", " ") + "\n" for row in rows)

    @staticmethod
    def missing() -> str | None:
        return None if shutil.which("rg") else "ripgrep is not installed and left out: apt-get install ripgrep."

    def __init__(self, folder: Path) -> None:
        self._file = folder / "articles.txt"

    def ask(self, query: Query) -> Answer:
        *filters, last = _steps(query.root)
        commands = [[*COMMAND, *step] for step in filters] + [[*COMMAND, "--count", "--include-zero", *last]]
        commands[0].append(str(self._file))
        running: list[subprocess.Popen[bytes]] = []
        for command in commands:
            source = running[-1].stdout if running else subprocess.DEVNULL
            running.append(subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE))
            if source is not None and not isinstance(source, int):
                source.close()
        counted = running[-1].communicate()[0]
        for process in running:
            process.wait()
        return Answer((), lambda: int(counted or 0))


def _steps(node: Node) -> Sequence[Sequence[str]]:
    """What each process of the pipe lets through."""
    if isinstance(node, And):
        steps = [step for part in node.parts for step in _steps(part)]
        return sorted(steps, key=lambda step: "--invert-match" in step)
    if isinstance(node, Not) and isinstance(node.part, Term | Or):
        return [["--invert-match", *_steps(node.part)[0]]]
    if isinstance(node, Term):
        return [["--regexp", node.needle]]
    if isinstance(node, Or) and all(isinstance(part, Term) for part in node.parts):
        return [[word for part in node.parts for word in _steps(part)[0]]]
    raise Unanswerable(node)
