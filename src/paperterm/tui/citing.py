"""Part of the reader's screen: copying the reference to an article, alone or below a passage of it."""

from __future__ import annotations

from collections.abc import Iterable

from paperterm.actions.answer import Failure
from paperterm.library.records import StoredArticle
from paperterm.tui.bindings import told
from paperterm.tui.language import t
from paperterm.tui.part import Part


class Citing(Part):
    """Citing what one reads."""

    def action_citation_copy(self) -> None:
        if part := self.part_here:
            self.run_worker(self._copy_citation(part, ""), group="cite", exclusive=True)

    def action_citation_passage(self) -> None:
        text, passage = self.selected_text(), self.reading.selected()
        if not text:
            self.say(
                told(
                    "Nothing is selected: {select_toggle} puts a text cursor on the page, {select_paragraph} selects a "
                    "paragraph."
                )
            )
        elif self.joined:
            part = self.joined.part_at(passage.block)[0] if passage else self.part_here
            if part:
                self.run_worker(self._copy_citation(part, text), group="cite", exclusive=True)

    async def _copy_citation(self, stored: StoredArticle, passage: str) -> None:
        """To the terminal's clipboard; the bottom line shows what it is, since not every terminal takes it, and what is not
        certain in it."""
        from paperterm.actions.citing import citation

        style = self.session.settings.citing.form
        try:
            text, reference = await self.background.read(lambda: citation(self.session, stored, style))
        except Failure as failure:
            self.fail(failure)
            return
        said = [
            t("Copied with its passage: {citation}", citation=text)
            if passage
            else t("Copied: {citation}", citation=text)
        ]
        if reference.missing:
            said.append(t("Not known: {facts}.", facts=_named(reference.missing)))
        if reference.assumed:
            said.append(t("Only assumed: {facts}.", facts=_named(sorted(reference.assumed))))
        self.copy_text(f"{passage}\n\n{text}\n" if passage else text, " ".join(said))


def _named(facts: Iterable[str]) -> str:
    names = {
        "author": t("author"),
        "headline": t("headline"),
        "paper": t("paper"),
        "date": t("date"),
        "day": t("day"),
        "page": t("page number"),
        "number": t("issue number"),
    }
    return ", ".join(names[fact] for fact in facts)
