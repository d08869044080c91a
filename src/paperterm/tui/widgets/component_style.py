"""What a component class of the style sheet changes of the text it lies over."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget


def overlay(widget: Widget, name: str) -> Style:
    """Only the colours and attributes that the style sheet gives the component class `name` of `widget`.

    Textual's own partial style leaves half-transparent colours unmixed; here they are mixed with the background.
    """
    whole, partial = widget.get_component_rich_style(name), widget.get_component_rich_style(name, partial=True)
    return partial + Style(
        color=whole.color if partial.color else None, bgcolor=whole.bgcolor if partial.bgcolor else None
    )
