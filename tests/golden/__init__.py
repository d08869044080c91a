"""Screens of the reader as text: what stands in every cell and how it is painted, kept in files that a diff can be read
of. `make goldens` writes them anew."""
