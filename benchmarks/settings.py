"""The service's settings, with the peers' views beside its own."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
API_REQUESTS_PER_MINUTE = 0  # what is measured is the work, not the patience
