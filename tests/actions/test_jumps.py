"""下转第3版 and 上接第1版, followed over the pages of an issue."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from paperterm.actions.answer import Failure
from paperterm.actions.session import Session
from paperterm.library.records import StoredArticle
from tests.actions.conftest import BARE, FRONT, THIRD

BRIDGE = "江边新桥通车"
LIFTS, TEA, LIBRARY, FLOOD = "老旧电梯换新记", "春茶开采 茶农忙", "市图书馆推出夜间延时服务", "湘江防汛物资储备到位"
HEAD = "湘潭日报\n2025年3月25日 星期二 第12345期 第{}版\n\n"
MANY = (
    HEAD.format(1)
    + f"""# {LIFTS}
本报记者 周可欣

“终于不用再爬十二层楼了。”家住岳塘区霞光小区的退休教师陈佩兰站在崭新的电梯前笑着说。这部电梯替换了一部已经运行二十四年的老电梯。今年初,区住建局启动老旧电梯更新行动,霞光小区被列为首批试点。(下转第3版)

# {TEA}
本报讯(记者罗建)连日来,韶山市杨林乡的千亩茶园迎来开采季,茶农们抢抓晴好天气采摘春茶。今年春茶产量预计比去年增长一成,茶农的收入有了保障。(下转第3版)

# {LIBRARY}
本报讯(记者易鑫)从4月1日起,市图书馆将延长开放时间至晚上十点,方便上班族和学生借阅图书。图书馆负责人说,夜间服务将常态化开展。(下转第3版)

# {FLOOD}
本报讯(记者杨帆)记者昨日从市防汛办获悉,全市已储备编织袋二百万条、冲锋舟一百二十艘,防汛物资全部到位,各县市区的抢险队伍也已集结。(下转第3版)
"""
)
LIFTS_ON = """岳塘区住建局副局长谭志勇介绍,霞光小区的电梯更新采取“政府补一点、居民掏一点”的办法。每部老旧电梯更新费用约三十八万元。拆除旧电梯期间,物业公司为陈佩兰等老人代买菜、代取药,每天上下楼一百多趟。

"""
TEA_ON = """茶农贺国强告诉记者,今年他家的二十亩茶园,春茶能采两千多斤,按现在的行情,收入可达八万元。乡里还请来技术员,指导茶农修剪茶树、防治病虫害。

"""
LIBRARY_ON = """市图书馆馆长欧阳文介绍,夜间延时服务试运行一个月来,接待读者一万二千人次,借阅图书八千册次。图书馆还在每层楼增设了自习座位和饮水机,让上班族和学生在夜里也有地方看书。

"""
HERITAGE = """# 校园里的非遗课堂
本报讯(记者邓薇)在雨湖区和平小学,学生们每周都有两节非遗课,学习剪纸、石鼓皮影等传统技艺。学校聘请民间艺人担任老师,孩子们兴趣浓厚。

