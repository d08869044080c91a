"""Makes `readings.txt` and `simplified.txt`, the two tables `romanise` and `fold` read, from pypinyin and OpenCC.

Run `python -m paperterm.text.tables.make_tables` where both are installed (they are development dependencies only) and
commit what changes. Both files are UTF-8 text that a diff can show:

- `readings.txt`: one line for each syllable without its tone, "ü" written "v", a space, the han whose commonest reading
  it is. From pypinyin's data (MIT).
- `simplified.txt`: two lines of equal length, traditional characters and below each its simplified one. From OpenCC's
  t2s tables (Apache-2.0), single characters only.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
READ = (0x3007, *range(0x3400, 0xA000))
"""〇, CJK extension A and the unified ideographs: what newspapers print and this table gives readings for."""
FOLDED = (*range(0x2E80, 0x3000), *READ, *range(0xF900, 0xFB00), *range(0x20000, 0x32000))
"""Radicals, compatibility forms and the supplementary planes too: what has a simplified form at all."""


def readings() -> dict[str, str]:
    """The commonest reading of each han that has one, in ASCII without tone."""
    from pypinyin import Style, lazy_pinyin

    found = {}
    for code in READ:
        han = chr(code)
        syllable = "".join(lazy_pinyin(han, style=Style.NORMAL, errors="ignore"))
        syllable = syllable.replace("ê", "e")
        if syllable.isascii() and syllable.isalpha():
            found[han] = syllable.lower()
    return found


def simplified() -> dict[str, str]:
    """The simplified form of each single character that has another one; never itself a key of the table."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    found = {}
    for code in FOLDED:
        character = chr(code)
        target = convert(character)
        while convert(target) != target:
            target = convert(target)
        if len(target) == 1 and target != character:
            found[character] = target
    return found


def main() -> None:
    by_syllable: defaultdict[str, list[str]] = defaultdict(list)
    for han, syllable in readings().items():
        by_syllable[syllable].append(han)
    lines = [f"{syllable} {''.join(hans)}\n" for syllable, hans in sorted(by_syllable.items())]
    (HERE / "readings.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    pairs = simplified()
    text = "".join(pairs) + "\n" + "".join(pairs.values()) + "\n"
    (HERE / "simplified.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
