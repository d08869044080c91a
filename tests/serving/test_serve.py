"""`paperterm serve`: what it says, whom it starts, and that nothing of it is left behind."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import aiohttp
import pytest

from paperterm.config import HOME_VARIABLE
from tests.serving.served import PATIENCE, Served, page_of, served, until

PAGE = (
    "# 江边新桥通车\n本报讯(记者张三)昨日上午,横跨大江的新桥正式通车,两岸居民的出行时间将缩短一半。市民们沿江而行。\n"
)


def run(home: Path, *words: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "paperterm", "serve", *words],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env={**os.environ, HOME_VARIABLE: str(home), **(env or {})},
    )


async def _seen(server: Served, text: str) -> None:
    async with page_of(server) as channel:
        await until(channel, text)


def test_the_address_is_of_this_machine_alone(server: Served) -> None:
    assert server.url.startswith("http://127.0.0.1:")
    port = int(server.origin.rsplit(":", 1)[1])
    with socket.socket() as other:
        outside = socket.gethostbyname(socket.gethostname())
        if not outside.startswith("127."):
            assert other.connect_ex((outside, port)) != 0


def test_every_start_has_a_token_of_its_own(server: Served, tmp_path: Path) -> None:
    with served(tmp_path / "home") as other:
        assert other.url.rsplit("/", 2)[1] != server.url.rsplit("/", 2)[1]


def test_the_paths_are_opened_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "it's; touch broken $(touch broken) & 报纸"
    folder.mkdir()
    (folder / "页 1.txt").write_text(PAGE, encoding="utf-8")
    with served(tmp_path / "home", str(folder)) as server:
        asyncio.run(_seen(server, "江边新桥通车"))
    assert not (Path.cwd() / "broken").exists()
    assert not (tmp_path / "broken").exists()


def test_a_page_that_is_closed_ends_its_reader(tmp_path: Path) -> None:
    with served(tmp_path / "home") as server:

        async def open_and_close() -> None:
            async with page_of(server) as channel:
                await until(channel, "\x1b[?2004h")
                assert await asyncio.to_thread(server.wait_for_readers, 1)

        asyncio.run(open_and_close())
        assert server.wait_for_readers(0)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_reader_outlives_the_server(tmp_path: Path, how: signal.Signals) -> None:
    with served(tmp_path / "home") as server:

        async def watch_it_go() -> None:
            async with page_of(server) as channel:
                await until(channel, "search")  # the bottom line: the reader is up
                server.process.send_signal(how)
                assert await asyncio.to_thread(server.wait_for_readers, 0)

        asyncio.run(watch_it_go())
        code = server.process.wait(PATIENCE)
    assert code == (-how if how == signal.SIGKILL else 0)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        ran = run(tmp_path, "--port", str(port))
    assert ran.returncode == 1
    assert f"Port {port} is taken" in ran.stderr
    assert "--port 0" in ran.stderr


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_is_none_is_wrong_use(tmp_path: Path, port: str) -> None:
    ran = run(tmp_path, "--port", port)
    assert ran.returncode == 2
    assert port in ran.stderr


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    ran = run(tmp_path, str(tmp_path / "none"))
    assert ran.returncode == 2
    assert str(tmp_path / "none") in ran.stderr


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "textual_serve.py").write_text("raise ImportError('no', name='textual_serve')", encoding="utf-8")
    ran = run(
        tmp_path / "home", "--json", env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    )
    assert ran.returncode == 1
    assert "pip install 'paperterm[serve]'" in json.loads(ran.stdout)["error"]["message"]


def test_an_own_editor_is_not_started_in_a_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = tmp_path / "started"
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\ntouch {started}\n", encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    with served(tmp_path / "home") as server:

        async def try_it() -> None:
            async with page_of(server) as channel:
                await until(channel, "search")
                await channel.send_json(["stdin", "a"])
                await until(channel, "^G")
                await channel.send_json(["stdin", "\x07"])
                await until(channel, "no other program")

        asyncio.run(try_it())
    assert not started.exists()


def test_an_export_goes_to_the_browser(tmp_path: Path) -> None:
    with served(tmp_path / "home") as server:

        async def export() -> tuple[str, str]:
            async with page_of(server) as channel, aiohttp.ClientSession() as client:
                await until(channel, "search")
                for key, shown in (("b", "签"), ("'", "签"), ("x", "Write these")):  # in the margin, in the list
                    await channel.send_json(["stdin", key])
                    await until(channel, shown)
                await channel.send_json(["stdin", "\r"])
                async with asyncio.timeout(PATIENCE):
                    while (message := await channel.receive()).type != aiohttp.WSMsgType.TEXT:
                        assert message.type == aiohttp.WSMsgType.BINARY
                kind, key = message.json()
                assert kind == "deliver_file_start"
                async with client.get(f"{server.url}download/{key}") as answer:
                    return answer.headers["Content-Disposition"], await answer.text()

        disposition, text = asyncio.run(export())
    assert re.search(r"attachment; filename\*=UTF-8''notes-[-0-9]+\.md", disposition)
    assert text.startswith("# ")
    assert not list(Path.cwd().glob("notes-*.md"))
