"""Where paperterm keeps its things, and the settings a person may make."""

from paperterm.config.places import HOME_VARIABLE, SERVED_VARIABLE, Places, places, resources, served

__all__ = ["HOME_VARIABLE", "SERVED_VARIABLE", "Places", "places", "resources", "served"]
