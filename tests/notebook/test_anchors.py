"""Notes on real pages stay where they belong when the text is laid out, cut and numbered anew."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from paperterm.config import resources
from paperterm.model import Article, Block
from paperterm.notebook import Anchor, Placement, describe, find, place
from paperterm.notebook.normalise import normalise
from paperterm.text.fold import fold

SHA = "cd" * 32
PAGES = sorted(resources("seeds").glob("*.txt"))


def made_of(texts: Iterable[str], id: str = "paper/2025-01-01/1/x") -> Article:
    return Article(id, "story", tuple(Block("body", text, (n + 1,)) for n, text in enumerate(texts)))


def lines_of(page: Path) -> list[str]:
    return [line for line in page.read_text("utf-8").splitlines() if line.strip()]


def passages(texts: list[str], chance: random.Random, number: int) -> list[tuple[int, int, int]]:
    """Passages of 6 to 40 characters with something to read in them."""
    found: list[tuple[int, int, int]] = []
    while len(found) < number:
        block = chance.randrange(len(texts))
        start = chance.randrange(len(texts[block]))
        end = min(len(texts[block]), start + chance.randint(6, 40))
        if len(normalise(texts[block][start:end]).text) >= 4:
            found.append((block, start, end))
    return found


def shown(article: Article, placement: Placement) -> str:
    assert placement.block is not None
    return article.blocks[placement.block].text[placement.start : placement.end]


@pytest.fixture(params=PAGES, ids=lambda page: page.name[:3])
def texts(request: pytest.FixtureRequest) -> list[str]:
    return lines_of(request.param)


def test_on_an_unchanged_page_every_passage_stands_where_it_was(texts: list[str]) -> None:
    article = made_of(texts)
    for block, start, end in passages(texts, random.Random(1), 60):
        anchor = describe(article, SHA, block, start, end)
        assert anchor.exact == texts[block][start:end]
        assert place(anchor, article) == Placement("placed", block, start, end)


def test_a_page_wrapped_anew_keeps_its_notes(texts: list[str]) -> None:
    chance = random.Random(2)
    article = made_of(texts)
    wrapped = made_of("".join(c + (" \n" if chance.random() < 0.1 else "") for c in text) for text in texts)
    for block, start, end in passages(texts, chance, 60):
        anchor = describe(article, SHA, block, start, end)
        placement = place(anchor, wrapped)
        assert (placement.state, placement.block) == ("placed", block)
        assert normalise(shown(wrapped, placement)).text == normalise(anchor.exact).text


def test_blocks_numbered_anew_keep_their_notes(texts: list[str]) -> None:
    article = made_of(texts)
    renumbered = made_of(["另一个栏目的题目", "本报编者按语", *texts])
    for block, start, end in passages(texts, random.Random(3), 60):
        placement = place(describe(article, SHA, block, start, end), renumbered)
        assert placement.state != "orphan"
        if placement.state == "placed":
            assert placement == Placement("placed", block + 2, start, end)


def test_moved_paragraphs_take_their_notes_along(texts: list[str]) -> None:
    chance = random.Random(4)
    order = list(range(len(texts)))
    chance.shuffle(order)
    article, moved = made_of(texts), made_of(texts[n] for n in order)
    certain = 0
    chosen = passages(texts, chance, 80)
    for block, start, end in chosen:
        placement = place(describe(article, SHA, block, start, end), moved)
        assert placement.state != "orphan"
        if placement.state == "placed":
            certain += 1
            assert placement.block is not None
            assert moved.blocks[placement.block].text == texts[block]
            assert (placement.start, placement.end) == (start, end)
    assert certain >= 0.85 * len(chosen)


def test_paragraphs_joined_into_one_keep_their_notes(texts: list[str]) -> None:
    article, joined = made_of(texts), made_of(["".join(texts)])
    for block, start, end in passages(texts, random.Random(5), 40):
        placement = place(describe(article, SHA, block, start, end), joined)
        before = sum(map(len, texts[:block]))
        if placement.state == "placed":
            found = normalise(texts[block][start:end]).text
            assert normalise(shown(joined, placement)).text == found
            assert abs((placement.start or 0) - before - start) <= end - start
        else:
            assert placement.state == "uncertain"


def test_a_word_whose_paragraph_is_gone_is_not_claimed_to_be_the_same_word_elsewhere(texts: list[str]) -> None:
    chance = random.Random(6)
    claimed = asked = 0
    while asked < 150:
        block = chance.randrange(len(texts))
        start = chance.randrange(max(1, len(texts[block]) - 4))
        word = texts[block][start : start + chance.randint(2, 4)]
        rest = texts[:block] + texts[block + 1 :]
        if len(normalise(word).text) < 2 or texts[block] in rest or not any(word in other for other in rest):
            continue
        asked += 1
        anchor = describe(made_of(texts), SHA, block, start, start + len(word))
        placement = place(anchor, made_of(rest))
        assert placement.state != "orphan"
        claimed += placement.state == "placed"
    assert claimed <= 0.02 * asked  # a page may print one sentence twice


def test_a_quote_that_was_cut_in_two_is_uncertain_and_shows_its_longer_part() -> None:
    whole = made_of(["会议指出，技能人才是强国建设的关键力量。"])
    anchor = describe(whole, SHA, 0, 5, 15)
    cut = made_of(["会议指出，技能人", "才是强国建设的关键力量。"])
    placement = place(anchor, cut)
    assert placement == Placement("uncertain", 1, 0, 7)


def test_a_quote_that_is_gone_is_an_orphan() -> None:
    anchor = describe(made_of(["会议指出，技能人才是关键。"]), SHA, 0, 5, 12)
    assert place(anchor, made_of(["另一篇文章。"])) == Placement("orphan")
    assert place(anchor, made_of([])) == Placement("orphan")


def test_of_several_equal_quotes_the_words_around_tell_which() -> None:
    texts = ["甲厂表彰了技能人才。", "乙县培养着技能人才，成绩可喜。"]
    anchor = describe(made_of(texts), SHA, 1, 5, 9)
    moved = made_of(["新添的一段话。", texts[1], texts[0]])
    assert place(anchor, moved) == Placement("placed", 1, 5, 9)


def test_equal_quotes_between_equal_words_are_uncertain_once_moved() -> None:
    texts = ["我们的技能人才", "我们的技能人才", "我们的技能人才", "我们的技能人才"]
    anchor = describe(made_of(texts), SHA, 1, 3, 7)
    assert place(anchor, made_of(texts)).state == "placed"
    assert place(anchor, made_of(["添", *texts, *texts])).state == "uncertain"


def test_a_short_quote_among_strange_words_is_not_claimed_to_be_the_one() -> None:
    anchor = describe(made_of(["会议指出，技能人才是关键。"]), SHA, 0, 5, 9)
    assert place(anchor, made_of(["昨天的足球赛，主队的技能人才没有上场。"])).state == "uncertain"


def test_the_old_numbers_alone_do_not_make_a_place() -> None:
    """The same characters at the same block and place, though the paragraph is another one."""
    anchor = describe(made_of(["题", "今年的产改要抓紧抓实"]), SHA, 1, 3, 5)
    swapped = made_of(["题", "那时的产改很少见", "今年的产改要抓紧抓实"])
    assert place(anchor, swapped) == Placement("placed", 2, 3, 5)


def test_a_corrected_character_next_to_the_quote_does_not_matter() -> None:
    anchor = describe(made_of(["会仪指出，技能人才是关键，要加快培养步伐，形成梯次。"]), SHA, 0, 5, 12)
    corrected = made_of(["题目", "会议指出，技能人才是关键，要加快培养步伐，形成梯次。"])
    assert place(anchor, corrected) == Placement("placed", 1, 5, 12)


def test_a_quote_of_punctuation_only_is_found_by_its_neighbours() -> None:
    anchor = describe(made_of(["他说：“……”然后走了。"]), SHA, 0, 4, 6)
    assert anchor.exact == "……"
    assert place(anchor, made_of(["题目", "他说：“……”然后走了。"])) == Placement("placed", 1, 4, 6)


def test_a_whole_article_is_always_in_place(article: Article) -> None:
    anchor = describe(article, SHA, None, None, None)
    assert anchor.exact == ""
    assert place(anchor, article) == Placement("placed") == place(anchor, made_of(["别的"]))


def test_a_block_alone_means_all_of_it(article: Article) -> None:
    anchor = describe(article, SHA, 1, None, None)
    assert anchor.exact == article.blocks[1].text


def test_context_is_32_characters_over_block_borders() -> None:
    anchor = describe(made_of(["甲" * 20, "乙" * 20 + "引用" + "丙" * 3, "丁" * 90]), SHA, 1, 20, 22)
    assert anchor.prefix == "甲" * 11 + "\n" + "乙" * 20
    assert anchor.suffix == "丙" * 3 + "\n" + "丁" * 28
    assert (anchor.position, anchor.offset) == (40, 20)


@pytest.mark.parametrize("where", [(9, 0, 1), (-1, 0, 1), (0, 3, 3), (0, 4, 2), (0, -1, 2), (0, 0, 99), (None, 0, 1)])
def test_no_such_passage_is_a_sentence(article: Article, where: tuple[int | None, int, int]) -> None:
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        describe(article, SHA, *where)


def test_a_note_follows_its_passage_into_another_article() -> None:
    anchor = describe(made_of(["题目", "会议指出，技能人才是关键，要加快培养。"]), SHA, 1, 5, 12)
    halves = [made_of(["题目"], "a"), made_of(["续", "会议指出，技能人才是关键，要加快培养。"], "b")]
    assert find(anchor, halves) == (halves[1], Placement("placed", 1, 5, 12))
    assert find(anchor, halves[:1]) is None


def test_a_certain_place_further_on_comes_before_an_uncertain_one() -> None:
    text = "会议指出，技能人才是关键，要加快培养。"
    anchor = describe(made_of([text]), SHA, 0, 5, 9)
    articles = [made_of(["足球场上的技能人才"], "a"), made_of(["题", text], "b")]
    found = find(anchor, articles)
    assert found is not None
    assert (found[0].id, found[1].state) == ("b", "placed")
    assert find(anchor, articles[:1]) == (articles[0], Placement("uncertain", 0, 5, 9))


def test_a_whole_article_is_found_again_by_its_longest_paragraph(article: Article) -> None:
    anchor = describe(article, SHA, None, None, None)
    renamed = made_of(["新题目", *(block.text for block in article.blocks[1:])], "b")
    assert find(anchor, [made_of(["别的"]), renamed]) == (renamed, Placement("placed"))


@given(
    st.lists(st.text(st.sampled_from("产业工人，。 a\u0301①"), max_size=12), max_size=4),
    st.builds(
        Anchor,
        st.just(SHA),
        block=st.none() | st.integers(-3, 5),
        start=st.none() | st.integers(-3, 15),
        end=st.none() | st.integers(-3, 15),
        exact=st.text(st.sampled_from("产业工，a①\u0301"), max_size=5),
        prefix=st.text(st.sampled_from("产业，"), max_size=5),
        position=st.none() | st.integers(-3, 15),
        offset=st.none() | st.integers(-3, 15),
    ),
)
def test_any_anchor_however_a_hand_spoiled_it_gets_an_answer_within_the_article(
    texts: list[str], anchor: Anchor
) -> None:
    article = made_of(texts)
    placement = place(anchor, article)
    if placement.block is not None:
        assert placement.start is not None
        assert placement.end is not None
        assert 0 <= placement.start <= placement.end <= len(texts[placement.block])
    assert find(anchor, []) is None
    find(anchor, [article, made_of(reversed(texts))])


MISREAD = "会议指出，技能人才是强国建设的关键力量，要加快培养步伐，形成人才梯次。"
READ = "会议指出，枝能人オ是强国建没的关键力量，要加快培养步伐，形成人才梯次。"


def test_a_quote_with_a_misread_character_is_the_same_passage() -> None:
    anchor = describe(made_of([MISREAD]), SHA, 0, 5, 19)
    assert place(anchor, made_of(["会议指出，技能入才是强国建设的关键力量，要加快培养步伐。"])) == Placement(
        "placed", 0, 5, 19
    )


def test_where_a_changed_quote_ends_for_certain_depends_on_the_characters_at_its_ends() -> None:
    anchor = describe(made_of([MISREAD]), SHA, 0, 5, 9)
    assert anchor.exact == "技能人才"
    assert place(anchor, made_of([READ])) == Placement("uncertain", 0, 5, 9)


def test_a_correction_takes_back_what_was_misread() -> None:
    anchor = describe(made_of([READ]), SHA, 0, 5, 24)
    placement = place(anchor, made_of(["题目", MISREAD]))
    assert (placement.block, placement.start, placement.end) == (1, 5, 24)


def test_traditional_and_simplified_characters_are_the_same() -> None:
    anchor = describe(made_of([MISREAD]), SHA, 0, 5, 19)
    traditional = made_of(["會議指出，技能人才是強國建設的關鍵力量，要加快培養步伐，形成人才梯次。"])
    assert place(anchor, traditional) == Placement("placed", 0, 5, 19)


def test_lost_and_added_characters_move_the_ends_of_a_passage() -> None:
    anchor = describe(made_of([MISREAD]), SHA, 0, 5, 34)
    changed = made_of(["会议指，技能人才是强国国建设的关键量，要加快养步伐，形成人才梯次。"])
    placement = place(anchor, changed)
    assert placement.state == "placed"
    assert shown(changed, placement) == "技能人才是强国国建设的关键量，要加快养步伐，形成人才梯次"


def test_of_a_long_quote_both_ends_are_looked_for() -> None:
    text = "".join(chr(0x4E00 + 7 * n) for n in range(900))
    anchor = describe(made_of(["题目", text, "后文"]), SHA, 1, 100, 800)
    misread = "".join("误" if n % 11 == 0 else c for n, c in enumerate(text))
    assert place(anchor, made_of(["新题目", misread])) == Placement("placed", 1, 100, 800)


def test_a_quote_that_stands_elsewhere_as_it_was_is_still_sought_in_its_own_place() -> None:
    texts = ["甲厂今年表彰了技能人才一百名。", MISREAD]
    anchor = describe(made_of(texts), SHA, 1, 5, 9)
    placement = place(anchor, made_of([texts[0], READ]))
    assert (placement.state, placement.block, placement.start, placement.end) == ("uncertain", 1, 5, 9)


def test_a_misread_quote_is_found_in_another_article() -> None:
    anchor = describe(made_of(["题目", MISREAD]), SHA, 1, 5, 24)
    halves = [made_of(["题目"], "a"), made_of(["续", READ], "b")]
    assert find(anchor, halves) == (halves[1], Placement("uncertain", 1, 5, 24))


def test_a_passage_that_two_articles_print_is_certain_in_neither() -> None:
    anchor = describe(made_of([MISREAD]), SHA, 0, 5, 24)
    found = find(anchor, [made_of([MISREAD], "a"), made_of([MISREAD], "b")])
    assert found is not None
    assert found[1].state == "uncertain"


def test_a_quote_without_words_of_its_own_is_found_in_no_other_article() -> None:
    assert find(Anchor(SHA, block=0), [made_of(["甲"])]) is None


def test_on_another_page_a_quote_is_an_orphan(texts: list[str]) -> None:
    others = [made_of(lines_of(page)) for page in PAGES if lines_of(page) != texts]
    chance, asked, orphans = random.Random(7), 0, 0
    for block, start, end in passages(texts, chance, 60):
        anchor = describe(made_of(texts), SHA, block, start, end)
        for other in others:
            placement = place(anchor, other)
            assert placement.state != "placed"
            asked += 1
            orphans += placement.state == "orphan"
    assert orphans >= 0.95 * asked  # a dateline and a slogan stand on many pages


han = st.text(st.sampled_from("产业工人队伍建设，。改革進行时0"), max_size=40)


@given(st.lists(han, min_size=1, max_size=4), st.lists(han, max_size=4), st.data())
def test_what_is_placed_reads_like_the_quote(before: list[str], after: list[str], data: st.DataObject) -> None:
    block = data.draw(st.integers(0, len(before) - 1))
    start = data.draw(st.integers(0, len(before[block])))
    end = data.draw(st.integers(start, len(before[block])))
    if start == end:
        return
    anchor = describe(made_of(before), SHA, block, start, end)
    edited = made_of(data.draw(st.permutations([*before, *after])))
    for article, placement in [
        (edited, place(anchor, edited)),
        *filter(None, [find(anchor, [made_of(after), edited])]),
    ]:
        if placement.state == "placed":
            quote, passage = (fold(normalise(text).text) for text in (anchor.exact, shown(article, placement)))
            assert Indel.normalized_similarity(quote, passage) >= 0.6


@given(han, st.text(st.sampled_from("清风明月照山川、"), max_size=60))
def test_nothing_of_an_unrelated_text_is_the_quote(text: str, other: str) -> None:
    if normalise(text).text:
        anchor = describe(made_of([text]), SHA, 0, None, None)
        assert place(anchor, made_of([other])) == Placement("orphan")
        assert find(anchor, [made_of([other])]) is None
