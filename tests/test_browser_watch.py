"""Browser tests fail on what no page may do; each thing is done here on purpose, and must be seen."""

from __future__ import annotations

import pytest

PAGE = "<!doctype html><title>A page</title><link rel=icon href='data:,'>"


@pytest.fixture
def show(page, watch):
    """Shows a page with this body and these headers; gives the problems that were seen, and forgives them."""

    def show_body(body: str = "", **headers: str) -> list[str]:
        page.route(
            "**/made-up", lambda route: route.fulfill(body=PAGE + body, content_type="text/html", headers=headers)
        )
        page.goto("/made-up")
        page.wait_for_load_state("networkidle")
        problems: list[str] = watch.finish(page.context)
        watch.allow("")
        return problems

    return show_body


def test_a_quiet_page_has_no_problems(show):
    assert show("<h1>Quiet</h1>") == []


def test_an_error_in_the_console_is_seen(show):
    assert "console error: oh no" in show("<script>console.error('oh no')</script>")[0]


def test_an_error_in_a_script_is_seen(show):
    assert "page error: no_such_thing is not defined" in show("<script>no_such_thing()</script>")[0]


@pytest.mark.parametrize("kind", ["content-security-policy", "content-security-policy-report-only"])
def test_a_breach_of_the_policy_is_seen(show, kind):
    problems = show("<script>1</script>", **{kind: "script-src 'none'"})

    assert any("CSP violation: script-src-elem blocked inline" in problem for problem in problems)


@pytest.mark.parametrize("host", ["https://example.org", "http://127.0.0.2:1"])
def test_a_request_to_another_host_is_seen(show, host):
    assert f"request to another host: {host}/pixel.png" in show(f"<img src='{host}/pixel.png'>")


def test_a_cookie_is_seen(show):
    assert show("<script>document.cookie = 'seen=1'</script>") == ["a cookie was set for a patient: seen"]


def test_a_member_may_have_a_cookie(show, watch):
    watch.allow_cookies()

    assert show("<script>document.cookie = 'seen=1'</script>") == []


def test_what_a_test_allows_passes(show, watch):
    watch.allow("oh no")

    assert show("<script>console.error('oh no')</script>") == []


def test_a_browser_test_fails_on_a_problem_without_asking(page, run_pytest):
    done = run_pytest(
        "def test_asks_nothing(page):\n"
        "    page.route('**/made-up', lambda route: route.fulfill(body='<script>no_such_thing()</script>',"
        " content_type='text/html'))\n"
        "    page.goto('/made-up')\n"
    )

    assert "page error: no_such_thing is not defined" in done.stdout
    assert done.returncode == 1
