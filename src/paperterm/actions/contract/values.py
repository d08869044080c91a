"""Values that the objects of many commands hold."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from paperterm.actions.contract.json_schema import Pattern

Id = Annotated[str, "An article's id. Ids stay; old ones keep working."]
RecordId = Annotated[str, Pattern("[0-9a-z]+", "The id of a bookmark, note, highlight, saved search or change.")]
Day = Annotated[str, Pattern(r"\d{4}-\d{2}-\d{2}", "A day as ISO 8601 writes it.")]
Moment = Annotated[str, Pattern(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})", "ISO 8601.")]
Sha256 = Annotated[str, Pattern("[0-9a-f]{64}", "Of the bytes of the page's file, by which a page is known.")]
File = Annotated[str, "The path of a file."]
Count = Annotated[int, "How many."]
BlockNumber = Annotated[int, "Which of the article's blocks, counted from 0."]
Offset = Annotated[int, "Characters in the text of the block."]


class Printed(TypedDict):
    """Where an article was printed; null where it is not known. `source` is the page's file."""

    paper: str | None
    date: Day | None
    page: int | None
    source: File


class Problem(TypedDict):
    """What is wrong with a setting, and in which line of the file."""

    key: str | None
    line: int | None
    message: str


class Skipped(TypedDict):
    """A file that gave no page, and why."""

    path: File
    problem: str


class Written(TypedDict):
    """A file, and what became of it."""

    path: File
    state: Literal["new", "replaced", "unchanged"]
