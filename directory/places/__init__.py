"""Places: a gazetteer that needs no network, and the geocoders that may stand behind it.

`resolve` reads a finished text, `suggest` completes one while it is typed, `nearest` names a position.
"""

from .codes import nearest
from .offline import resolve
from .place import Place, Resolution
from .point import Point
from .store import build
from .suggest import suggest

__all__ = ["Place", "Point", "Resolution", "build", "nearest", "resolve", "suggest"]
