"""How static files are named where `collectstatic` has been run."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Modules name each other by hashed names too, so that a browser never mixes those of two versions."""

    support_js_module_import_aggregation = True
