"""The command line: `paperterm [PATH…]` opens the reader, `paperterm COMMAND …` answers and ends."""

from __future__ import annotations

import sys

from paperterm.cli.run import run


def main() -> None:
    """The `paperterm` program."""
    sys.exit(run(sys.argv[1:]))
