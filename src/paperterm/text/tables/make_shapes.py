"""Makes `shapes.txt`, the han that OCR takes for one another, which `text.shapes` reads.

Run `python -m paperterm.text.tables.make_shapes FONT.ttc…` with the files of Noto Serif CJK and Noto Sans CJK (OFL) where
Pillow, numpy and jieba are installed. Each of the COMMON han that Chinese words most often hold is drawn, blurred, and
compared with all others, and with a part of them. One line for each han: the han, then those like it that are not
already in a line above.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
COMMON = 4500
SIDE, FACE = 32, 2
"""Pixels of a drawing; which face of a collection is the simplified Chinese one."""
ALIKE, MOST_ALIKE = 0.82, 6
"""The least correlation of two drawings; han like one another that are kept for each."""
PART = 0.90
"""The least correlation of a part of a han with the whole of another."""
PARTS = {"right": (11, 0, 32, 32), "left": (0, 0, 21, 32), "bottom": (0, 10, 32, 32), "top": (0, 0, 32, 22)}
KNOWN = """
    洲州 建健 明朋 远达 涛滔 昌冒 昊吴 萍平 芳方 伟韦 佳住 波坡 凯剀 倩情清晴 胜性 浩诰 林材 根银 文交 祥样详 晓饶 梅海 俊峻骏 峰锋蜂
    敏繁 春舂 欣欧 栋拣 丽两 福幅 泽译择 洁诘 瑞端 龙尤 宁宇 传伟 鸣呜 岚风 彬杉 沛沐 坤坪 娟姐 琴琵 铭名 晨辰 志忘 军车 永水 冰水 云去
    刚钢 超起 利和 民氏 兰三 贵责 庆床 华毕 冬各 广厂 光先 生主 成戌 杰杰 学字 良艮 安妥 全金 余佘 士土 治冶 未末 己已巳 人入 日曰 千干于
    天夭夫 今令 乌鸟 拔拨 折拆析 崇祟 免兔 侯候 竞竟 历厉 问间闻 季李 贷货 受爱 园圆 晚晓 徽微 壁璧 密蜜
"""
"""Pairs that the drawings tell too little of, and such as are known from the output of OCR programs."""


def common() -> list[str]:
    """The han that words most often hold, by the frequencies of jieba's dictionary."""
    import jieba

    counts: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text("utf-8").splitlines():
        word, times, *_ = line.split(" ")
        for han in word:
            counts[han] += int(times)
    plain = [han for han in counts if _in_gb2312(han)]
    return sorted(plain, key=lambda han: (-counts[han], han))[:COMMON]


def _in_gb2312(han: str) -> bool:
    try:
        return len(han.encode("gb2312")) == 2 and "\u4e00" <= han <= "\u9fff"
    except UnicodeEncodeError:
        return False


def drawings(hans: list[str], font: str, box: tuple[int, int, int, int]) -> Any:
    """The han drawn into a box of the square, SIDE × SIDE pixels each, 0 to 1."""
    import numpy as np
    from PIL import Image, ImageDraw, ImageFont

    face = ImageFont.truetype(font, 64, index=FACE)
    found = np.zeros((len(hans), SIDE, SIDE), "float32")
    left, top, right, bottom = box
    for number, han in enumerate(hans):
        image = Image.new("L", (72, 72), 0)
        ImageDraw.Draw(image).text((4, -14), han, font=face, fill=255)
        small = image.resize((right - left, bottom - top), Image.Resampling.BOX)
        found[number, top:bottom, left:right] = np.asarray(small, "float32") / 255
    return found


def vectors(images: Any) -> Any:
    """Blurred images as vectors of length 1, whose products are correlations."""
    import numpy as np

    bell = np.exp(-0.5 * (np.arange(-6, 7) / 1.5) ** 2)
    bell /= bell.sum()
    for axis in (1, 2):
        images = np.apply_along_axis(lambda row: np.convolve(row, bell, "same"), axis, images)
    flat = images[:, ::2, ::2].reshape(len(images), -1)
    flat = flat - flat.mean(1, keepdims=True)
    return flat / np.linalg.norm(flat, axis=1, keepdims=True)


def shapes(fonts: list[str]) -> str:
    import numpy as np

    hans = common()
    whole = [drawings(hans, font, (0, 0, SIDE, SIDE)) for font in fonts]
    drawn = [vectors(images) for images in whole]
    pairs: set[tuple[int, int]] = set()

    def take(likeness: Any, least: float, most: int) -> None:
        np.fill_diagonal(likeness, 0)
        for one, row in enumerate(likeness):
            for two in np.argsort(-row)[:most]:
                if row[two] > least:
                    pairs.add((min(one, int(two)), max(one, int(two))))

    take(sum(one @ one.T for one in drawn) / len(fonts), ALIKE, MOST_ALIKE)
    for left, top, right, bottom in PARTS.values():
        likeness: Any = 0
        for font, images in zip(fonts, whole, strict=True):
            part = np.zeros_like(images)
            part[:, top:bottom, left:right] = images[:, top:bottom, left:right]
            likeness = likeness + vectors(part) @ vectors(drawings(hans, font, (left, top, right, bottom))).T
        take(likeness / len(fonts), PART, 1)
    places = {han: place for place, han in enumerate(hans)}
    for group in KNOWN.split():
        known = sorted({places[han] for han in group if han in places})
        pairs |= {(one, two) for one in known for two in known if one < two}
    lines = []
    for one, han in enumerate(hans):
        like = sorted(two for first, two in pairs if first == one)
        if like:
            lines.append(han + "".join(hans[two] for two in like))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (HERE / "shapes.txt").write_text(shapes(sys.argv[1:]), "utf-8")
