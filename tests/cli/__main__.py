"""Writes the goldens of the commands anew."""

from tests.cli.goldens import write

write()
