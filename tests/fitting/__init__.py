"""Fits the parser's weights to labelled pages: `make fit`."""
