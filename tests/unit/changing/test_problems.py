"""What stands in the way is told piece by piece, but never without end."""

from service.changing.problems import told
from service.errors import ErrorCode, Problem


def problems(count: int) -> list[Problem]:
    """Make so many problems."""
    return [Problem(ErrorCode.NOT_FOUND, f"Nothing at {n}.", ("items", str(n))) for n in range(count)]


def test_each_of_a_few_is_told() -> None:
    assert [each.message for each in told(problems(3))] == ["Nothing at 0.", "Nothing at 1.", "Nothing at 2."]


def test_of_many_the_first_fifty_are_told_and_the_number_of_the_rest() -> None:
    said = told(problems(1_200))

    assert len(said) == 51
    assert said[49].message == "Nothing at 49."
    assert (said[50].message, said[50].path) == ("1,150 more problems are not listed. Put these right first.", [])
