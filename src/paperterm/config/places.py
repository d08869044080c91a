"""Where paperterm keeps its things.

`PAPERTERM_HOME` puts everything (library, notebook, reading state, settings, cache) into one folder of the user's choosing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "PAPERTERM_HOME"
SERVED_VARIABLE = "PAPERTERM_SERVED"
"""Set for a reader that is shown in a browser: there is no terminal, and no other program to open things with."""
SETTINGS = "config.toml"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one user. Nothing is created by asking for them."""

    library: Path  # library.sqlite: derived, can be rebuilt
    notebook: Path  # folder of notebook.json and reading.sqlite: precious
    cache: Path  # folder: the sample library, libraries of opened folders, jieba's dictionary cache
    settings: Path | None = None  # config.toml: a person's own, read and never written; None for none at all


def places(library: Path | None = None, notebook: Path | None = None) -> Places:
    """The user's places: `PAPERTERM_HOME` where it is set, else the platform's data, settings and cache folders."""
    home = os.environ.get(HOME_VARIABLE)
    if home:
        root = Path(home).expanduser().absolute()
        data, cache, config = root, root / "cache", root
    else:
        import platformdirs  # 10 ms that a set PAPERTERM_HOME need not pay

        data = Path(platformdirs.user_data_dir("paperterm", appauthor=False))
        cache = Path(platformdirs.user_cache_dir("paperterm", appauthor=False))
        config = Path(platformdirs.user_config_dir("paperterm", appauthor=False))
    return Places(library or data / "library.sqlite", notebook or data, cache, config / SETTINGS)


def resources(name: str) -> Path:
    """A folder that ships with paperterm ("seeds", "styles"): inside the package when installed, else beside `src/`."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / name, package.parent.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"paperterm was installed without its {name!r} folder; install it again")


def served() -> bool:
    """Is this reader shown in a browser?"""
    return bool(os.environ.get(SERVED_VARIABLE))
