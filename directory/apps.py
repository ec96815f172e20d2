from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """What patients and API consumers see."""

    name = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from directory import checks  # noqa: F401 - registers itself
