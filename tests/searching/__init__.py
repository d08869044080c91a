"""Searching measured: made-up libraries of any size, queries of every kind, and other engines beside the library's own.

`python -m tests.searching` prints it all; `make bench-search` is the same.
"""
