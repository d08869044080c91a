"""Running paperterm: every way it can end, as an exit code and a sentence."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from paperterm import __version__
from paperterm.actions.answer import FOUND, NOTHING, STOPPED, Failure
from paperterm.cli.output import Undelivered, print_failure, print_lines, tell
from paperterm.cli.read import read
from paperterm.config import places


def run(words: Sequence[str]) -> int:
    """Runs paperterm with these words; its exit code: 0 found or done, 1 nothing found or failed, 2 wrong use."""
    options = list(words[: words.index("--")]) if "--" in words else words
    as_json = "--json" in options
    try:
        try:
            if not words:  # the way to the first screen: no parser of arguments, no commands
                return read(places())
            if list(words) == ["--version"]:
                print_lines([f"paperterm {__version__}"])
                return FOUND
            gc.disable()  # nothing that is made on the way to a command is garbage; `dispatch` turns it on for its work
            from paperterm.cli.dispatch import dispatch

            return dispatch(list(words), as_json)
        except Failure as failure:
            print_failure(failure, as_json)
            return failure.exit_code
        finally:
            gc.enable()
    except KeyboardInterrupt:
        tell("paperterm: Stopped; what was done until now is safe.")
        return STOPPED
    except Undelivered as undelivered:
        if sentence := str(undelivered):
            tell(f"paperterm: {sentence}")
        return NOTHING
