"""`serve`: the reader in a browser."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paperterm.actions.answer import NOTHING, WRONG, Answer, Failure
from paperterm.actions.command import Argument, Command, Values
from paperterm.actions.session import Session

if TYPE_CHECKING:
    from paperterm.web.server import Server

PORT = 8321


def serve(session: Session, values: Values) -> Answer:
    port = PORT if values.get("port") is None else values["port"]
    if not 0 <= port <= 65_535:
        raise Failure("bad-port", f"--port {port}: ports are numbers up to 65535; 0 takes any that is free.", WRONG)
    paths = [Path(word).absolute() for word in values.get("path") or ()]
    for path in paths:
        if not path.exists():
            raise Failure("no-path", f"{path}: there is no such file or folder.", WRONG)
    try:
        from paperterm.web.server import Server, listening
    except ImportError as error:
        raise Failure(
            "no-extra", f"The browser needs another package ({error.name}): pip install 'paperterm[serve]'", NOTHING
        ) from error
    try:
        at = listening(port)
    except OSError as error:
        raise Failure("no-port", f"{_why(error, port)} Name another: paperterm serve --port 0", NOTHING) from error
    tell: Callable[[str], None] = values["tell"]
    return Answer({}, feed=_served(Server(reader_words(session, paths), at, tell), at, bool(values.get("open")), tell))


def reader_words(session: Session, paths: list[Path]) -> list[str]:
    """The program and the words that open the same library and notebook as this session's."""
    # -P: a folder named paperterm in the working folder is not what is meant.
    words = [sys.executable, "-P", "-m", "paperterm"]
    words += ["--library", str(session.places.library.absolute())]
    words += ["--notebook", str(session.places.notebook.absolute())]
    return words + [str(path) for path in paths]


def _served(
    server: Server, at: socket.socket, open_it: bool, tell: Callable[[str], None]
) -> Iterator[tuple[dict[str, Any], str]]:
    """First the address; then nothing, until it is ended."""
    with at:
        yield {"url": server.url}, server.url
        tell("Open this address in a browser on this machine; whoever has it reads and writes as you. Ctrl-C ends it.")
        if open_it:
            import webbrowser

            if not webbrowser.open(server.url):
                tell("No browser could be opened from here.")
        with suppress(asyncio.CancelledError):
            asyncio.run(_until_ended(server))


async def _until_ended(server: Server) -> None:
    task = asyncio.current_task()
    assert task is not None
    with suppress(NotImplementedError):  # Windows has no SIGTERM to listen for
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await server.run()


def _why(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program."
    return f"Port {port} cannot be listened at: {(error.strerror or str(error)).lower()}."


SERVE = Command(
    "serve",
    "Read in a browser",
    "Serve the reader to a browser on this machine (127.0.0.1 only) until Ctrl-C. The address that is printed holds a random "
    "key: whoever has it reads and writes as you.",
    serve,
    (
        Argument("PATH", "open these files and folders, in a library of their own", many="*", offers="files"),
        Argument("--port", f"the port to listen at, 0 for any that is free; else {PORT}", int, metavar="N"),
        Argument("--open", "open the address in your browser", bool),
    ),
)
