"""How a reader wants articles set: the options of setting, as one value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from paperterm.text.linebreak import LEVELS, Level

LEAST_HAN, MOST_HAN = 8, 60
"""The measures that may be asked for: shorter lines are torn, longer ones are hard to follow back to the next."""
STEP = 2  # han
MEASURE, INDENT = 40, 2  # han, where nothing else is asked for


@dataclass(frozen=True, slots=True)
class Typography:
    """`measure` (han, at most) and `indent` (han) of body text, the rules by which lines end, what becomes of their ends."""

    rules: Level = "basic"
    justified: bool = True
    hanging: bool = False
    measure: int = MEASURE
    indent: int = INDENT

    def stepped(self, shown: int, steps: int) -> Typography:
        """With a measure so many steps wider (narrower, where negative) than the one that is shown, in han."""
        return replace(self, measure=max(LEAST_HAN, min(MOST_HAN, shown + steps * STEP)))

    def next_rules(self) -> Typography:
        return replace(self, rules=LEVELS[(LEVELS.index(self.rules) + 1) % len(LEVELS)])

    def next_indent(self) -> Typography:
        return replace(self, indent=0 if self.indent else INDENT)


USUAL = Typography()
"""What is set with where nobody asked for anything else."""
