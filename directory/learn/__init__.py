"""Articles: from a Markdown file with front matter to safe HTML. Pure: no models, no settings, no HTTP."""

from directory.learn.article import STATES, ArticleSource, Expert, Source
from directory.learn.body import check_body, links, review_statements
from directory.learn.figures import FIGURES
from directory.learn.parsing import parse
from directory.learn.problems import ArticleError, Problem
from directory.learn.references import check_references
from directory.learn.rendering import Rendered, TocEntry, render

__all__ = [
    "FIGURES",
    "STATES",
    "ArticleError",
    "ArticleSource",
    "Expert",
    "Problem",
    "Rendered",
    "Source",
    "TocEntry",
    "check_body",
    "check_references",
    "links",
    "parse",
    "render",
    "review_statements",
]
