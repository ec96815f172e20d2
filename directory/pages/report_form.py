"""The form that says what is wrong with a record."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import ProblemReport
from directory.models.reports import LONGEST_REPORT
from directory.models.screening import private_shape

NEEDS_WORDS = (ProblemReport.Category.CREDENTIALS, ProblemReport.Category.OTHER)


class ReportForm(forms.Form):
    """A category, and words where the category alone says too little."""

    category = forms.ChoiceField(
        choices=ProblemReport.Category.choices, error_messages={"required": _("Choose what is wrong.")}
    )
    text = forms.CharField(
        required=False,
        max_length=LONGEST_REPORT,
        error_messages={"max_length": _("Use at most %(limit_value)d characters; this has %(show_value)d.")},
    )

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if what := private_shape(text):
            raise forms.ValidationError(
                _("This looks like %(what)s. We do not want to keep that. Take it out and send the rest."),
                code="private",
                params={"what": what},
            )
        return text

    def clean(self) -> None:
        if self.cleaned_data.get("category") in NEEDS_WORDS and self.cleaned_data.get("text") == "":
            self.add_error("text", _("Say in a few words what is wrong, so that a person can check it."))
