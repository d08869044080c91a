"""`make bench`: timings beside trivial programs, and how well notes keep their places. It prints and judges nothing: a machine may be busy."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.bench import anchors, commands, importing, keys, notebook, parsing, startup


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="paperterm-bench-") as folder:
        for part in (startup, keys, commands, notebook, parsing, importing, anchors):
            part.measure(Path(folder))


main()
