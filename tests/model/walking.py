"""Every way to a record, walked as somebody: many in one document where that hides nothing."""

from collections.abc import Iterable, Iterator

from tests.model.visible import CATALOG, SCHEMA, Visible
from tests.oracle.paths import Way, document, steps, together, ways_to

MOST, FROM_EVERY_RECORD = 3, 2
"""How many steps a way has at most; and up to how many it is walked from every record, a longer one from one of them."""


def all_ways(council: Visible) -> list[Way]:
    """Return every way to a record."""
    return list(ways_to(SCHEMA, set(CATALOG.entities), council.choose, most_fields=MOST))


def is_far(way: Way) -> bool:
    """Tell whether a way is long."""
    return len(steps(way.fields)) > FROM_EVERY_RECORD


def to_each_field(ways: Iterable[Way]) -> Iterator[Way]:
    """Yield the shortest way to each field."""
    shortest = sorted(ways, key=lambda way: len(steps(way.fields)))
    yield from {way.fields[-1]: way for way in reversed(shortest)}.values()


def walk(council: Visible, ways: Iterable[Way], who: str) -> int:
    """Go some ways as somebody, and assert that none leads past what they see; return how many documents they were."""
    asked = [(group, id_) for group in together(ways) for id_ in from_where(council, group[0], who)]
    for group, id_ in asked:
        try:
            go(council, group, id_, who)
        except AssertionError:
            for way in group:  # the first that fails alone says more
                go(council, [way], id_, who)
            raise
    return len(asked)


def go(council: Visible, group: list[Way], id_: str, who: str) -> None:
    """Ask for all that is at the end of some ways from one record; nothing on them can fail."""
    answer = council.agrees(document(group), {"id": id_} if id_ else {}, who)
    assert "errors" not in answer, answer["errors"]


def from_where(council: Visible, way: Way, who: str) -> list[str]:
    """Return the ids of the records from which a way is gone; one that is empty where it asks for none."""
    return council.ids(way.kind, who)[: 1 if is_far(way) else None] if way.kind else [""]
