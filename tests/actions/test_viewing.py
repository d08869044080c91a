"""Opening the page's file or its scan: with a program that stands for the system's viewer, and that really runs."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from paperterm.actions.answer import Failure
from paperterm.actions.viewing import scan_or_source, view
from paperterm.config import SERVED_VARIABLE

PATIENCE = 60.0  # seconds
NOTING = """#!/bin/sh
{ echo "$#"; echo "$1"; cat; } >"$NOTED.new"
mv "$NOTED.new" "$NOTED"
"""


@pytest.fixture
def noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose viewer writes into this file what it was called with."""
    opens_with(tmp_path, monkeypatch, NOTING)
    file = tmp_path / "noted"
    monkeypatch.setenv("NOTED", str(file))
    return file


@pytest.fixture(autouse=True)
def waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A viewer is waited for until it ends, however slow the machine is."""
    monkeypatch.setattr("paperterm.actions.viewing.SOON", PATIENCE)


def opens_with(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str | None) -> None:
    """The system's opener is this script; None for a system without one."""
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    if script is None:
        monkeypatch.setenv("PATH", str(programs))
    else:
        for name in ("xdg-open", "open"):
            (programs / name).write_text(script)
            (programs / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":7")
    for name in ("SSH_CONNECTION", "SSH_TTY", SERVED_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def failed(file: Path) -> str:
    with pytest.raises(Failure) as failure:
        view(file)
    return failure.value.message


@pytest.mark.parametrize("name", ["01.pdf", "01.PDF", "01.jpg", "01.jpeg", "01.png", "01.tif"])
def test_a_scan_of_the_same_name_is_preferred_to_the_file(name: str, tmp_path: Path) -> None:
    for file in ("01.txt", name, "011.pdf"):
        (tmp_path / file).touch()
    assert scan_or_source(tmp_path / "01.txt") == tmp_path / name


def test_without_a_scan_the_file_itself_is_opened(tmp_path: Path) -> None:
    (tmp_path / "01.txt").touch()
    (tmp_path / "02.pdf").touch()
    (tmp_path / "01.pdf").mkdir()
    assert scan_or_source(tmp_path / "01.txt") == tmp_path / "01.txt"


def test_a_scan_is_found_where_the_file_is_gone_and_a_lost_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"gone: .*/01\.txt"):
        scan_or_source(tmp_path / "01.txt")
    with pytest.raises(Failure, match="gone"):
        scan_or_source(tmp_path / "no" / "folder" / "01.txt")
    (tmp_path / "01.jpg").touch()
    assert scan_or_source(tmp_path / "01.txt") == tmp_path / "01.jpg"


@pytest.mark.parametrize("name", ["一版 $(touch x); 'a'.pdf", "-rf.txt"])
def test_the_viewer_gets_one_path_and_nothing_to_read(
    name: str, noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    view(Path(name))
    end = time.monotonic() + PATIENCE
    while not noted.exists() and time.monotonic() < end:
        time.sleep(0.01)
    assert noted.read_text(encoding="utf-8").splitlines() == ["1", str(tmp_path / name)]
    assert not (tmp_path / "x").exists()


def test_a_viewer_that_stays_open_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, noted: Path
) -> None:
    opens_with(tmp_path, monkeypatch, "#!/bin/sh\nread -r line\nwhile [ ! -e $NOTED ]; do sleep 0.05; done\n")
    monkeypatch.setattr("paperterm.actions.viewing.SOON", 0.2)
    view(tmp_path / "01.pdf")
    assert not noted.exists()
    noted.touch()  # lets it end


def test_a_viewer_that_can_not_is_told_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens_with(tmp_path, monkeypatch, "#!/bin/sh\nexit 3\n")
    assert failed(tmp_path / "01.pdf") == f"No program of this system opens it: {tmp_path}/01.pdf"


def test_a_system_without_an_opener_is_told_with_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opens_with(tmp_path, monkeypatch, None)
    assert failed(tmp_path / "01.pdf").endswith(f"opens files: {tmp_path}/01.pdf")


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_nothing_is_started_and_the_path_is_told(
    name: str, noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "10.0.0.1 22")
    assert failed(tmp_path / "01.pdf") == f"There is no screen here to show it on: {tmp_path}/01.pdf"
    assert not noted.exists()


def test_in_a_browser_nothing_is_started(noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SERVED_VARIABLE, "1")
    assert failed(tmp_path / "01.pdf") == "A reader in a browser opens no files."
    assert not noted.exists()


def test_the_opener_of_the_settings_goes_before_the_systems_also_over_ssh(
    noted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens_with(tmp_path, monkeypatch, "#!/bin/sh\nexit 3\n")
    monkeypatch.setenv("SSH_TTY", "/dev/pts/7")
    program = tmp_path / "my viewer"
    program.write_text('#!/bin/sh\necho "$@" >"$NOTED"\n')
    program.chmod(0o755)
    view(tmp_path / "01.pdf", f"'{program}' --big")
    assert noted.read_text() == f"--big {tmp_path}/01.pdf\n"


def test_an_opener_that_is_no_command_is_told(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="no command"):
        view(tmp_path / "01.pdf", "'open")
    with pytest.raises(Failure, match="could not be started"):
        view(tmp_path / "01.pdf", "no-such-viewer")
