"""Running paperterm: every way it can end, as an exit code and a sentence."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from paperterm import __version__
from paperterm.cli.streams import Undelivered, say, write


def run(words: Sequence[str]) -> int:
    """Runs paperterm with these words; its exit code: 0 found or done, 1 nothing found or failed, 2 wrong use."""
    try:
        if list(words) == ["--version"]:  # no command is asked for: nothing is loaded
            write(f"paperterm {__version__}\n".encode())
            return 0
        return _run(words)
    except KeyboardInterrupt:
        from paperterm.actions.answer import STOPPED

        say(b"paperterm: Stopped; what was done until now is safe.\n")
        return STOPPED
    except Undelivered as undelivered:
        from paperterm.actions.answer import NOTHING

        if sentence := str(undelivered):
            say(f"paperterm: {sentence}\n".encode("utf-8", "backslashreplace"))
        return NOTHING


def _run(words: Sequence[str]) -> int:
    """Raises KeyboardInterrupt, Undelivered."""
    from paperterm.actions.answer import Failure
    from paperterm.cli.output import print_failure

    options = list(words[: words.index("--")]) if "--" in words else words
    as_json = "--json" in options
    try:
        if not words:  # the way to the first screen: no parser of arguments, no commands
            from paperterm.cli.read import read
            from paperterm.config import places

            return read(places())
        gc.disable()  # nothing that is made on the way to a command is garbage; `dispatch` turns it on for its work
        from paperterm.cli.dispatch import dispatch

        return dispatch(list(words), as_json)
    except Failure as failure:
        print_failure(failure, as_json)
        return failure.exit_code
    finally:
        gc.enable()
