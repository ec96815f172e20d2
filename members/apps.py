from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Who may change what."""

    name = "members"
    default_auto_field = "django.db.models.BigAutoField"
