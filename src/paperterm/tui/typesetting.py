"""Part of the reader's screen: how articles are set, changed while one reads."""

from __future__ import annotations

from dataclasses import replace

from paperterm.text.linebreak import Level
from paperterm.tui.language import t
from paperterm.tui.part import Part
from paperterm.tui.setting import HAN, measure_for
from paperterm.tui.typography import LEAST_HAN, MEASURE, MOST_HAN, USUAL, Typography
from paperterm.tui.widgets.article_pane import ArticlePane


def level_name(level: Level) -> str:
    """What people call a level of the rules of line breaking."""
    names = {"none": t("none"), "basic": t("basic"), "gb": "GB/T 15834", "strict": t("strict")}
    return names[level]


class Typesetting(Part):
    """Measure, rules, justification."""

    typography: Typography = USUAL

    def set_typography(self, typography: Typography) -> None:
        """Set every article like this from now on; the place of what is read stays."""
        self.typography = typography
        for pane in self.query(ArticlePane):
            pane.typography = typography

    def action_setting_wider(self) -> None:
        self._change_measure(1)

    def action_setting_narrower(self) -> None:
        self._change_measure(-1)

    def action_setting_usual(self) -> None:
        self.set_typography(replace(self.typography, measure=MEASURE))
        self._tell_measure()

    def _change_measure(self, steps: int) -> None:
        setting = self.reading.setting
        if setting is None:
            return
        wanted = self.typography.stepped(setting.measure // HAN, steps)
        if measure_for(self.reading.columns, wanted.measure) == setting.measure:
            if steps < 0:
                self.say(t("Lines are never shorter than {count} han.", count=LEAST_HAN))
            elif setting.measure // HAN >= MOST_HAN:
                self.say(t("Lines are never longer than {count} han.", count=MOST_HAN))
            else:
                self.say(t("There is no room for longer lines."))
            return
        self.set_typography(wanted)
        self._tell_measure()

    def _tell_measure(self) -> None:
        if self.reading.setting:
            self.say(t("Lines of {count} han.", count=self.reading.setting.measure // HAN))

    def action_setting_justify(self) -> None:
        self.set_typography(replace(self.typography, justified=not self.typography.justified))
        self.say(t("Lines end flush at the right.") if self.typography.justified else t("Lines end as they fall."))

    def action_setting_hanging(self) -> None:
        self.set_typography(replace(self.typography, hanging=not self.typography.hanging))
        told = t("。，、 may hang behind a line.") if self.typography.hanging else t("No mark hangs behind a line.")
        self.say(told)

    def action_setting_rules(self) -> None:
        self.set_typography(self.typography.next_rules())
        self.say(t("Rules for the ends of lines: {level}.", level=level_name(self.typography.rules)))

    def action_setting_indent(self) -> None:
        self.set_typography(self.typography.next_indent())
        count = self.typography.indent
        self.say(t("Paragraphs begin {count} han in.", count=count) if count else t("Paragraphs begin with the line."))
