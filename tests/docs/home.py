"""The home of somebody who follows the documentation: `~/papers` with a few pages, `paperterm` on the way of commands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from paperterm.config import HOME_VARIABLE, resources
from tests.docs.markdown import ROOT

FRONT = """大江日报
2025年3月25日 星期二 第3000期
第1版:要闻

# 江边新桥通车

本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。(下转第3版)

# 春耕忙

本报讯(记者李四)眼下正是春耕时节,各地抓紧备耕,农机手们清早就下了田。
"""
THIRD = """大江日报
2025年3月25日 星期二 第3000期
第3版:综合

# 江边新桥通车

(上接第1版)新桥全长三千米,双向六车道。大江两岸居民盼望多年,新桥通车后出行更便捷。

# 图书馆开放

本报讯(记者王五)市图书馆昨日重新开放,读者们一早就在门前排起了长队。
"""
BARE = "# 渔民出海\n\n本报讯(记者赵六)天刚亮,渔民们就驾船出海,码头上一片忙碌。老船长说,今年的渔获比往年要好。\n"
SCRIPT = """#!/bin/sh
exec '{python}' -m paperterm "$@"
"""


def furnish(home: Path) -> dict[str, str]:
    """Makes the home and returns the environment of commands in it."""
    programs = home / ".local" / "bin"
    programs.mkdir(parents=True)
    (programs / "paperterm").write_text(SCRIPT.format(python=sys.executable), "utf-8")
    (programs / "paperterm").chmod(0o755)
    papers = home / "papers"
    for name, text in {
        "大江日报/2025-03-25/01.txt": FRONT,
        "大江日报/2025-03-25/03.txt": THIRD,
        "大江晚报/20250326_A02.md": BARE,
        "scan.txt": BARE.replace("渔民", "船工"),
    }.items():
        (papers / name).parent.mkdir(parents=True, exist_ok=True)
        (papers / name).write_text(text, "utf-8")
    (papers / "old").mkdir()
    (papers / "old" / "page.txt").write_bytes(THIRD.replace("3月25日 星期二", "3月24日 星期一").encode("gb18030"))
    (papers / "cover.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    shutil.copyfile(ROOT / "tests" / "ingest" / "fixtures" / "two_columns.hocr", papers / "two_columns.hocr")
    seed = min(resources("seeds").glob("000_*.txt"))
    (papers / "工人日报").mkdir()
    shutil.copyfile(seed, papers / "工人日报" / "2025-03-25.txt")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PAPERTERM", "XDG", "LC_"))}
    return {
        **kept,
        "HOME": str(home),
        HOME_VARIABLE: str(home / ".local" / "share" / "paperterm"),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
    }


def run(command: str, home: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """One command line, by bash; where one part of a pipe fails, the line fails. What it says comes with what it prints."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=home,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
