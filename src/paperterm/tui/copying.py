"""Part of the reader's screen: copying text to the terminal's clipboard, and to a file, since not every terminal takes it."""

from __future__ import annotations

from pathlib import Path

from paperterm.actions.answer import Failure
from paperterm.tui.language import t
from paperterm.tui.part import Part

FILE = "copied.txt"
"""In the cache folder: what was copied last."""


class Copying(Part):
    """Taking text along."""

    _told_of_file = False

    def copy_text(self, text: str, said: str) -> None:
        """Copy this and say so; the first time also where else it is. OSC 52, by which a terminal takes text, is never
        answered: macOS's Terminal passes it over, and tmux where set-clipboard is off."""
        self.app.copy_to_clipboard(text)
        self.run_worker(self._keep(text, said), group="copy", exclusive=True)

    async def _keep(self, text: str, said: str) -> None:
        from paperterm.actions.files import write_file

        path: Path = self.session.places.cache / FILE

        def write() -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, text.encode("utf-8", "replace"), force=True)

        try:
            await self.background.write(write)
        except Failure as failure:  # the clipboard may well have it
            self.fail(failure)
            return
        also = "" if self._told_of_file else t("(If your terminal takes no text, it is in {path}.)", path=path)
        self._told_of_file = True
        self.say(f"{said} {also}".rstrip())
