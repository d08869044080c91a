"""Part of the reader's screen: the page's file or its scan, opened beside the reader."""

from __future__ import annotations

import asyncio
from pathlib import Path

from paperterm.actions.answer import Failure
from paperterm.config import served
from paperterm.text.clean import REPLACEMENT
from paperterm.tui.language import t
from paperterm.tui.part import Part
from paperterm.tui.setting import shown


class Viewing(Part):
    """The system's viewer."""

    def action_source_open(self) -> None:
        if served():
            self.say(t("In a browser no files are opened; r shows the page's text."))
        elif part := self.part_here:
            self.run_worker(self._open_source(Path(part.head.source)), group="view", exclusive=True)

    async def _open_source(self, source: Path) -> None:
        from paperterm.actions.viewing import scan_or_source, view

        try:
            file = await asyncio.to_thread(scan_or_source, source)
        except Failure as failure:
            self.fail(failure)
            return
        self.say(t("Opening {file} …", file=file))
        try:
            await asyncio.to_thread(view, file, self.session.settings.files.opener)
        except Failure as failure:
            path = shown(str(file)).replace("\n", REPLACEMENT)
            self.copy_text(path, t("{sentence} The path is copied.", sentence=failure.message))
