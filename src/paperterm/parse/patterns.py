"""The printed forms by which a line of a newspaper gives itself away. All patterns look at folded text, so full-width and
traditional forms need no spelling of their own, and every span is a span of the line's own text.
"""

from __future__ import annotations

import re

from paperterm.parse.vocabulary import (
    AGENCIES,
    BODIES,
    CONTACT_WORDS,
    DIGEST_LABELS,
    EDITOR_WORDS,
    INDEX_LABELS,
    ROLE_WORDS,
    SECTION_NAMES,
)
from paperterm.text import dates

HAN = "\u3400-\u9fff"
"""For a character class. `re` takes 0.7 ms to compile each, because it marks the characters one by one; where it would
stand often, a look ahead says once which characters there are, and the rest of the pattern parts them."""
NUMERAL = "0-9一二三四五六七八九十百千万零〇○廿卅两"
ORNAMENT = r"[\s【\[(〔〖「『■●▲▼◆□◎○★◇△▽▶▷◀◁►◄·•*#>|]*"
CLOSE = r"[】\])〕〗」』]"

_agency = "|".join(
    (*AGENCIES, rf"[{HAN}]{{1,6}}(?:报|社|网|台)(?:[·/][{HAN}]{{1,6}}(?:报|社|网|台|客户端))?", r"本\s{0,2}[报社刊台]")
)
_role = "|".join(("特派员", "读者", "记者", "通讯员", "作者", "特约", "见习", "实习", "评论员", "撰稿"))
_figure = dates.NUMERAL
_page_count = r"今\s?日|本期|今天|本日|每日"
_place = rf"(?:(?!{_role}|驻|特派)[{HAN}·、])"
_year = rf"(?:[{NUMERAL}]{{4}}年)?"
_report = "报[道导]"

DATELINE = re.compile(
    rf"{ORNAMENT}(?:据|综合)?(?P<agency>{_agency})"
    rf"(?:"
    rf"(?P<wire>(?P<place>{_place}{{0,12}}?)\s*{_year}(?:(?P<month>[{NUMERAL}]{{1,3}})月)?(?P<day>[{NUMERAL}]{{1,3}})日\s*(?:专电|急电|电讯|电|讯))"
    rf"|(?P<wired>(?P<place2>{_place}{{0,6}}?)(?:综合|新闻|专)?\s{{0,2}}(?:消息|专讯|专电|电讯|讯|电))(?=[\s【】\[\]〔〕〖〗「」():,—-]|$)"
    rf"|(?P<reporter>(?:特派|驻\S{{1,4}}?)?(?:{_role})+(?P<who>[{HAN}·\s、/]{{2,28}}?)(?:(?:(?P<month3>[{NUMERAL}]{{1,3}})月)?(?P<day3>[{NUMERAL}]{{1,3}})日电|(?:摄影)?{_report})\s*{CLOSE}?)"
    rf")"
)
"""What opens a news item: 本报讯, 本报北京3月24日电, 新华社重庆十四日电, 香港文汇报讯, 本报记者某香港七日电."""

PLACE_DATELINE = re.compile(
    rf"{ORNAMENT}[【\[〔〖](?:(?P<place>[{HAN}]{{2,6}}?)(?:特约|航空)?(?:特讯|专讯|通讯|航讯|通信|专电|讯|电)|特讯|专讯|专电){CLOSE}"
)
"""【沙坪壩特訊】, 【特訊】: no agency, perhaps a place."""

DESK_DATELINE = re.compile(
    rf"[【\[(〔〖]记者(?P<who>[{HAN}·\s、]{{2,20}}?[/ ][{HAN}]{{2,4}})(?:\d+日)?(?:{_report}|电)[】\])〕〗]"
)
"""【記者某某／台北報導】"""

REPORTER = re.compile(rf"\s*{CLOSE}?\s*(?:{_role})+(?P<who>[{HAN}·\s、/]{{2,28}}?)(?:摄影)?{_report}")
"""記者某某報道 behind 【本報訊】, or within the brackets of a dateline."""

NAMES_ALONE = re.compile(
    rf"\s*[(](?=[{HAN}\s、]+[)])\s*(?P<names>[^\s、()]{{2,4}}(?:[\s、]+[^\s、()]{{2,4}}){{0,5}})\s*[)]"
)
"""(A B) right behind a dateline."""

