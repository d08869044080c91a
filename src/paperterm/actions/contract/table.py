"""Which objects each command prints with --json, and the schemas of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from paperterm.actions.answer import SCHEMA
from paperterm.actions.contract import about, articles, exported, finding, importing, kept, notebook, words
from paperterm.actions.contract.json_schema import DIALECT, Schema, Schemas

EXPORTED = (exported.Files, exported.Printed)

PRINTED: dict[str, tuple[type, ...]] = {
    "parse": (articles.Parsed, articles.Explained),
    "import": (importing.Account, importing.Began, importing.Notice, importing.Happened),
    "issues": (finding.Issues,),
    "show": (articles.ShownAlone, articles.ShownTogether),
    "search": (finding.Found,),
    "suggest": (words.Suggested,),
    "related": (words.Related, words.RelatedTogether),
    "names": (words.Names, words.NamesTogether),
    "set": (importing.Stated, importing.StatedTogether),
    "forget": (importing.Forgot,),
    "bookmark add": (kept.Bookmark, kept.Bookmarks),
    "bookmark list": (kept.Bookmarks,),
    "bookmark edit": (kept.Bookmark,),
    "bookmark remove": (kept.Bookmark,),
    "note add": (kept.Note,),
    "note list": (kept.Notes,),
    "note edit": (kept.Note,),
    "note remove": (kept.Note,),
    "highlight add": (kept.Highlight,),
    "highlight list": (kept.Highlights,),
    "highlight edit": (kept.Highlight,),
    "highlight remove": (kept.Highlight,),
    "export article": EXPORTED,
    "export issue": EXPORTED,
    "export search": (*EXPORTED, exported.NothingThere),
    "export notes": (*EXPORTED, exported.NothingThere),
    "cite": (exported.Citations,),
    "notebook check": (notebook.Checked,),
    "notebook repair": (notebook.Repaired,),
    "notebook restore": (notebook.Restored, notebook.Backups),
    "notebook merge": (notebook.Merged,),
    "notebook undo": (notebook.Change,),
    "notebook log": (notebook.Changes,),
    "history": (kept.History,),
    "saved add": (kept.SavedSearch,),
    "saved list": (kept.SavedSearches,),
    "saved remove": (kept.Removed,),
    "doctor": (about.CheckedUp,),
    "trends": (words.Trends,),
    "config show": (about.Settings,),
    "config path": (about.SettingsFile,),
    "config keys": (about.Keys,),
    "config check": (about.Checked,),
    "config sample": (about.Sample,),
    "serve": (about.Served,),
    "completion": (about.Completion,),
    "manual": (about.ManualPage,),
    "shell-words": (about.ShellWords,),
}
"""The objects by the command's name; a failure is none of them, but every command may print one."""


def schema_of(command: str) -> Schema:
    """The schema of whatever a command prints with --json: each of its objects, or a failure."""
    return _schema(f"What `paperterm {command} --json` prints", (*PRINTED[command], about.Failed))


def failure_schema() -> Schema:
    """The schema of what every command prints with --json where it fails."""
    return _schema("What a command prints with --json where it fails", (about.Failed,))


def schema_files() -> Iterator[tuple[str, Schema]]:
    """The schemas by the names of their files."""
    yield "failure.json", failure_schema()
    for command in PRINTED:
        yield f"{command.replace(' ', '-')}.json", schema_of(command)


def _schema(title: str, kinds: tuple[Any, ...]) -> Schema:
    schemas = Schemas()
    found = [_numbered(schemas.object(kind)) for kind in kinds]
    whole: Schema = {"anyOf": found} if len(found) > 1 else found[0]
    return {"$schema": DIALECT, "title": title, **whole, "$defs": dict(sorted(schemas.definitions.items()))}


def _numbered(schema: Schema) -> Schema:
    """What stands at the top has the number of the schema as its first key."""
    properties = {"schema": {"const": SCHEMA}, **schema["properties"]}
    return {**schema, "properties": properties, "required": ["schema", *schema["required"]]}
