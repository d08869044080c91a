"""Text written in a person's own editor, while the reader waits."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from textual.app import App, SuspendNotSupported

from paperterm.actions.answer import Failure
from paperterm.tui.language import t


def edited(app: App[object], text: str, editor: str = "") -> str:
    """The text as this editor, else that of $VISUAL or $EDITOR (else vi) left it. Raises Failure; the text is then as it was."""
    command = shlex.split(editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    with tempfile.TemporaryDirectory(prefix="paperterm-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                code = subprocess.run([*command, str(file)], check=False).returncode
            written = file.read_text(encoding="utf-8", errors="replace")
        except SuspendNotSupported:
            raise Failure("no-editor", t("Here no other program can take the screen; write the note here.")) from None
        except (OSError, IndexError, ValueError) as error:
            name = command[0] if command else ""
            told = t("The editor {name} could not be run ({error}); set $EDITOR.", name=repr(name), error=error)
            raise Failure("no-editor", told) from error
    if code:
        told = t("The editor {name} ended with code {code}; the text is as it was.", name=repr(command[0]), code=code)
        raise Failure("no-editor", told)
    return written.removesuffix("\n")