BARE_NAMES = re.compile(
    rf"\s*(?P<names>(?:(?:{_role})+\s?(?=[{HAN}\s、]+)[^\s、,。:“(]{{2,4}}(?:[\s、]+(?!(?:{_role}))[^\s、,。:“(]{{2,3}}){{0,3}}(?:\s+|$)){{1,2}})"
)
"""记者A 通讯员B, without brackets behind a dateline."""

CLOSING_NAME = re.compile(rf"[(](?=[{HAN}\s]+[)])\s*(?P<names>[^\s()]{{2,3}}|[^\s()]\s[^\s()])\s*[)]\s*$")
"""(张三) behind the last sentence."""

CLOSING_DATELINE = re.compile(
    rf"\s*[(【\[]\s*(?:据|综合)?(?P<agency>{_agency})(?!{_role})(?P<place>[{HAN}·]{{0,12}}?)\s*"
    rf"(?:(?:(?P<month>[{NUMERAL}]{{1,3}})月)?(?P<day>[{NUMERAL}]{{1,3}})日)?(?:专电|讯|电)(?P<rest>[^()]{{0,40}})[)】\]]\s*$"
)
"""(新华社北京10月21日电) at the end of an article."""

NAME_GROUP = re.compile(
    rf"[(【\[]\s*(?P<names>(?:{_agency})?(?:首席|全媒体|融媒体|特派|驻[{HAN}]{{2,8}}?)?(?:{_role}|文|图|编译|整理)[^()】\]]{{1,60}}?)\s*[)】\]]"
)
"""(记者A B 通讯员C)"""

BYLINE = re.compile(
    rf"{ORNAMENT}(?:[{HAN}]{{2,6}}读者\s+[{HAN}]{{2,4}}\s*$"
    rf"|(?:{_agency})?(?:(?:全媒体|融媒体|首席|特派|驻\S{{1,4}})?(?:{_role})[:\s]*\S|(?<=[报社刊台网视端])评论员\s*$)"
    rf"|(?:(?:[\[(]?[{HAN}]{{1,2}}[\])])?[{HAN}·]{{2,12}}\s+(?:著|译|编著|编|绘)(?:\s+|$)){{1,3}}(?:[{HAN}]{{2,10}}(?:出版社|书局|书店))?\s*$"
    r"|文/图|图/文|文/|作者[:/]|(?:本版)?(?:撰文|采写|编译|编写|撰稿|供稿)\s*[:/\s]\s*\S)"
)
"""本报记者 张三, 撰文/张三, 张三 著 某某出版社; 本报评论员 with nobody's name."""
BYLINE_END = re.compile(rf"(?:{'|'.join(map(re.escape, ROLE_WORDS))}|[{HAN}A-Za-z·)\]】/\s])$")
LONE_NAME = re.compile(
    rf"[□■◎○●◆▲△]?\s*(?=[{HAN}\s、]+$)(?:(?:[^\s、]{{2,4}}|[^\s、]\s{{1,3}}[^\s、])(?:[\s、]+|$)){{1,4}}(?<![\s、])$"
)
"""One to four names."""

CREDIT_END = re.compile(
    rf"(?:(?:(?:央视|[{HAN}][报社网台](?:[·/][{HAN}]{{1,6}}客户端)?|本\s{{0,2}}[报社刊台])(?:记者|通讯员|发|特约)?|记者|通讯员|作者)"
    rf"[\s(]*[{HAN}·\s、]{{1,16}}?[\s(]*(?:摄|供图|摄影报道|摄影|图)\s*[)】]?"
    rf"|[{HAN}]{{2}}\s*(?:摄|/摄|供图)\s*[)】]?|[(【]\s*[{HAN}]\s[{HAN}]\s*(?:摄|供图)\s*[)】]"
    rf"|^\s*[(【]?\s*(?:图|摄影|摄|供图|图片)\s*[:/]\s*[{HAN}·\s、]{{2,12}}[)】]?"
    r"|(?:视觉中国|东方ic|人民视觉|影像中国|图虫|新华社|中新社|资料图片?)\s*(?:供图|发|图|图片)?\s*)$"
)
"""Whose photo it is, to be searched for; where the words before it begin does not matter."""
_photo_ends = ("摄", "供图", "摄影报道", "摄影", "视觉中国", "资料图", "资料图片", "新华社发", "中新社发")
PHOTO_MARK = re.compile(
    "|".join((*(rf"{end}\s*[)】]?\s*$" for end in _photo_ends), "图片来源", "图:", "图/", "供图[:/]"))
)
CAPTION = re.compile(
    rf"{ORNAMENT}(?:(?:上|下|左|右|大|小|本|题)?图(?:\d|[一二三四五六])?(?:片)?[::]?(?:为|是|\s)|图片|(?:近日|日前|昨日|今日|当日|昨天|今天|这是)(?:上午|中午|下午|傍晚|晚上|晚间|清晨|凌晨|早上|晚)?[,]"
    rf"|\d{{1,2}}月\d{{1,2}}日(?:上午|下午|晚)?[,]|这(?:是|张))"
)

