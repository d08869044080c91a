"""A process that works for an import: `python -m paperterm.ingest.worker FD`. See `workers`."""

from __future__ import annotations

import sys
from multiprocessing.connection import Connection

READY = "ready"


def serve(pipe: Connection) -> None:
    """Is sent a function, says that it is ready, then answers every argument with the function's value, until the other
    end is closed."""
    try:
        work = pipe.recv()
        pipe.send(READY)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):  # whoever asked is gone, or wants no more
        return


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
