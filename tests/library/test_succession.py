"""Which new article an old one became."""

from paperterm.library.succession import Succession, Text, succession

ONE = "株洲整合资源力量让工匠的价值既被看见更被制度托举"
TWO = "白山市总工会预计年内发放贷款四千九百余万元支持企业发展"


def test_shared_text_matches_whatever_the_headline() -> None:
    assert succession([Text("甲", ONE), Text("乙", TWO)], [Text(None, TWO), Text("丙", ONE)]) == Succession(
        (1, 0), (1, 0)
    )


def test_the_same_headline_matches_whatever_the_text() -> None:
    assert succession([Text("甲", ONE)], [Text("乙", TWO[:9]), Text("甲", TWO)]).heir == (1,)


def test_nothing_in_common_is_no_match() -> None:
    assert succession([Text("甲", ONE)], [Text("乙", TWO)]) == Succession((None,), (None,))


def test_two_parts_that_were_joined_both_lead_to_the_whole() -> None:
    assert succession([Text("甲", ONE), Text(None, TWO)], [Text("甲", ONE + "\n" + TWO)]).heir == (0, 0)


def test_of_an_article_that_was_cut_in_two_the_greater_part_is_the_heir() -> None:
    assert succession([Text("甲", ONE + TWO)], [Text(None, ONE[:5]), Text("甲", ONE[5:] + TWO)]).heir == (1,)
