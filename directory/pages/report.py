"""Report a problem with a record: no account, no e-mail, no cookie, and a person reads it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from directory.models import ProblemReport, Surgeon
from directory.pages.reading import reading_page
from directory.pages.report_form import ReportForm
from directory.pages.report_limit import within_limit
from directory.pages.report_token import make_token, sent_from_here, token_holds
from directory.pages.surgeon import not_listed


# Django's own protection needs a cookie; the signed mark and the Origin stand in for it (report_token).
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str) -> HttpResponse:
    surgeon = Surgeon.objects.listed().filter(slug=slug).first()
    if surgeon is None:
        return not_listed(request)
    if request.method != "POST":
        return _page(request, surgeon, ReportForm())
    form = ReportForm(request.POST)
    status, problem = _refused(request, surgeon, form)
    if status:
        return _page(request, surgeon, form, status=status, problem=problem)
    ProblemReport.objects.create(surgeon=surgeon, **form.cleaned_data)
    return redirect("report-sent", slug)


@reading_page
def report_sent(request: HttpRequest, slug: str) -> HttpResponse:
    surgeon = Surgeon.objects.listed().filter(slug=slug).first()
    return render(request, "pages/report_sent.html", {"surgeon": surgeon})


def _refused(request: HttpRequest, surgeon: Surgeon, form: ReportForm) -> tuple[int, str]:
    """The status and what to say when the report is not taken; (0, "") when it is. Nothing typed is lost."""
    if not sent_from_here(request):
        return 403, _("Another site tried to send this form. If it was you, send it again from here.")
    if not token_holds(request.POST.get("token", ""), surgeon.slug):
        return 422, _("This page was open for too long. Nothing is lost: send it again.")
    if not form.is_valid():
        return 422, ""
    if not within_limit(request.META.get("REMOTE_ADDR", "")):
        return 429, _("Many reports came from your network today. Keep your text and send it tomorrow.")
    return 0, ""


def _page(
    request: HttpRequest, surgeon: Surgeon, form: ReportForm, *, status: int = 200, problem: str = ""
) -> HttpResponse:
    context = {"surgeon": surgeon, "form": form, "token": make_token(surgeon.slug), "problem": problem}
    return render(request, "pages/report.html", context, status=status)
