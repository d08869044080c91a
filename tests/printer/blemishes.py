"""Damage to the text itself: characters, residue, furniture in between, markup, line ends.

Every function changes a `Sheet` in place; `strength` is 1 (light), 2 (medium) or 3 (heavy).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.printer.columns import fit_places, split
from tests.printer.mastheads import editors
from tests.printer.model import MARK, SPAN, Line, is_body, page_line
from tests.printer.sheet import Sheet
from tests.printer.vocabulary import SLOGANS

# Characters that recognition takes for one another.
ALIKE = (
    "已己巳 未末 土士 人入八 日曰目 天夫无 大太犬 千干于 木本术 田由甲申 戊戌戍 今令 夭天 刀力刁 白自百 了子孑 乌鸟 兔免 侯候 拔拨 折拆析 崇祟 辩辨瓣 密蜜 清请情 晴睛 持特待 场汤扬 "
    "治冶 活话括 住往佳 部都 使便 历厉 晚晓 准淮 贷货 圆园 受爱 设没 问间闻 导异 季李 洲州 历厉 市布 农衣 名各 处外 间问 开井 元无 王玉主 广厂 厂广 工土 电申 户尸 车东 见贝 万方 儿几 "
    "徒徙 祥详 限眼 幕墓暮 候侯 拢扰 讯迅 计汁 项顷 微徵 效郊 助肋 贫贪 经轻 科料 利和 种钟 和利 杨扬 沿治 埋理 裁栽载 建健 博搏 奖浆 堤提 壁璧 竞竟 戴载 "
    "線綫 書畫 報執 開關 間問 門們 東束 業叢 電雷 會曾 記訖 說設 訊迅 時峙 過遇 運連 義羲 員貝 圓園 萬禹 區嘔"
)
TWINS: dict[str, str] = {}
for _group in ALIKE.split():
    for _one in _group:
        TWINS[_one] = TWINS.get(_one, "") + _group.replace(_one, "")
RESIDUE = "■ ▲ ● 1 A B 口 一 丨 丶 ── · 。 0 25 50 % 三 川 〇 H ○○ *** — 回 凸 Y X T 米 年 ① ③ i ll 8 ; ⊙ 圖 №".split()
CONTROLS = "\x0c\x00\x0b\x1c\x85\u200b\u200e\ufeff\u2028\x07"


def over(text: str, change: Callable[[str], str]) -> str:
    """`change` applied to what lies outside the marked facts of a text."""
    out, last = [], 0
    for match in SPAN.finditer(text):
        out += [change(text[last : match.start()]), match[0]]
        last = match.end()
    return "".join([*out, change(text[last:])])


def free(sheet: Sheet) -> list[Line]:
    """The lines whose characters may suffer."""
    return [line for line in sheet.lines if not line.rigid and not line.main.element.text.startswith("<table")]


def wrong_chars(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    rate = (0.004, 0.012, 0.04)[strength - 1]
    for line in free(sheet):
        for part in line.parts:
            fixed = {
                i
                for m in SPAN.finditer(part.text)
                if m[0][0] in "\ue002\ue006\ue008\ue00a"
                for i in range(m.start(), m.end())
            }
            part.text = "".join(
                rng.choice(TWINS[c]) if c in TWINS and i not in fixed and rng.random() < rate * 3 else c
                for i, c in enumerate(part.text)
            )


def double(rng: Random, text: str) -> str:
    if len(text) < 6:
        return text
    at = rng.randrange(len(text) - 4)
    piece = text[at : at + rng.randint(2, 5)]
    return text[:at] + "".join(c * 2 if c.isalpha() else c for c in piece) + text[at + len(piece) :]


def doubled_chars(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    lines = [line for line in free(sheet) if line.article]
    for line in rng.sample(lines, min(len(lines), strength * 2)):
        part = rng.choice(line.parts)
        if not SPAN.search(part.text):
            part.text = double(rng, part.text)


def spaced(text: str) -> str:
    """A space between all characters; marks do not count."""
    return re.sub(r"(?<=[^\s\ue000-\ue00b])([\ue000-\ue00b]*)(?=[^\s\ue000-\ue00b])", r"\1 ", text)


def spaced_chars(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    for line in free(sheet):
        if line.article and rng.random() < 0.12 * strength:
            part = line.main
            if set(line.roles) & {"headline", "heading", "column"} and len(part.text) < 16 and part.text.isalpha():
                part.text = spaced(part.text)
            elif (
                is_body(line)
                and part.piece == 0
                and SPAN.match(part.text)
                and (m := re.match(r".{0,12}?[讯訊电電]", part.text))
            ):
                part.text = spaced(m[0]) + part.text[m.end() :]


def between(sheet: Sheet, make: Callable[[], Line], count: int, inside: bool = False) -> None:
    """New lines at places between others, inside stories' text only where told."""
    rng = sheet.press.rng
    for _ in range(count):
        places = [i for i, line in enumerate(sheet.lines) if i and (is_body(line) or not inside)] or [0]
        sheet.lines.insert(rng.choice(places), make())


