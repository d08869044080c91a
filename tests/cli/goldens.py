"""What every command prints on the sample pages, byte for byte. `python -m tests.cli` writes it anew; read the diff.

JSON stands in the goldens with a key on a line, for those who read them; that it is one line of the same is checked."""

from __future__ import annotations

import io
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from paperterm.cli.run import run
from paperterm.config import HOME_VARIABLE, resources
from paperterm.text.clean import json_escaped
from tests.cli.examples import FOUND, LATER, NOTHING, copied, filled, make, still

FOLDER = Path(__file__).parent / "goldens"
VARYING = ("doctor",)
"""Commands that tell of this machine."""
LEARNT = "--explain"
"""With it the parser's weights are printed, which are learnt anew now and then."""
ENVIRONMENT = {"COLUMNS": "60", "TZ": "UTC", "TERM": "xterm"}


@contextmanager
def surroundings(home: Path) -> Iterator[None]:
    """A terminal of 60 columns and a clock in Greenwich."""
    with patch.dict(os.environ, {**ENVIRONMENT, HOME_VARIABLE: str(home)}):
        time.tzset()
        try:
            yield
        finally:
            os.environ.pop("TZ")
            time.tzset()
    time.tzset()


def printed(words: list[str], home: Path) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of a command."""
    out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    with surroundings(home), still(LATER), patch("sys.stdout", out), patch("sys.stderr", err):
        code = run(words)
    return code, out.buffer.getvalue(), err.buffer.getvalue()  # type: ignore[attr-defined]


def transcript(command: str, words: tuple[str, ...], home: Path) -> str:
    """How a command was called, what it printed, and its exit code where that is not 0."""
    code, out, err = printed([*command.split(), *filled(words, home.parent)], home)
    text = out.decode("utf-8")
    if "--json" in words:
        data = json.loads(text)
        assert text == json_escaped(json.dumps(data, ensure_ascii=False)) + "\n"
        text = json_escaped(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"
    said = "".join(f"stderr: {line}\n" for line in err.decode("utf-8").splitlines())
    ended = f"exit code {code}\n" if code else ""
    whole = f"$ paperterm {' '.join((*command.split(), *words))}\n{text}{said}{ended}"
    return whole.replace(str(home.parent), "FOLDER").replace(str(resources("seeds")), "SEEDS")


def golden(command: str, made: Path, folder: Path) -> str:
    """All transcripts of one command, each on a home of its own, as text and as JSON."""
    asked = [words for words in FOUND[command] if LEARNT not in words]
    asked += [NOTHING[command]] if command in NOTHING else []
    return "\n".join(
        transcript(command, json_too, copied(made, folder)) for words in asked for json_too in (words, _as_json(words))
    )


def _as_json(words: tuple[str, ...]) -> tuple[str, ...]:
    return ("--json", *words)


def commands() -> list[str]:
    return [command for command in FOUND if command not in VARYING]


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        made, folder = Path(temporary).resolve() / "made", Path(temporary).resolve() / "copy"
        made.mkdir()
        make(made)
        for command in commands():
            (FOLDER / f"{command.replace(' ', '-')}.txt").write_text(golden(command, made, folder), encoding="utf-8")
