"""The values of a command's words, by its declarations. What does not fit is answered with a sentence.

Options may stand anywhere before `--`, as `--limit 5` or `--limit=5`; of one that is given twice the last counts, unless it may
be given more than once. A value may begin with a hyphen where it is no option; so may a word of a query (-足球). argparse would
take these for options, and takes ten times as long to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from paperterm.actions.answer import WRONG, Failure
from paperterm.actions.command import Argument, Values

HELP = ("--help", "-h")
END = "--"


def values_of(words: Sequence[str], arguments: Sequence[Argument], program: str) -> Values | None:
    """The values by the arguments' keys: of a switch whether it is there, of an option its value or None, a list where it may be
    given more than once; of positional arguments likewise. None where help is asked for. `program` is what stands before
    the words. Raises Failure."""
    return _Reading(arguments, program).values(words)


def nearest(word: str, words: Iterable[str]) -> str:
    """The one of the words that is most like this; "" where none is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(words), 1, 0.5)), "")


class _Reading:
    """The words of one command line, read from the first to the last."""

    def __init__(self, arguments: Sequence[Argument], program: str) -> None:
        self._options = {argument.name: argument for argument in arguments if argument.is_option}
        self._places = [argument for argument in arguments if not argument.is_option]
        self._dashes = any(argument.dashes for argument in self._places)
        self._program = program
        self._values: Values = {each.key: False if each.kind is bool else None for each in self._options.values()}

    def values(self, words: Sequence[str]) -> Values | None:
        rest, placed = list(words), []
        while rest:
            word = rest.pop(0)
            name, tied, value = word.partition("=")
            if word == END:
                placed += rest
                break
            if word in HELP:
                return None
            if name in self._options and name.startswith("--"):
                self._take(self._options[name], value if tied else None, rest)
            elif len(word) > 1 and word.startswith("-") and (word.startswith("--") or not self._dashes):
                self._refuse(self._unknown(name))
            else:
                placed.append(word)
        self._place(placed)
        return self._values

    def _take(self, option: Argument, tied: str | None, rest: list[str]) -> None:
        if not option.takes_value:
            if tied is not None:
                self._refuse(f"{option.name} takes no value")
            self._values[option.key] = True
            return
        if tied is None:
            if not rest or rest[0] in (*self._options, *HELP, END):
                self._refuse(f"{option.name} needs a value: {option.name} {option.shown}")
            tied = rest.pop(0)
        value = self._value(option, tied)
        if option.many == "append":
            value = [*(self._values[option.key] or ()), value]
        self._values[option.key] = value

    def _place(self, words: list[str]) -> None:
        """Hands the words to the positional arguments in their order: one that repeats takes all that the others leave."""
        missing = []
        for number, argument in enumerate(self._places):
            needed = sum(later.many in ("", "+") for later in self._places[number + 1 :])
            room = max(0, len(words) - needed)
            taken = words[: room if argument.many in ("+", "*") else min(1, room)]
            del words[: len(taken)]
            if not taken and argument.many in ("", "+"):
                missing.append(argument.shown)
            found = [self._value(argument, word) for word in taken]
            self._values[argument.key] = found if argument.many in ("+", "*") else next(iter(found), None)
        missing += [o.name for o in self._options.values() if o.required and self._values[o.key] is None]
        if missing:
            self._refuse(f"What is missing: {', '.join(missing)}")
        if words:
            self._refuse(f"{words[0]!r} is one word too many")

    def _value(self, argument: Argument, word: str) -> Any:
        name = argument.name if argument.is_option else argument.shown
        if argument.choices and word not in argument.choices:
            name = argument.name
            meant = nearest(word, argument.choices)
            hint = f"; did you mean {meant}?" if meant else ""
            self._refuse(f"{name} takes one of {', '.join(argument.choices)}, not {word!r}{hint}")
        try:
            return argument.kind(word)
        except ValueError:
            self._refuse(f"{name} takes a whole number, not {word!r}")

    def _unknown(self, word: str) -> str:
        meant = nearest(word, self._options) if word.startswith("--") else ""
        return f"{word} is no option of `{self._program}`{f'. Did you mean {meant}?' if meant else ''}"

    def _refuse(self, sentence: str) -> NoReturn:
        end = "" if sentence.endswith("?") else "."
        raise Failure("usage", f"{sentence}{end} See `{self._program} --help`.", WRONG)
