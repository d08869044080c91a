"""What a command prints with --json is what docs/schemas/ says, whether it finds something, finds nothing or fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from paperterm.actions.commands import COMMANDS
from paperterm.actions.contract.json_schema import Schemas
from paperterm.actions.contract.table import PRINTED, schema_files
from tests.cli.conftest import Run
from tests.cli.examples import BARE, FAILING, FOUND, NOTHING, WRONG, filled

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "schemas"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / name).read_text("utf-8")))


def file_of(command: str) -> str:
    return f"{command.replace(' ', '-')}.json"


def asked() -> list[Any]:
    lines = {command: (*lines, *([NOTHING[command]] if command in NOTHING else [])) for command, lines in FOUND.items()}
    return [
        pytest.param(command, words, id=" ".join((command, *words))) for command in lines for words in lines[command]
    ]


def failing() -> list[Any]:
    failures = [*((command, words) for command, words in FAILING.items() if command != "import"), *WRONG.items()]
    return [pytest.param(command, words, id=" ".join((command, *words))) for command, words in failures]


def test_every_command_that_prints_json_has_its_schema() -> None:
    assert {command.name for command in COMMANDS if command.json} == PRINTED.keys()


def test_there_is_no_schema_of_a_command_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {name for name, _ in schema_files()}


@pytest.mark.parametrize("name", [name for name, _ in schema_files()])
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((FOLDER / name).read_text("utf-8")))


@pytest.mark.parametrize(("command", "words"), asked())
def test_an_answer_is_as_the_schema_says(
    paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]
) -> None:
    ran = paperterm("--json", *command.split(), *filled(words, filled_home.parent))
    assert "error" not in ran.json
    validator(file_of(command)).validate(ran.json)


@pytest.mark.parametrize("command", BARE)
def test_an_answer_from_an_empty_home_is_as_the_schema_says(paperterm: Run, tmp_path: Path, command: str) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    paperterm("import", empty)
    ran = paperterm(*command.split(), *BARE[command], "--json")
    assert "error" not in ran.json
    validator(file_of(command)).validate(ran.json)


@pytest.mark.parametrize(("command", "words"), failing())
def test_a_failure_is_as_both_schemas_say(
    paperterm: Run, filled_home: Path, command: str, words: tuple[str, ...]
) -> None:
    ran = paperterm("--json", *command.split(), *filled(words, filled_home.parent))
    validator("failure.json").validate(ran.json)
    if command in PRINTED:
        validator(file_of(command)).validate(ran.json)


def test_an_import_tells_what_it_could_not_read_beside_what_it_did(paperterm: Run, filled_home: Path) -> None:
    ran = paperterm("--json", "import", *filled(FAILING["import"], filled_home.parent))
    validator("import.json").validate(ran.json)
    assert ran.json["skipped"]


def test_the_address_of_a_server_is_as_the_schema_says(home: Path) -> None:
    command = [sys.executable, "-m", "paperterm", "serve", "--port", "0", "--json"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout is not None
            validator("serve.json").validate(json.loads(process.stdout.readline()))
        finally:
            process.terminate()


PROMISED = {
    "parse.json": {"schema", "issue", "articles", "furniture", "warnings", "issue_assumed"},
    "search.json": {"schema", "query", "total", "hits"},
    "issues.json": {"schema", "issues"},
    "note-list.json": {"schema", "notes"},
    "bookmark-list.json": {"schema", "bookmarks"},
    "failure.json": {"schema", "error"},
}
INNER = {
    ("parse.json", "IssueFacts"): {"paper", "date", "number", "pages", "page", "cn"},
    ("parse.json", "ArticleForm"): {
        "id", "kind", "column", "kicker", "headline", "deck", "byline", "agency", "place", "filed", "jump_to", "jump_from",
        "blocks",
    },
    ("parse.json", "BlockForm"): {"role", "text", "lines"},
    ("search.json", "Hit"): {
        "id", "headline", "paper", "date", "page", "source", "score", "snippet", "matches",
    },
    ("search.json", "Match"): {"block", "start", "end"},
    ("issues.json", "Issue"): {"paper", "date", "number", "pages"},
    ("issues.json", "IssuePage"): {"page", "source", "articles"},
    ("issues.json", "IssueArticle"): {"id", "kind", "headline"},
    ("note-list.json", "Note"): {
        "id", "article", "text", "quote", "tags", "created", "changed", "state", "block", "start", "end",
    },
    ("bookmark-list.json", "Bookmark"): {
        "id", "article", "quote", "tags", "created", "changed", "state", "block", "start", "end",
    },
    ("failure.json", "Error"): {"code", "message"},
}  # fmt: skip
"""What was promised to other programs once: more keys may come, none of these goes."""


@pytest.mark.parametrize("name", PROMISED)
def test_what_was_promised_stays(name: str) -> None:
    schema = validator(name).schema
    whole = schema["anyOf"][0] if "anyOf" in schema else schema
    assert PROMISED[name] <= set(whole["required"])
    assert whole["properties"]["schema"] == {"const": 1}
    for (file, definition), keys in INNER.items():
        if file == name:
            assert keys <= set(schema["$defs"][definition]["required"])


def test_a_key_that_is_not_declared_is_refused(paperterm: Run, samples: Path) -> None:
    answer = paperterm("search", "产改", "--limit", "1", "--json").json
    answer["hits"][0]["new"] = 1
    with pytest.raises(ValidationError, match="new"):
        validator("search.json").validate(answer)


def test_a_type_that_no_schema_says_is_refused() -> None:
    with pytest.raises(TypeError, match="no schema"):
        Schemas().of(set[str])
