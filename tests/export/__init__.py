"""Exports and references: their bytes, and what other people's programs read in them."""
