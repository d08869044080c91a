"""The command line, run in this process on a home of its own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from paperterm.cli.run import run
from paperterm.config import HOME_VARIABLE, resources

FRONT = """大江日报
2025年3月25日 星期二 第3000期
第1版:要闻

# 江边新桥通车
本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。市民们沿江而行。

# 春耕忙
本报讯(记者李四)眼下正是春耕时节,各地抓紧备耕,农机手们清早就下了田。
"""
"""A page that leaves no parser in doubt."""
BARE = "# 渔民出海\n本报讯(记者赵六)天刚亮,渔民们就驾船出海,码头上一片忙碌。\n"
"""A page that prints neither paper nor date."""


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def ctrl_c() -> Iterator[None]:
    """Ctrl-C interrupts, also where the tests were started in the background, with SIGINT ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all data, which no command has used yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.setenv("COLUMNS", "60")
    return folder


@pytest.fixture
def paperterm(home: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs paperterm with these words."""

    def start(*words: str | Path) -> Ran:
        capfdbinary.readouterr()
        try:
            code = run([str(word) for word in words])
        except SystemExit as leaving:  # --help and --version
            code = int(leaving.code or 0)
        captured = capfdbinary.readouterr()
        return Ran(code, captured.out.decode("utf-8"), captured.err.decode("utf-8"))

    return start


@pytest.fixture
def program(home: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs paperterm as a program of its own, for what depends on the process."""

    def start(*words: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **options.pop("environment", {})}
        options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        if "input" in options:
            del options["stdin"]
        command = [sys.executable, "-m", "paperterm", *map(str, words)]
        return subprocess.run(command, env=environment, timeout=60, check=False, **options)

    return start


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home whose library holds the sample pages; to be copied, not changed."""
    folder = tmp_path_factory.mktemp("imported")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        assert run(["import", str(resources("seeds")), "--json"]) == 0
    yield folder


@pytest.fixture
def samples(imported: Path, home: Path) -> Path:
    """The home of this test, with the sample pages in a library of its own."""
    shutil.copytree(imported, home)
    return home


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a home in which there is something of everything (tests/cli/examples.py); to be copied, not changed."""
    from tests.cli.examples import make

    folder = tmp_path_factory.mktemp("made")
    make(folder)
    return folder


@pytest.fixture
def filled_home(made: Path, home: Path) -> Path:
    """The home of this test, with something of everything in it."""
    from tests.cli.examples import copied

    return copied(made, home.parent)


@pytest.fixture
def front(tmp_path: Path) -> Path:
    """The file of a made-up front page."""
    path = tmp_path / "pages" / "front.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(FRONT, encoding="utf-8")
    return path


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The file of a page that prints neither paper nor date."""
    path = tmp_path / "pages" / "bare.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(BARE, encoding="utf-8")
    return path


def jumping(paperterm: Run, front: Path) -> tuple[str, str]:
    """The ids of an article and of its continuation, in an issue of two pages."""
    front.write_text(front.read_text("utf-8").replace("市民们沿江而行。", "市民们沿江而行。(下转第3版)"), "utf-8")
    third = front.with_name("third.txt")
    text = "大江日报\n2025年3月25日 星期二 第3000期\n第3版:综合\n\n# 两岸不再绕行\n(上接第1版)新桥双向六车道,横跨大江,两岸居民盼望多年。\n"
    third.write_text(text, "utf-8")
    paperterm("import", front, third)
    pages = paperterm("issues", "--json").json["issues"][0]["pages"]
    return pages[0]["articles"][0]["id"], pages[1]["articles"][0]["id"]
