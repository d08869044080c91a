"""Reading a catalogue: blocks of two lines, the English message and its translation, with blank lines between them."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def read_catalogue(name: str) -> dict[str, str]:
    """The translations of a language ("zh-Hans"), or of what the rooms below say ("zh-Hans-heard"), by message. Lines
    that begin with # are comments. Raises OSError and ValueError."""
    lines = path_of(name).read_text("utf-8").split("\n")
    pairs = [line for line in lines if line and not line.startswith("#")]
    if len(pairs) % 2:
        raise ValueError(f"The catalogue {name} has a message without a translation, or the other way round.")
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def path_of(name: str) -> Path:
    return HERE / f"{name.lower().replace('-', '_')}.txt"
