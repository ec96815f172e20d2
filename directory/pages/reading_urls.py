"""The pages to read: surgeons, treatments, concerns, articles, and how the service is kept honest."""

from __future__ import annotations

from django.urls import URLPattern, path

from directory.pages.about import credits, evidence, privacy, ranking
from directory.pages.concerns import concern, concerns
from directory.pages.find import find, find_city, find_country, find_region
from directory.pages.learn import article, learn
from directory.pages.learn_feed import article_feed
from directory.pages.report import report, report_sent
from directory.pages.sitemaps import robots, sitemap_index, sitemap_section
from directory.pages.surgeon import surgeon
from directory.pages.treatments import treatment, treatments

urlpatterns: list[URLPattern] = [
    path("surgeons/<slug:slug>", surgeon, name="surgeon"),
    path("surgeons/<slug:slug>/report", report, name="report"),
    path("surgeons/<slug:slug>/report/sent", report_sent, name="report-sent"),
    path("treatments/", treatments, name="treatments"),
    path("treatments/<slug:slug>", treatment, name="treatment"),
    path("concerns/", concerns, name="concerns"),
    path("concerns/<slug:slug>", concern, name="concern"),
    path("learn/", learn, name="learn"),
    path("learn/feed.atom", article_feed, name="article-feed"),
    path("learn/<slug:slug>", article, name="article"),
    path("find/", find, name="find"),
    path("find/<slug:country>", find_country, name="find-country"),
    path("find/<slug:country>/<slug:region>", find_region, name="find-region"),
    path("find/<slug:country>/<slug:region>/<slug:city>", find_city, name="find-city"),
    path("sitemap.xml", sitemap_index, name="sitemaps"),
    path("sitemap-<slug:section>.xml", sitemap_section, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    path("ranking", ranking, name="ranking"),
    path("privacy", privacy, name="privacy"),
    path("about-the-evidence", evidence, name="evidence"),
    path("credits", credits, name="credits"),
]
