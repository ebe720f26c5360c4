"""A memory is bounded by number and by weight."""

from functools import partial
from operator import mul

from service.reading.latest import Latest


def kept(latest: Latest[str, str], *keys: str) -> list[str]:
    """Ask for keys one after the other; return what is remembered at the end."""
    for key in keys:
        assert latest.get(key, partial(mul, key, 2)) == key * 2
    return list(latest.values)


def test_remembers_what_was_used_last_up_to_a_number() -> None:
    assert kept(Latest(2), "a", "b", "a", "c") == ["a", "c"]


def test_remembers_what_was_used_last_up_to_a_weight() -> None:
    heavy = Latest[str, str](100, heaviest=10, weigh=lambda key, value: len(key) + len(value))

    assert kept(heavy, "a", "b", "cc") == ["b", "cc"]
    assert heavy.weight == 9


def test_answers_what_is_too_heavy_alone_but_does_not_keep_it() -> None:
    heavy = Latest[str, str](100, heaviest=10, weigh=lambda key, value: len(value))

    assert kept(heavy, "a", "b" * 10, "c") == ["c"]
    assert heavy.weight == 2
