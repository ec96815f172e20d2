"""Places: a gazetteer that needs no network, and the geocoders that may stand behind it.

`resolve` reads a finished text, `suggest` completes one while it is typed, `nearest` names a position, `build`
compiles the gazetteer so that no visitor waits for it.
"""

from directory.places.chain import resolve
from directory.places.codes import nearest, position
from directory.places.gazetteer import Gazetteer
from directory.places.place import Place, Resolution
from directory.places.point import Point
from directory.places.store import build
from directory.places.suggest import suggest

__all__ = ["Gazetteer", "Place", "Point", "Resolution", "build", "nearest", "position", "resolve", "suggest"]