_pages = (
    rf"(?P<letter>[a-z])?\s*(?P<page>[{NUMERAL}]{{1,3}})(?:\s*版?[、,和至]\s*第?\s*[a-z]?\s*[{NUMERAL}]{{1,3}})*\s*版"
)
_named = r"\s*(?:《(?P<{}>[^《》]{{2,40}})》\s*)?"

JUMP_TO = re.compile(
    rf"[(【\[▶►→]*\s*(?:(?:紧|下)?(?:下转|转|接|下接|续转)|文转|全文见)\s*(?:第|至)?\s*{_pages}\s*[)】\]▶►→]*"
)
JUMP_TO_STRICT = re.compile(rf"(?:[(【\[▶►→]*\s*下转|[(【\[]\s*(?:[文紧续]?转|全文见))\s*第?\s*{_pages}\s*[)】\]▶►→]*")
"""下转第3版, 下转第3、4版 (the first page counts), 文转第三版, 全文见第3版; the strict form also inside a text."""
JUMP_FROM = re.compile(
    rf"[(【\[◀◄←]*{_named.format('title')}(?P<word>上接|文接|紧接|(?P<bare>接))\s*第?\s*{_pages}{_named.format('title_behind')}\s*[)】\]]*"
)
"""上接第1版, 文接第一版, 接1版, 《标题》上接第1版, 上接第1版《标题》."""
POINTER = re.compile(
    rf"[(【\[]?\s*(?:相关)?(?:报道|新闻|消息|社评|全文|文章|内容|详情|评论|图片)*(?:见|详见|刊|刊于|载)\s*(?:今日)?(?:第?\s*[a-z]?[{NUMERAL},、]{{1,6}}\s*版|[a-z]\d{{1,2}})\s*[)】\]]?$"
)
INDEX_ITEM = re.compile(
    rf"(?:[>»→▶/\s(【]|\.{{2,}}|…+)\s*(?:第?\s*[a-z]?[{NUMERAL}]{{1,3}}\s*版|[a-z]\d{{1,2}})\s*[)】]?$"
)

INDEX_START = re.compile(rf"[▶►>(【]?\s*第?\s*[a-z]?[{NUMERAL}]{{1,3}}\s*版[)】:]?\s*\S.{{8,}}")
"""An item of an index that begins with its page: 14版 标题. Names of pages are shorter."""

