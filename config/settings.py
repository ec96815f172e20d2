"""All settings of Surgeon Finder, complete with an empty environment; docs/settings.md lists what may be set."""

from __future__ import annotations

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from config import env, headers

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var")

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.secret_key(VAR)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", default="localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")

# --- the service's own choices

# The strip on every page that says that the members are invented; also lets load_demo run.
DEMONSTRATION = env.flag("DEMONSTRATION", default=True)
# Candidate members have not passed their board exams yet: listed, and marked, only where the society says so.
LIST_CANDIDATES = env.flag("LIST_CANDIDATES", default=False)
# In-process arrays answer the search when a site has at most this many listings; above it, SQL does. 0 turns them off.
SEARCH_ARRAYS_LIMIT = env.number("SEARCH_ARRAYS_LIMIT", default=2_000_000)
# Any geopy service by its name, asked only for places that our own gazetteer does not know. None by default.
GEOCODER = os.environ.get("GEOCODER", "")
GEOCODER_OPTIONS = env.pairs("GEOCODER_OPTIONS")
GEOCODER_TIMEOUT_SECONDS = env.number("GEOCODER_TIMEOUT_SECONDS", default=3.0)
# What one address may ask the API a minute, ten times that from this machine itself; 0 sets no limit.
API_REQUESTS_PER_MINUTE = env.number("API_REQUESTS_PER_MINUTE", default=600)
# How many proxies of our own stand in front and add to X-Forwarded-For; what comes before these can be made up.
API_PROXIES = env.number("API_PROXIES", default=0)
GAZETTEER_PATH = VAR
ARTICLES_PATH = BASE_DIR / "fixtures" / "articles"
TEXTS_PATH = BASE_DIR / "fixtures" / "texts"
VOCABULARY_PATH = BASE_DIR / "fixtures" / "vocabulary"
# Where the base map's layers are; the first folder is for layers that an operator builds (docs/map.md).
MAP_PATHS = [VAR / "map", BASE_DIR / "fixtures" / "map"]
# Pictures of another tile server instead, as https://tiles.example.org/{z}/{x}/{y}.png, and whom to credit for them.
# It then sees where every patient looks: leave it empty unless the server is your own.
MAP_TILE_URL = os.environ.get("MAP_TILE_URL", "")
MAP_TILE_CREDIT = os.environ.get("MAP_TILE_CREDIT", "")

# --- Django

INSTALLED_APPS = [
    "directory",
    "members",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "simple_history",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
            ],
            "builtins": ["django.templatetags.static"],
        },
    }
]

# --- records

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-16000;",
}


def _database(name: str, url: str) -> dict[str, object]:
    parsed: dict[str, object] = dict(
        dj_database_url.parse(env.database_url(name, url), conn_max_age=600, conn_health_checks=True)
    )
    if "sqlite" in str(parsed["ENGINE"]):
        parsed["OPTIONS"] = SQLITE
        parsed["CONN_MAX_AGE"] = None
    return parsed


EMBEDDED = f"sqlite:///{VAR / 'surgeon-finder.sqlite3'}"
DATABASES = {"default": _database("DATABASE_URL", os.environ.get("DATABASE_URL") or EMBEDDED)}
for number, url in enumerate(env.words("REPLICA_URLS"), start=1):
    DATABASES[f"replica{number}"] = _database("REPLICA_URLS", url) | {"TEST": {"MIRROR": "default"}}
DATABASE_ROUTERS = ["config.routers.Replicas"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"

# --- language, time

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", "English"), ("es", "Español")]
TIME_ZONE = "UTC"
USE_TZ = True

# --- files

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
# Finders serve the files as they lie; with `manage.py collectstatic` done, names carry a hash and never expire.
STATIC_MANIFEST = env.flag("STATIC_MANIFEST", default=False)
WHITENOISE_USE_FINDERS = not STATIC_MANIFEST
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ADD_HEADERS_FUNCTION = headers.of_static_file
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "config.static.HashedFiles"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- privacy and safety (DESIGN 8): nothing from or to another host, nothing that tells what was searched

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *env.tile_hosts(MAP_TILE_URL)],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_REFERRER_POLICY = "strict-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
HTTPS = env.flag("HTTPS", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # probes come from beside us, without the proxy
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SILENCED_SYSTEM_CHECKS = [] if HTTPS else ["security.W004", "security.W008", "security.W012", "security.W016"]
# Paths without their query strings; no address, no text, no place.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), default="WARNING"),
    },
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR"},
    },
}

# --- REST

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["directory.api.renderers.JSONRenderer"],
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "directory.api.contract.openapi.ReadSchema",
    "EXCEPTION_HANDLER": "directory.api.problems.handle",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Surgeon Finder",
    "DESCRIPTION": "Member plastic surgeons, with the dated evidence behind every name. No key is needed to read.",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": ["directory.api.contract.openapi.components"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}
