"""The command line: `paperterm [PATH…]` opens the reader, `paperterm COMMAND …` answers and ends."""

from __future__ import annotations

import gc
import sys

from paperterm.cli.run import run


def main() -> None:
    """The `paperterm` program."""
    code = run(sys.argv[1:])
    gc.freeze()  # else Python looks through everything for garbage before it ends, which takes it 5 ms
    sys.exit(code)
