"""The WSGI application that a web server imports."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()


def _warm() -> None:
    """Reads the vocabulary, the arrays and the gazetteer before the first patient waits for them."""
    from django.db import DatabaseError

    from directory.places import resolve
    from directory.search.memory import current

    try:
        current()
    except DatabaseError:
        return  # no tables yet: the first request after migrate reads them
    resolve("winetka")  # mistyped, so that the lists for misspellings are read too


def _settle() -> None:
    """Keeps the garbage collector from walking the vocabulary at every search: that cost more than the search did.

    Answers are made of thousands of small values that reference counting frees; only cycles wait a little longer.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 5)


_warm()
_settle()
