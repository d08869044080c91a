"""Text that the OCR has likely invented: models that read pages fall into repeating what they have just written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paperterm.model import Article, Block, Caution
from paperterm.parse.article_days import LineOf

PHRASE, LONGEST_PHRASE = 8, 120
"""Characters of a phrase that stands three times in a row."""
STEP, SAMPLE = 12, 5
"""Every so many characters so many are looked for further on; together no more than two phrases."""
SENTENCE = 16
"""Characters: a shorter sentence may be said twice."""
SOON, RUN = 3, 3
"""Sentences: sooner no refrain comes again, and so many in the same order are none."""
VARIETY = 5
"""Different letters that a phrase has at least, unless it is nothing but han: dots and dashes are repeated by printers."""
HAN = re.compile("[\u3400-\u9fff]+")
LINE = 4
"""Letters of a line that stands three times in a row: shorter ones (同上) are printed so."""
NUMBER = re.compile(r"[\s0-9０-９一二三四五六七八九十①-⑳()（）、.．,，]*")
"""What a line is numbered with."""
QUOTED = 16
"""Characters of a phrase that a message quotes."""


def repetitions(article: Article, line_of: LineOf) -> list[Caution]:
    """Phrases and lines that stand three times in a row; sentences that stand again soon, or together with those before
    them."""
    found = _lines(article.blocks)
    seen: dict[str, int] = {}  # sentences, and where each was last, counted in sentences
    count = 0
    for block in article.blocks:
        text = block.text
        again = in_a_row(text) if len(text) >= 3 * PHRASE else None
        if again:
            at, phrase = again
            found.append(Caution("repeated-phrase", line_of(block, at), _message(text, at, phrase)))
            continue
        if block.role != "body":
            continue
        offset = before = run = 0  # before: where the last sentence stood earlier; run: how many have followed so
        told = False
        for sentence in text.split("。"):
            if len(sentence) >= SENTENCE:
                count += 1
                bare = sentence.strip("“”‘’「」『』 \u3000\n")
                earlier = seen.get(bare, 0)
                run = run + 1 if earlier and earlier == before + 1 else bool(earlier)
                if earlier and not told and (count - earlier <= SOON or run >= RUN) and varied(bare):
                    message = f"“{_short(bare)}” stands in this article before: the OCR has likely repeated it."
                    found.append(Caution("repeated-sentence", line_of(block, offset), message))
                    told = True
                seen[bare] = count
                before = earlier
            offset += len(sentence) + 1
    return found


def _message(text: str, at: int, phrase: str) -> str:
    """The smallest unit of the phrase, and how often it stands there."""
    size = (phrase + phrase).index(phrase, 1)
    unit, end = phrase[:size], at
    while text.startswith(unit, end):
        end += size
    return f"“{_short(unit)}” stands here {(end - at) // size} times in a row: the OCR has likely invented it."


def _lines(blocks: Sequence[Block]) -> list[Caution]:
    """Lines that say the same three times in a row, whatever they are numbered with."""
    found: list[Caution] = []
    last, first, run = "", 0, 0
    for block in blocks:
        if len(block.text) > LONGEST_PHRASE or block.role not in ("body", "heading"):
            last, run = "", 0
            continue
        if block.text[-LINE:] != last[-LINE:]:
            last, first, run = block.text, 0, 0
            continue
        last, bare = NUMBER.sub("", last, count=1), NUMBER.sub("", block.text, count=1)
        if bare == last and len(bare) >= LINE and HAN.match(bare):
            first, run = first or block.lines[0], run + 1
            if run == 2:
                message = f"“{_short(bare)}” stands here three times in a row: the OCR has likely invented it."
                found.append(Caution("repeated-phrase", first, message))
        else:
            last, first, run = bare, 0, 0
    return found


def in_a_row(text: str) -> tuple[int, str] | None:
    """The first phrase of at least PHRASE characters that stands three times in a row: its offset and the phrase.

    Linear: the first two of three such phrases hold one of the samples that are looked for again.
    """
    for at in range(0, len(text) - PHRASE - SAMPLE + 1, STEP):
        again = text.find(text[at : at + SAMPLE], at + PHRASE, at + LONGEST_PHRASE + SAMPLE)
        if again < 0:
            continue
        period = again - at
        start = at
        while start and at - start < STEP and text[start - 1] == text[start - 1 + period]:
            start -= 1
        phrase = text[start : start + period]
        if text[start : start + 3 * period] == phrase * 3 and varied(phrase):
            return start, phrase
    return None


def varied(phrase: str) -> bool:
    """Does it say something? Rules of dots and rows of zeros do not."""
    return HAN.fullmatch(phrase) is not None or len({char for char in phrase if char.isalpha()}) >= VARIETY


def _short(phrase: str) -> str:
    return phrase if len(phrase) <= QUOTED else phrase[: QUOTED - 1] + "…"
