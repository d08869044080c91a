"""An import may be killed at any time: what it acknowledged is there, the library is sound, the next import goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary

TRIALS = int(os.environ.get("PAPERTERM_KILL_TRIALS", "15"))

CHILD = """
import sys
from pathlib import Path
from paperterm.library.importing import import_paths
from paperterm.library.sqlite import SqliteLibrary
print("ready", flush=True)
for line in sys.stdin:
    library = SqliteLibrary(Path(line.strip()))
    import_paths(library, [Path(sys.argv[1])], progress=lambda p: print(p.path.name, flush=True))
    library.close()
"""


def test_a_killed_import_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(60):
        text = f"# 第{number}条消息\n\n本报讯(记者甲)" + f"第{number}页的正文写到这里。" * 40
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    chance = random.Random(7)
    path = tmp_path / "library.sqlite"
    cut_short = 0
    for trial in range(TRIALS):
        for leftover in tmp_path.glob("library.sqlite*"):
            leftover.unlink()
        acknowledged = _killed_after(pages, path, chance.randrange(56), chance.random() * 0.01)
        cut_short += len(acknowledged) < 60
        _assert_sound(path, acknowledged, trial)
        library = SqliteLibrary(path)
        import_paths(library, [pages])
        assert sum(issue.pages for issue in library.issues()) == 60
        library.close()
    assert cut_short > TRIALS // 2, "no import was under way when it was killed"


def _killed_after(pages: Path, library: Path, files: int, seconds: float) -> list[str]:
    """Starts an import, kills it when it has done so many files, and a moment later; gives back the names of all files
    that it said it had done."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(pages)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdin and child.stdout
    assert child.stdout.readline() == "ready\n"
    child.stdin.write(f"{library}\n")
    child.stdin.flush()
    heard = [child.stdout.readline() for _ in range(files)]
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    said = "".join(heard) + child.stdout.read()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    return [line for line in said.split("\n")[:-1] if line]


def _assert_sound(path: Path, acknowledged: list[str], trial: int) -> None:
    if not path.exists():
        assert acknowledged == []
        return
    library = SqliteLibrary(path)
    held = {source.name for sha in library.all_pages() for source in library.sources(sha)}
    assert set(acknowledged) <= held, trial
    for issue in library.issues():
        for page in library.pages(issue.paper, issue.date):
            assert page.source
            assert library.raw(page.sha256)
            for article in page.articles:
                assert library.article(article.id).article.blocks
    library.close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
