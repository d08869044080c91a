"""Chinese numerals and the traditional calendar, as mastheads and datelines print them."""

from __future__ import annotations

from datetime import date

DIGITS = "〇一二三四五六七八九"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
# Days of the months of the years 2000 to 2029, as the almanac's usual code: bits 4-15 the twelve months from the
# last, the low digit the leap month, the fifth digit its length.
YEARS = (
    "0c960 0d954 0d4a0 0da50 07552 056a0 0abb7 025d0 092d0 0cab5 0a950 0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 "
    "0a930 07954 06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530"
).split()
FIRST = date(2000, 2, 5)


def numeral(n: int) -> str:
    """A number below 100,000 in words: 26 is 二十六, 10200 is 一万零二百."""
    if n < 10:
        return "零一二三四五六七八九"[n]
    if n < 20:
        return "十" + (numeral(n % 10) if n % 10 else "")
    for size, word in ((10000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= size:
            rest = n % size
            zero = "零" if rest and rest < size // 10 else ""
            tail = numeral(rest) if rest else ""
            if 10 <= rest < 20 and size > 10:
                tail = "一" + tail
            return numeral(n // size) + word + zero + tail
    raise ValueError(n)


def spelled(n: int) -> str:
    """A number digit by digit: 2024 is 二〇二四."""
    return "".join(DIGITS[int(d)] for d in str(n))


def wide(text: str) -> str:
    """ASCII digits and letters as full-width ones."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def value(text: str) -> int:
    """The number that a page number or a day says: 3, ３, A3, 三, 十二, 廿六, 三十."""
    digits = "".join(
        str(ord(c) - 0xFF10) if "０" <= c <= "９" else c for c in text if c in "0123456789" or "０" <= c <= "９"
    )
    if digits:
        return int(digits)
    total, one = 0, 0
    for c in text:
        if c == "十":
            total, one = total + (one or 1) * 10, 0
        elif c == "廿":
            total += 20
        elif c == "卅":
            total += 30
        elif c in DIGITS or c == "零":
            one = 0 if c == "零" else DIGITS.index(c)
    return total + one


def lunar(day: date) -> str | None:
    """The lunar date, like 乙巳年二月廿六; None before 2000-02-05 and after 2029."""
    left = (day - FIRST).days
    if left < 0:
        return None
    for index, code in enumerate(YEARS):
        bits = int(code, 16)
        leap = bits & 0xF
        months: list[tuple[str, int]] = []
        for m in range(1, 13):
            name = "正二三四五六七八九十冬腊"[m - 1] + "月"
            months.append((name, 30 if bits & (0x10000 >> m) else 29))
            if m == leap:
                months.append(("闰" + name, 30 if bits & 0x10000 else 29))
        size = sum(days for _, days in months)
        if left >= size:
            left -= size
            continue
        for name, days in months:
            if left < days:
                year = 2000 + index
                return f"{STEMS[(year - 4) % 10]}{BRANCHES[(year - 4) % 12]}年{name}{lunar_day(left + 1)}"
            left -= days
    return None


def lunar_day(n: int) -> str:
    if n <= 10:
        return "初" + numeral(n)
    if n < 20:
        return numeral(n)
    return {20: "二十", 30: "三十"}.get(n) or "廿" + numeral(n - 20)
