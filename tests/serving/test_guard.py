"""Only the page that was opened with the token gets anything, and nothing of it is loaded from elsewhere."""

from __future__ import annotations

import asyncio
import re

import aiohttp
import pytest

from tests.serving.served import Served, page_of, until

OTHER = "http://example.org"
WRONG = "A" * 43


def asked(url: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of an answer. "_" in a header's name stands for a hyphen."""

    async def ask() -> tuple[int, dict[str, str], str]:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        async with aiohttp.ClientSession() as session, session.get(url, headers=sent) as answer:
            return answer.status, dict(answer.headers), await answer.text()

    return asyncio.run(ask())


def socket_status(url: str, **headers: str) -> int:
    """The status with which a web socket is refused; 101 where it is opened."""

    async def ask() -> int:
        async with aiohttp.ClientSession() as session:
            try:
                async with session.ws_connect(url, headers=headers):
                    return 101
            except aiohttp.WSServerHandshakeError as refused:
                return refused.status

    return asyncio.run(ask())


def with_token(url: str, token: str) -> str:
    return re.sub(r"(://[^/]+/)[^/]+", rf"\g<1>{token}", url)


def test_the_page_is_given_to_who_has_the_token(server: Served) -> None:
    status, _, text = asked(server.url)
    assert status == 200
    assert 'id="terminal"' in text


@pytest.mark.parametrize("path", ["", "ws", "own/page.js", "static/js/textual.js", "download/abc"])
def test_nothing_is_given_without_the_token(server: Served, path: str) -> None:
    assert asked(with_token(server.url, WRONG) + path)[0] == 403
    assert asked(f"{server.origin}/{path}")[0] == 403


def test_the_socket_needs_the_token(server: Served) -> None:
    assert socket_status(with_token(server.socket, WRONG), Origin=server.origin) == 403
    assert socket_status(f"{server.origin.replace('http', 'ws')}/ws", Origin=server.origin) == 403


@pytest.mark.parametrize("origin", [OTHER, "null", "https://127.0.0.1", "http://127.0.0.1:1", "http://localhost"])
def test_the_socket_is_refused_to_pages_of_others(server: Served, origin: str) -> None:
    assert socket_status(server.socket, Origin=origin) == 403


def test_the_socket_is_refused_to_who_says_nothing_of_his_page(server: Served) -> None:
    assert socket_status(server.socket) == 403


def test_the_socket_is_opened_for_our_page(server: Served) -> None:
    assert socket_status(server.socket, Origin=server.origin) == 101


@pytest.mark.parametrize("host", ["example.org", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_host_that_is_not_ours_is_refused(server: Served, host: str) -> None:
    assert asked(server.url, Host=host)[0] in (400, 403)


def test_a_request_from_another_site_is_refused(server: Served) -> None:
    assert asked(server.url, Sec_Fetch_Site="cross-site")[0] == 403
    assert asked(server.url, Origin=OTHER)[0] == 403


@pytest.mark.parametrize("path", ["", "own/page.css", "static/css/xterm.css", "static/nothing", "nothing"])
def test_every_answer_forbids_what_is_not_ours(server: Served, path: str) -> None:
    headers = asked(server.url + path)[1]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_names_no_address_outside(server: Served) -> None:
    addresses = {
        url
        for path in ("", "own/page.js", "own/page.css")
        for url in re.findall(r"\w+://[^/\"' ]+", asked(server.url + path)[2])
    }
    assert addresses == {server.origin.replace("http", "ws")}


@pytest.mark.parametrize(
    "path", ["static/..%2f..%2f__init__.py", "static/%2e%2e/server.py", "static//etc/passwd", "static/"]
)
def test_no_file_outside_is_given(server: Served, path: str) -> None:
    assert asked(server.url + path)[0] == 404


def test_a_download_that_is_not_under_way_is_not_found(server: Served) -> None:
    assert asked(f"{server.url}download/{'0' * 32}")[0] == 404


def test_what_a_page_should_not_say_is_passed_over(server: Served) -> None:
    async def talk() -> None:
        async with page_of(server) as channel:
            for nonsense in (
                "{",
                "[" * 10_000,
                "[]",
                '["resize"]',
                '["resize", {"width": -1, "height": 1e9}]',
                '["stdin", 3]',
                "7",
            ):
                await channel.send_str(nonsense)
            await channel.send_bytes(b"\x00")
            await channel.send_json(["ping", "here"])
            while (message := await channel.receive()).type != aiohttp.WSMsgType.TEXT:
                assert message.type == aiohttp.WSMsgType.BINARY
            assert message.json() == ["pong", "here"]
            await channel.send_json(["stdin", "?"])
            await until(channel, "help")

    asyncio.run(talk())
