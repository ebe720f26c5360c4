"""The types of pages: connection, edge and page information, one set for each entity."""

from functools import cache
from typing import Any

import graphene


class PageInfo(graphene.ObjectType):
    """Where a page stands in its list."""

    has_next_page = graphene.Boolean(required=True, description="Whether something follows the last edge of this page.")
    has_previous_page = graphene.Boolean(required=True, description="Whether something comes before the first edge of this page.")
    start_cursor = graphene.String(description="The cursor of the first edge; null on an empty page.")
    end_cursor = graphene.String(description="The cursor of the last edge; null on an empty page.")


@cache
def connection_of(node: Any) -> Any:
    """Return the one connection type of an entity."""
    name = node._meta.name
    edge = made(
        f"{name}Edge",
        f"One {name} on a page.",
        cursor=graphene.String(required=True, description="The place of this edge in the list, for `after` and `before`."),
        node=graphene.Field(node, required=True, description="What stands at this place."),
    )
    return made(
        f"{name}Connection",
        f"A page of a list of {name} objects.",
        edges=graphene.Field(graphene.NonNull(graphene.List(graphene.NonNull(edge))), description="The page, in the order asked for."),
        page_info=graphene.Field(PageInfo, required=True, description="Where the page stands in the list."),
        total_count=graphene.Int(required=True, description="How many there are on all pages together."),
    )


def made(name: str, description: str, **fields: Any) -> Any:
    """Make an object type."""
    return type(name, (graphene.ObjectType,), {"__doc__": description, **fields})