"""
Take = Callable[..., None]
IdOf = Callable[..., str]


def third(*stories: str) -> str:
    return HEAD.format(3) + "".join(stories)


def article(session: Session, id: str) -> StoredArticle:
    return session.library.article(id)


def goes_on(session: Session, id: str) -> str | None:
    found = session.jumps.continuation(article(session, id))
    assert found is None or session.jumps.beginning(article(session, found)) == id
    return found


def told(session: Session, id: str, forward: bool = True) -> str:
    with pytest.raises(Failure) as failure:
        session.jumps.target(article(session, id), forward)
    return failure.value.message


def test_a_jump_leads_to_the_continuation_and_back(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD)
    there = session.jumps.target(article(session, id_of(BRIDGE, 1)), forward=True)
    assert there == id_of(BRIDGE, 3)
    assert session.jumps.target(article(session, there), forward=False) == id_of(BRIDGE, 1)


def test_a_continuation_under_another_headline_is_found_by_its_words(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD.replace("# 江边新桥通车", "# 两岸居民不再绕行"))
    assert goes_on(session, id_of(BRIDGE)) == id_of("两岸居民不再绕行")


def test_of_two_continuations_the_one_with_the_same_words_is_taken(session: Session, take: Take, id_of: IdOf) -> None:
    other = "# 市民喜读新书\n(上接第1版)书店里人头攒动,孩子们围坐在书架旁,家长们低声交谈,店员忙着补货。\n\n"
    take(front=FRONT, third=THIRD.replace("# 江边", other + "# 江边"))
    assert goes_on(session, id_of(BRIDGE, 1)) == id_of(BRIDGE, 3)
    assert "no beginning" in told(session, id_of("市民喜读新书"), forward=False)


def test_of_four_jumps_to_one_continuation_only_the_right_one_is_led_there(
    session: Session, take: Take, id_of: IdOf
) -> None:
    take(front=MANY, third=third("## 资金这样来\n\n(上接第1版)\n\n", LIFTS_ON, HERITAGE))
    assert goes_on(session, id_of(LIFTS)) == id_of("资金这样来")
    for other in (TEA, LIBRARY, FLOOD):
        assert told(session, id_of(other)) == (
            "第3版 is in the library, but no continuation of this article was found on it."
        )


def test_several_jumps_between_two_pages_are_told_apart(session: Session, take: Take, id_of: IdOf) -> None:
    take(
        front=MANY,
        third=third(
            "# 夜读灯火\n(上接第1版)",
            LIBRARY_ON,
            "# 茶山来客\n(上接第1版)",
            TEA_ON,
            HERITAGE,
            "# 电梯\n(上接第1版)",
            LIFTS_ON,
        ),
    )
    assert [goes_on(session, id_of(headline)) for headline in (LIFTS, TEA, LIBRARY, FLOOD)] == [
        id_of("电梯"),
        id_of("茶山来客"),
        id_of("夜读灯火"),
        None,
    ]


def test_a_continuation_without_its_mark_is_found_by_its_words(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=MANY, third=third("# 夜读灯火暖人心\n", LIBRARY_ON, HERITAGE))
    assert goes_on(session, id_of(LIBRARY)) == id_of("夜读灯火暖人心")
    assert goes_on(session, id_of(FLOOD)) is None
    assert session.jumps.beginning(article(session, id_of("校园里的非遗课堂"))) is None


def test_a_beginning_without_its_mark_is_found_by_its_words(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=MANY.replace("(下转第3版)", ""), third=third("# 夜读灯火\n(上接第1版)", LIBRARY_ON, HERITAGE))
    assert goes_on(session, id_of(LIBRARY)) == id_of("夜读灯火")
    assert goes_on(session, id_of(TEA)) is None


def test_a_story_of_its_own_on_the_same_matter_is_no_continuation(session: Session, take: Take, id_of: IdOf) -> None:
    own = "# 社区办起读书会\n本报讯(记者王五)雨湖区昨日办起读书会,居民在社区图书馆借阅图书,学生和老人都来听讲。\n\n"
    take(front=MANY, third=third(own, HERITAGE))
    assert goes_on(session, id_of(LIBRARY)) is None


def test_a_mark_that_names_the_headline_decides(session: Session, take: Take, id_of: IdOf) -> None:
    named = (
        f"# 市长答茶农问\n《{TEA}》上接第1版\n\n下一步,全市还将陆续出台一批新的办法,请大家多提意见,让好事办得更好。\n\n"
    )
    take(front=MANY, third=third(named, HERITAGE))
    assert goes_on(session, id_of(TEA)) == id_of("市长答茶农问")


def test_an_article_that_goes_on_twice_is_whole_from_any_of_its_parts(
    session: Session, take: Take, id_of: IdOf
) -> None:
    two = HEAD.format(3) + "# 茶山\n(上接第1版)" + TEA_ON.strip() + "(下转第5版)\n\n" + HERITAGE
    three = (
        HEAD.format(5)
        + "# 茶香\n(上接第3版)乡里的茶园还种上了樱花,茶农贺国强家来了不少看花采茶的游客,春茶一路卖到省城。\n"
    )
    take(front=MANY, third=two, fifth=three)
    whole = [id_of(TEA), id_of("茶山"), id_of("茶香")]
    for id in whole:
        assert [part.head.id for part in session.jumps.whole(article(session, id))] == whole
    assert [part.head.id for part in session.jumps.rest(article(session, whole[1]))] == whole[2:]


def test_what_is_imported_later_is_found_too(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=MANY)
    assert goes_on(session, id_of(TEA)) is None
    take(third=third("# 茶山来客\n(上接第1版)", TEA_ON, HERITAGE))
    assert goes_on(session, id_of(TEA)) == id_of("茶山来客")


def test_a_page_that_is_not_there_is_named(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    assert told(session, id_of(BRIDGE)) == "第3版 of 大江日报 2025-03-25 is not in the library."


def test_a_page_of_another_day_is_not_taken_for_it(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT, third=THIRD.replace("3月25日 星期二", "3月26日 星期三"))
    assert "is not in the library" in told(session, id_of(BRIDGE, 1))


def test_an_article_that_does_not_jump_says_so(session: Session, take: Take, id_of: IdOf) -> None:
    take(front=FRONT)
    assert told(session, id_of("春耕忙")) == "This article says neither 下转 nor 上接."
    assert told(session, id_of(BRIDGE), forward=False) == "This article says no 上接."


def test_a_page_without_paper_and_date_says_how_to_state_them(session: Session, take: Take, id_of: IdOf) -> None:
    take(bare=BARE)
    assert "`paperterm set`" in told(session, id_of("渔民出海"))
