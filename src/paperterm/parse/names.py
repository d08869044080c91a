"""Names of people out of bylines: 本报记者 张三 通讯员李四 -> 张三, 李四. Names set without a space are taken apart."""

from __future__ import annotations

import re
from functools import lru_cache

from paperterm.parse.vocabulary import (
    AGENCIES,
    COMPOUND_SURNAMES,
    OCCUPATIONS,
    PHOTO_LIBRARIES,
    PROVINCES,
    ROLE_WORDS,
    SURNAMES,
)
from paperterm.text.fold import fold

HAN = "\u3400-\u9fff"
_ROLES = re.compile("|".join(map(re.escape, sorted(ROLE_WORDS, key=len, reverse=True))))
_HOUSES = re.compile(
    "|".join(
        (
            *map(re.escape, (*PHOTO_LIBRARIES, *AGENCIES)),
            "本报",
            "本社",
            "本刊",
            "本台",
            rf"驻[{HAN}]{{1,8}}?(?=特派员|特约记者|记者)",
            rf"(?<![{HAN}])[{HAN}]{{1,8}}(?:报|社|网|台)(?:[·/、 ][{HAN}]{{1,6}}(?:报|社|网|台|客户端))?"
            rf"(?=\s*(?:全媒体|融媒体|首席|见习|实习|特派|驻[{HAN}]{{1,4}})?(?:记者|通讯员|讯))",
        )
    )
)
_BREAK = re.compile(rf"[^{HAN}A-Za-z·.]+")
_BODY = re.compile(
    rf"(?=[{HAN}]+$)(?:(?:{'|'.join(sorted(PROVINCES))}).{{0,6}}|.+(?:省|市|县|区|镇|乡|村|州|盟|旗|街道|厂|矿|局|院|校|中学|小学|大学|公司|集团|车间|工地|科|中心|支行|分局)|.{{2,}}(?:站|队|处|组)|.+[\d〇一二三四五六七八九十百]号"
    rf"|.{{3,}}(?:社|队|班|办|委|处|站|所|部|会|组|团)|.*(?:{'|'.join(OCCUPATIONS)})|.{{2,}}[工员])"
)
"""Where somebody is from or what he does, beside a name."""
_SIGNED = re.compile("(?:谨启|敬启|谨上|敬上|谨识|同启)$")
"""What letters and notices say behind the name of who wrote them."""
LONGEST = 4
"""Han: a longer piece is several names or none."""


def names(text: str) -> list[str]:
    """The names in a byline, a credit or the brackets of a dateline, in order, as printed."""
    folded = fold(text)
    mask = _HOUSES.sub(lambda m: "|" * len(m[0]), folded)
    mask = _blank_roles(mask)
    pieces: list[tuple[str, str]] = []
    start = 0
    for match in [*_BREAK.finditer(mask), None]:
        end = match.start() if match else len(mask)
        if end > start:
            pieces.append((text[start:end], mask[end : match.end()] if match else ""))
        start = match.end() if match else end
    pieces = _people(pieces)
    found: list[str] = []
    waiting = ""
    for piece, gap in pieces:
        if len(piece) == 1 and "\u3400" <= piece <= "\u9fff":
            # 王 鑫: a name of two characters is set with a space between them
            waiting += piece
            if len(waiting) == 2 or "|" in gap or not gap.isspace():
                if len(waiting) >= 2:
                    found.append(waiting)
                waiting = ""
            continue
        waiting = ""
        found += apart(piece)
    return list(dict.fromkeys(found))


def _people(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pieces without the places, bodies and occupations among them, if anything is left then: 湖北监利 程守田."""
    kept: list[tuple[str, str]] = []
    place = False
    for number, (piece, gap) in enumerate(pieces):
        folded = fold(piece)
        place = len(folded) > 1 and (
            _BODY.fullmatch(folded) is not None or (place and len(folded) == 2 and number + 1 < len(pieces))
        )
        if not place:
            kept.append((piece, gap))
    return kept or pieces[-1:]


def is_signature(text: str) -> bool:
    """Does a short line name somebody behind where he is from or what he does? Expects a folded text."""
    words = _SIGNED.sub("", text.strip(" ()[]【】—")).split()
    if len(words) > 2 and len(words[-1]) == len(words[-2]) == 1:
        words[-2:] = ["".join(words[-2:])]
    whence = 1 + sum(_BODY.fullmatch(word) is not None for word in words[1:-1])
    return len(words) > 1 and all(map(_BODY.fullmatch, words[:whence])) and all(map(_is_name, words[whence:]))


def _is_name(word: str) -> bool:
    return (2 <= len(word) <= 3 and word[0] in SURNAMES) or (3 <= len(word) <= 4 and word[:2] in COMPOUND_SURNAMES)


def _blank_roles(text: str) -> str:
    """Role words become bars, except where they are part of a name (图 in a name, say): one character only counts at
    the end of the text or before a break."""

    def bar(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) == 1:
            before, after = text[: match.start()][-1:], text[match.end() : match.end() + 1]
            if (after and after not in " )】]/|:、,") or (word in "文图" and before and before not in " (【[/|:、,"):
                return word
        return "|" * len(word)

    return _ROLES.sub(bar, text)


def names_and_place(text: str, wired: bool) -> tuple[list[str], str | None]:
    """The names before 报道 or, where `wired`, before 七日电, and the place printed behind them: 张三香港, 张三／台北."""
    text = text.strip(" \u3000、")
    folded = fold(text)
    cut = max(folded.rfind(sign) for sign in "/ 、")
    last = folded[cut + 1 :]
    if cut > 0 and len(last) <= LONGEST and (folded[cut] == "/" or last[:1] not in SURNAMES):
        return names(text[:cut]), text[cut + 1 :]
    if len(last) >= 4 and (wired or not _split(last)):  # the names of most cities are two characters long
        return names(text[:-2]), text[-2:]
    return names(text), None


@lru_cache(maxsize=1024)
def _split(folded: str) -> tuple[int, ...] | None:
    """Lengths of the names in a run of han, each beginning with a surname; None where there is no such split."""
    if not folded:
        return ()
    best: tuple[float, tuple[int, ...]] | None = None
    for length in (2, 3, 4):
        head = folded[:length]
        if len(head) < length:
            break
        compound = head[:2] in COMPOUND_SURNAMES
        if not (head[0] in SURNAMES or compound) or (length == 4 and not compound):
            continue
        rest = _split(folded[length:])
        if rest is None:
            continue
        lengths = (length, *rest)
        cost = sum(1.0 if n == 2 else 0.0 for n in lengths) * 0.1 + len(lengths)
        if best is None or cost < best[0]:
            best = (cost, lengths)
    return best[1] if best else None


def apart(piece: str) -> list[str]:
    """A piece of a byline as names: 白芷苏叶 -> 白芷, 苏叶. What cannot be taken apart stays whole, what is no name goes."""
    if re.fullmatch(r"[A-Za-z.·]+", piece):
        return [piece] if len(piece) > 1 else []
    if "·" in piece or len(piece) <= 3:
        return [piece] if len(piece) >= 2 else []
    folded = fold(piece)
    if len(piece) == LONGEST and folded[:2] in COMPOUND_SURNAMES:
        return [piece]
    lengths = _split(folded) if len(piece) <= 24 else None
    if not lengths:
        return [piece] if len(piece) <= LONGEST else []
    found, start = [], 0
    for length in lengths:
        found.append(piece[start : start + length])
        start += length
    return found
