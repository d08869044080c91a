"""The query language.

    query  = all { ("OR" | "|") all }
    all    = part { ["AND"] part }
    part   = { "-" | "NOT" } ( word [ "~" ] | quoted | field ":" ( word | quoted ) | "(" query ")" )

`-` counts at a word's beginning only; a word with a colon is a field if what stands before the colon is a field's name.
"""

from __future__ import annotations

from paperterm.query.errors import QueryError
from paperterm.query.fields import FieldDeclaration, field_like, field_named, read_value
from paperterm.query.lexer import Token, tokens
from paperterm.query.tree import And, Field, Node, Not, Or, Query, Term
from paperterm.query.values import FieldValueError
from paperterm.text.fold import searchable

DEEPEST = 50
"""Parentheses within parentheses; a limit only so that no text, however odd, exhausts the stack."""
LONGEST = 2_000
"""Characters of a query: a page of a book; what is longer was pasted by mistake."""
FUZZY = 3
"""Characters that a word needs for one of them to be wrong."""
LONGEST_FUZZY = 24
"""Characters that such a word may have: each of them is one more search."""
REPAIRS = 5
"""Mistakes in one query that a suggestion mends before it gives up."""


def parse_query(text: str) -> Query:
    """The query `text` means. Raises QueryError, whose suggestion, if any, parses."""
    try:
        _readable(text)
        return Query(text, _Parser(text).query())
    except QueryError as error:
        error.suggestion = _mended(error.suggestion)
        raise


def _readable(text: str) -> None:
    """Raises QueryError for what no page can hold, and for what no person can have typed."""
    if len(text) > LONGEST:
        message = (
            f"The query goes on behind character {LONGEST}: it is too long. Put a sentence of it in quotation marks."
        )
        raise QueryError(message, LONGEST, text[:LONGEST])
    try:
        text.encode()
    except UnicodeEncodeError as error:  # half of a character, as a terminal with another encoding may send
        message = (
            f"What stands at character {error.start + 1} is no character of UTF-8: look at what your terminal sends."
        )
        raise QueryError(message, error.start, text.encode(errors="ignore").decode()) from None


def _mended(suggestion: str | None) -> str | None:
    for _ in range(REPAIRS):
        if suggestion is None or not suggestion.strip():
            return None
        try:
            _readable(suggestion)
            _Parser(suggestion).query()
        except QueryError as error:
            suggestion = error.suggestion
        else:
            return suggestion.strip()
    return None


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(tokens(text))
        self.here = 0
        self.depth = 0

    def query(self) -> Node:
        if self._next().sign == "end":
            raise QueryError("The query is empty: type a word to search for.", 0)
        root = self._either()
        if self._next().sign != "end":
            raise self._unopened(self._next())
        return root

    def _next(self) -> Token:
        return self.tokens[self.here]

    def _either(self) -> Node:
        parts = [self._all()]
        while self._next().sign == "OR":
            self.here += 1
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._part()]
        while self._next().sign not in ("OR", ")", "end"):
            if self._next().sign == "AND":
                self.here += 1
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _part(self) -> Node:
        negative = False
        while self._next().sign == "NOT":
            negative = not negative
            self.here += 1
        token = self._next()
        if token.sign == "(":
            node = self._group()
        elif token.sign == "term":
            node = self._term(token)
        elif token.sign == "field":
            node = self._field(token)
        else:
            raise self._missing()
        if not negative:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _group(self) -> Node:
        opening = self._next()
        place = f"The parenthesis at character {opening.start + 1}"
        self.here += 1
        if self._next().sign == ")":
            raise self._error(f"{place} holds nothing.", opening, end=self._next().end)
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryError(f"{place} is nested more than {DEEPEST} deep.", opening.start)
        node = self._either()
        self.depth -= 1
        if self._next().sign != ")":
            raise QueryError(f"{place} is never closed.", opening.start, self.text + ")")
        self.here += 1
        return node

    def _term(self, token: Token) -> Term:
        self.here += 1
        if not token.text:
            raise self._error(f"The quotation marks at character {token.start + 1} hold nothing.", token)
        needle = searchable(token.text)
        if token.fuzzy and len(needle) < FUZZY:
            message = (
                f"“{token.text}~” at character {token.start + 1} is too short: one character in {FUZZY} may be wrong."
            )
            raise self._error(message, token, token.text)
        if token.fuzzy and len(needle) > LONGEST_FUZZY:
            message = (
                f"The word at character {token.start + 1} is too long for “~”: it may have {LONGEST_FUZZY} characters."
            )
            raise self._error(message, token, token.text)
        return Term(token.text, needle, token.fuzzy)

    def _field(self, token: Token) -> Node:
        declaration = field_named(token.text)
        value_start = token.start + len(token.text) + 1
        if declaration is None:
            close = field_like(token.text)
            if close is None:
                return self._term(Token("term", token.start, token.end, self.text[token.start : token.end]))
            message = f"“{token.text}” at character {token.start + 1} is no field; “{close}” is."
            raise self._error(message, token, close + self.text[value_start - 1 : token.end])
        self.here += 1
        value, end = self.text[value_start : token.end], token.end
        following = self._next()
        if not value and following.sign == "term" and following.start == end and following.text:
            self.here += 1
            value, end = following.text, following.end
        elif not value:
            better = token.text + ":" if following.sign == "term" and following.text else ""
            stop = following.start if better else end
            message = f"The field “{token.text}” at character {token.start + 1} has nothing after its colon; "
            raise self._error(f"{message}it takes {declaration.values}.", token, better, end=stop)
        return self._value(declaration, token, value, value_start, end)

    def _value(self, declaration: FieldDeclaration, token: Token, value: str, start: int, end: int) -> Field:
        try:
            standard, bounds = read_value(declaration, value)
        except FieldValueError as bad:
            better = f"{token.text}:{bad.better}" if bad.better else ""
            message = f"The {declaration.id} “{value}” at character {start + 1} {bad}; it takes {declaration.values}."
            raise self._error(message, token, better, end=end, position=start) from bad
        return Field(declaration.id, standard, bounds, declaration.outside)

    def _missing(self) -> QueryError:
        """There should be something to search for here, and there is not."""
        token = self._next()
        before = self.tokens[self.here - 1] if self.here else None
        if before is not None and before.sign in ("OR", "AND", "NOT", "("):
            word = self.text[before.start : before.end]
            return self._error(f"Nothing stands after “{word}” at character {before.start + 1}.", before)
        if token.sign == ")":
            return self._unopened(token)
        word = self.text[token.start : token.end]
        return self._error(f"Nothing stands before “{word}” at character {token.start + 1}.", token)

    def _unopened(self, token: Token) -> QueryError:
        return self._error(f"The closing parenthesis at character {token.start + 1} has no opening one.", token)

    def _error(
        self, message: str, token: Token, instead: str = "", end: int | None = None, position: int | None = None
    ) -> QueryError:
        """An error at `token`, suggesting the query with `instead` in place of everything up to `end`."""
        head, tail = self.text[: token.start], self.text[token.end if end is None else end :]
        if not instead and tail[:1] in ("", " ", ")", "）"):
            head = head.rstrip()
        return QueryError(message, token.start if position is None else position, head + instead + tail)
