"""Sentences, paragraphs and titles about one made-up event, in simplified script and full-width punctuation.

A `Topic` keeps its own towns, bodies, persons and catchwords, so that what it writes holds together as an article does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.printer import names
from tests.printer.numerals import numeral
from tests.printer.sentences import CLOSINGS, DEVELOPMENTS, LEADS, VERSE_A, VERSE_B, VERSE_C
from tests.printer.vocabulary import COINED_A, COINED_B, EVENTS, SUBJECTS, Subject


class Topic:
    """One event and its words. `write(templates)` fills a template; all choices come from `rng`."""

    def __init__(self, rng: Random, today: date, used: set[str]) -> None:
        self.rng = rng
        self.used = used
        self.today = today
        self.field: Subject = rng.choice(SUBJECTS)
        abroad = self.field.name == "国际"
        spots = rng.sample(names.FOREIGN_PLACE, 2) if abroad else [names.place(rng), names.place(rng)]
        self.place, self.place2 = spots
        self.province = rng.choice(names.PROVINCES)
        self.city = self.place if abroad else self.place + rng.choice(("市", "市", "县", "区"))
        self.county = (
            rng.choice(names.FOREIGN_PLACE) if abroad else names.place(rng) + rng.choice(("县", "区", "镇", "乡"))
        )
        self.orgs = [
            (rng.choice((self.place, self.city, names.place(rng))) if not abroad else rng.choice((self.place, "")))
            + body
            for body in rng.sample(self.field.body, 3)
        ]
        self.people = rng.sample(names.FOREIGN_NAME, 3) if abroad else names.people(rng, 3)
        self.titles = rng.sample(self.field.title, 3)
        self.coin = rng.choice(COINED_A)
        self.project = f"“{self.coin}”{rng.choice(COINED_B)}"
        self.doing = [
            (rng.sample(verbs, min(3, len(verbs))), rng.sample(things, min(3, len(things))))
            for verbs, things in self.field.doing
        ]
        self.who = rng.sample(self.field.who, 3)
        self.spots = rng.sample(self.field.place, 3)
        self.quotes = list(self.field.quote)
        rng.shuffle(self.quotes)
        self.river = rng.choice(names.PLACE_A) + rng.choice(names.WATER)
        self.told = 0

    def write(self, templates: tuple[str, ...]) -> str:
        """A template that the page has not used yet, filled; when all are used, they begin anew."""
        fresh = [t for t in templates if t not in self.used]
        if not fresh:
            self.used.difference_update(templates)
            fresh = list(templates)
        template = self.rng.choice(fresh)
        self.used.add(template)
        return self.fill(template)

    def fill(self, template: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda m: self.slot(m[1]), template)

    def slot(self, name: str) -> str:
        """The words for one slot of a template."""
        rng = self.rng
        fixed = {
            "place": self.place,
            "place2": self.place2,
            "city": self.city,
            "county": self.county,
            "province": self.province,
            "project": self.project,
            "coin": self.coin,
            "river": self.river,
        }
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
        makers: dict[str, Callable[[], str]] = {
            "spot": lambda: rng.choice(self.spots),
            "name": lambda: self.people[0] if name == "name" else rng.choice(self.people[1:]),
            "person": self._person,
            "person_short": lambda: self.people[0],
            "title": lambda: self.titles[0],
            "shortquote": lambda: re.split("，", rng.choice(self.quotes))[0],
            "when": self._when,
            "shot": self._shot,
            "when_short": lambda: rng.choice(("昨日", "今日", "在京", "在我市", "日前")),
            "clock": lambda: rng.choice(
                ("清晨6时", "早上7点", "凌晨4点半", "傍晚", "午后两点", "上午9时许", "天刚蒙蒙亮")
            ),
            "date": lambda: f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
            "month": lambda: str(rng.randint(1, 12)),
            "day": lambda: str(rng.randint(1, 28)),
            "days": lambda: str(rng.randint(3, 90)),
            "years": lambda: str(rng.randint(3, 30)),
            "year": lambda: str(rng.randint(1985, 2024)),
            "age": lambda: str(rng.randint(23, 82)),
            "amount": self._amount,
            "fig": self._figure,
            "money": lambda: rng.choice(
                (f"{rng.randint(2, 900)}万元", f"{rng.randint(11, 99) / 10}亿元", f"{rng.randint(2, 90) * 100}余元")
            ),
            "pct": lambda: rng.choice(
                (f"{rng.randint(3, 98)}%", f"{rng.randint(21, 987) / 10}%", f"百分之{numeral(rng.randint(3, 98))}")
            ),
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
        day = self.today - timedelta(days=rng.randint(0, 4))
        return rng.choice(
            (
                "日前",
                "近日",
                "昨日",
                "连日来",
                "不久前",
                "前不久",
                f"{day.month}月{day.day}日",
                f"{day.day}日上午",
                "今年以来",
                "昨天下午",
                "上周末",
                "入冬以来",
                "春节过后",
            )
        )

    def _shot(self) -> str:
        """When a photo was taken: most captions name the day."""
        day = self.today - timedelta(days=self.rng.randint(0, 5))
        return f"{day.month}月{day.day}日" if self.rng.random() < 0.75 else self._when()

    def _amount(self) -> str:
        rng = self.rng
        unit = rng.choice(self.field.unit)
        return rng.choice(
            (
                f"{rng.randint(3, 900)}{unit}",
                f"{rng.randint(2, 90) * 100}多{unit}",
                f"{rng.randint(11, 60)}余{unit}",
                f"{numeral(rng.randint(3, 99))}{unit}",
            )
        )

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
