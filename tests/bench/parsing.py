"""The parser beside jieba, which cuts the same text into words."""

from __future__ import annotations

import logging
import time
from pathlib import Path

from paperterm.parse import parse_page
from tests.bench.table import interleaved, print_table

ROUNDS = 20


def measure(home: Path) -> None:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    jieba.dt.tmp_dir = str(home)
    texts = [path.read_text("utf-8") for path in sorted(Path("seeds").glob("*.txt"))]

    def parsing() -> float:
        begun = time.perf_counter()
        for text in texts:
            parse_page(text)
        return time.perf_counter() - begun

    def cutting() -> float:
        begun = time.perf_counter()
        for text in texts:
            jieba.lcut(text)
        return time.perf_counter() - begun

    characters, bytes_ = sum(map(len, texts)), sum(len(text.encode()) for text in texts)
    times = interleaved(ROUNDS, jieba_lcut=cutting, parse_page=parsing)
    print_table(f"{len(texts)} pages, {characters} characters, {bytes_ / 1e6:.2f} MB of UTF-8, ms", times, "jieba_lcut")
