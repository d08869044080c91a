"""References as text, in each of the forms of `config.settings.CITATIONS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from paperterm.export.bibtex import biblatex, bibtex
from paperterm.export.csl import csl
from paperterm.export.gbt7714 import gbt7714
from paperterm.export.reference import Reference
from paperterm.export.ris import ris


def _standard(references: Iterable[Reference]) -> str:
    return "".join(f"{gbt7714(each)}\n" for each in references)


def _csl_json(references: Iterable[Reference]) -> str:
    from paperterm.export.json_form import written

    return written([csl(each) for each in references]).decode("utf-8")


WRITERS: dict[str, Callable[[Iterable[Reference]], str]] = {
    "gbt7714-2025": _standard,  # the two editions differ in nothing that these references hold: see gbt7714
    "gbt7714-2015": _standard,
    "ris": ris,
    "bibtex": bibtex,
    "biblatex": biblatex,
    "csl-json": _csl_json,
}
"""Each makes one text of several references; it ends with a line feed."""
