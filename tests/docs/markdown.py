"""What stands in the documentation: README and the pages that people wrote in docs/, not those made of the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NAMES = [page.name for page in PAGES]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT, CONTINUED = "$ ", "> "


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text and the line of the page where its text begins."""

    language: str
    text: str
    line: int


@dataclass(frozen=True)
class Step:
    """A command line of a console block, what is printed below it, and its line on the page."""

    command: str
    printed: tuple[str, ...]
    line: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in FENCE.finditer(text):
        yield Block(found[1], found[2], text.count("\n", 0, found.start(2)) + 1)


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return FENCE.sub("", page.read_text("utf-8"))


def steps(page: Path) -> list[Step]:
    """The command lines of its console blocks: behind `$ `, going on behind `> `; what is printed stands below."""
    found: list[Step] = []
    for block in blocks(page):
        if block.language != "console":
            continue
        assert block.text.startswith(PROMPT), f"{page.name}:{block.line}: a console block begins with `$ `"
        for number, line in enumerate(block.text.splitlines(), block.line):
            if line.startswith(PROMPT):
                found.append(Step(line.removeprefix(PROMPT), (), number))
                continue
            last = found.pop()
            if line.startswith(CONTINUED) and not last.printed:
                found.append(Step(f"{last.command}\n{line.removeprefix(CONTINUED)}", (), last.line))
            elif line.strip():
                found.append(Step(last.command, (*last.printed, line), last.line))
            else:
                found.append(last)
    return found


def anchors(page: Path) -> set[str]:
    """The anchors of its headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[str]:
    """Targets of its links and pictures."""
    yield from re.findall(r"\]\(([^)\s]+)\)", prose(page))
