"""The query language, the same in the search bar, on the command line and in saved searches. Pure."""

from paperterm.query.document import Document
from paperterm.query.emphasis import Cut, Words, emphasis
from paperterm.query.errors import QueryError
from paperterm.query.fields import FIELDS, FieldDeclaration
from paperterm.query.grammar import parse_query
from paperterm.query.matcher import Found, Matcher
from paperterm.query.snippets import snippet
from paperterm.query.tree import And, Field, Node, Not, Or, Query, Term

__all__ = [
    "FIELDS",
    "And",
    "Cut",
    "Document",
    "Field",
    "FieldDeclaration",
    "Found",
    "Matcher",
    "Node",
    "Not",
    "Or",
    "Query",
    "QueryError",
    "Term",
    "Words",
    "emphasis",
    "parse_query",
    "snippet",
]
