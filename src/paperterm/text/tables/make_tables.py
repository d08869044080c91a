"""Makes `readings.txt`, `polyphones.txt`, `simplified.txt`, `lunar.txt` and `cohesion.txt`, the tables that `romanise`,
`pinyin`, `fold`, `calendar` and `cohesion` read, from pypinyin, OpenCC, lunar-python and jieba's dictionary.

Run `python -m paperterm.text.tables.make_tables` where these are installed (they are development dependencies only) and
commit what changes. The files are UTF-8 text that a diff can show:

- `readings.txt`: one line for each syllable without its tone, "ü" written "v", a space, the han whose commonest reading
  it is. From pypinyin's data (MIT).
- `polyphones.txt`: one line for each word in which a han is read otherwise than mostly: the word, its syllables. Words
  that follow from the shorter ones in them are left out. From pypinyin's phrases (MIT).
- `simplified.txt`: two lines of equal length, traditional characters and below each its simplified one. From OpenCC's
  t2s tables (Apache-2.0), single characters only.
- `lunar.txt`: one line for each lunar year from 1850 to 2100: the Gregorian year it begins in, month and day of its
  first day, its leap month or 0, and one digit for each month, 1 where it has 30 days and 0 where it has 29. From
  lunar-python (MIT).
- `cohesion.txt`: one line for each han that words are made of: the han; how much likelier than by chance a word ends
  behind it; how much likelier a word begins with it than it occurs; the han that follow it within words, each with a
  digit: how much likelier it follows than it occurs. All in natural logarithms, the first two in tenths. From the words
  and frequencies of jieba's dictionary (MIT).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
READ = (0x3007, *range(0x3400, 0xA000))
"""〇, CJK extension A and the unified ideographs: what newspapers print and this table gives readings for."""
FOLDED = (*range(0x2E80, 0x3000), *READ, *range(0xF900, 0xFB00), *range(0x20000, 0x32000))
"""Radicals, compatibility forms and the supplementary planes too: what has a simplified form at all."""
LUNAR_YEARS = range(1850, 2101)
HAN = frozenset(map(chr, READ))
MISREAD = {"长治": ("chang", "zhi")}
"""Words that pypinyin 0.55 reads as another word of the same han: the city of Changzhi as if it meant "long peace"."""
LEAST_PAIR, LEAST_HAN = 40, 40
"""Occurrences in a text of 100 million characters: rarer ones are left out of `cohesion.txt`."""
SURE = 9
JULIAN_OFFSET = 1_721_425
"""Days between the Julian day number and Python's ordinal of a date."""


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


def polyphones(usual: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """The readings of simplified words that differ from those of their han; `usual` are the han with their readings."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.phrases_dict import phrases_dict

    found: dict[str, tuple[str, ...]] = {}

    def expected(word: str) -> tuple[str, ...]:
        syllables: list[str] = []
        at = 0
        while at < len(word):
            ends = (end for end in range(len(word), at + 1, -1) if word[at:end] in found)
            end = next(ends, at + 1)
            syllables += found[word[at:end]] if end > at + 1 else [usual[word[at]]]
            at = end
        return tuple(syllables)

    words = [word for word in {**phrases_dict, **MISREAD} if len(word) > 1 and usual.keys() >= set(word)]
    for word in sorted(words, key=lambda word: (len(word), word)):
        said = MISREAD.get(word) or tuple(s.replace("ê", "e") for s in lazy_pinyin(word, style=Style.NORMAL))
        if len(said) == len(word) and said != expected(word):
            found[word] = said
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


def lunar_years() -> list[str]:
    """The lines of `lunar.txt`."""
    from lunar_python import LunarYear

    lines = []
    for year in LUNAR_YEARS:
        here = LunarYear.fromYear(year)
        months = [month for month in here.getMonths() if month.getYear() == year]
        first = here.getMonth(1).getFirstJulianDay() + 0.5
        newyear = date.fromordinal(int(first) - JULIAN_OFFSET)
        lengths = "".join("1" if month.getDayCount() == 30 else "0" for month in months)
        lines.append(f"{year} {newyear:%m%d} {here.getLeapMonth()} {lengths}")
    return lines


def cohesion() -> list[str]:
    """The lines of `cohesion.txt`."""
    import jieba

    within: Counter[tuple[str, str]] = Counter()
    total: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines():
        word, frequency = line.split(" ")[:2]
        if HAN.issuperset(word):
            times = int(frequency)
            for one, two in pairwise(word):
                within[one, two] += times
            for han in word:
                total[han] += times
            first[word[0]] += times
            last[word[-1]] += times
    everything, words = total.total(), first.total()
    ends = {a: math.log((last[a] + 0.5) / (total[a] + 5)) for a in total}
    starts = {b: math.log((first[b] + 0.5) / words * everything / (total[b] + 5)) for b in total}
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for (one, two), times in sorted(within.items()):
        chance = (total[two] + 5) / everything
        likely = times / (total[one] + 5) + math.exp(ends[one] + starts[two]) * chance
        score = round(math.log(likely / chance))
        if times >= LEAST_PAIR and score >= 1 and score > ends[one] + starts[two] + 0.5:
            followers[one].append(f"{two}{min(SURE, score)}")
    return [
        f"{a} {round(10 * ends[a])} {round(10 * starts[a])} {''.join(followers[a])}".rstrip()
        for a in sorted(total)
        if total[a] >= LEAST_HAN
    ]


def main() -> None:
    by_syllable: defaultdict[str, list[str]] = defaultdict(list)
    usual = readings()
    for han, syllable in usual.items():
        by_syllable[syllable].append(han)
    lines = [f"{syllable} {''.join(hans)}\n" for syllable, hans in sorted(by_syllable.items())]
    (HERE / "readings.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    pairs = simplified()
    simple = {han: syllable for han, syllable in usual.items() if han not in pairs}
    lines = [f"{word} {' '.join(syllables)}\n" for word, syllables in sorted(polyphones(simple).items())]
    (HERE / "polyphones.txt").write_text("".join(lines), encoding="utf-8", newline="\n")
    text = "".join(pairs) + "\n" + "".join(pairs.values()) + "\n"
    (HERE / "simplified.txt").write_text(text, encoding="utf-8", newline="\n")
    (HERE / "lunar.txt").write_text("".join(f"{line}\n" for line in lunar_years()), encoding="utf-8", newline="\n")
    (HERE / "cohesion.txt").write_text("".join(f"{line}\n" for line in cohesion()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
