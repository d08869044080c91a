"""`paperterm parse`: what the parser makes of one page, in no library."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session
from paperterm.model import IssueFacts, Page

if TYPE_CHECKING:
    from paperterm.actions.contract.articles import Parsed
    from paperterm.parse.moved import Move

SHOWN = 60
"""Characters of a line that an explanation quotes."""


def _text(name: str) -> tuple[str, Path | None]:
    from paperterm.ingest.decode import LARGEST, Unreadable
    from paperterm.ingest.forms import to_text
    from paperterm.ingest.read import read_page, unreadable

    try:
        if name != "-":
            return read_page(Path(name)).text, Path(name)
        if sys.stdin is None:
            raise Unreadable("It is closed; give the page's text through a pipe, or name its file.")
        try:
            data = sys.stdin.buffer.read(LARGEST + 1)
        except OSError as error:
            raise Unreadable(unreadable(error)) from error
        if len(data) > LARGEST:
            raise Unreadable("It has over 64 MB; a page has at most that, so split it first.")
        return to_text(data), None
    except Unreadable as error:
        where = "standard input" if name == "-" else name
        missing = isinstance(error.__cause__, FileNotFoundError)
        raise Failure("unreadable", f"{where}: {error}", WRONG if missing else NOTHING) from error


def parse(session: Session, values: Values) -> Answer:
    from paperterm.ingest.agreement import with_names_checked
    from paperterm.ingest.names import assumed
    from paperterm.parse import parse_page
    from paperterm.parse.form import page_form

    text, path = _text(values["page"])
    if values.get("explain"):
        return _explained(text)
    named = assumed(path.absolute()) if path else IssueFacts()
    page = with_names_checked(parse_page(text), named)
    data: Parsed = {**page_form(page), "issue_assumed": asdict(named)}
    return Answer(data, _lines(page, named))


def _explained(text: str) -> Answer:
    from paperterm.parse.explain import explain

    def lines() -> Iterator[str]:
        for line in explain(text):
            yield f"{_span(line.lines):>9} {line.role:17} {line.article or '-'}"
            yield f"          {line.text if len(line.text) <= SHOWN else line.text[: SHOWN - 1] + '…'}"
            yield f"          seen: {', '.join(line.traits)}"
            yield f"          fits: {', '.join(f'{state} {score:+.1f}' for state, score in line.scores)}"
            yield f"          decided: {', '.join(f'{name} {score:+.1f}' for name, score in line.reasons)}"
            if line.moved:
                yield f"          moved: {_why(line.moved)}"

    return Answer(_Told(text), lines())


class _Told(Mapping[str, Any]):
    """The explanations as data, made when they are asked for: nobody wants them and the lines."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __getitem__(self, key: str) -> list[dict[str, Any]]:
        from paperterm.parse.explain import explain

        if key != "lines":
            raise KeyError(key)
        return [asdict(line) for line in explain(self._text)]

    def __iter__(self) -> Iterator[str]:
        return iter(("lines",))

    def __len__(self) -> int:
        return 1


def _why(move: Move) -> str:
    """Whence and whither a line was moved, and what speaks for it."""
    reasons = [f"shares {move.target_share:.0%} of its words with it, {move.source_share:.0%} with the other"]
    if move.words:
        reasons[0] += f" ({'、'.join(f'“{word}”' for word in move.words)})"
    if move.after is not None:
        reasons.append(f"goes on from line {move.after}")
    return f"from “{move.source}” to “{move.target}”: {'; '.join(reasons)}"


def _facts(issue: IssueFacts) -> str:
    return "  ".join(f"{key}: {value}" for key, value in asdict(issue).items() if value is not None)


def _lines(page: Page, named: IssueFacts) -> Iterator[str]:
    if facts := _facts(page.issue):
        yield facts
    if assumed := _facts(named):
        yield f"Assumed from the names of file and folders: {assumed}"
    for number, article in enumerate(page.articles, 1):
        said = [article.kind, *article.byline, *(x for x in (article.agency, article.place, article.filed) if x)]
        if article.jump_to is not None:
            said.append(f"→ 第{article.jump_to}版")
        if article.jump_from is not None:
            said.append(f"← 第{article.jump_from}版")
        yield ""
        yield f"{number}. {article.title}"
        yield f"   {article.id}  {' · '.join(said)}"
        for block in article.blocks:
            yield f"   {_span(block.lines):>9} {block.role:8} {block.text}"
    if page.furniture:
        yield ""
        yield "Of no article:"
        for block in page.furniture:
            yield f"   {_span(block.lines):>9} {block.role:9} {block.text}"
    for warning in page.warnings:
        yield f"Warning, line {warning.line}: {warning.message} ({warning.code})"


def _span(lines: tuple[int, ...]) -> str:
    return "+".join(map(str, lines)) if len(lines) < 3 else f"{lines[0]}…{lines[-1]}"


PARSE = Command(
    "parse",
    "Parse a page",
    "Show the articles that the parser finds on one page. Nothing is stored.",
    parse,
    (
        Argument("PAGE", "the page's text file, or - for standard input", offers="files"),
        Argument("--explain", "why each line got its role and its article", bool),
    ),
)
