"""What is wrong with a query, said so that it can be put right."""

from __future__ import annotations


class QueryError(ValueError):
    """A query that means nothing: `message` is a sentence that names the place, `position` that place as a 0-based
    character offset, `suggestion` a query that would work, or None."""

    def __init__(self, message: str, position: int, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message, self.position, self.suggestion = message, position, suggestion
