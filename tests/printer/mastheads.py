"""Mastheads, running heads and page labels in many styles, with what they state about the issue."""

from __future__ import annotations

from tests.printer import names
from tests.printer.model import Line, page_line
from tests.printer.numerals import lunar, numeral, spelled, wide
from tests.printer.press import Press

WEEKDAYS = "一二三四五六日"
SECTIONS = "要闻 综合新闻 本地 城事 国际 体育 副刊 经济 文化周末 民生 教育 健康 财经 法治 理论".split()
Facts = dict[str, str | int]


def head_line(press: Press, text: str, facts: Facts, gap: int = 1) -> Line:
    return page_line(press.script(text), "masthead", rigid=True, states=facts, gap=gap)


def date_text(press: Press) -> str:
    """The page's date in one of the forms in which papers print it."""
    day, rng = press.today, press.rng
    if press.manner == "republic":
        year = day.year - 1911
        return f"中華民國{numeral(year)}年{numeral(day.month)}月{numeral(day.day)}日"
    if press.manner == "hongkong" and rng.random() < 0.5:
        return f"{spelled(day.year)}年{numeral(day.month)}月{numeral(day.day)}日"
    roll = rng.random()
    plain = f"{day.year}年{day.month}月{day.day}日"
    if roll < 0.06:
        return wide(plain)
    if roll < 0.1:
        return f"{spelled(day.year)}年{numeral(day.month)}月{numeral(day.day)}日"
    return plain


def weekday(press: Press) -> str:
    return "星期" + WEEKDAYS[press.today.weekday()]


def front(press: Press) -> list[Line]:
    """The masthead of a front page."""
    rng = press.rng
    iso = press.today.isoformat()
    gap = " " if rng.random() < 0.7 else "　"
    dated: Facts = {"date": iso}
    named: Facts = {"paper": press.script(press.paper)}
    number, pages = rng.randint(300, 26000), rng.choice((4, 4, 8, 8, 12, 16, 24))
    modern = press.manner not in {"hongkong", "republic"}
    lines: list[Line] = []
    publisher = modern and rng.random() < 0.7
    plate = rng.random()
    if plate < 0.6 or not publisher:
        lines.append(head_line(press, press.paper, named))
    elif plate < 0.72:
        lines.append(head_line(press, " ".join(press.paper), named))
    ending = next((e for e in sorted(names.PINYIN, key=len, reverse=True) if press.paper.endswith(e)), None)
    if ending and modern and rng.random() < 0.2:
        lines.append(head_line(press, names.PINYIN[ending], {}))
    text = date_text(press)
    if rng.random() < 0.8:
        text += gap + weekday(press)
    moon = lunar(press.today)
    if moon and rng.random() < 0.35 and modern:
        text += gap + rng.choice(("", "农历")) + moon
        moon = None
    lines.append(head_line(press, text, dated))
    small: list[tuple[str, Facts]] = []
    if moon and modern and rng.random() < 0.4:
        small.append((moon, {}))
    if modern:
        if rng.random() < 0.75:
            if rng.random() < 0.35:
                small.append((f"总第{number}期", {"number": number}))
            elif rng.random() < 0.12:
                small.append((f"第{rng.randint(20, 300)}期 总第{number}期", {"number": number}))
            else:
                small.append((f"第{number}期", {"number": number}))
        if rng.random() < 0.7:
            small.append((rng.choice((f"今日{pages}版", f"今日{numeral(pages)}版")), {"pages": pages}))
    elif press.manner == "hongkong":
        small.append((rng.choice((f"第{number}號", f"第{spelled(number)}號")), {"number": number}))
        if rng.random() < 0.5:
            small.append((f"今日{numeral(pages)}版", {"pages": pages}))
    else:
        small.append((f"第{numeral(number)}號", {"number": number}))
        small.append((f"今日{numeral(pages)}版", {"pages": pages}))
    together = rng.random() < 0.6
    if together and small:
        facts: Facts = {}
        for _, one in small:
            facts.update(one)
        lines.append(head_line(press, gap.join(t for t, _ in small), facts))
    else:
        lines += [head_line(press, t, f) for t, f in small]
    if publisher:
        texts = [f"{press.paper}社出版"]
        if press.manner != "national":
            place = press.paper.removesuffix("报").removesuffix("日").removesuffix("都市").rstrip("晚早晨商")
            texts.append(
                f"中共{place}市委主管主办 {press.paper}社出版"
                if press.paper.endswith("日报")
                else f"{place}日报社主管主办 {press.paper}社出版"
            )
        text = rng.choice(texts)
        lines.append(head_line(press, text, named))
    if modern and rng.random() < 0.6:
        cn = f"{rng.randint(11, 65)}-{rng.randint(1, 99):04d}"
        form = rng.choice(
            (
                "国内统一连续出版物号 CN {}",
                "国内统一连续出版物号：CN {}",
                "国内统一刊号：CN{}",
                "CN {}",
                "国内统一连续出版物号 CN {} 代号 " + f"{rng.randint(1, 65)}-{rng.randint(1, 99)}",
            )
        )
        lines.append(head_line(press, form.format(cn), {"cn": cn}))
    for text, chance in (
        (f"新闻热线：{rng.randint(100, 999)}-{rng.randint(1000000, 8999999)}", 0.25),
        (f"http://www.{rng.choice(('news', 'daily', 'paper'))}{rng.randint(10, 99)}.com.cn", 0.25),
        (f"E-mail:{rng.choice(('bjb', 'xwzx', 'dsb'))}{rng.randint(1, 99)}@163.com", 0.15),
        (f"今日天气 多云转晴 偏北风{rng.randint(2, 5)}级 {rng.randint(-5, 15)}℃～{rng.randint(16, 33)}℃", 0.15),
    ):
        if modern and rng.random() < chance:
            lines.append(head_line(press, text, {}))
    if rng.random() < 0.25:
        n = 1
        lines.append(head_line(press, rng.choice((f"第{n:02d}版：要闻", "第一版", f"{n}版", "A1")), {"page": n}))
    if rng.random() < 0.3:
        for line in lines[1:]:
            line.gap = 0
    return lines


