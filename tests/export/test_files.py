"""Writing: whole files or none, over nothing unasked, and nowhere but in the folder."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pytest

from paperterm.actions.answer import Failure
from paperterm.actions.files import Written, write_file, write_folder
from tests.faults.children import Say, start
from tests.faults.disk import mount

FILES = [("大江日报/一.md", "一\n".encode()), ("大江日报/二.md", "二\n".encode()), ("三.md", "三\n".encode())]


def names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def test_a_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert write_file(path, b"x", force=False) == Written(new=(path,))
    assert path.read_bytes() == b"x"
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_another_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"mine")
    with pytest.raises(Failure, match="exists already") as failure:
        write_file(path, b"x", force=False)
    assert failure.value.exit_code == 1
    assert path.read_bytes() == b"mine"
    assert names(tmp_path) == {"a.md"}


def test_it_is_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"mine")
    assert write_file(path, b"x", force=True) == Written(replaced=(path,))
    assert path.read_bytes() == b"x"


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write_folder(tmp_path, FILES, force=False)
    before = {path: path.stat() for path in tmp_path.rglob("*.md")}
    done = write_folder(tmp_path, FILES, force=False)
    assert (len(done.new), len(done.replaced), len(done.unchanged)) == (0, 0, 3)
    assert {path: path.stat().st_ino for path in tmp_path.rglob("*.md")} == {p: s.st_ino for p, s in before.items()}


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    write_folder(tmp_path, FILES, force=False)
    done = write_folder(tmp_path, [FILES[0], (FILES[1][0], b"new"), FILES[2]], force=True)
    assert [path.name for path in done.replaced] == ["二.md"]
    assert len(done.unchanged) == 2


def test_one_file_that_stands_in_the_way_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "三.md").write_bytes(b"mine")
    with pytest.raises(Failure, match=r"三\.md exists already"):
        write_folder(tmp_path, FILES, force=False)
    assert names(tmp_path) == {"三.md"}


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    write_folder(tmp_path / "a" / "b", FILES, force=False)
    assert (tmp_path / "a" / "b" / "大江日报" / "一.md").read_text("utf-8") == "一\n"


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(tmp_path / "typo" / "a.md", b"x", force=True)
    assert names(tmp_path) == set()


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "out"
    outside.mkdir()
    folder.mkdir()
    (folder / "大江日报").symlink_to(outside)
    for force in (False, True):
        with pytest.raises(Failure, match="leads out of"):
            write_folder(folder, FILES, force=force)
    assert names(outside) == set()


def test_a_link_where_a_file_shall_stand_is_replaced_and_what_it_points_to_stays(tmp_path: Path) -> None:
    precious, folder = tmp_path / "precious", tmp_path / "out"
    precious.write_bytes(b"mine")
    folder.mkdir()
    (folder / "三.md").symlink_to(precious)
    with pytest.raises(Failure, match="exists already"):
        write_folder(folder, FILES, force=False)
    write_folder(folder, FILES, force=True)
    assert precious.read_bytes() == b"mine"
    assert not (folder / "三.md").is_symlink()


def test_a_link_that_leads_nowhere_counts_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Failure, match="exists already"):
        write_file(path, b"x", force=False)
    assert names(tmp_path) == {"a.md"}


def test_a_folder_in_the_way_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    for force in (False, True):
        with pytest.raises((Failure, OSError)):
            write_file(tmp_path / "a.md", b"x", force=force)
    assert names(tmp_path) == {"a.md"}


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(Failure, match="is a file"):
        write_folder(tmp_path / "out", FILES, force=True)


def _cramp(disk: Path) -> None:
    """From now on this process writes at most 64 KB there: to a small disk, or where none may be mounted, to one file."""
    try:
        mount(disk, 64 << 10)
    except OSError:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50 << 10, resource.RLIM_INFINITY))


def test_a_full_disk_leaves_nothing_half_written_and_the_old_file_whole(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()

    def act(say: Say) -> None:
        _cramp(disk)
        old = disk / "old.md"
        old.write_bytes(b"old")
        for what in (
            lambda: write_file(old, bytes(80 << 10), force=True),
            lambda: write_folder(disk / "new", [("a/1.md", bytes(30 << 10)), ("a/2.md", bytes(60 << 10))], force=True),
        ):
            try:
                what()
            except OSError:
                say("refused")
        say(f"{old.read_bytes()!r} {sorted(names(disk))}")

    child = start(act)
    assert child.ended() == 0
    assert child.said == ["refused", "refused", "b'old' ['old.md']"]


def test_a_limit_to_the_size_of_files_leaves_nothing_half_written(tmp_path: Path) -> None:
    def act(say: Say) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
        try:
            write_folder(tmp_path / "out", [("1.md", bytes(500)), ("2.md", bytes(1500))], force=False)
        except OSError:
            say("refused")

    child = start(act)
    assert child.ended() == 0
    assert child.said == ["refused"]
    assert names(tmp_path) == set()


def test_a_folder_that_may_not_be_written_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"."):
        write_folder(Path("/proc/paperterm"), FILES, force=False)


def test_a_device_is_written_to_when_asked() -> None:
    assert write_file(Path(os.devnull), b"x", force=True).replaced == (Path(os.devnull),)
    with pytest.raises(OSError, match="No space"):
        write_file(Path("/dev/full"), b"x" * 100_000, force=True)
