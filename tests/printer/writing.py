"""Sentences, paragraphs and titles about one made-up event, in simplified script and full-width punctuation.

A `Topic` keeps its own towns, bodies, persons and catchwords, so that what it writes holds together as an article does.
"""

from __future__ import annotations

import re
from random import Random

from tests.printer import names
from tests.printer.numerals import numeral
from tests.printer.vocabulary import COINED_A, COINED_B, EVENTS, SUBJECTS, Subject

LEADS = (
    "{when}，{org}{act}，{result}。",
    "{when}，{person}来到{spot}，{act}。记者从{org}了解到，今年以来，{city}已{act2}{amount}，{result}。",
    "记者{when}从{org}获悉，{city}{act}工作进展顺利，目前已涉及{amount}，{result}。",
    "{when}，{project}{event}在{city}举行。{amount}参加活动，{person}介绍了{act}的做法。",
    "“{quote}。”{when}，在{city}{spot}，{person}这样对记者说。今年以来，{org}{act}，{result}。",
    "{clock}，{city}{spot}已经热闹起来，{who}正在{act}。{person}告诉记者，这样的场面已经持续了{days}天。",
    "{act}、{act2}、{act3}……{when}，{org}公布{project}进展情况，{amount}从中受益。",
    "{org}{when}宣布，从{date}起{act}，预计将惠及{amount}。这是{city}推进{project}的又一举措。",
)
DEVELOPMENTS = (
    "为{act}，{org}先后{act2}、{act3}，仅上半年就投入{money}。",
    "据{person}介绍，{project}启动以来，已累计完成{amount}，{result}。",
    "{who}{name2}说，过去{act}要等上{days}天，如今当天就能见到结果。",
    "“{quote}。”{person}说。",
    "“{quote}，{quote2}。”谈起{project}，{name}打开了话匣子。",
    "在{spot}，记者看到，{who}正忙着{act}，一旁的公示栏上写着本月的进度：{amount}。",
    "与此同时，{org}还把{act}同{act2}结合起来，由{name}牵头，每月通报一次情况。",
    "数据显示，截至{month}月底，{city}共{act}{amount}，比上年同期增长{pct}。",
    "{county}{org2}的做法则是先{act}，再{act2}，{result}。",
    "问题也随之而来。{amount}怎么安排，{who}的意见怎么听，{act}的钱从哪里出，都摆在{org}面前。",
    "{person}坦言，起初并不是所有{who}都理解，“{quote}”，他挨家挨户地把这个道理讲给大家听。",
    "按照{project}方案，{city}将用{years}年时间{act}，其中第一批{amount}已经确定。",
    "{name}算了一笔账：{act}每年可节省{money}，{act2}又能增加{money2}，{result}。",
    "{who}{name2}是第一批受益者。{when}，他在{spot}办完手续，前后不到{days}分钟。",
    "不过，{person}提醒说，{act}不能一哄而上，要看当地的条件，尤其要顾到{who}的实际困难。",
    "{year}年以前，这里还没有{thing}，{who}要到{days}公里以外的{place2}去。",
    "有了{thing}，{who}的心定了下来，{place}的名声也一点一点传了出去。",
    "记者翻开{org}的台账，{thing}、{thing2}、{thing3}，一项一项记得清清楚楚。",
    "从{place2}赶来的{name2}在{spot}转了一上午，{thing}给他留下了很深的印象。",
    "针对{thing2}方面的短板，{org}专门请来{place2}的专家，手把手教大家{act}。",
    "{month}月{day}日，{org2}又传来消息：{result}。",
    "经过{days}天的努力，{place}终于{act}，{result}。",
    "有{who}担心，{act}之后{thing}会不会没人管？{person}的回答是，“{quote}”。",
    "{org}把“{goal}”列入今年的重点工作，由{name}带队，分{days}组到{county}走访，回来就{act}。",
    "在{county}，类似的{thing}已有{amount}，由{org2}统一管理，收支情况每季度张榜公布。",
)
BACKGROUNDS = (
    "{place}地处{province}{side}部，{river}穿城而过，{year}年以来，{act}一直是当地的一件大事。",
    "据了解，{org}成立于{year}年，现有{amount}，曾多次承担{thing}任务。",
    "{project}是{city}{year}年推出的一项举措，内容包括{act}、{act2}和{act3}。",
    "{name}今年{age}岁，{year}年到{org}工作，和{thing}打了{years}多年交道。",
    "早在{year}年，{place}就提出过{act}的设想，因为资金和人手不足，一拖就是{years}年。",
    "长期以来，{thing}和{thing2}是{place}的老大难，{who}意见不小。",
)
CLOSINGS = (
    "{person}表示，下一步将继续{act}，力争年底前完成{amount}。",
    "目前，{project}仍在进行中，{org}提醒{who}及时关注公告。",
    "“{quote}。”离开{spot}时，{name}又补了一句。",
    "据悉，{city}还将{act2}，让{thing}真正用起来、管得好。",
    "夜幕降临，{spot}的灯亮了，{who}的忙碌还在继续。",
    "{org}有关负责人说，{act}没有终点，{place}的探索才刚刚开始。",
    "{org2}、{org}负责人以及{who}代表等参加上述活动。",
)
CAPTIONS = (
    "{when}，在{province}{city}{spot}，{who}正在{act}。近年来，{place}{act2}，{result}。",
    "{month}月{day}日，{who}在{city}{spot}{act}。当日，{project}{event}举行，吸引了{amount}。",
    "图为{when}{who}在{place}{spot}{act}。",
    "{when}，{place}{org}的{who}{act}。{project}开展以来，已有{amount}受益，{result}。",
)
HEADLINES = (
    "{place}{act}", "{place}：{act} {act2}", "{org}{act}{fig}", "{thing}“{coin}”进{place}", "{act}，{place}这样做", "{goal} {goal2}",
    "{place}{fig}{act}", "{fig}背后的{thing}", "一{meas}{thing}的{years}年", "{place}{project}惠及{fig}", "{thing}何以成了{place}的新名片？",
    "{place2}与{place}联手{act}", "{thing}，让{who}更安心", "“{shortquote}”", "{person_short}：{shortquote}", "{org}今年将{act}", "{result}",
    "{place}{event}{when_short}举行", "{act}不能只做表面文章", "从{thing}到{thing2}", "为{thing}装上“{coin}”", "{place}首个{thing}项目落地",
)
KICKERS = (
    "{place}{act}、{act2}，破解{thing}难题——", "{org}{act}", "{goal} {goal2} {goal3}", "{city}启动{project}", "{fig}参与，{result}", "{province}{place}{act}",
    "{org}负责人就{project}答记者问", "{place}以{thing}为抓手{act}", "{result}，{act}", "{project}走进{place}——",
)
DECKS = (
    "——记{org}{title}{name}", "{place}{year}年以来{act}{fig}", "{fig}已{act}", "——{city}{project}见闻", "{org}：将继续{act}", "{result}",
    "——{place}{act}的调查与思考", "专家建议：{act}要因地制宜",
)
SECTIONS = (
    "{goal}，{act}", "{act}有了新办法", "“{shortquote}”", "从{thing}做起", "{thing}：补上短板", "让{who}唱主角", "{act} {act2}", "难在哪里", "{goal}“组合拳”",
    "{place}的“{coin}”账",
)
ESSAY = (
    "那时候，{place}还没有{thing}，{river}边的石阶一到傍晚就坐满了人，说的无非是收成、雨水和谁家的孩子出了远门。",
    "我总记得{place}的清晨，雾从{river}上漫过来，先淹了桥，再淹了巷口那家卖豆浆的铺子。",
    "祖父话不多，一辈子和{thing}打交道，手上的茧子比鞋底还硬。他常说，{quote}。",
    "前些日子回了一趟{place}，老屋的门锁锈住了，邻居{name2}从墙那边递过来一把钥匙，说是我母亲当年留下的。",
    "{who}们大约不会想到，{thing}也能写进文章里。可我以为，凡是用旧了的东西，都有自己的话要说。",
    "人到了一定的年纪，才晓得慢的好处。慢慢走，慢慢看，慢慢把一碗面吃完，窗外的雨也就停了。",
    "后来我去过许多地方，{place2}的海，{place}的山，见得越多，越觉得心里那条{river}没有尽头。",
    "灯下翻一本旧书，书页里夹着一张车票，{year}年，{place}到{place2}，票价的数字已经看不清了。",
    "母亲在电话里说，院里的枇杷熟了，鸟吃一半，人吃一半。我听着，忽然就想起了{thing}。",
    "有人问我，为什么总写{place}。我说，一棵树只认得自己脚下的土，别的土再肥，也是别人的。",
    "{month}月里下过一场大雪，{name2}扛着铁锹，从村头一直铲到学堂门口，铲出一条窄窄的路，刚好容得下一个背书包的孩子。",
    "风从窗缝里进来，把桌上的稿纸吹得哗哗响。我起身去关窗，看见对面楼上也有一盏没有熄的灯。",
)
COMMENT = (
    "{act}，说到底是为了{who}。离开了这一条，{project}的名头再响，也难免落空。",
    "日前，{place}{act}的消息引起不少议论。有人叫好，也有人担心：{thing}会不会成了摆设？",
    "这样的担心并非没有道理。一些地方{act}时轰轰烈烈，热闹过后，{thing}无人问津，{who}的感受打了折扣。",
    "“{quote}。”这句话值得细细琢磨。",
    "要看到，{thing}不是孤立的，它同{thing2}、{thing3}连在一起。只抓一头，难免顾此失彼。",
    "从这个意义上说，{place}的探索提供了有益的启示：办法从{who}中来，成效由{who2}说了算。",
    "当然，{act}不可能一蹴而就。钱从哪里来，人往哪里去，账怎么算，都需要拿出实打实的办法。",
    "期待更多的地方像{place}那样，多一些{act}的耐心，少一些急于求成的浮躁。",
    "古人云，行百里者半九十。越是到了{project}的关键阶段，越要防止松劲歇脚的念头。",
    "把{thing}的事办好，考验的是作风，更是感情。心里装着{who}，办法总比困难多。",
)
QUESTIONS = (
    "{project}出台的背景是什么？", "{act}有哪些具体安排？", "{who}最关心{thing}，{org}将如何回应？", "怎样防止{act}走过场？", "下一步{place}还有哪些打算？", "{thing}的经费从哪里来？",
)
DECREE = (
    "{org}应当会同有关部门{act}，建立健全{thing}管理制度，定期公布{thing2}情况。",
    "任何单位和个人不得擅自{act}。违反规定的，由{org}责令限期改正；逾期不改正的，处{money}以下罚款。",
    "本办法所称{thing}，是指在{place}行政区域内由{org}统一管理的{thing2}和{thing3}。",
    "{who}依法享有参与{act}的权利，有关部门应当听取其意见并在{days}日内予以答复。",
    "各级人民政府应当将{thing}纳入年度计划，所需经费列入本级财政预算，并对{who}给予适当补助。",
    "鼓励和支持社会力量{act}。对在{thing}工作中成绩突出的单位和个人，按照有关规定给予表彰。",
    "加强{thing}建设。到{year2}年，{act}取得明显进展，{thing2}覆盖率达到{pct}以上，{result}。",
    "完善{thing2}保障机制。统筹{act}与{act2}，健全{who}诉求表达渠道，依法维护其合法权益。",
)
VERSE_A = "风 雨 月 灯 船 麦子 炊烟 石阶 河水 落叶 星光 布谷 铁轨 候鸟 老井 渡口 芦花 晨雾 山路 桃花".split()
VERSE_B = "替我记住 轻轻放下 一夜之间吹绿 缓缓走过 从不说出 慢慢数着 悄悄推开 守着 追赶 读懂 捎来 照亮".split()
VERSE_C = "那年的秋天 母亲的白发 一封没有寄出的信 远行人的脚印 整个村庄的梦 半山的雪 无人的站台 孩子的歌声 田埂上的黄昏 未完成的诗 归途 千里之外的灯火".split()


