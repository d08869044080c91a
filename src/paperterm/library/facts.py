"""Whose word counts for what issue a page belongs to: a person's, else the page's own, else its file name's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace

from paperterm.model import IssueFacts

_FIELDS = tuple(f.name for f in fields(IssueFacts))


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What is known of one page's issue, by who says so. `stated` is None where no person said anything."""

    stated: IssueFacts | None
    printed: IssueFacts
    assumed: IssueFacts

    @property
    def effective(self) -> IssueFacts:
        printed = self.printed
        if printed.paper and printed.paper.isascii() and self.assumed.paper:
            printed = replace(printed, paper=None)  # the page prints its name in pinyin only
        return first_known(self.stated or IssueFacts(), printed, self.assumed)


def first_known(*facts: IssueFacts) -> IssueFacts:
    """Field by field the first that is not None."""
    values = {name: next((v for f in facts if (v := getattr(f, name)) is not None), None) for name in _FIELDS}
    return IssueFacts(**values)


def to_json(facts: IssueFacts) -> str:
    """The facts that are known, as a JSON object."""
    return json.dumps({k: v for k, v in asdict(facts).items() if v is not None}, ensure_ascii=False)


def from_json(text: str) -> IssueFacts:
    """The inverse of `to_json`; names it does not know are passed over."""
    return IssueFacts(**{k: v for k, v in json.loads(text).items() if k in _FIELDS})
