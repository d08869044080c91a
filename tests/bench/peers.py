"""`make bench-peers`: from the start until the first text stands on the screen, beside programs that people read in.

Textual programs are installed into environments of their own under .venv/peers/, from the package index that pip uses;
newsboat has to be there already. Each is given a small text, and is ready where that can be read: the start of its
first page, of its log, of its editor, of its list of feeds.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

from tests.bench.startup import FIRST_WORDS, TRIVIAL, compiled, opening
from tests.bench.table import interleaved, print_table
from tests.terminal.raw import RawTerminal

ROUNDS = 10
PEERS = Path(".venv/peers")
TARGET = 0.7
LEAVE = "\x11"
"""^Q, which all three Textual programs take."""


@dataclass(frozen=True)
class Peer:
    """A program in its own environment: what pip is asked for, its words in a folder of its own, and the text to wait for."""

    package: str
    words: tuple[str, ...]
    text: str


TEXTUAL_PEERS = (
    Peer("frogmouth==0.9.2", ("frogmouth", "page.md"), FIRST_WORDS),
    Peer("harlequin==2.17.0", ("harlequin", "-a", "sqlite", ":memory:"), "Query Editor"),
    Peer("toolong==1.5.0", ("tl", "page.log"), FIRST_WORDS),
)
FEED = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>{words}</title><link>http://localhost/</link>'
    "<description>.</description><item><title>.</title><link>http://localhost/1</link><guid>1</guid>"
    "<description>.</description></item></channel></rss>"
)


def installed(peer: Peer) -> Path:
    """The folder with the peer's programs; it is made where it is missing. Leaves with what pip says where that fails."""
    folder = (PEERS / peer.package).resolve()
    if not (folder / "ready").exists():
        print(f"Installing {peer.package} …", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run([*pip, peer.package], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{peer.package} could not be installed: {done.stderr}")
        (folder / "ready").touch()
    return folder / "bin"


def starting(words: list[str | Path], folder: Path, text: str, leave: str) -> float:
    """Seconds until `text` was printed by a program that has its home and its files in `folder`."""
    own = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    with RawTerminal(words, own, folder=folder) as terminal:
        seconds = terminal.wait(text)
        terminal.wait_quiet(0.1)
        terminal.type(leave)
        terminal.wait_quiet(0.1)
    return seconds


def furnish(folder: Path) -> None:
    """What the peers are to show."""
    (folder / "page.md").write_text(f"# {FIRST_WORDS}\n\n{FIRST_WORDS}\n", "utf-8")
    (folder / "page.log").write_text(f"2025-03-25 10:00:00 {FIRST_WORDS}\n" * 20, "utf-8")
    (folder / "feed.xml").write_text(FEED.format(words=FIRST_WORDS), "utf-8")
    (folder / "urls").write_text(f"{(folder / 'feed.xml').as_uri()}\n")


def newsboat(folder: Path) -> Callable[[], float]:
    """Starts newsboat on a feed that it knows already."""
    words = ["newsboat", "-u", "urls", "-c", "cache.db", "-C", "/dev/null"]
    subprocess.run([*words, "-x", "reload"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return partial(starting, list(words), folder, FIRST_WORDS, "q")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="paperterm-peers-") as name:
        folder = Path(name)
        furnish(folder)
        compiled()
        timings: dict[str, Callable[[], float]] = {
            "trivial_Textual_app": partial(opening, [sys.executable, TRIVIAL, FIRST_WORDS], folder, FIRST_WORDS),
            "paperterm": partial(opening, [sys.executable, "-m", "paperterm"], folder, FIRST_WORDS),
        }
        if shutil.which("newsboat"):
            timings["newsboat"] = newsboat(folder)
        else:
            print("newsboat is left out: it is not installed (apt-get install newsboat).", file=sys.stderr)
        for peer in TEXTUAL_PEERS:
            program, *rest = peer.words
            words = [installed(peer) / program, *rest]
            timings[peer.package] = partial(starting, words, folder, peer.text, LEAVE)
        times = interleaved(ROUNDS, **timings)
    print_table("Start to first text, ms", times, "trivial_Textual_app")
    fastest = min((peer.package for peer in TEXTUAL_PEERS), key=lambda package: median(times[package]))
    share = median(times["paperterm"]) / median(times[fastest])
    print(f"  paperterm beside the fastest Textual peer, {fastest}: {share:.2f}   (target: at most {TARGET})\n")


if __name__ == "__main__":
    main()