FULL_DATE, DOTTED_DATE, ERA_DATE = dates.FULL_DATE, dates.DOTTED_DATE, dates.ERA_DATE
WEEKDAY = re.compile(r"(?:星期|礼拜|周)\s?[一二三四五六日天]")
LUNAR = re.compile(
    r"[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|农历|夏历|西历|国历|废历|(?:^|\s)(?:[正二三四五六七八九十冬腊]|十[一二])月(?:初[一二三四五六七八九十]|[十廿][一二三四五六七八九]?|二十|三十)(?=\s|$)"
)
ISSUE_TOTAL = re.compile(rf"总\s?(?:第)?\s*(?P<number>[{_figure}][{_figure},\s]{{0,12}})\s*[期号]")
ISSUE_NUMBER = re.compile(
    rf"第\s*(?P<number>[{_figure}][{_figure},\s]{{1,12}})\s*[期号]|(?<![a-z])no\.?\s*:?\s*(?P<no>\d{{3,6}})(?!\d|-)"
)
PAGE_COUNT = re.compile(
    rf"(?:{_page_count}|共)\s*(?:对开|四开|八开|共|出版|出刊|出)*\s*(?P<number>[{_figure}](?:\s?[{_figure}]){{0,3}})\s*(?:个)?\s?版"
    rf"|(?:{_page_count})\s*(?P<sections>(?:[a-z]\s*(?:叠|组)?\s*\d{{1,2}}\s*版[\s、,+]*){{1,8}})"
)
"""今日对开12版; 今日A叠8版 B叠4版"""
CN_NUMBER = re.compile(
    r"(?:CN|国内统一(?:连续出版物号|刊号))\s*[::]?\s*(?:CN)?\s*(?P<cn>\d{2}\s*[-—–−]\s*\d{4})(?!\d)", re.I
)
POST_OFFICE = re.compile(r"代号\s*:?\s*[a-z]{0,2}\d")
PUBLISHER = re.compile(rf"(?P<paper>[{HAN}]{{2,10}}?报)(?:社|业|集团|传媒)[{HAN}]{{0,8}}(?:出版|主办|编辑|印行)")
ORGAN = re.compile(rf"^[{HAN}\s·]{{4,22}}(?:机关报|主办|编印)$")
"""中共某某地委机关报, 某某集团主办."""
_character = r"[^\s\da-z:·|/〇○]"
PAGE_LABEL = re.compile(
    rf"^(?=[{HAN}\s\da-z:·|/〇○]+$)(?:"
    rf"(?:第\s*)?(?P<page>[a-z]?\s*[{NUMERAL}]{{1,3}})\s*版(?:\s*[:·|/]?\s*(?P<name>{_character}{{2,8}}(?:[·/ ]{_character}{{2,4}})?))?$"
    rf"|(?P<letter>[a-z]\d{{1,2}})(?:\s*[:·|/]?\s*{_character}{{2,8}}(?:[·/]{_character}{{2,4}})?)?$"
    rf"|{_character}{{2,4}}\s*(?P<letter2>[a-z]\d{{1,2}})$"
    rf"|(?P<digits>\d{{1,2}})\s+(?P<name2>{_character}{{2,4}}(?:[\s·/]*{_character}{{2,4}})?)$"
    rf"|(?:{'|'.join(SECTION_NAMES)})\s*[:·|/]?\s*(?P<digits2>[a-z]?\d{{1,2}})$"
    rf"|(?!{_page_count}|下|上接|紧接|文接|接|转|文转|全文见)(?P<name3>{_character}{{2,8}}?)\s*[:·|/]?\s*第?(?P<page3>[a-z]?[{NUMERAL}]{{1,3}})版$)"
)
PAGE_IN_LINE = re.compile(
    rf"(?:^|\s|(?<=报)(?=第))第?\s?(?P<page>[a-z]?[{NUMERAL}]{{1,3}})\s?版(?=\s|[:·/]|$|(?:{'|'.join(SECTION_NAMES)}))|^(?P<letter>[a-z]\d{{1,2}})(?=\s|[:·])"
)
"""04版:要闻 among other things on a masthead line."""
ACTOR = re.compile(rf"^[{HAN}]{{1,8}}?(?:{'|'.join(BODIES)})(?=[{HAN}])")
"""A line that begins with who did it: kickers oftener than headlines."""
LETTER = re.compile(r"\s*(?:编辑同志|编辑部|尊敬的编辑|主编先生|编辑先生|编者先生)\S{0,4}\s*:")
"""编辑同志: at the beginning of a reader's letter."""
LEAD = re.compile(
    rf"\s*[“「]?.{{0,12}}?(?:记者.{{0,16}}(?:获悉|了解到|看到)|日前|近日|昨日|昨天|今日|前天|连日来|入冬以来|入夏以来|开春以来"
    rf"|[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日|[{NUMERAL}]{{1,3}}日[上下]午|凌晨|上周末)"
)
"""How a news item begins that has no dateline."""
TABLE_ROW = re.compile(r"(?:\S{1,8}\s+){3,}\S{1,8}")
"""A row of a table: several short words or numbers."""
QUESTION = re.compile(r"\s*[问答]\s*:")
"""问: and 答: of an interview."""
BANNER = re.compile(r"\s*([★■◆●▲])\s*[\u3400-\u9fff]{2,6}\s*\1\s*$")
"""★信息窗★"""
URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w.-]+@[\w-]+\.\w+", re.I)
PHONE = re.compile(r"(?:\d{3,4}-\d{7,8}|\(0\d{2,3}\)\s*\d{7,8}|\b400-?\d{3}-?\d{4})")
PINYIN_NAME = re.compile(r"^[A-Z][A-Za-z]*(?:\s*[A-Z][A-Za-z]*){0,12}$")
CONTACT = re.compile("|".join(map(re.escape, CONTACT_WORDS)), re.I)
EDITORS = re.compile(rf"{ORNAMENT}(?:{'|'.join(map(re.escape, EDITOR_WORDS))})\s*[:/\s]\s*\S")
DIGEST = re.compile(rf"{ORNAMENT}(?:{'|'.join(DIGEST_LABELS)})(?:\s*{CLOSE}?\s*(?:[:]|$)|{CLOSE}|(?<=编者按)\s)")
INDEX = re.compile(rf"{ORNAMENT}(?:{'|'.join(INDEX_LABELS)})\s*{CLOSE}?\s*[:]?$")

