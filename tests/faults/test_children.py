"""A child that loses a Ctrl-C is sent another."""

from __future__ import annotations

import signal
import time

import pytest

from tests.faults import children


def test_a_child_that_loses_a_signal_is_sent_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "PATIENCE", 0.1)

    def deaf_once(say: children.Say) -> None:
        def on(word: str) -> None:
            while True:
                say(word)
                time.sleep(0.01)

        try:
            on("first")
        except KeyboardInterrupt:  # as where an exception is ignored
            on("second")

    child = children.start(deaf_once)
    child.wait_for_line()
    assert child.stopped_by(signal.SIGINT) == children.INTERRUPTED
    assert {"first", "second"} <= set(child.said)
