"""People, places and organisations that an article speaks of, out of words with their parts of speech, and those that its
page states: reporters, the agency, where it was written. Pure: the words are cut by whoever asks.

A tagger takes many a word for a name (蓝天 for Mr Lan, 绿水青山 for a person). So a name must look like one, and what is short
or seldom must stand where names stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from paperterm.model import Article
from paperterm.parse import mentions
from paperterm.parse.vocabulary import COMPOUND_SURNAMES, PROVINCES, SURNAMES
from paperterm.text.fold import searchable

Sort = Literal["person", "place", "organisation"]
Role = Literal["reporter", "agency", "dateline"]
Tagged = tuple[str, str]
"""A word and its part of speech, by the ICTCLAS tag set."""

TITLE = 3
"""How often a name of the headline counts."""
PLACE_ENDS = frozenset("省市县区镇乡村州旗盟屯庄街路江河湖岛港湾峡寨")
ADMINISTRATIVE = frozenset("省市县区镇乡村州")
BEFORE_PLACES = frozenset("在到从由往赴于离回返抵来自去经")
BODY_ENDS = tuple(
    """
    公司 集团 医院 大学 学院 中学 小学 学校 银行 协会 学会 商会 联合会 委员会 常委会 工会 总工会 妇联 研究院 研究所 科学院
    基金会 法院 检察院 公安局 总局 分局 支队 大队 中心 博物馆 图书馆 美术馆 出版社 通讯社 合作社 俱乐部 工厂 机械厂 钢铁厂
    管理局 管理处 办事处 办公室 街道办 党校 工程局 设计院 交易所 事务所 联盟 部队
    """.split()
)
"""How the names of organisations end, in whole words."""
SHORT_BODY_ENDS = frozenset("局厅厂院校矿")
"""The same in words of one character."""
STATE_BODIES = frozenset("部院委署社")
"""How three characters end that name one organisation, and not one of a kind (国务院, 教育部; but 司法局, 联合会)."""
NO_NAME_ENDS = frozenset("区县镇乡村市省局厅院校庭部处站所队厂矿会社店室质性化率量者员港带包获稿黑鲜")
"""What hardly ends the name of a person."""
COMMON_PLACES = frozenset(
    """
    高原 冰川 草原 平原 沙漠 海洋 山区 城区 市区 郊区 农村 乡村 城市 沿海 内陆 边疆 大河 大江 外地 当地 上门 老家 家乡 国内 国外
    海外 省内 省外 市内 全国 全省 全市 全县 各地 各省 本省 本市 本县 外省 外市 外县
    """.split()
)
"""Kinds of places that are tagged as places."""
COMMON_BODIES = frozenset("人民政府 中央财政 常委会 人大常委会 市政协 县政协 省政协 联合会 委员会".split())
"""Such as every place has."""
OWN = frozenset({"本报", "本社", "本刊", "本台"})
BEGINS_BODY = ("ns", "nt", "nz", "nr", "j")
WITHIN_BODY = ("n", "ns", "nt", "nz", "nr", "j", "vn", "b", "f", "an", "nrt", "ng", "s")
LONGEST_BODY, MOST_WORDS = 20, 7


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as it is printed first, how often it stands in the text, and what the page says of it, if anything."""

    name: str
    sort: Sort
    count: int
    role: Role | None = None


def entities(
    article: Article, tag: Callable[[str], Sequence[Tagged]], rarity: Callable[[str], float] = lambda name: 1.0
) -> list[Entity]:
    """The names of an article, the most telling first: by how often they stand there, in the headline above all, times how
    rare they are (`rarity`). `tag` cuts a folded text into words with their parts of speech, all of it."""
    seen = _Seen()
    texts = [(block.role, searchable(block.text)) for block in article.blocks if block.role not in ("byline", "jump")]
    for role, text in texts:
        seen.look(tag(text), TITLE if role in ("kicker", "headline", "deck") else 1)
    whole = "\n".join(text for _, text in texts)
    seen.sift(whole)
    printed = _Printed(article)
    found: dict[tuple[str, Sort], Entity] = {}
    stated: list[tuple[str | None, Sort, Role]] = [(name, "person", "reporter") for name in article.byline]
    stated += [(article.agency, "organisation", "agency"), (article.place, "place", "dateline")]
    for name, sort, said in stated:
        if name and searchable(name) not in OWN:
            found[searchable(name), sort] = Entity(name, sort, whole.count(searchable(name)), said)
    for name, sort in seen.weights:
        if (name, sort) not in found:
            found[name, sort] = Entity(printed(name), sort, whole.count(name))
    weight = {key: (seen.weights[key] + (entity.role is not None)) * rarity(key[0]) for key, entity in found.items()}
    return [found[key] for key in sorted(found, key=lambda key: (-weight[key], found[key].role is None, key))]


