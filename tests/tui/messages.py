"""Every message of the interface that wants a translation, found in the source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import paperterm
from paperterm.actions.reader import ACTIONS
from paperterm.query import FIELDS

PACKAGE = Path(paperterm.__file__).parent
TRANSLATES = {"t": 0, "told": 0, "tn": 1}
"""The functions that look a message up, and which of their arguments is the catalogue's key."""
HOLE = re.compile(r"\{[^{}]*\}")


def of_the_interface() -> dict[str, str]:
    """Where each message stands ("tui/keeping.py, line 12"), by the message."""
    found: dict[str, str] = {}
    for path in sorted((PACKAGE / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                message = _literal(node, TRANSLATES.get(name))
                if message:
                    found.setdefault(message, f"{path.relative_to(PACKAGE)}, line {node.lineno}")
    for action in ACTIONS:
        for message in filter(None, (action.title, action.help, action.footer)):
            found.setdefault(message, f"actions/reader.py, {action.id}")
    for field in FIELDS:
        found.setdefault(field.help, f"query/fields.py, {field.id}")
    return found


def _literal(call: ast.Call, at: int | None) -> str | None:
    if at is None or len(call.args) <= at:
        return None
    argument = call.args[at]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None


def without_literals() -> list[str]:
    """Calls whose message is no literal, so that nobody can see what has to be translated; those of the tables aside."""
    known = {"action.title", "action.help", "action.footer", "a.footer", "field.help", "_BY_ID[id].title", "message"}
    found = []
    for path in sorted((PACKAGE / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in TRANSLATES
                and _literal(node, TRANSLATES[node.func.id]) is None
                and ast.unparse(node.args[0]) not in known
            ):
                found.append(f"{path.relative_to(PACKAGE)}, line {node.lineno}: {ast.unparse(node)}")
    return found


def said_below() -> set[str]:
    """Every text in the rooms below the interface, with {} for what is put into it."""
    found = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.is_relative_to(PACKAGE / "tui"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(HOLE.sub("{}", node.value))
            elif isinstance(node, ast.JoinedStr):
                parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
                found.add("".join(str(part) for part in parts))
    return found
