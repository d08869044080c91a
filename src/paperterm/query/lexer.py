"""From the characters of a query to its tokens. Full-width signs and quotation marks work like ASCII ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from paperterm.query.errors import QueryError

Sign = Literal["term", "field", "(", ")", "OR", "AND", "NOT", "end"]

_ASCII = str.maketrans("（）：－｜～＂“”\u3000", '():-|~""" ')
_CLOSERS = {'"': '"', "「": "」", "『": "』"}  # “ and ” are read as "
_WORDS: dict[str, Sign] = {"OR": "OR", "ＯＲ": "OR", "AND": "AND", "ＡＮＤ": "AND", "NOT": "NOT", "ＮＯＴ": "NOT"}


class Token(NamedTuple):
    """`start` and `end` are characters of the query; `text` is a term's text or a field's name; `fuzzy`: `~` stands
    behind it."""

    sign: Sign
    start: int
    end: int
    text: str = ""
    quoted: bool = False
    fuzzy: bool = False


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text`, an "end" last. `name:` gives a "field" before its value whether the name is known or not.
    Raises QueryError for a quotation mark that is not closed."""
    plain = text.translate(_ASCII)
    here = 0
    while here < len(plain):
        sign = plain[here]
        if sign.isspace():
            here += 1
        elif sign in "()":
            yield Token("(" if sign == "(" else ")", here, here + 1)
            here += 1
        elif sign == "|":
            yield Token("OR", here, here + 1)
            here += 1
        elif sign == "-":
            yield Token("NOT", here, here + 1)
            here += 1
        elif sign in _CLOSERS:
            token = _quoted(text, plain, here)
            yield token
            here = token.end
        else:
            end = _word_end(plain, here)
            yield from _word(text, plain, here, end)
            here = end
    yield Token("end", len(text), len(text))


def _quoted(text: str, plain: str, start: int) -> Token:
    closer = _CLOSERS[plain[start]]
    end = plain.find(closer, start + 1)
    if end < 0:
        rest = text[start + 1 :].strip()
        better = text[: start + 1] + rest + ("”" if text[start] == "“" else closer) if rest else text[:start]
        raise QueryError(f"The quotation mark at character {start + 1} is never closed.", start, better)
    return Token("term", start, end + 1, text[start + 1 : end].strip(), quoted=True)


def _word_end(plain: str, start: int) -> int:
    end = start
    while end < len(plain) and not plain[end].isspace() and plain[end] not in "()|" and plain[end] not in _CLOSERS:
        end += 1
    return end


def _word(text: str, plain: str, start: int, end: int) -> Iterator[Token]:
    word = text[start:end]
    if word in _WORDS:
        yield Token(_WORDS[word], start, end)
        return
    colon = plain.find(":", start, end)
    if colon > start:
        yield Token("field", start, end, text[start:colon])
    elif plain[end - 1] == "~" and end - start > 1:
        yield Token("term", start, end, word[:-1], fuzzy=True)
    else:
        yield Token("term", start, end, word)
