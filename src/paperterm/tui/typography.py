"""How a reader wants articles set: the options of setting, as one value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from paperterm.config.settings import Reading
from paperterm.text.linebreak import LEVELS, Level

LEAST_HAN, MOST_HAN = 8, 60
"""The measures that may be asked for: shorter lines are torn, longer ones are hard to follow back to the next."""
STEP = 2  # han
MEASURE, INDENT = 40, 2  # han, where nothing else is asked for
CHOICE = "typography"
"""The name under which what was chosen by a key is remembered."""


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

    def written(self) -> str:
        """As a choice is remembered; `chosen` reads it."""
        return f"{self.rules} {self.justified:d} {self.hanging:d} {self.measure} {self.indent}"

    def next_rules(self) -> Typography:
        return replace(self, rules=LEVELS[(LEVELS.index(self.rules) + 1) % len(LEVELS)])

    def next_indent(self) -> Typography:
        return replace(self, indent=0 if self.indent else INDENT)


USUAL = Typography()
"""What is set with where nobody asked for anything else."""


def stated(reading: Reading) -> Typography:
    """What the settings say."""
    level = next(level for level in LEVELS if level == reading.rules)
    return Typography(level, reading.justified, reading.hanging, reading.measure, reading.indent)


def chosen(text: str) -> Typography | None:
    """What `written` wrote; None for anything else."""
    rules, *rest = text.split(" ")
    level = next((level for level in LEVELS if level == rules), None)
    if level is None or len(rest) != 4 or not all(word.isascii() and word.isdigit() for word in rest):
        return None
    justified, hanging, measure, indent = map(int, rest)
    return Typography(level, bool(justified), bool(hanging), max(LEAST_HAN, min(MOST_HAN, measure)), indent)
