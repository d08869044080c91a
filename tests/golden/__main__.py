"""Draws every screen anew and tells which are others now; `make goldens` runs this. Words name screens: only those."""

from __future__ import annotations

import asyncio
import sys

from tests.golden.screens import HERE, draw, every, golden, legends


def main(names: list[str]) -> None:
    known = legends()
    changed = []
    for screen, columns, rows, language in every():
        if names and screen.name not in names:
            continue
        for look, text in asyncio.run(draw(screen, columns, rows, language, known)).items():
            file = golden(screen, columns, look)
            if not file.exists() or file.read_text(encoding="utf-8") != text:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, encoding="utf-8")
                changed.append(file)
    for legend in known.values():
        legend.save()
    for file in changed:
        print(file.relative_to(HERE.parent.parent))
    print(f"{len(changed)} screens are others now; look at them before they are committed.")


if __name__ == "__main__":
    main(sys.argv[1:])