class Topic:
    """One event and its words. `write(templates)` fills a template; all choices come from `rng`."""

    def __init__(self, rng: Random, field: Subject | None = None) -> None:
        self.rng = rng
        self.field = field or rng.choice(SUBJECTS)
        abroad = self.field.name == "国际"
        spots = rng.sample(names.FOREIGN_PLACE, 2) if abroad else [names.place(rng), names.place(rng)]
        self.place, self.place2 = spots
        self.province = rng.choice(names.PROVINCES)
        self.city = self.place if abroad else self.place + rng.choice(("市", "市", "县", "区"))
        self.county = (rng.choice(names.FOREIGN_PLACE) if abroad else names.place(rng) + rng.choice(("县", "区", "镇", "乡")))
        self.orgs = [
            (rng.choice((self.place, self.city, names.place(rng))) if not abroad else rng.choice((self.place, ""))) + body
            for body in rng.sample(self.field.body, 3)
        ]
        self.people = rng.sample(names.FOREIGN_NAME, 3) if abroad else names.people(rng, 3)
        self.titles = rng.sample(self.field.title, 3)
        self.coin = rng.choice(COINED_A)
        self.project = f"“{self.coin}”{rng.choice(COINED_B)}"
        self.doing = [
            (rng.sample(verbs, min(3, len(verbs))), rng.sample(things, min(3, len(things)))) for verbs, things in self.field.doing
        ]
        self.who = rng.sample(self.field.who, 3)
        self.spots = rng.sample(self.field.place, 3)
        self.quotes = list(self.field.quote)
        rng.shuffle(self.quotes)
        self.river = rng.choice(names.PLACE_A) + rng.choice(names.WATER)
        self.told = 0
        self.used: set[str] = set()

    def write(self, templates: tuple[str, ...]) -> str:
        """A template that this topic has not used yet (while there are any), filled."""
        fresh = [t for t in templates if t not in self.used] or list(templates)
        template = self.rng.choice(fresh)
        self.used.add(template)
        return self.fill(template)

    def fill(self, template: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda m: self.slot(m[1]), template)

    def slot(self, name: str) -> str:
        """The words for one slot of a template."""
        rng = self.rng
        fixed = {"place": self.place, "place2": self.place2, "city": self.city, "county": self.county, "province": self.province, "project": self.project, "coin": self.coin, "river": self.river}
        if name in fixed:
            return fixed[name]
        base = name.rstrip("123")
        if base == "act":
            verbs, things = rng.choice(self.doing)
            return rng.choice(verbs) + rng.choice(things)
        if base == "thing":
            return rng.choice(rng.choice(self.doing)[1])
        if base == "org":
            return rng.choice(self.orgs[:2] if name == "org" else self.orgs)
        if base == "who":
            return rng.choice(self.who)
        if base == "quote":
            self.told += 1
            return self.quotes[self.told % len(self.quotes)].rstrip("。")
        if base == "goal":
            self.told += 1
            return self.field.goal[self.told % len(self.field.goal)]
        makers = {
            "spot": lambda: rng.choice(self.spots),
            "name": lambda: self.people[0] if name == "name" else rng.choice(self.people[1:]),
            "person": self._person,
            "person_short": lambda: self.people[0],
            "title": lambda: self.titles[0],
            "shortquote": lambda: re.split("，", rng.choice(self.quotes))[0],
            "when": self._when,
            "when_short": lambda: rng.choice(("昨日", "今日", "在京", "在我市", "日前")),
            "clock": lambda: rng.choice(("清晨6时", "早上7点", "凌晨4点半", "傍晚", "午后两点", "上午9时许", "天刚蒙蒙亮")),
            "date": lambda: f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
            "month": lambda: str(rng.randint(1, 12)),
            "day": lambda: str(rng.randint(1, 28)),
            "days": lambda: str(rng.randint(3, 90)),
            "years": lambda: str(rng.randint(3, 30)),
            "year": lambda: str(rng.randint(1985, 2024)),
            "age": lambda: str(rng.randint(23, 82)),
            "amount": self._amount,
            "fig": self._figure,
            "money": lambda: rng.choice((f"{rng.randint(2, 900)}万元", f"{rng.randint(11, 99) / 10}亿元", f"{rng.randint(2, 90) * 100}余元")),
            "pct": lambda: rng.choice((f"{rng.randint(3, 98)}%", f"{rng.randint(21, 987) / 10}%", f"百分之{numeral(rng.randint(3, 98))}")),
            "result": lambda: rng.choice(self.field.result),
            "event": lambda: rng.choice(EVENTS),
            "side": lambda: rng.choice("东西南北中"),
            "meas": lambda: rng.choice(("座", "条", "处", "门")),
        }
        return makers[base]()

    def _person(self) -> str:
        rng = self.rng
        index = rng.choice((0, 0, 1, 2))
        return f"{self.orgs[min(index, 1)] if rng.random() < 0.6 else ''}{self.titles[index]}{self.people[index]}"

    def _when(self) -> str:
        rng = self.rng
        return rng.choice(("日前", "近日", "昨日", "连日来", "不久前", "前不久", f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日", f"{rng.randint(1, 28)}日上午", "今年以来", "昨天下午", "上周末", "入冬以来", "春节过后"))

    def _amount(self) -> str:
        rng = self.rng
        unit = rng.choice(self.field.unit)
        return rng.choice((f"{rng.randint(3, 900)}{unit}", f"{rng.randint(2, 90) * 100}多{unit}", f"{rng.randint(11, 60)}余{unit}", f"{numeral(rng.randint(3, 99))}{unit}"))

    def _figure(self) -> str:
        rng = self.rng
        return f"{rng.choice((rng.randint(2, 30), rng.randint(30, 999), rng.randint(2, 90) * 100))}{rng.choice(self.field.unit)}"

    def paragraph(self, templates: tuple[str, ...], low: int, high: int) -> str:
        """Sentences until the paragraph has `low` characters, at most about `high`."""
        aim = self.rng.randint(low, high)
        text = self.write(templates)
        while len(text) < aim:
            more = self.write(DEVELOPMENTS if templates is LEADS or templates is CLOSINGS else templates)
            if len(text) + len(more) > high + 40:
                break
            text += more
        return text

    def title(self, templates: tuple[str, ...], low: int, high: int) -> str:
        """A headline, kicker or deck of `low` to `high` characters."""
        best = ""
        for _ in range(12):
            best = self.write(templates)
            if low <= len(best) <= high:
                return best
        return best[:high].rstrip("，、：“ ") if len(best) > high and "“" not in best else best

    def verse(self) -> str:
        rng = self.rng
        return rng.choice(VERSE_A) + rng.choice(VERSE_B) + rng.choice(VERSE_C)