def inner(press: Press) -> list[Line]:
    """The running head of an inner page."""
    rng = press.rng
    n = rng.randint(2, 16)
    section = rng.choice(SECTIONS)
    label = rng.choice(
        (
            f"第{n:02d}版：{section}",
            f"{n}版",
            f"A{n}",
            f"{n} {section}",
            f"第{numeral(n)}版",
            f"{n:02d}版 {section}",
            f"A{n:02d} {section}",
            f"{section} {n}版",
        )
    )
    if press.manner == "hongkong":
        label = wide(f"A{n}") + f"　{section}"
    elif press.manner == "republic":
        label = f"第{numeral(n)}版"
    page: Facts = {"page": n}
    dated: Facts = {"date": press.today.isoformat()}
    named: Facts = {"paper": press.script(press.paper)}
    day = date_text(press)
    if rng.random() < 0.7:
        day += " " + weekday(press)
    shape = rng.random()
    if shape < 0.3:
        return [head_line(press, label, page), head_line(press, day, dated)]
    if shape < 0.55:
        return [
            head_line(press, press.paper, named),
            head_line(press, day, dated, rng.choice((0, 1))),
            head_line(press, label, page),
        ]
    if shape < 0.8:
        return [head_line(press, f"{label} {day}", {**page, **dated})]
    if shape < 0.9:
        return [head_line(press, f"{label}　{press.paper}　{day}", {**page, **dated, **named})]
    return [head_line(press, label, page)]


def editors(press: Press) -> Line:
    """An editor line."""
    rng = press.rng
    a, b, c = names.people(rng, 3)
    text = rng.choice(
        (
            f"责编：{a}",
            f"责任编辑：{a} 版式：{b}",
            f"本版编辑 {a} 校对 {b}",
            f"值班编委：{a} 编辑：{b} 校对：{c}",
            f"责编 {a}　美编 {b}　校对 {c}",
            f"本版责编：{a} E-mail：bj{rng.randint(10, 99)}@163.com",
        )
    )
    return page_line(press.set(text), rigid=True)
