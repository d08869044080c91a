"""A notebook in a folder of its own, articles to note things in, and child processes that use the same notebook."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from paperterm.model import Article, Block
from paperterm.notebook import Anchor, Notebook, describe

SHA = "ab" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def notebook(folder: Path) -> Notebook:
    return Notebook(folder)


@pytest.fixture
def article() -> Article:
    lines = ("产改进行时", "本报讯(记者甲)近日，产业工人队伍建设改革推进会在京召开。", "会议指出，技能人才是关键。")
    blocks = tuple(Block("body" if n else "headline", text, (n + 1,)) for n, text in enumerate(lines))
    return Article("gongrenribao/2025-03-25/1/cgjxs", "story", blocks)


@pytest.fixture
def passage(article: Article) -> Anchor:
    return describe(article, SHA, 1, 11, 21)


@pytest.fixture
def run_child(folder: Path) -> Callable[[str], subprocess.Popen[str]]:
    """Start Python on some code that finds `notebook`, `anchor` and `acknowledge(id)`."""
    prelude = (
        "import os, sys\nfrom pathlib import Path\nfrom paperterm.notebook import Anchor, Notebook, NotebookError\n"
        f"folder = Path({str(folder)!r})\nnotebook, anchor = Notebook(folder), Anchor({SHA!r})\n"
        "def acknowledge(id):\n    os.write(1, f'{id}\\n'.encode())\n"
    )

    def start(code: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", prelude + code],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )

    return start