class _Seen:
    """The names met so far, folded, with how much they weigh."""

    def __init__(self) -> None:
        self.weights: Counter[tuple[str, Sort]] = Counter()
        self._sure: set[tuple[str, Sort]] = set()

    def look(self, words: Sequence[Tagged], times: int) -> None:
        """Takes in the names of one text."""
        at = 0
        while at < len(words):
            if body := _body(words, at):
                name, at = "".join(word for word, _ in words[at:body]), body
                self._meet(name, "organisation", times, sure=True)
                continue
            word, flag = words[at]
            before = words[at - 1] if at else ("", "x")
            behind = words[at + 1] if at + 1 < len(words) else ("", "x")
            if flag.startswith("ns"):
                if len(behind[0]) == 1 and behind[0] in ADMINISTRATIVE and word[-1] not in ADMINISTRATIVE:
                    word, at = word + behind[0], at + 1
                self._meet(word, "place", times, _stands_as_place(word, before))
            elif flag.startswith("nr"):
                if word in SURNAMES and behind[1].startswith("nr") and len(behind[0]) <= 2:
                    word, at = word + behind[0], at + 1
                self._meet(word, "person", times, sure=len(word) > 2)
            at += 1

    def sift(self, whole: str) -> None:
        """Leaves what is a name by its form, and by where it stands or how often."""
        evident = set(_evident(whole))
        self._lengthen(whole)
        for name, sort in list(self.weights):
            formed = FORMS[sort](name) and not (sort == "person" and any(name + end in whole for end in ADMINISTRATIVE))
            sure = (name, sort) in self._sure or name in evident
            if not formed or not (sure or whole.count(name) > 1):
                del self.weights[name, sort]

    def _lengthen(self, whole: str) -> None:
        """A name that nearly always has the same character behind it is longer by that one: 林予 is 林予安."""
        for name, sort in [key for key in self.weights if key[1] == "person" and len(key[0]) == 2]:
            at = -1
            behind = [whole[at + 2 : at + 3] for _ in range(whole.count(name)) if (at := whole.find(name, at + 1)) >= 0]
            if not behind:
                continue
            ((char, times),) = Counter(behind).most_common(1)
            longer = name + char
            if times > 1 and times * 5 >= len(behind) * 4 and _is_person(longer):
                self.weights[longer, sort] += self.weights.pop((name, sort))
                self._sure.add((longer, sort))

    def _meet(self, name: str, sort: Sort, times: int, sure: bool) -> None:
        self.weights[name, sort] += times
        if sure:
            self._sure.add((name, sort))


def _body(words: Sequence[Tagged], at: int) -> int:
    """Where the name of an organisation that begins with word `at` ends; 0 where none begins."""
    end = 0
    length = 0
    for place in range(at, min(at + MOST_WORDS, len(words))):
        word, flag = words[place]
        if place == at and word.endswith("电"):  # 新华社北京3月25日电
            return 0
        if flag not in (BEGINS_BODY if place == at else WITHIN_BODY) and not (flag == "nt" or word in SHORT_BODY_ENDS):
            break
        length += len(word)
        if length > LONGEST_BODY:
            break
        ends = word.endswith(BODY_ENDS) if len(word) > 1 else word in SHORT_BODY_ENDS
        if (ends and place > at) or (len(word) > 3 and (ends or flag == "nt")) or _is_state_body(word, flag):
            end = place + 1
    return end


def _is_state_body(word: str, flag: str) -> bool:
    return flag == "nt" and len(word) == 3 and word[-1] in STATE_BODIES


def _stands_as_place(word: str, before: Tagged) -> bool:
    """Is it the name of a place by its end, by being one of the provinces, or by the word before it?"""
    return (
        (len(word) > 2 and word[-1] in PLACE_ENDS)
        or any(word.startswith(province) for province in PROVINCES)
        or before[0][-1:] in BEFORE_PLACES
        or before[1].startswith("ns")
    )


def _is_person(name: str) -> bool:
    if "·" in name:
        return len(name) > 3
    if name[:2] in COMPOUND_SURNAMES and len(name) in (3, 4):
        return True
    short = len(name) in (2, 3) and name.isalpha() and name[0] in SURNAMES
    return short and name[-1] not in NO_NAME_ENDS and mentions.NO_NAME.isdisjoint(name[1:])


def _is_place(name: str) -> bool:
    return 2 <= len(name) <= LONGEST_BODY and name.isalpha() and name not in COMMON_PLACES


def _is_body(name: str) -> bool:
    return name.isalnum() and "和" not in name[1:-1] and name[0] not in "本该各" and name not in COMMON_BODIES


FORMS: Mapping[Sort, Callable[[str], bool]] = {"person": _is_person, "place": _is_place, "organisation": _is_body}
"""Does it look like a name of its sort?"""


def _evident(whole: str) -> Iterator[str]:
    """Names of people before what people do and behind their titles."""
    before, behind = mentions.people(f"\n\n\n\n{whole}\n\n\n\n")
    for titled, places in ((False, before), (True, behind)):
        for around in places:
            if name := mentions.person(around, titled):
                yield name


class _Printed:
    """How a folded name is printed where it stands first."""

    def __init__(self, article: Article) -> None:
        self._texts = [block.text for block in article.blocks]

    def __call__(self, name: str) -> str:
        for text in self._texts:
            if len(joined := searchable(text)) == len(text) and (at := joined.find(name)) >= 0:
                return text[at : at + len(name)]
        return name
