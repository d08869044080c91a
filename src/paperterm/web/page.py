"""The page that holds the terminal."""

from __future__ import annotations

from string import Template

PAGE = Template("""<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<title>paperterm</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="static/css/xterm.css">
<link rel="stylesheet" href="own/page.css">
<script src="own/page.js"></script>
<script src="static/js/textual.js"></script>
</head>
<body>
<div id="terminal" class="textual-terminal" data-session-websocket-url="$socket" data-font-size="$size"></div>
<main class="closed" role="alert">
<p>阅读器已关闭。笔记和书签都已保存。</p>
<p>The reader was closed. Notes and bookmarks are kept.</p>
<button type="button" id="again">重新打开 · Open again</button>
</main>
</body>
</html>
""")

STYLE = """@font-face { font-family: "Roboto Mono"; src: url("../static/fonts/RobotoMono-VariableFont_wght.ttf"); font-weight: 100 700; }
@font-face { font-family: "Roboto Mono"; font-style: italic; src: url("../static/fonts/RobotoMono-Italic-VariableFont_wght.ttf"); font-weight: 100 700; }
html, body { margin: 0; height: 100%; overflow: hidden; background: #14171a; color: #d8d4cc; font: 16px sans-serif; }
#terminal { width: 100vw; height: 100vh; }
.closed { display: none; position: fixed; inset: 0; z-index: 20; background: #14171a; text-align: center; padding-top: 30vh; }
body.-closed .closed { display: block; }
button { font: inherit; padding: 12px 24px; margin: 16px; cursor: pointer; }
"""
"""The folder's font for Latin letters; han come from the browser's own."""

SCRIPT = """"use strict";
// Downloads are opened by their path alone, without the token that every path of ours begins with; and in a window of
// their own, which browsers may hold back.
const base = location.pathname.replace(/[^/]*$/, "");
const open = window.open.bind(window);
window.open = (url, ...rest) => {
  const asked = new URL(url, location.href);
  if (asked.origin !== location.origin || !asked.pathname.startsWith("/download/")) return open(url, ...rest);
  const link = document.createElement("a");
  link.href = base + asked.pathname.slice(1);
  link.download = "";
  link.click();
  return null;
};
// Who reads with keys should not have to click first.
function focus() {
  const keys = document.querySelector(".xterm-helper-textarea");
  if (keys && !document.body.classList.contains("-closed")) keys.focus();
}
window.addEventListener("DOMContentLoaded", () => {
  new MutationObserver(focus).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  document.getElementById("again").addEventListener("click", () => location.reload());
});
window.addEventListener("load", focus);
window.addEventListener("focus", focus);
"""


def page(socket: str, size: int) -> str:
    """The page; `socket` is the address of the web socket, `size` that of the letters in pixels."""
    return PAGE.substitute(socket=socket, size=size)
