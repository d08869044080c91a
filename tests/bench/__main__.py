"""`make bench`: timings beside trivial programs, and how well notes keep their places. It prints and judges nothing: a machine may be busy."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench import anchors, commands, importing, keys, notebook, parsing, resizing, size, startup

PARTS = {
    "startup": startup.measure,
    "keys": keys.measure,
    "resizing": resizing.measure,
    "size": size.measure,
    "commands": commands.measure,
    "notebook": notebook.measure,
    "parsing": parsing.measure,
    "importing": importing.measure,
    "anchors": anchors.measure,
}


def main() -> None:
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("--only", nargs="+", choices=PARTS, metavar="PART", help=f"some of: {', '.join(PARTS)}")
    options.add_argument(
        "--million",
        action="store_true",
        help="measure the size with a million articles (a minute more, and 1 GB of disk)",
    )
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="paperterm-bench-") as folder:
        for name in chosen.only or PARTS:
            if name == "size" and chosen.million:
                size.measure(Path(folder), size.MANY)
            else:
                PARTS[name](Path(folder))


main()
