"""`{% kept shape %}...{% endkept %}`: a part of a page that is the same for everyone, rendered once and kept.

Half of a page's translations and addresses stand in such parts; rendering them anew was a third of what a search costs.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Node, NodeList, Parser, Token, token_kwargs
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class KeptNode(Node):
    def __init__(self, nodelist: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist, self.values = nodelist, values
        self.kept: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        known = {name: value.resolve(context) for name, value in self.values.items()}
        icons = context.get("icons")
        key = (get_language(), icons, *known.values())
        if key not in self.kept or settings.DEBUG:
            self.kept[key] = self.nodelist.render(context.new({"icons": icons, **known}))
        return self.kept[key]


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Inside are only `icons` and what the tag names, `name` or `name=value`: few and hashable, never what was asked.

    Each further value of a name is a further text in memory, so a name may only be one of a handful of words.
    """
    values: dict[str, FilterExpression] = {}
    for bit in token.split_contents()[1:]:
        values |= token_kwargs([bit], parser) or {bit: parser.compile_filter(bit)}
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, values)
