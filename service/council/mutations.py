"""The mutation of the council's own record."""

from service.changing import Change, Dates, Flag, Number, Text
from service.council import actions
from service.council.types import Council


class AmendCouncil(Change, action=actions.amend_council, answers=Council, amends=True):
    """Change what the service knows of the council. What is left out stays as it is; a stay that has begun keeps its due day."""

    expected_version = Number("The version of the council's record that you read.", required=True)
    name = Text("The council's name.")
    code = Text("Its three-digit code in the national list of local authorities.", most=3)
    entry_day_counts = Flag("Whether the day on which a stay begins counts as its first working day.")
    closed_on = Dates("All the days on which the council is closed beside weekends and bank holidays; null for none.")


MUTATIONS: tuple[type[Change], ...] = (AmendCouncil,)
