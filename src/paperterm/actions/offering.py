"""What may stand at a place of the command line: what shells complete words with. Made from the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from paperterm.actions.command import COMMON, HELP, READER, Argument, Command


class Offer(NamedTuple):
    """Words that fit, each with what it means, and whether file names fit as well (`files`) or ids of articles do."""

    words: tuple[tuple[str, str], ...] = ()
    files: bool = False
    articles: bool = False


def offer(words: Sequence[str], commands: Iterable[Command]) -> Offer:
    """What the last word, which may be empty or half written, can become behind the words before it."""
    shown = [command for command in commands if not command.hidden]
    before, begun = list(words[:-1]), words[-1] if words else ""
    value = _value_of(before[-1:], (*READER, *COMMON))
    rest = _without_common(before)
    helping = rest[:1] == [HELP]
    rest = rest[1:] if helping else rest
    command, own = _command(rest, shown)
    if command is not None:
        if helping:
            return Offer()
        return _fitting(_of_command(command, own, begun), begun)
    if value is not None:
        return _fitting(value, begun)
    if begun.startswith("-"):
        return _fitting(
            Offer((*_named((*READER, *COMMON)), ("--help", "explain"), ("--version", "print the version"))), begun
        )
    if not rest:
        firsts: dict[str, str] = {}
        for each in shown:
            first, _, second = each.name.partition(" ")
            firsts[first] = f"{firsts[first]}, {second}" if first in firsts else second or each.title
        firsts |= {} if helping else {HELP: "Explain a command"}
        return _fitting(Offer(tuple(firsts.items()), files=not helping), begun)
    if len(rest) == 1:
        seconds = [(each.name.partition(" ")[2], each.title) for each in shown if each.name.startswith(f"{rest[0]} ")]
        if seconds:
            return _fitting(Offer(tuple(seconds)), begun)
    return Offer(files=not helping)


def _of_command(command: Command, own: list[str], begun: str) -> Offer:
    """`own` are the words behind the command's name."""
    arguments = (*command.arguments, *COMMON)
    value = _value_of(own[-1:], arguments)
    if value is not None and "--" not in own:
        return value
    if begun.startswith("-") and "--" not in own:
        fresh = [a for a in arguments if a.is_option and (a.many == "append" or a.name not in own)]
        return Offer((*_named(fresh), ("--help", "explain")))
    places = [argument for argument in command.arguments if not argument.is_option]
    taken = _positionals(own, arguments)
    for argument in places:
        if taken <= 0 or argument.many in ("+", "*"):
            return _values(argument)
        taken -= 1
    return Offer()


def _value_of(last: list[str], arguments: Iterable[Argument]) -> Offer | None:
    """What may follow an option that takes a value; None where the word is no such option."""
    return next((_values(a) for a in arguments if last == [a.name] and a.takes_value), None)


def _values(argument: Argument) -> Offer:
    words = tuple((choice, "") for choice in argument.choices)
    return Offer(words, files=argument.offers == "files", articles=argument.offers == "articles")


def _positionals(own: list[str], arguments: Iterable[Argument]) -> int:
    """How many of the words are no options and no values of options."""
    valued = {a.name for a in arguments if a.takes_value}
    count, rest = 0, iter(own)
    for word in rest:
        if word == "--":
            return count + sum(1 for _ in rest)
        if word in valued:
            next(rest, None)
        elif not word.startswith("-") or word == "-":
            count += 1
    return count


def _without_common(words: Iterable[str]) -> list[str]:
    """The words from the command's name on."""
    rest = list(words)
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if rest and any(a.takes_value and a.name == option for a in (*READER, *COMMON)):
            rest.pop(0)
    return rest


def _command(rest: list[str], commands: Sequence[Command]) -> tuple[Command | None, list[str]]:
    names = {command.name: command for command in commands}
    for length in (2, 1):
        name = " ".join(rest[:length])
        if len(rest) >= length and name in names:
            return names[name], rest[length:]
    return None, []


def _named(arguments: Iterable[Argument]) -> tuple[tuple[str, str], ...]:
    return tuple((argument.name, argument.help) for argument in arguments if argument.is_option)


def _fitting(found: Offer, begun: str) -> Offer:
    return found._replace(words=tuple(word for word in found.words if word[0].startswith(begun)))
