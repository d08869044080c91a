"""Writes the goldens anew."""

from tests.export.goldens import write

write()
