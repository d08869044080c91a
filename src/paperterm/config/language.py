"""Which of the interface's languages a person means: by its name, or by the locale."""

from __future__ import annotations

import os
from collections.abc import Mapping

from paperterm.config.settings import LANGUAGES

ENGLISH, SIMPLIFIED, TRADITIONAL = LANGUAGES
_TRADITIONAL_PLACES = {"hant", "tw", "hk", "mo"}


def language_named(word: str) -> str | None:
    """The language of a tag or a locale: "zh-Hant", "zh_TW.UTF-8", "en", "zh". None where it is none of ours."""
    main, *rest = word.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    if main in ("zh", "chinese"):
        return TRADITIONAL if _TRADITIONAL_PLACES & set(rest) and "hans" not in rest else SIMPLIFIED
    return ENGLISH if main in ("en", "english") else None


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the locale asks for: LC_ALL, else LC_MESSAGES, else LANG; English where it is none of ours."""
    stated = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return language_named(stated) or ENGLISH
