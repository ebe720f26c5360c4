"""The mutation of the council's own record."""

from service.changing import Change, Number, Text
from service.council import actions
from service.council.types import Council


class AmendCouncil(Change, action=actions.amend_council, answers=Council, amends=True):
    """Change what the service knows of the council. What is left out stays as it is; its calendar is a setting."""

    expected_version = Number("The version of the council's record that you read.", required=True)
    name = Text("The council's name.")
    code = Text("Its three-digit code in the national list of local authorities.", most=3)


MUTATIONS: tuple[type[Change], ...] = (AmendCouncil,)
