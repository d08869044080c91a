"""`doctor`: is everything as it should be?"""

from __future__ import annotations

from paperterm.actions.answer import Answer
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session


def doctor(session: Session, values: Values) -> Answer:
    from paperterm.actions.checkup import checkup  # what it looks at things with, no other command needs

    return checkup(session, bool(values.get("repair")))


DOCTOR = Command(
    "doctor",
    "Check everything",
    "Look at library, index, samples, notebook, terminal, fonts, packages and disk, and say what to do.",
    doctor,
    (
        Argument(
            "--repair",
            "make good what is derived: library, index, samples, leftovers; the notebook is left alone",
            bool,
        ),
    ),
)
