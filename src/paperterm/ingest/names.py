"""What the names of a file and its folders say of the issue: only what stands there clearly."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from paperterm.model import IssueFacts
from paperterm.parse.papers import NAMES
from paperterm.text.dates import printed_dates
from paperterm.text.fold import fold
from paperterm.text.numerals import number

DEPTH = 6  # the file and five folders above it: PAPER/2025/03/25/A/01.txt
OLDEST_YEAR = 1815  # 察世俗每月统记传, the first modern periodical in Chinese
HAN = "\u3400-\u4dbf\u4e00-\u9fff"

_DATES = (
    re.compile(r"(?<!\d)(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?"),
    re.compile(r"(?<!\d)(\d{4})([-_.])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<![0-9A-Za-z])(\d{4})(\d{2})(\d{2})(?![0-9A-Za-z])"),
    # Folders: 2025/03/25/… and 2025-03/25/…; the day must be a folder too, else `2024/12/11.txt` might mean page 11.
    re.compile(r"(?<!\d)(\d{4})[-_./](\d{1,2})/(\d{1,2})(?=/)"),
)
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9A-Fa-f-]*[A-Fa-f])(?=[0-9A-Fa-f-]*\d)[0-9A-Fa-f]{8,}(?:-?[0-9A-Fa-f]{4,})*(?![0-9A-Za-z])"
)
_PAPER = re.compile(rf"(?<![{HAN}])([{HAN}]{{1,9}}(?:报|報|周刊|週刊))(?![{HAN}]|\d*刊)")
_WORD = re.compile(rf"[0-9{HAN}]+")
_NO_PAPER = re.compile(
    r"(?:[日晚晨早周週时時年月季旬情通汇彙海剪简簡预預电電警捷喜公墙牆壁画畫板抄告举舉旧舊老小大党黨校]|数字|數字|电子|電子|合订|合訂"
    r"|黑板|手抄|天气预|天氣預|其他|其它|各种|各類|全部|下载|下載)?(?:报|報|周刊|週刊)"
)
_BETWEEN = re.compile("(?<=[年月])/")
_FIGURE = "一二三四五六七八九十廿卅"
_PAGE = re.compile(
    rf"第 ?(\d{{1,3}}|[{_FIGURE}]{{1,3}}) ?版|(?<![0-9A-Za-z])[Aa]?(\d{{1,3}}) ?版|(?<![{HAN}])([{_FIGURE}]{{1,3}})版(?![{HAN}])"
    r"|(?<![0-9A-Za-z])(?:[Pp]|page)[ _-]?(\d{1,3})(?![0-9A-Za-z])"
)
_BARE_PAGE = re.compile(r"(?:^|[\s_.,、-])A?(\d{1,3})$", re.IGNORECASE)
_NUMBER = re.compile(r"第 ?(\d{1,6}) ?期")


def assumed(path: Path) -> IssueFacts:
    """Facts from names like `工人日报/2025-03-25/01.txt`, `辽源日报_20241023_A03.md` or `申报/民國三十二年/五月八日/一版.txt`;
    None where a name is not clear.

    A paper's name ends in 报 or 周刊, or is known without, and stands alone; a date must be a real one; a bare number is a page only beside a
    date; a name that looks like a hash says nothing. A page of another section than A (`B03`) has no number here: it
    would stand as a second version of page 3.
    """
    parts = [unicodedata.normalize("NFKC", part) for part in path.parts[-DEPTH:] if part not in ("/", "..", ".")]
    if not parts:
        return IssueFacts()
    parts[-1] = re.sub(r"(?:\.page)?\.[A-Za-z]{1,5}$", "", parts[-1])
    hashed = bool(_HASH.search(parts[-1]))
    parts = [_HASH.sub(" ", part) for part in parts]
    whole = "/".join(parts)
    day, rest = _take_date(whole)
    return IssueFacts(
        paper=_paper(rest),
        date=day,
        number=_last(_NUMBER, rest),
        page=_last(_PAGE, rest) or (_bare_page(rest) if day and not hashed else None),
    )


def _take_date(whole: str) -> tuple[str | None, str]:
    """The date nearest to the file, and the names without what reads as a date."""
    found: tuple[int, str] | None = None
    for pattern in _DATES:
        for match in pattern.finditer(whole):
            year, month, day = (int(g) for g in match.groups() if g.isdigit())
            real = _real(year, month, day)
            if real and (found is None or match.start() > found[0]):
                found = match.start(), real
    spans = []
    for printed in printed_dates(_BETWEEN.sub(" ", fold(whole))):
        if "年" not in whole[printed.start : printed.end]:
            continue
        spans.append((printed.start, printed.end))
        if printed.day and printed.day.year >= OLDEST_YEAR and (found is None or printed.start > found[0]):
            found = printed.start, printed.day.isoformat()
    for start, end in reversed(spans):
        whole = f"{whole[:start]}|{whole[end:]}"
    for pattern in _DATES:
        whole = pattern.sub("|", whole)
    return (found[1] if found else None), whole


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if OLDEST_YEAR <= year <= 2199 else None
    except ValueError:
        return None


def _paper(rest: str) -> str | None:
    spaced = _PAGE.sub("|", _NUMBER.sub("|", rest))
    names = [m for m in _PAPER.finditer(spaced) if not _NO_PAPER.fullmatch(m[1]) and "的" not in m[1]]
    names += [m for m in _WORD.finditer(spaced) if fold(m[0]) in NAMES]
    return max(names, key=lambda match: match.start())[0] if names else None


def _bare_page(rest: str) -> int | None:
    match = _BARE_PAGE.search(rest.rsplit("/", 1)[-1].rsplit("|", 1)[-1])
    return (int(match[1]) or None) if match else None


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """The number that stands nearest to the file's own name; 0 is none."""
    numbers = [number(next(g for g in match.groups() if g)) for match in pattern.finditer(text)]
    return (numbers[-1] or None) if numbers else None