ORDINAL = re.compile(
    rf"(?P<chapter>第[{NUMERAL}]{{1,4}}[章节编篇部])|(?P<article>第[{NUMERAL}]{{1,4}}条)|(?P<one>[一二三四五六七八九十]{{1,3}})(?:\s*[、.]|\s(?=\s*[{HAN}]))"
    rf"|(?P<two>\([{NUMERAL}]{{1,3}}\))|(?P<three>\d{{1,2}}\s*[、.](?!\d))"
)
SOURCE = re.compile(
    r"^[(【\[]\s*(?:(?:本文)?作者(?:系|单位|为|是)|选自|摘自|节选自|原载|载于|来源|据)[^()]{2,40}[)】\]]$"
)
"""(选自作者新著《…》), (作者系某校教师) behind a text."""
END_MARK = re.compile(r"[(【\[]?\s*(?:未完(?:待续)?|待续|完|下期待续|连载\s*\d+|续完|全文完)\s*[)】\]]")
RULE = re.compile(r"^[\s\W_]+$")
NOTICE = re.compile(r"(?:通知|公告|启事|声明|公示|讣告|通告)\s*$")
WEATHER = re.compile(
    r"\d\s*(?:℃|度).*|^(?:今|明|后)(?:天|日|晚).{0,4}(?:晴|多云|阴|雨|雪)|(?:晴|多云|阴|小雨|阵雨|中雨).{0,12}\d\s*[℃级度]"
)
RUN_IN_PLAIN = re.compile(
    rf"\s*(?:[^。;!?\s]{{5,28}}+[。!?](?!”)\s*"
    rf"|(?=\S{{4,23}}+[^\S\n])[^。;!?,\s]{{3,22}}[{HAN}”」』》?](?:[^\S\n]{{1,3}}[^。;!?,\s]{{3,16}}[{HAN}”」』》?])?[^\S\n]{{1,3}}(?=[{HAN}【“「《])"
    rf"|[{HAN}]{{2,6}}[省市县区镇乡村州][^\S\n][^。;!?\s]{{5,28}}+[。!?](?!”)\s*|《[^》]{{2,16}}》\s*)(?=\S.{{20,}})"
)
"""标题。正文, 标题　正文, 《书名》正文 without a bullet: oftener under a banner, since paragraphs begin like this too."""
BULLETS = "■●▲▼◆□◎○★◇△▽·•"
RUN_IN = re.compile(
    rf"\s*(?:[{BULLETS}]\s*(?P<title>[^。;!?\s]{{4,30}}?(?:\s[^。;!?\s]{{2,16}})?(?:[。!?]|(?=\s{{1,3}})|(?=:)))"
    rf"|【(?P<boxed>[^】。]{{4,24}})】)\s*(?=\S.{{15,}})"
)
"""A headline with its text behind it on the line: ●标题。正文, ■标题　正文, 【标题】正文."""
LAST_GROUP = re.compile(r"(?<=[。!?…”])\s*\([^()]{1,40}\)\s*$")
"""(记者某某), (完), (下转第3版) behind the last sentence."""
MID_STARTS = frozenset(",、。;:!?)]】》〉”’」』%")
"""What no sentence begins with."""
PARENTHESES = re.compile(r"^\(.*\)$")
