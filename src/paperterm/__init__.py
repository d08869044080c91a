"""paperterm: a terminal reader for digitised Chinese newspapers."""

__version__ = "0.1.0"
