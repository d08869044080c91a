"""paperterm's own search and the engines it is measured beside, each in its file, all asked the same queries."""

from tests.searching.contestants.bare import BareTantivy
from tests.searching.contestants.contract import Answer, Contestant, Other, Unanswerable
from tests.searching.contestants.fts import FtsByCharacter
from tests.searching.contestants.own import Paperterm
from tests.searching.contestants.ripgrep import Ripgrep
from tests.searching.contestants.whooshed import WhooshWithJieba

OTHERS: tuple[type[Other], ...] = (BareTantivy, FtsByCharacter, WhooshWithJieba, Ripgrep)

__all__ = [
    "OTHERS",
    "Answer",
    "BareTantivy",
    "Contestant",
    "FtsByCharacter",
    "Other",
    "Paperterm",
    "Ripgrep",
    "Unanswerable",
    "WhooshWithJieba",
]
