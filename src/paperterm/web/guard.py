"""Who may talk to the server: whoever holds the token, from a page of ours, at our own address.

Any web page that is open in the browser can send requests to 127.0.0.1, and open a web socket there without the browser
asking. So every path begins with a random token; the Host has to be ours, or a page could be brought here under a name of
its own (DNS rebinding); and what the browser says of the page that asks (Origin, Sec-Fetch-Site) has to be us.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Of every answer: nothing is loaded from elsewhere, nobody frames the page, its address is told to nobody. Styles may stand
in the page, since the terminal sets its colours so."""


def new_token() -> str:
    """256 random bits, as letters that a path may hold."""
    return secrets.token_urlsafe(32)


class Guard:
    """Lets requests pass that are ours, and answers the others with a refusal."""

    def __init__(self, token: str, port: int) -> None:
        self._token = token.encode()
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    def refusal(self, request: web.Request) -> str | None:
        """Why the request may not pass; None where it may."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            return "This address is not the server's own."
        if not secrets.compare_digest(request.match_info.get("token", "").encode("utf-8", "replace"), self._token):
            return "Open the address that paperterm serve printed: it holds the key."
        origin = request.headers.get("Origin")
        if origin is not None and origin not in self._origins:
            return "Another page asked."
        if origin is None and _is_socket(request):
            return "A web socket has to say which page it belongs to."
        if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return "Another page asked."
        return None

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """The middleware that does it."""
        why = self.refusal(request)
        if why is not None:
            return web.Response(status=403, text=f"{why}\n", headers=HEADERS)
        return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """HEADERS on every answer; a signal of aiohttp's, since what a file or a web socket sends is prepared on its way."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def _is_socket(request: web.Request) -> bool:
    return request.headers.get("Upgrade", "").lower() == "websocket"
