"""The page printer: newspaper pages of known truth, printed, damaged as OCR damages them, and labelled.

`print_page(seed, severity, only)` is all that a test needs; `python -m tests.printer` scores the parser on many pages.
"""

from tests.printer.page import KINDS, SEVERITIES, Printed, print_page

__all__ = ["KINDS", "SEVERITIES", "Printed", "print_page"]
