"""Writes the manual's pages, the shells' completion scripts and the schemas of what --json prints from the declarations: `make
manual`."""

from __future__ import annotations

import json
from pathlib import Path

from paperterm.actions.commands import COMMANDS
from paperterm.actions.completing import ASK, SCRIPTS
from paperterm.actions.contract.table import schema_files
from paperterm.actions.manual import manual_pages, markdown, roff

DOCS = Path(__file__).resolve().parent
COMPLETION_FILES = {"bash": "paperterm.bash", "zsh": "_paperterm", "fish": "paperterm.fish"}


def files() -> dict[Path, str]:
    """Every generated file below docs/ with its text."""
    made: dict[Path, str] = {}
    for word, make in manual_pages(COMMANDS).items():
        page = make()
        made[Path("man") / f"{page.name}.{page.chapter}"] = "\n".join(roff(page)) + "\n"
        made[Path("reference") / f"{word}.md"] = "\n".join(markdown(page)) + "\n"
    for shell, name in COMPLETION_FILES.items():
        made[Path("completion") / name] = SCRIPTS[shell].substitute(ask=ASK)
    for name, schema in schema_files():
        made[Path("schemas") / name] = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return made


if __name__ == "__main__":
    for path, text in files().items():
        (DOCS / path).parent.mkdir(exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")