def residue(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    between(sheet, lambda: page_line(rng.choice(RESIDUE)), rng.randint(1, strength * 2))


def furniture(sheet: Sheet, strength: int) -> None:
    """Slogans, hot lines, editor lines, page numbers in the midst of stories."""
    rng = sheet.press.rng

    def make() -> Line:
        return rng.choice(
            (
                lambda: page_line(sheet.press.set(rng.choice(SLOGANS))),
                lambda: editors(sheet.press),
                lambda: page_line(
                    sheet.press.set(f"新闻热线：{rng.randint(100, 999)}-{rng.randint(1000000, 8999999)}"), rigid=True
                ),
                lambda: page_line(sheet.press.set(f"（相关报道见第{rng.randint(2, 8)}版）")),
                lambda: page_line(
                    sheet.press.set(f"投稿邮箱：{rng.choice(('wybj', 'fkzx', 'news'))}{rng.randint(1, 99)}@126.com"),
                    rigid=True,
                ),
                lambda: page_line(sheet.press.set("公益广告")),
            )
        )()

    between(sheet, make, rng.randint(1, strength), inside=True)


def images(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    for i in reversed(range(1, len(sheet.lines))):
        line = sheet.lines[i]
        if (
            line.article
            and line.article.photo
            and sheet.lines[i - 1].article is not line.article
            and rng.random() < 0.8
        ):
            sheet.lines.insert(
                i,
                page_line(
                    f"![]({rng.choice(('images', 'img', '_page_0'))}/{rng.getrandbits(64):016x}.jpg)", rigid=True
                ),
            )
    between(
        sheet,
        lambda: page_line(f"![](images/{rng.getrandbits(48):012x}.{rng.choice(('jpg', 'png'))})", rigid=True),
        rng.randint(0, strength),
    )


def html(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    centre = rng.choice(('<div align="center">', '<div style="text-align: center;">', "<center>"))
    indent = rng.random() < 0.5
    for line in sheet.lines:
        if line.article and "headline" in line.roles and "body" not in line.roles and rng.random() < 0.5:
            line.before, line.after, line.level = centre, "</center>" if centre == "<center>" else "</div>", 0
        elif is_body(line) and line.main.piece == 0 and indent:
            line.before = "&nbsp;&nbsp;&nbsp;&nbsp;"
    if strength > 1:
        between(
            sheet,
            lambda: page_line(rng.choice(("<div>", "</div>", '<div class="column">', "<!-- page -->")), rigid=True),
            rng.randint(1, strength),
        )


def math(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng

    def change(text: str) -> str:
        if rng.random() < 0.25 * strength:
            text = re.sub(r"(\d+(?:\.\d+)?)%", r"$\1\\%$", text)
            text = re.sub(r"(?<![\d.])(\d{2,4})米", r"$\1\\mathrm{m}$", text)
            text = re.sub(r"(?<![\d.\w])(\d{3,5})多", r"$\1$多", text, count=1)
        return text

    for line in free(sheet):
        if is_body(line):
            line.main.text = over(line.main.text, change)


def bold(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    bare = rng.random() < 0.6
    for line in sheet.lines:
        if (
            line.article
            and set(line.roles) & {"headline", "heading", "kicker", "byline"}
            and "body" not in line.roles
            and not line.before
        ):
            line.before = line.after = "**"
            if bare:
                line.level = 0


def hard_wrap(sheet: Sheet, strength: int) -> None:
    """Every printed line a line of the file."""
    rng = sheet.press.rng
    width = rng.randint(13, 34)
    indent = "　　" if rng.random() < 0.5 else ""
    i = 0
    while i < len(sheet.lines):
        line = sheet.lines[i]
        if is_body(line) and not line.main.element.whole:
            if line.main.piece == 0:
                line.before = indent
                if indent and i and is_body(sheet.lines[i - 1]):
                    line.gap = 0
            room = width - (2 if line.main.piece == 0 and indent else 0)
            near = fit_places(line.main.text, room - 2, room + 14)
            if len(MARK.sub("", line.main.text)) > room + 2 and near:
                rest = split(line, near[0])
                rest.gap = 0
                sheet.lines.insert(i + 1, rest)
        i += 1


def crlf(sheet: Sheet, strength: int) -> None:
    sheet.newline = sheet.press.rng.choice(("\r\n", "\r\n", "\r\n", "\r"))


def bom(sheet: Sheet, strength: int) -> None:
    sheet.bom = True


def trailing(sheet: Sheet, strength: int) -> None:
    for line in sheet.lines:
        if sheet.press.rng.random() < 0.15 * strength:
            line.after += "  "


def control(sheet: Sheet, strength: int) -> None:
    rng = sheet.press.rng
    lines = free(sheet)
    for line in rng.sample(lines, min(len(lines), strength)):
        places = fit_places(line.main.text, 1, len(line.main.text))
        if places:
            at = rng.choice(places)
            line.main.text = line.main.text[:at] + rng.choice(CONTROLS) + line.main.text[at:]


def levels(sheet: Sheet, strength: int) -> None:
    """Levels of `#` where there should be none, none where there should be one, and wrong ones."""
    rng = sheet.press.rng
    for line in sheet.lines:
        if line.rigid or line.main.element.text.startswith(("<", "!")):
            continue
        if "headline" in line.roles or "kicker" in line.roles:
            if rng.random() < 0.12 * strength:
                line.level = rng.choice((0, 0, 1, 2, 3))
        elif line.article and set(line.roles) & {"heading", "column", "deck", "byline"}:
            if rng.random() < 0.1 * strength:
                line.level = rng.choice((1, 2, 3, 4))
        elif len(line.text()) < 30 and rng.random() < 0.06 * strength:
            line.level = rng.choice((2, 4))
