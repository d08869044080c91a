"""A page file is read whole or refused; nothing makes the reading wait."""

import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from paperterm.ingest import read
from paperterm.ingest.decode import LARGEST, Unreadable
from paperterm.ingest.read import read_page


def test_a_page_is_read_with_what_identifies_it(tmp_path: Path) -> None:
    path = tmp_path / "01.txt"
    data = "﻿标题\r\n正文".encode()
    path.write_bytes(data)
    file = read_page(path)
    assert (file.text, file.sha256, file.size) == ("标题\r\n正文", sha256(data).hexdigest(), len(data))
    assert file.mtime_ns == path.stat().st_mtime_ns


def test_over_64_megabytes_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.txt"
    path.touch()
    os.truncate(path, LARGEST + 1)
    monkeypatch.setattr(read, "_all", lambda descriptor: pytest.fail("read all the same"))
    with pytest.raises(Unreadable, match="64 MB"):
        read_page(path)


def test_ten_megabytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("产业工人队伍建设改革。\n" * 300_000, encoding="gb18030")
    assert len(read_page(path).text) == 3_600_000


def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(Unreadable, match="pipe"):
        read_page(path)


def test_a_device_is_refused() -> None:
    with pytest.raises(Unreadable, match="device"):
        read_page(Path("/dev/zero"))


def test_a_missing_file_and_a_folder_are_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        read_page(tmp_path / "gone.txt")
    with pytest.raises(Unreadable, match="folder"):
        read_page(tmp_path)


def test_a_file_that_may_not_be_read_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("正文")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything: let the system say what it tells everyone else
        monkeypatch.setattr(read.os, "open", _refuse)
    assert stat.S_IMODE(path.stat().st_mode) == 0
    with pytest.raises(Unreadable, match="permissions"):
        read_page(path)


@pytest.mark.parametrize("second", ["第二次的正文", "第二次的正文,长一些"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    path = tmp_path / "01.txt"
    path.write_text("第一次的正文")
    os.utime(path, ns=(1, 1))
    whole = read._all

    def meanwhile(descriptor: int) -> bytes:
        data = whole(descriptor)
        path.write_text(second)
        return data

    monkeypatch.setattr(read, "_all", meanwhile)
    with pytest.raises(Unreadable, match="changed while"):
        read_page(path)


def _refuse(*_: object) -> int:
    raise PermissionError(13, "Permission denied")
