"""Names that settings, options of the command line and the reader choose from."""

from __future__ import annotations

THEMES = ("dark", "light", "sepia", "terminal")
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
CITATIONS = ("gbt7714-2025", "gbt7714-2015", "ris", "bibtex", "biblatex", "csl-json")
"""The forms of a reference. GB/T 7714-2025 took the place of -2015 on 2026-07-01."""
