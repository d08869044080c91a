"""A book of the sample pages, looked at by EPUBCheck, the W3C's own checker: `make check-epub`. It needs Java."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from paperterm.cli.run import run
from paperterm.config import HOME_VARIABLE


def command() -> list[str]:
    """EPUBCheck as a program; Debian installs it as a Java archive that not every system can start."""
    path = shutil.which("epubcheck") or "/usr/bin/epubcheck"
    return ["java", "-jar", path] if zipfile.is_zipfile(path) else [path]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ[HOME_VARIABLE] = folder
        book = Path(folder, "book.epub")
        if run(["export", "search", "的", "--output", str(book)]):
            return 1
        return subprocess.run([*command(), "--failonwarnings", str(book)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
