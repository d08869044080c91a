"""Names of people in which one character was likely misread: the page prints nearly the same name elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from paperterm.model import Article, Caution
from paperterm.parse.article_days import LineOf
from paperterm.parse.vocabulary import SURNAMES

OFTEN = 3
"""Times that a name stands on the page to be taken for the right one, where no byline prints it."""
MOST_NAMES = 40
"""Names of one page that are compared; no page prints as many."""
MOST_SUSPECTS = 200
"""Places that are looked at: where there are more, these are no names."""

BEFORE = tuple(
    """
    记者 通讯员 书记 支书 主任 市长 县长 省长 区长 镇长 乡长 村长 局长 处长 科长 厅长 部长 院长 校长 所长 站长 厂长 队长 班长 组长
    社长 会长 行长 馆长 秘书长 董事长 主席 总理 经理 总裁 教授 博士 医生 医师 老师 教师 工程师 负责人 委员 代表 村民 职工 员工 工人
    """.split()
)
AFTER = tuple(
    """
    说 表示 介绍 告诉 认为 指出 强调 坦言 回忆 透露 解释 坚持 感慨 主持 出席 同志 先生 女士 教授 书记 主任 老师
    """.split()
)
"""What stands beside the name of a person."""
NO_NAME = frozenset("说表介告认指强坦回透解感主出同先女教书老的了在和与是也对等都就从向到把被为将还又及或等、，。：；")
"""Characters of which no name ends or that stand right behind one."""

_NAMED = re.compile(f"[者员记任席理裁授生师长]([{''.join(sorted(SURNAMES))}][\u3400-\u9fff]{{2}})")
"""Three characters behind the last one of a title."""


def misread_names(articles: Sequence[Article], line_of: LineOf) -> list[Caution]:
    """The rarer of two names in one article that differ in one character, where it stands once on the page and beside the
    title of a person. Only names of three characters are compared: in shorter ones too little is alike."""
    bodies = [[b for b in article.blocks if b.role in ("body", "digest")] for article in articles]
    texts = ["\n".join(block.text for block in blocks) for blocks in bodies]
    whole = "\n".join(texts)
    signed = {name for article in articles for name in article.byline if len(name) == 3}
    known = list(dict.fromkeys([*sorted(signed), *_often_named(whole)]))[:MOST_NAMES]
    found: list[Caution] = []
    suspects = 0
    for name in known:
        for article, blocks, text in zip(articles, bodies, texts, strict=True):
            if name not in text and name not in article.byline:
                continue
            for block in blocks:
                for at, other in _nearly(block.text, name):
                    suspects += 1
                    if suspects > MOST_SUSPECTS:
                        return found
                    if not _person(block.text, at) or other in known or whole.count(other) > 1:
                        continue
                    message = f"{other} is likely {name} misread: this page prints that name elsewhere."
                    found.append(Caution("misread-name", line_of(block, at), message))
    return found


def _often_named(whole: str) -> list[str]:
    """The names that stand often on the page, and twice behind what ends a title."""
    names = Counter(_NAMED.findall(whole))
    return [n for n, count in names.items() if count > 1 and not NO_NAME & set(n) and whole.count(n) >= OFTEN]


def _nearly(text: str, name: str) -> Iterator[tuple[int, str]]:
    """The places in a text where a name stands that differs in one character of three."""
    first, second, third = name[0], name[1], name[2]
    at = text.find(first)
    while at >= 0:
        other = text[at : at + 3]
        if len(other) == 3 and other != name and (other[1] == second) != (other[2] == third) and _could_be(other):
            yield at, other
        at = text.find(first, at + 1)
    at = text.find(second + third, 1)
    while at >= 0:
        other = text[at - 1 : at + 2]
        # Another surname makes another person.
        if other[0] != first and other[0] not in SURNAMES and _could_be(other):
            yield at - 1, other
        at = text.find(second + third, at + 1)


def _could_be(name: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in name) and not NO_NAME & set(name)


def _person(text: str, at: int) -> bool:
    """Does the title of a person stand before the three characters at `at`, or what people do behind them?"""
    return text[max(0, at - 4) : at].endswith(BEFORE) or text.startswith(AFTER, at + 3)
