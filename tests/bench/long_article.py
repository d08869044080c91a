"""A page with one article of 100,000 characters."""

from __future__ import annotations

from pathlib import Path
from random import Random

CHARACTERS = 100_000
SHORTEST, LONGEST = 80, 400
"""Characters of a paragraph."""
FIRST_WORDS = "长文由此开始"
HEAD = "大江日报\n2025年3月25日 星期二 第3000期\n第1版:要闻\n\n# 江边新桥通车长文\n\n"


def write(path: Path) -> Path:
    """The page, of the samples' own sentences in another order."""
    chance = Random(1)
    text = "".join(page.read_text("utf-8") for page in sorted(Path("seeds").glob("*.txt")))
    text = "".join(character for character in text if "\u4e00" <= character <= "\u9fff" or character in "，。、")
    paragraphs, written = [], 0
    while written < CHARACTERS:
        length = chance.randint(SHORTEST, LONGEST)
        start = chance.randrange(len(text) - length)
        paragraphs.append(f"{text[start : start + length].strip('，。、')}。")
        written += len(paragraphs[-1])
    path.write_text(f"{HEAD}{FIRST_WORDS}。" + "\n\n".join(paragraphs) + "\n", "utf-8")
    return path
