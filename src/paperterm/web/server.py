"""The server: one page, its web socket, downloads, and the files of textual-serve's terminal."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from paperterm.web.guard import Guard, add_headers, new_token
from paperterm.web.page import SCRIPT, STYLE, page
from paperterm.web.reader_process import ReaderProcess

HOST = "127.0.0.1"
"""Only this machine: there is no password and no encryption. From elsewhere: ssh -L."""
MOST_READERS = 16
SIZES = range(8, 49)
"""Sizes of letters in pixels that may be asked for with ?fontsize=."""
COLUMNS, ROWS = range(10, 1001), range(4, 501)
FILES = Path(textual_serve.__file__).parent / "static"


def listening(port: int) -> socket.socket:
    """A socket that listens at the port, 0 for any that is free. Raises OSError."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((HOST, port))
        found.listen()
    except BaseException:
        found.close()
        raise
    return found


class Server:
    """Serves readers that `words` (a program and its arguments) start. `tell` is given a sentence when one fails."""

    def __init__(self, words: Sequence[str], at: socket.socket, tell: Callable[[str], None]) -> None:
        self._words, self._at, self._tell = tuple(words), at, tell
        self._token = new_token()
        self._port = int(at.getsockname()[1])
        self._downloads = DownloadManager()
        self._readers: set[ReaderProcess] = set()

    @property
    def url(self) -> str:
        """The address to open; who has it may read and write as the user."""
        return f"http://{HOST}:{self._port}/{self._token}/"

    def app(self) -> web.Application:
        """The application: every path begins with the token."""
        app = web.Application(middlewares=[Guard(self._token, self._port).check])
        app.on_response_prepare.append(add_headers)
        app.on_shutdown.append(self._end_readers)
        routes = [
            web.get("/{token}/", self._page),
            web.get("/{token}/own/{name}", self._own),
            web.get("/{token}/static/{path:.+}", self._file),
            web.get("/{token}/ws", self._socket),
            web.get("/{token}/download/{key}", self._download),
            web.route("*", "/{token:[^/]*}{rest:.*}", self._nothing),
        ]
        app.add_routes(routes)
        return app

    async def run(self) -> None:
        """Serves until it is cancelled; readers that are open then may put away their things."""
        runner = web.AppRunner(self.app(), access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.SockSite(runner, self._at).start()
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()

    # -- what is asked for

    async def _page(self, request: web.Request) -> web.StreamResponse:
        socket_url = f"ws://{request.headers['Host']}/{self._token}/ws"
        return web.Response(text=page(socket_url, _number(request, "fontsize", SIZES, 16)), content_type="text/html")

    async def _own(self, request: web.Request) -> web.StreamResponse:
        match request.match_info["name"]:
            case "page.js":
                return web.Response(text=SCRIPT, content_type="text/javascript")
            case "page.css":
                return web.Response(text=STYLE, content_type="text/css")
        return await self._nothing(request)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        asked = (FILES / request.match_info["path"]).resolve()
        if not asked.is_relative_to(FILES.resolve()) or not asked.is_file():
            return await self._nothing(request)
        return web.FileResponse(asked)

    async def _nothing(self, request: web.Request) -> web.StreamResponse:
        return web.Response(status=404, text="There is nothing here.\n")

    async def _download(self, request: web.Request) -> web.StreamResponse:
        key = request.match_info["key"]
        try:
            meta = await self._downloads.get_download_metadata(key)
        except KeyError:
            return await self._nothing(request)
        # Whatever it is, it is saved and not shown: a page of the server's address could read the token.
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(meta.file_name, safe='')}"}
        response = web.StreamResponse(headers=headers)
        response.content_type = "application/octet-stream"
        await response.prepare(request)
        async for chunk in self._downloads.download(key):
            await response.write(chunk)
        await response.write_eof()
        return response

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if len(self._readers) >= MOST_READERS:
            return web.Response(status=503, text=f"{MOST_READERS} readers are open; close one of them.\n")
        channel = web.WebSocketResponse(heartbeat=15)
        await channel.prepare(request)
        reader = ReaderProcess(
            self._words,
            write_bytes=channel.send_bytes,
            write_str=channel.send_str,
            close=lambda: _close(channel),
            downloads=self._downloads,
        )
        self._readers.add(reader)
        try:
            await reader.start(_number(request, "width", COLUMNS, 80), _number(request, "height", ROWS, 24))
            await _pass_on(channel, reader)
        except OSError as error:
            self._tell(f"The reader could not be started: {error.strerror or error}.")
        finally:
            await reader.stop()
            self._readers.discard(reader)
            if words := reader.last_words():
                self._tell(f"A reader ended with an error: {words}")
        return channel

    async def _end_readers(self, app: web.Application) -> None:
        await asyncio.gather(*(reader.stop() for reader in set(self._readers)))


async def _pass_on(channel: web.WebSocketResponse, reader: ReaderProcess) -> None:
    """What the page says to the reader, until the page is closed; what is not understood is passed over."""
    async for message in channel:
        if message.type != WSMsgType.TEXT:
            continue
        match _envelope(message.data):
            case ["stdin", str(typed)]:
                await reader.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}] if width in COLUMNS and height in ROWS:
                await reader.set_terminal_size(width, height)
            case ["ping", sent]:
                await channel.send_json(["pong", sent])
            case ["blur", *_]:
                await reader.blur()
            case ["focus", *_]:
                await reader.focus()


def _envelope(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


async def _close(channel: web.WebSocketResponse) -> None:
    await channel.close()


def _number(request: web.Request, name: str, allowed: range, otherwise: int) -> int:
    """A number of the query, where it is one that is allowed."""
    text = request.query.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 and int(text) in allowed else otherwise
