"""`export` and `cite`."""

from __future__ import annotations

from typing import Annotated, Any, Required, TypedDict

from paperterm.actions.contract.values import Count, Id, Written

FormId = Annotated[str, "The form: one of those that --format takes."]


class Files(TypedDict):
    """An export that was written, and how many articles or records it holds."""

    format: FormId
    total: Count
    files: list[Written]


class Printed(TypedDict, total=False):
    """An export on standard output: its text under the name of its form, or JSON as it is."""

    format: Required[FormId]
    total: Required[Count]
    markdown: str
    org: str
    json: dict[str, Any]
    annotations: dict[str, Any]
    csv: str
    text: str


class NothingThere(TypedDict):
    """There was nothing to export."""

    total: Count
    files: list[Written]


class Citation(TypedDict):
    """A reference as text or as CSL-JSON, what it lacks, and what of it is only assumed."""

    id: Id
    citation: Annotated[str | dict[str, Any], "An item of CSL-JSON where that is the form, else text."]
    missing: list[str]
    assumed: list[str]


class Citations(TypedDict):
    """References in one form."""

    format: FormId
    citations: list[Citation]
