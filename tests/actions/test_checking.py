"""What `doctor` thinks of machine and terminal."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from paperterm.actions import checking, checking_terminal
from paperterm.actions.checking import Finding, fits
from paperterm.config import Places

LONG = 60.0
"""Seconds in which every program and every terminal answers, however slow the machine is."""


@pytest.mark.parametrize(
    ("version", "wanted", "fitting"),
    [
        ("8.2.8", ">=8.2,<9", True),
        ("9.0", ">=8.2,<9", False),
        ("8.1.9", ">=8.2,<9", False),
        ("8.2", ">=8.2.0", True),
        ("0.27.0", ">=0.25,<0.28", True),
        ("1.0rc1", ">=1.0", True),
        ("3", "==3.0", True),
        ("3.1", "!=3.1", False),
        ("anything", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, wanted: str, fitting: bool) -> None:
    assert fits(version, wanted) == fitting


def only(findings: object, state: str) -> list[Finding]:
    return [finding for finding in findings if finding.state == state]  # type: ignore[attr-defined]


def test_a_missing_and_an_old_package_are_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        checking.metadata, "requires", lambda _: ["pytest>=99", "no-such-package", "mypy; extra == 'x'"]
    )
    told = only(checking.packages(), "trouble")
    assert ["pytest" in told[0].sentence, "no-such-package" in told[1].sentence, len(told)] == [True, True, 2]
    assert all(finding.advice for finding in told)


def test_a_full_disk_and_a_file_in_the_place_of_a_folder_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notebook").write_text("a file", "utf-8")
    places = Places(tmp_path / "library.sqlite", tmp_path / "notebook", tmp_path / "cache")
    assert [str(tmp_path / "notebook") in f.sentence for f in only(checking.disk(places), "trouble")] == [True]
    (tmp_path / "notebook").unlink()
    assert only(checking.disk(places), "trouble") == []
    monkeypatch.setattr(checking, "ROOM", 1 << 62)
    assert ["free" in finding.sentence for finding in only(checking.disk(places), "trouble")] == [True]


def test_over_ssh_nothing_is_said_of_this_machines_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    assert ["SSH" in finding.sentence for finding in checking.fonts()] == [True]
    monkeypatch.delenv("SSH_CONNECTION")
    monkeypatch.setattr(checking, "ask", lambda *_: "")
    assert [finding.state for finding in checking.fonts()] == ["remark"]
    monkeypatch.setattr(checking, "ask", lambda *_: "Some Han,一些\nOther Han\n")
    assert ["Other Han, Some Han" in finding.sentence for finding in checking.fonts()] == [True]


def test_a_program_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "PATIENCE", LONG)
    assert checking.ask("false") is None
    assert checking.ask("no-such-program-at-all") is None
    assert checking.ask("echo", "yes") == "yes\n"
    monkeypatch.setattr(checking, "PATIENCE", 0.05)
    assert checking.ask("sleep", str(LONG)) is None


def answered(answer: Callable[[bytes], bytes]) -> int | None:
    """The width that a terminal tells which gives this answer to what is written to it."""
    ours, theirs = os.openpty()
    seen = b""

    def terminal() -> None:
        nonlocal seen
        while b"\x1b[6n" not in seen:
            seen += os.read(ours, 100)
        os.write(ours, answer(seen))

    thread = threading.Thread(target=terminal)
    thread.start()
    with os.fdopen(theirs, "r", closefd=False) as given, os.fdopen(theirs, "w", closefd=False) as shown:
        width = checking_terminal.width_on(given, shown)
    thread.join()
    rest = os.read(ours, 100)
    assert rest.endswith(b"\r\x1b[K"), "the line is left as it was"
    os.close(ours)
    os.close(theirs)
    return width


def test_the_terminal_is_asked_how_wide_an_ambiguous_sign_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking_terminal, "WAIT", LONG)
    assert answered(lambda _: b"\x1b[7;2R") == 1
    assert answered(lambda _: b"\x1b[7;3R") == 2
    assert answered(lambda _: b"typed before\x1b[12;3R") == 2
    monkeypatch.setattr(checking_terminal, "WAIT", 0.05)
    assert answered(lambda _: b"no answer") is None


def test_wide_signs_are_a_trouble_and_no_answer_is_none() -> None:
    assert [checking_terminal.ambiguous(width).state for width in (1, 2, None)] == ["well", "trouble", "remark"]


def test_what_tmux_does_with_what_is_copied_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for said, state in (("on\n", "well"), ("external\n", "remark"), (None, "remark")):
        monkeypatch.setattr(checking_terminal, "ask", lambda *_, said=said: said)
        assert [finding.state for finding in checking_terminal.tmux()] == [state]


@pytest.mark.parametrize(
    ("locale", "environment", "state"),
    [
        ("UTF-8", {"LANG": "zh_CN.UTF-8"}, "well"),
        ("utf-8", {"LC_ALL": "C.utf8", "LANG": "zh_CN.GB18030"}, "well"),
        ("UTF-8", {"LANG": "zh_CN.GB18030"}, "remark"),
        ("ANSI_X3.4-1968", {"LANG": "C"}, "trouble"),
    ],
)
def test_an_encoding_without_chinese_is_told(
    monkeypatch: pytest.MonkeyPatch, locale: str, environment: dict[str, str], state: str
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(checking_terminal.locale, "getpreferredencoding", lambda _: locale)
    assert checking_terminal.encoding().state == state


@pytest.mark.parametrize(
    ("term", "colours", "state"),
    [("xterm-256color", "", "well"), ("xterm", "truecolor", "well"), ("vt100", "", "remark"), ("", "", "remark")],
)
def test_what_the_terminal_says_of_itself(monkeypatch: pytest.MonkeyPatch, term: str, colours: str, state: str) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colours)
    monkeypatch.delenv("TMUX", raising=False)
    assert next(checking_terminal.terminal()).state == state
