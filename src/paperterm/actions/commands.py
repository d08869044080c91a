"""Every command of the command line, in the order in which help lists them."""

from __future__ import annotations

from paperterm.actions.collecting import IMPORT
from paperterm.actions.completing import COMPLETION, SHELL_WORDS
from paperterm.actions.doctor import DOCTOR
from paperterm.actions.exporting import EXPORT_NOTES
from paperterm.actions.finding import ISSUES, SEARCH
from paperterm.actions.forgetting import FORGET
from paperterm.actions.manual import MANUAL
from paperterm.actions.notebook import COMMANDS as NOTEBOOK
from paperterm.actions.noting import COMMANDS as NOTING
from paperterm.actions.parsing import PARSE
from paperterm.actions.serving import SERVE
from paperterm.actions.showing import SHOW
from paperterm.actions.stating import SET
from paperterm.actions.tracking import COMMANDS as TRACKING

COMMANDS = (
    PARSE,
    IMPORT,
    ISSUES,
    SHOW,
    SEARCH,
    SET,
    FORGET,
    *NOTING,
    EXPORT_NOTES,
    *NOTEBOOK,
    *TRACKING,
    DOCTOR,
    SERVE,
    COMPLETION,
    MANUAL,
    SHELL_WORDS,
)
