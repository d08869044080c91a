"""Every command of the command line, in the order in which help lists them."""

from __future__ import annotations

from paperterm.actions.citing import CITE
from paperterm.actions.collecting import IMPORT
from paperterm.actions.completing import COMPLETION, SHELL_WORDS
from paperterm.actions.configuring import COMMANDS as CONFIGURING
from paperterm.actions.doctor import DOCTOR
from paperterm.actions.exporting import COMMANDS as EXPORTING
from paperterm.actions.finding import ISSUES, SEARCH
from paperterm.actions.forgetting import FORGET
from paperterm.actions.manual import MANUAL
from paperterm.actions.naming import NAMES
from paperterm.actions.notebook import COMMANDS as NOTEBOOK
from paperterm.actions.noting import COMMANDS as NOTING
from paperterm.actions.parsing import PARSE
from paperterm.actions.relating import RELATED
from paperterm.actions.serving import SERVE
from paperterm.actions.showing import SHOW
from paperterm.actions.stating import SET
from paperterm.actions.suggesting import SUGGEST
from paperterm.actions.touring import DEMO
from paperterm.actions.tracking import COMMANDS as TRACKING
from paperterm.actions.trending import TRENDS

COMMANDS = (
    PARSE,
    IMPORT,
    ISSUES,
    SHOW,
    SEARCH,
    SUGGEST,
    RELATED,
    NAMES,
    SET,
    FORGET,
    *NOTING,
    *EXPORTING,
    CITE,
    *NOTEBOOK,
    *TRACKING,
    DOCTOR,
    TRENDS,
    *CONFIGURING,
    SERVE,
    DEMO,
    COMPLETION,
    MANUAL,
    SHELL_WORDS,
)
