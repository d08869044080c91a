"""What the paper is called: by its publisher, its nameplate, its domain or, where that is all, its name in pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from paperterm.parse import patterns as form
from paperterm.parse.articles import Item
from paperterm.parse.lines import Line
from paperterm.parse.mastheads import without_facts
from paperterm.parse.papers import DOMAINS, ENDINGS, NAMES, NO_PAPER, NOT_AS_THE_HOUSE, PINYIN_ENDINGS
from paperterm.parse.vocabulary import SECTION_NAMES
from paperterm.text.romanise import syllables

PUBLISHER_VERBS = ("主管主办", "主管", "主办", "机关报", "委", "由")
LONGEST = 10
"""Han of a paper's name."""
_WORD = re.compile(r"\S+")
_PAGE = re.compile(rf"第\s?[a-z]?[{form.NUMERAL}]{{1,3}}\s?版")
_TITLE_MARKS = "《》〈〉【】[]「」『』"
_NAME = re.compile(rf"[\u3400-\u9fff]{{1,9}}(?:{'|'.join(ENDINGS)})")
_TODAY = re.compile(r"今日(?P<place>[\u3400-\u9fff]{2,4})")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_PINYIN = re.compile(rf"(?P<place>[a-z]{{3,30}}?)(?P<kind>{'|'.join(PINYIN_ENDINGS)})")
_LATIN = re.compile(r"[A-Za-z'’ -]+")
_END_OF_NAME = re.compile("报|周刊|周末|消息")


def paper_name(items: Iterable[Item], lines: Sequence[Line] = ()) -> str | None:
    """The paper that the lines of no article name. A name in pinyin is looked for in han among all `lines` of the page;
    where it stands nowhere, it is given as it is written: Changjiang Ribao."""
    publisher = plate = domain = pinyin = None
    items = list(items)
    for item in items:
        if item.state == "M":
            publisher = publisher or _publisher(item)
            plate = plate or next((name for name in _plates(item) if name), None)
            domain = domain or _owner(item.folded)
            pinyin = pinyin or _latin(item.text)
        elif _known(item.folded.strip(f"{_TITLE_MARKS} ")):
            plate = plate or item.text.strip(f"{_TITLE_MARKS} ")
    plate = plate or _today(items)
    return publisher or plate or domain or (_in_han(pinyin, lines) if pinyin else None)


def _today(items: Sequence[Item]) -> str | None:
    """今日某某, as papers of counties are called, where the masthead names the county elsewhere too."""
    for item in items:
        match = _TODAY.fullmatch(item.folded.strip(f"{_TITLE_MARKS} "))
        if match and any(match["place"] in other.folded for other in items if other is not item and other.state == "M"):
            return item.text.strip(f"{_TITLE_MARKS} ")
    return None


def is_paper(folded: str) -> bool:
    """Is a word the name of a paper, as a nameplate prints it?"""
    name = folded.strip(_TITLE_MARKS)
    if name in NO_PAPER or name.removesuffix("周刊") in SECTION_NAMES:
        return False
    return _known(name) or _NAME.fullmatch(name) is not None


def _known(name: str) -> bool:
    """Can a line be nothing but the name of a paper? 健康周刊 may be that of a section."""
    return name in NAMES or name.endswith("日日新闻")


def _plates(item: Item) -> Iterable[str]:
    bare = _PAGE.sub(lambda match: " " * len(match[0]), without_facts(item.folded))
    for word in _WORD.finditer(bare):
        if is_paper(word[0]):
            yield item.text[word.start() : word.end()].strip(_TITLE_MARKS)


def _publisher(item: Item) -> str | None:
    folded = without_facts(item.folded)
    match = form.PUBLISHER.search(folded)
    if not match:
        return None
    start, end = match.span("paper")
    for verb in PUBLISHER_VERBS:
        cut = folded.rfind(verb, start, end)
        if cut >= 0 and end - cut - len(verb) >= 3:
            start = cut + len(verb)
    # 参考消息报社 publishes 参考消息.
    return item.text[start : end - 1] if folded[start : end - 1] in NOT_AS_THE_HOUSE else item.text[start:end]


def _owner(folded: str) -> str | None:
    for host in _HOST.findall(folded):
        for domain, paper in DOMAINS.items():
            if host == domain or host.endswith(f".{domain}"):
                return paper
    return None


def _latin(text: str) -> str | None:
    """Changjiang Ribao of CHANGJIANG RIBAO or CHANG JIANG RI BAO."""
    match = _PINYIN.fullmatch("".join(text.lower().split())) if _LATIN.fullmatch(text) else None
    return f"{match['place'].capitalize()} {match['kind'].capitalize()}" if match else None


def _in_han(pinyin: str, lines: Sequence[Line]) -> str:
    """The words on the page that are read so, or the pinyin."""
    wanted = pinyin.replace(" ", "").lower()
    for line in lines:
        for ending in _END_OF_NAME.finditer(line.folded):
            for start in range(ending.start() - 1, max(-1, ending.end() - LONGEST - 1), -1):
                if syllables(line.folded[start : ending.end()]) == wanted:
                    return line.text[start : ending.end()]
    return pinyin
